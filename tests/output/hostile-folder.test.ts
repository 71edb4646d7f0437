import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OutputContext } from '../../src/output/context.js';
import { recoverAll, writeTogether } from '../../src/output/write-together.js';
import { EDITIONS } from '../../src/publication/editions.js';
import { contents, context, failure, NEW, OLD, pair, temporaryFolder, withOperation } from './disk.js';

let out: string;
let folder: string;
beforeEach(async () => {
  out = join(temporaryFolder(), 'out');
  folder = join(out, '2026', '003-甲');
  await write('旧');
});

const write = (version: string, changes: Partial<OutputContext> = {}) =>
  writeTogether(out, ['2026', '003-甲'], pair(version), context(out, changes));
const at = (name: string) => join(folder, name);
const HOUR = 3_600_000;
/** Dates a file by hours from now; a folder or a pipe too. */
const dated = (name: string, hours: number) => {
  const date = (Date.now() + hours * HOUR) / 1000;
  utimesSync(at(name), date, date);
};

describe('a lock that cannot be had ends in output-in-use, with what to delete', () => {
  const ends: [string, () => void, string, string][] = [
    ['a folder', () => mkdirSync(at('.lock')), '以前的生成留下的锁定文件删不掉', '.lock'],
    [
      'a folder in the way of taking over',
      () => {
        writeFileSync(at('.lock'), '');
        dated('.lock', -1);
        mkdirSync(at('.lock-takeover'));
        dated('.lock-takeover', -1);
      },
      '以前的生成留下的锁定文件删不掉',
      '.lock-takeover',
    ],
    ['of another machine', () => writeFileSync(at('.lock'), '{"id":7,"host":"别的电脑"}'), '另一次生成正在写这个文件夹', '.lock'],
    ['empty, just now', () => writeFileSync(at('.lock'), ''), '另一次生成正在写这个文件夹', '.lock'],
  ];
  test.each(ends)('%s', async (_, put, message, name) => {
    put();
    if (existsSync(at('.lock')) && message.startsWith('以前')) dated('.lock', -1);
    const started = Date.now();
    const { outcome, diagnostics } = await write('新', { now: () => started });
    expect(outcome).toBe('failed');
    expect(diagnostics).toMatchObject([
      {
        code: 'output-in-use',
        message: `不能写“F/2026/003-甲”：${message}。`,
        hint: expect.stringContaining(`请删除“F/2026/003-甲/${name}”`),
      },
    ]);
    expect(readFileSync(at('a.docx'), 'utf8')).toBe(OLD['a.docx']);
  });

  test('one that answers EBUSY for ever', async () => {
    writeFileSync(at('.lock'), '');
    dated('.lock', -1);
    const unlinkSync = (path: string) => {
      if (path.endsWith('/.lock')) throw failure('EBUSY');
      fs.unlinkSync(path);
    };
    const disk = context(out, { files: withOperation('unlinkSync', unlinkSync as never) });
    const { diagnostics } = await writeTogether(out, ['2026', '003-甲'], pair('新'), disk);
    expect(diagnostics).toMatchObject([{ code: 'output-in-use', hint: expect.stringContaining('F/2026/003-甲/.lock') }]);
    expect(contents(folder)).toMatchObject(OLD);
  });

  test('one that seems to go and is still there', async () => {
    writeFileSync(at('.lock'), '');
    dated('.lock', -1);
    const { diagnostics } = await write('新', { files: withOperation('unlinkSync', (() => undefined) as never) });
    expect(diagnostics).toMatchObject([{ code: 'output-in-use' }]);
  });

  test('dated in the future: the file and its date', async () => {
    writeFileSync(at('.lock'), '{"id":7,"host":"别的电脑"}');
    utimesSync(at('.lock'), new Date(2099, 0, 2, 3, 4, 5), new Date(2099, 0, 2, 3, 4, 5));
    const { diagnostics } = await write('新');
    expect(diagnostics).toMatchObject([
      {
        code: 'output-in-use',
        message: expect.stringContaining('锁定文件的日期是 2099-01-02 03:04:05'),
        hint: expect.stringContaining('请删除“F/2026/003-甲/.lock”'),
      },
    ]);
  });

  test('the clock is set back while it is waited for', async () => {
    writeFileSync(at('.lock'), '{"id":7,"host":"别的电脑"}');
    let hours = 0;
    const now = () => {
      hours -= 1;
      return Date.now() + hours * HOUR;
    };
    expect((await write('新', { now })).diagnostics).toMatchObject([{ code: 'output-in-use' }]);
  });

  test.each([
    ['a pipe', () => execFileSync('mkfifo', [at('.lock')])],
    ['a link that leads nowhere', () => symlinkSync(join(out, 'nowhere'), at('.lock'))],
    ['not JSON', () => writeFileSync(at('.lock'), '\u0000{')],
    ['JSON, but no owner', () => writeFileSync(at('.lock'), 'null')],
    ['an owner that stands for all processes', () => writeFileSync(at('.lock'), '{"id":-1,"host":"本机"}')],
    ['enormous', () => fs.truncateSync(at('.lock'), 0)],
  ])('%s is taken over once it is old', async (kind, put) => {
    if (kind === 'enormous') writeFileSync(at('.lock'), '');
    put();
    if (kind === 'enormous') fs.truncateSync(at('.lock'), 1024 ** 3);
    expect((await write('新', { now: () => Date.now() + HOUR })).outcome).toBe('written');
    expect(contents(folder)).toEqual(NEW);
  });

  test('what cannot be unlocked after the writing is a reminder', async () => {
    const unlinkSync = (path: string) => {
      if (path.endsWith('/.lock')) throw failure('EPERM');
      fs.unlinkSync(path);
    };
    const { outcome, diagnostics } = await write('新', { files: withOperation('unlinkSync', unlinkSync as never) });
    expect(outcome).toBe('written');
    expect(diagnostics).toMatchObject([{ code: 'output-left-behind', severity: 'warning', message: expect.stringContaining('“.lock”') }]);
    expect((await write('旧')).outcome).toBe('written');
    expect(contents(folder)).toEqual(OLD);
  });
});

