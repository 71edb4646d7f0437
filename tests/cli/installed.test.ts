import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';
import { commandLine, ownFolder } from './command-line.js';

/** A project that has installed the program as a package: what `npm pack` takes, and nothing else of the repository. */
let site: string;
let packed: readonly string[];
const program = () => join(site, 'node_modules/budget-disclosure');

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'budget-site-'));
  packed = packedFiles();
  for (const path of packed) {
    mkdirSync(dirname(join(program(), path)), { recursive: true });
    cpSync(join(ROOT, path), join(program(), path));
  }
  // Its packages, without asking a registry for them.
  symlinkSync(join(ROOT, 'node_modules'), join(program(), 'node_modules'), 'junction');
  mkdirSync(join(site, 'node_modules/.bin'));
  const { bin } = JSON.parse(readFileSync(join(program(), 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const [[name, file] = ['', '']] = Object.entries(bin);
  symlinkSync(join(program(), file), join(site, 'node_modules/.bin', name));
}, 180_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

function packedFiles(): string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1e8,
  });
  const [one] = JSON.parse(stdout) as { files: { path: string }[] }[];
  return (one?.files ?? []).map(({ path }) => path);
}

/** The program by its name, with nobody at the keyboard. */
function run(folder: string, argv: readonly string[]) {
  const bin = join(site, 'node_modules/.bin/budget-disclosure');
  return spawnSync(process.execPath, [bin, ...argv], {
    cwd: join(site, folder),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
}

/** Every file of the installed program with the time when it was last written. */
const written = () =>
  readdirSync(program(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, statSync(join(entry.parentPath, entry.name)).mtimeMs]);

const INIT = ['init', '--年度', '2026', '--名称', '虚构市示例区教育局', '--代码', '105', '--性质', '行政'];
const DISTRICT = ['--地区', '虚构市示例区', '--级次', '区级', '--方案', 'shanxi'];
const FOLDER = 'out/2026/105-虚构市示例区教育局';

test('holds what it needs and nothing private', () => {
  for (const needed of [
    'dist/bundle/program.cjs',
    'dist/cli.js',
    'src/bundle/load.mjs',
    'src/bundle/worker.mjs',
    'src/start.mjs',
    'fonts/fonts.json',
    'templates/shanxi/方案.yaml',
    'templates/模板说明.md',
  ])
    expect(packed).toContain(needed);
  expect(
    packed.filter((path) => /^(tests|out|data\/2026|src\/(?!start\.mjs|bundle\/(load|worker)\.mjs)|fonts\/(local|build))/.test(path)),
  ).toEqual([]);
});

test('init, build-doc and new-profile in a folder of one’s own; the program’s is only read', async () => {
  mkdirSync(join(site, '我的 文件夹'));
  const before = written();
  const ran = [
    run('我的 文件夹', [...INIT, ...DISTRICT]),
    run('我的 文件夹', ['build-doc', '105', '--draft']),
    run('我的 文件夹', ['new-profile', 'mine']),
    run('我的 文件夹', ['check', '--templates', 'mine']),
  ];
  for (const { status, stdout, stderr } of ran) expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
  const said = ran.map(({ stderr }) => stderr).join('\n');
  expect(said).toContain('npx budget-disclosure build-doc 105 --year 2026 --draft');
  expect(said).not.toMatch(/npm run| -- /);
  expect(readdirSync(join(site, '我的 文件夹')).sort()).toEqual(['data', 'out', 'templates']);
  expect(readFileSync(join(site, '我的 文件夹/data/2026/105-虚构市示例区教育局.yaml'), 'utf8')).not.toContain('npm run');
  expect(written()).toEqual(before);

  const other = ownFolder();
  cpSync(join(site, '我的 文件夹/data'), other.path('data'), { recursive: true });
  await commandLine(other, ['build-doc', '105', '--draft'], other.changes);
  for (const name of readdirSync(other.path(FOLDER)))
    expect(readFileSync(join(site, '我的 文件夹', FOLDER, name)).equals(readFileSync(other.path(FOLDER, name))), name).toBe(true);
});

// A repository beside the office's own folder is started by its file: messages, and the files that are begun, say so, and name the
// program's own files by the way that leads there.
test('init and new-profile by the program’s file, from a folder beside it', () => {
  const repository = join(site, '仓 库');
  cpSync(program(), repository, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  symlinkSync(join(ROOT, 'node_modules'), join(repository, 'node_modules'), 'junction');
  mkdirSync(join(site, '办公室'));
  const start = (argv: readonly string[]) =>
    spawnSync(process.execPath, ['../仓 库/src/start.mjs', ...argv], { cwd: join(site, '办公室'), encoding: 'utf8' });
  const ran = [start([...INIT, ...DISTRICT]), start(['new-profile', 'mine']), start(['build-doc', '--help'])];
  const said = ran.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  expect(said).toContain('node "../仓 库/src/start.mjs" build-doc 105 --year 2026 --draft');
  expect(said).not.toMatch(/npm run|npx/);
  const begun = readFileSync(join(site, '办公室/data/2026/105-虚构市示例区教育局.yaml'), 'utf8');
  const form = readFileSync(join(site, '办公室/templates/mine/方案.yaml'), 'utf8');
  expect(begun).toContain('（虚构的部门）');
  for (const named of [/每一段都填全的样子：(.*?)\/（/.exec(begun)?.[1], /从哪里做起见 (.*?)，/.exec(form)?.[1]])
    expect(existsSync(join(site, '办公室', named ?? '没有')), named).toBe(true);
  for (const folder of ['仓 库', '办公室']) rmSync(join(site, folder), { recursive: true });
}, 60_000);

test('the same files in the same out/, wherever people stand', () => {
  const own = join(site, '我的 文件夹');
  const bytes = () => readdirSync(join(own, FOLDER)).map((name) => [name, readFileSync(join(own, FOLDER, name)).toString('base64')]);
  expect(run('我的 文件夹', ['build-doc', '105', '--draft']).status).toBe(0);
  const before = bytes();
  for (const [folder, file] of [
    ['我的 文件夹/data/2026', '105-虚构市示例区教育局.yaml'],
    ['我的 文件夹/data', '105'],
    ['.', './我的 文件夹/data/2026/105-虚构市示例区教育局.yaml'],
    ['node_modules', join(own, 'data/2026/105-虚构市示例区教育局.yaml')],
  ] as const) {
    rmSync(join(own, 'out'), { recursive: true });
    expect(run(folder, ['build-doc', file, '--draft'])).toMatchObject({ status: 0, stderr: expect.stringContaining(`已写 ${FOLDER}/`) });
    expect(bytes()).toEqual(before);
  }
  expect(readdirSync(site).sort()).toEqual(['node_modules', '我的 文件夹']);
});

test.each([
  [[], 2, '没有写命令。'],
  [['build-doc'], 3, '用 npx budget-disclosure init（菜单里的“新部门”）建立第一个部门的文件'],
  [['init'], 2, '这里不能提问。'],
  [['--help'], 0, '用法： npx budget-disclosure <命令> [选项]'],
  [['build-doc', '--help'], 0, '  npx budget-disclosure build-doc 003 '],
] as const)('%j in an empty folder: exit %i', (argv, exitCode, said) => {
  const { status, stdout, stderr } = run('.', argv);
  expect({ status, text: stdout + stderr }).toEqual({ status: exitCode, text: expect.stringContaining(said) });
  expect(stdout + stderr).not.toMatch(/\n\s+at |npm run/);
});

test.skipIf(process.platform === 'win32')('a folder that is removed meanwhile', () => {
  mkdirSync(join(site, 'gone'));
  const script = `rmdir ../gone && exec "${process.execPath}" "${join(site, 'node_modules/.bin/budget-disclosure')}" check`;
  const { status, stderr } = spawnSync('sh', ['-c', script], {
    cwd: join(site, 'gone'),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(3);
});
