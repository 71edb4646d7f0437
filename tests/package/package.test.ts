import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptProfile } from '../../src/input/kept-profiles.js';
import { profileFinder, profileNames } from '../../src/input/places.js';
import { packageContents } from '../../src/package/contents.mjs';
import { ROOT } from '../support/build-case.js';
import { environmentIn } from '../support/environment.js';

/** What packing needs of a file. */
interface PackedFile {
  readonly bytes: Uint8Array;
  readonly program?: boolean;
}

/** In the place of its Node.js a package gets the one that runs this test; `.ci/package.sh` tries the real ones. */
const RUNTIME = { binary: Buffer.from(`#!/bin/sh\nexec '${process.execPath}' "$@"\n`), licence: '' };
const FOLDER = mkdtempSync(join(tmpdir(), 'budget-package-'));
const office = join(FOLDER, '部门 a&b(1)');
let windows: ReadonlyMap<string, PackedFile>;
let linux: ReadonlyMap<string, PackedFile>;

beforeAll(async () => {
  [windows, linux] = await Promise.all([packageContents('win-x64', RUNTIME), packageContents('linux-x64', RUNTIME)]);
  unpack(linux, office);
}, 180_000);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

function unpack(files: ReadonlyMap<string, PackedFile>, folder: string) {
  for (const [path, { bytes, program }] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes, { mode: program ? 0o755 : 0o644 });
  }
}

/** What a person gets who types this after the starter's name; nothing of the developer's surroundings is there. */
function start(argv: readonly string[], cwd = office) {
  const { status, stdout, stderr } = spawnSync(join(office, '生成.sh'), argv, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin' },
  });
  return { status, stdout, stderr };
}

/** Every file with its bytes' length and the time when it was written. */
const state = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(office, 'app/cache')))
    .map((path) => [path, statSync(path).size, statSync(path).mtimeMs])
    .sort();

describe('the files of a package', () => {
  test('every profile is as it was kept when the program was compiled', () => {
    const environment = environmentIn(join(office, 'app'));
    const names = profileNames(environment);
    expect(names).toContain('shanxi-unit');
    for (const name of names) expect(keptProfile(name, profileFinder(environment), environment), name).toBeDefined();
  });

  test('are few, and none is the office’s own', () => {
    expect(windows.size).toBeLessThanOrEqual(50);
    const tops = new Set([...windows.keys()].map((path) => path.split('/')[0]));
    expect([...tops].sort()).toEqual(['app', '使用说明.txt', '样例', '生成.cmd']);
  });

  test('starters are ASCII, as cmd reads them in the code page of the computer; the page opens in any Notepad', () => {
    for (const name of ['生成.cmd', '生成.sh']) {
      const text = Buffer.from((windows.get(name) ?? linux.get(name))?.bytes ?? '').toString('utf8');
      expect(text.length, name).toBeGreaterThan(100);
      expect(text, name).toMatch(/^[\t\r\n -~]*$/);
      expect(/\r/.test(text), name).toBe(name.endsWith('.cmd'));
    }
    const page = Buffer.from(windows.get('使用说明.txt')?.bytes ?? '').toString('utf8');
    expect(page).toMatch(/^\uFEFF部门预算公开 \d/);
    expect(page.replaceAll('\r\n', '')).not.toContain('\n');
    for (const told of ['解除锁定', '更新', 'templates', '只读']) expect(page).toContain(told);
  });

  test('are the same for the same sources, whichever runtime they go with; every licence is there', () => {
    const differing = [...windows].filter(([path, { bytes }]) => !Buffer.from(linux.get(path)?.bytes ?? '').equals(Buffer.from(bytes)));
    expect(differing.map(([path]) => path).sort()).toEqual(['app/node.exe', 'app/package-files.json', '生成.cmd']);
    const licences = Buffer.from(windows.get('app/LICENSES.txt')?.bytes ?? '').toString('utf8');
    for (const name of Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies))
      expect(licences).toContain(`\n${name}\n`);
  });
});

describe.skipIf(process.platform === 'win32')('a package', () => {
  const elsewhere = join(FOLDER, '数据 & 成品');

  test('builds what lies elsewhere, names commands by its starter, and writes nothing beside the program', () => {
    mkdirSync(elsewhere);
    cpSync(join(office, '样例/data'), join(elsewhere, 'data'), { recursive: true });
    const before = state(office);
    const { status, stderr } = start(['build-doc', '003'], elsewhere);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('已写 out/2026/') });
    expect(readdirSync(elsewhere).sort()).toEqual(['data', 'out']);
    expect(state(office)).toEqual(before);
    const { stdout } = start(['build-doc', '--help'], elsewhere);
    expect(stdout).toContain('  ./生成.sh build-doc 003 ');
    expect(stdout).not.toMatch(/npm|npx/);
  });

  test('of a newer version is unpacked over an older one: data/, own templates/ and out/ stay as they are', () => {
    const init = ['init', '--年度', '2026', '--名称', '虚构市示例区教育局', '--代码', '105', '--性质', '行政'];
    const district = ['--地区', '虚构市示例区', '--级次', '区级', '--方案', 'shanxi'];
    for (const argv of [
      [...init, ...district],
      ['new-profile', 'mine'],
      ['build-doc', '105', '--draft'],
    ])
      expect(start(argv).status, argv[0]).toBe(0);
    const own = () => ['data', 'out', 'templates'].map((name) => state(join(office, name)));
    const before = own();
    expect(before.map((files) => files.length > 0)).toEqual([true, true, true]);
    // As an older version would have left it.
    writeFileSync(join(office, 'app/fonts/旧字体.ttf'), '');
    writeFileSync(join(office, 'app/package.json'), '{"version":"0.0.1"}');
    const examined = start(['doctor']).stdout;
    expect(examined).toContain('程序：app/package.json 被改过');
    expect(examined).toContain('程序：app/fonts/旧字体.ttf 是以前的版本留下的');
    rmSync(join(office, 'app'), { recursive: true });
    unpack(linux, office);
    expect(start(['build-doc', '105', '--draft']).stderr).toContain('未变 out/2026/');
    expect(start(['doctor']).stdout).toMatch(/^正常 +程序：\d+\.\d+\.\d+$/m);
    expect(own().map((files) => files.filter(([path]) => !/核对报告/.test(String(path))))).toEqual(
      before.map((files) => files.filter(([path]) => !/核对报告/.test(String(path)))),
    );
  });
});