describe('a journal is believed only as far as this program could have written it', () => {
  const forged: [string, string, string][] = [
    ['a way out of the folder', '.undo.json', '[{"name":"../../../victim.docx","replaces":false}]'],
    ['with the separator of Windows', '.undo.json', '[{"name":"..\\\\victim.docx","replaces":false}]'],
    ['an absolute path', '.undo.json', '[{"name":"/etc/victim.json","replaces":false}]'],
    ['dots only', '.undo.json', '[{"name":"..","replaces":false}]'],
    ['the folder itself', '.commit.json', '[{"name":".","replaces":true}]'],
    ['a temporary', '.commit.json', '[{"name":".lock","replaces":true}]'],
    ['a NUL', '.commit.json', '[{"name":"a\\u0000.docx","replaces":true}]'],
    ['a name of nothing that is written', '.undo.json', '[{"name":"客户.xlsm","replaces":false}]'],
    ['no list', '.commit.json', '{}'],
    ['steps that are none', '.commit.json', '[null, 5]'],
    ['cut', '.undo.json', '[{"name":"a.do'],
    ['empty', '.commit.json', ''],
    ['null', '.undo.json', 'null'],
    ['deep', '.commit.json', '['.repeat(100_000)],
  ];
  test.each(forged)('%s', async (_, journal, text) => {
    writeFileSync(join(out, '..', 'victim.docx'), '别人的');
    writeFileSync(at('客户.xlsm'), '别人的');
    writeFileSync(at(journal), text);
    const said = await recoverAll(out, context(out));
    expect(said).toMatchObject([
      { code: 'output-journal-damaged', severity: 'warning', message: expect.stringContaining(`“F/2026/003-甲/${journal}”`) },
    ]);
    expect(contents(folder)).toEqual({ ...OLD, '客户.xlsm': '别人的', [`已损坏${journal}`]: text });
    expect(existsSync(join(out, '..', 'victim.docx'))).toBe(true);
    expect(await write('新')).toEqual({ outcome: 'written', diagnostics: [] });
  });

  test.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link', (path: string) => symlinkSync('/etc/hostname', path)],
    ['enormous', (path: string) => fs.closeSync(fs.openSync(path, 'w')) ?? fs.truncateSync(path, 1024 ** 3)],
  ])('%s in its place is set aside by the next writing', async (_, put) => {
    put(at('.commit.json'));
    writeFileSync(at('已损坏.commit.json'), '上次的');
    const { outcome, diagnostics } = await write('新');
    expect(outcome).toBe('written');
    expect(diagnostics).toMatchObject([{ code: 'output-journal-damaged', message: expect.stringContaining('“已损坏.commit.json.2”') }]);
    expect(fs.readdirSync(folder)).toEqual(['a.docx', 'a.pdf', '已损坏.commit.json', '已损坏.commit.json.2']);
  });

  test('a file that is not what the journal put there is not removed', async () => {
    writeFileSync(at('批注.docx'), '我的');
    writeFileSync(at('.undo.json'), '[{"name":"批注.docx","replaces":false}]');
    await recoverAll(out, context(out));
    expect(contents(folder)).toEqual({ ...OLD, '批注.docx': '我的' });
  });

  test.each([
    ['a link', (path: string) => symlinkSync('/etc/hostname', path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('%s in the place of a new file does not come in its place', async (_, put) => {
    put(at('.new-a.docx'));
    writeFileSync(at('.commit.json'), '[{"name":"a.docx","replaces":true}]');
    await recoverAll(out, context(out));
    expect(fs.lstatSync(at('a.docx')).isFile()).toBe(true);
    expect(readFileSync(at('a.docx'), 'utf8')).toBe(OLD['a.docx']);
  });

  test('what cannot be put back is said, and nothing else ends', async () => {
    renameSync(at('a.docx'), at('.old-a.docx'));
    writeFileSync(at('.undo.json'), '[{"name":"a.docx","replaces":true}]');
    const refused = () => {
      throw failure('EACCES');
    };
    expect(await recoverAll(out, context(out, { files: withOperation('renameSync', refused) }))).toMatchObject([
      { code: 'output-not-recovered', severity: 'warning', message: expect.stringContaining('上次中断的生成还没有恢复') },
    ]);
    expect(readFileSync(at('.old-a.docx'), 'utf8')).toBe(OLD['a.docx']);
  });

  test('every edition of a disclosure may stand in it', async () => {
    const names = EDITIONS.map(({ suffix }) => `003-甲${suffix}`);
    for (const name of names) writeFileSync(at(`.new-${name}`), name);
    writeFileSync(at('.commit.json'), JSON.stringify(names.map((name) => ({ name, replaces: false }))));
    expect(await recoverAll(out, context(out))).toEqual([]);
    expect(contents(folder)).toEqual({ ...OLD, ...Object.fromEntries(names.map((name) => [name, name])) });
  });

  test('what a killed run left is recovered', async () => {
    writeFileSync(at('.new-a.pdf'), NEW['a.pdf']);
    renameSync(at('a.docx'), at('.old-a.docx'));
    writeFileSync(at('a.docx'), NEW['a.docx']);
    writeFileSync(at('.commit.json'), '[{"name":"a.docx","replaces":true},{"name":"a.pdf","replaces":true}]');
    expect(await recoverAll(out, context(out))).toEqual([]);
    expect(contents(folder)).toEqual(NEW);
  });
});

describe('cleaning up after everything is in place', () => {
  const held = (name: string, times: number, code = 'EBUSY') => {
    let left = times;
    return withOperation('unlinkSync', ((path: string) => {
      if (path.endsWith(`/${name}`) && left > 0) {
        left -= 1;
        throw failure(code);
      }
      unlinkSync(path);
    }) as never);
  };

  test.each(['.commit.json', '.old-a.docx', '.lock'])('%s is tried again', async (name) => {
    expect(await write('新', { files: held(name, 3) })).toEqual({ outcome: 'written', diagnostics: [] });
    expect(contents(folder)).toEqual(NEW);
  });

  test.each(['.commit.json', '.old-a.pdf'])('%s that cannot be removed is a reminder', async (name) => {
    const { outcome, diagnostics } = await write('新', { files: held(name, 999) });
    expect(outcome).toBe('written');
    expect(diagnostics).toMatchObject([{ code: 'output-left-behind', severity: 'warning', message: expect.stringContaining(`“${name}”`) }]);
    expect(contents(folder)).toMatchObject(NEW);
    expect((await write('旧')).outcome).toBe('written');
    expect(contents(folder)).toEqual(OLD);
  });

  test('a journal that stays lets nothing new be written, and is named', async () => {
    const files = held('.commit.json', 9999);
    await write('新', { files });
    expect(await write('新', { files })).toMatchObject({ outcome: 'unchanged', diagnostics: [{ code: 'output-left-behind' }] });
    const { outcome, diagnostics } = await write('旧', { files });
    expect(outcome).toBe('failed');
    expect(diagnostics).toMatchObject([{ code: 'output-in-the-way', message: expect.stringContaining('F/2026/003-甲/.commit.json') }]);
    expect(contents(folder)).toMatchObject(NEW);
  });
});
