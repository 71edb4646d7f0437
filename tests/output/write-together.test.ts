import * as fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OutputContext } from '../../src/output/context.js';
import { recoverAll, writeTogether } from '../../src/output/write-together.js';
import { contents, context, failure, NEW, OLD, pair, temporaryFolder, watched, withOperation } from './disk.js';

let out: string;
let folder: string;
beforeEach(() => {
  out = join(temporaryFolder(), 'out');
  folder = join(out, '2026', '003-甲');
});

const write = (version: string, changes: Partial<OutputContext> = {}) =>
  writeTogether(out, ['2026', '003-甲'], pair(version), context(out, changes));

describe('without trouble', () => {
  test('makes the folders and writes both files', async () => {
    expect(await write('旧')).toEqual({ outcome: 'written', diagnostics: [] });
    expect(contents(folder)).toEqual(OLD);
  });

  test('replaces both', async () => {
    await write('旧');
    expect((await write('新')).outcome).toBe('written');
    expect(contents(folder)).toEqual(NEW);
  });

  test('leaves files alone that hold these bytes already', async () => {
    await write('旧');
    const before = statSync(join(folder, 'a.docx'), { bigint: true }).mtimeNs;
    expect(await write('旧')).toEqual({ outcome: 'unchanged', diagnostics: [] });
    expect(statSync(join(folder, 'a.docx'), { bigint: true }).mtimeNs).toBe(before);
  });

  test('leaves other files of the folder alone', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '批注.txt'), '我的');
    await write('新');
    expect(contents(folder)).toEqual({ ...NEW, '批注.txt': '我的' });
  });

  test('out may itself be a link', async () => {
    mkdirSync(join(out, '..', 'elsewhere'));
    symlinkSync(join(out, '..', 'elsewhere'), out);
    expect((await write('新')).outcome).toBe('written');
    expect(contents(join(out, '..', 'elsewhere', '2026', '003-甲'))).toEqual(NEW);
  });
});

describe('refused, and nothing is touched', () => {
  const cases: [string, string, () => void][] = [
    ['out is a file', '不能写“F”：它（或它的上级）是一个文件或链接，不是文件夹。', () => writeFileSync(out, '')],
    [
      'out/2026 is a file',
      '不能写“F/2026”：它是一个文件，不是文件夹。',
      () => arrange(out, (folder) => writeFileSync(join(folder, '2026'), '')),
    ],
    [
      'out/2026 is a link',
      '不能写“F/2026”：它是一个链接，通到别处。',
      () => arrange(out, (folder) => symlinkSync('/tmp', join(folder, '2026'))),
    ],
    [
      'the Word file is a folder',
      '不能写“F/2026/003-甲/a.docx”：它是一个文件夹。',
      () => mkdirSync(join(folder, 'a.docx'), { recursive: true }),
    ],
    [
      'the PDF is a link',
      '不能写“F/2026/003-甲/a.pdf”：它是一个链接，通到别处。',
      () => arrange(folder, (path) => symlinkSync('/etc/hostname', join(path, 'a.pdf'))),
    ],
  ];
  test.each(cases)('%s', async (_, message, put) => {
    put();
    const before = existsSync(folder) ? readdirSync(folder) : [];
    const { outcome, diagnostics } = await write('新');
    expect(outcome).toBe('failed');
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'output-in-the-way', message, hint: expect.stringContaining('改名或移走') }),
    ]);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual(before);
  });

  test.each([
    ['EACCES', 'output-not-writable', '没有写入的权限（EACCES）'],
    ['EROFS', 'output-not-writable', '磁盘是只读的（EROFS）'],
    ['ENOSPC', 'output-disk-full', '磁盘已满'],
    ['EIO', 'output-not-writable', '磁盘读写出错（EIO）'],
  ])('the folder cannot be made: %s', async (code, expected, reason) => {
    const mkdirSync = () => {
      throw failure(code);
    };
    const { diagnostics } = await write('新', { files: withOperation('mkdirSync', mkdirSync) });
    expect(diagnostics).toEqual([expect.objectContaining({ code: expected, message: expect.stringContaining(reason) })]);
  });

  test('folders that were made for nothing are taken back', async () => {
    const openSync = () => {
      throw failure('ENOSPC');
    };
    await write('新', { files: withOperation('openSync', openSync) });
    expect(existsSync(out)).toBe(false);
  });

  test('an exception of ours is not taken for a full disk', async () => {
    const readdir = () => {
      throw new TypeError('ours');
    };
    await expect(write('新', { files: withOperation('readdirSync', readdir) })).rejects.toThrow('ours');
  });
});

describe('a file held open by Word', () => {
  /** Refuses to replace one file `times` times. */
  const held = (name: string, times: number, code = 'EPERM') => {
    let left = times;
    return withOperation('renameSync', ((from: string, to: string) => {
      if (to.endsWith(`/${name}`) && left > 0) {
        left -= 1;
        throw failure(code);
      }
      renameSync(from, to);
    }) as never);
  };

  test.each(['EBUSY', 'EPERM', 'EACCES'])('is waited for (%s)', async (code) => {
    await write('旧');
    const disk = context(out, { files: held('a.docx', 4, code) });
    expect((await writeTogether(out, ['2026', '003-甲'], pair('新'), disk)).outcome).toBe('written');
    expect(contents(folder)).toEqual(NEW);
    expect(disk.waits[0]).toBe('“a.docx”被占用，等待它关闭');
  });

  test.each([
    ['a.docx', '请先关闭 Word/WPS 中的“a.docx”，再生成一次。'],
    ['a.pdf', '请先关闭 PDF 阅读器中的“a.pdf”，再生成一次。'],
  ])('%s: refused after some seconds, both old files stay', async (name, hint) => {
    await write('旧');
    const { outcome, diagnostics } = await write('新', { files: held(name, 99) });
    expect(outcome).toBe('failed');
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'output-file-open', hint })]);
    expect(contents(folder)).toEqual(OLD);
  });

  test('does not matter where nothing changes', async () => {
    await write('旧');
    expect((await write('旧', { files: held('a.docx', 99) })).outcome).toBe('unchanged');
  });

  test('is mentioned where the system lets it be replaced', async () => {
    await write('旧');
    writeFileSync(join(folder, '.~lock.a.docx#'), '');
    const { outcome, diagnostics } = await write('新');
    expect(outcome).toBe('written');
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'output-open-elsewhere', severity: 'warning' })]);
  });
});

describe('both files or neither', () => {
  /** Operations that one writing over old files takes. */
  const countOperations = async (): Promise<number> => {
    let total = 0;
    await write('旧');
    await write('新', {
      files: watched((count) => {
        total = count;
      }),
    });
    return total;
  };

  test.each(['ENOSPC'])('whichever operation fails once with %s, nothing is left behind', async (code) => {
    const total = await countOperations();
    expect(total).toBeGreaterThan(30);
    for (let broken = 1; broken <= total; broken += 1) {
      await write('旧');
      const result = await write('新', { files: failingAt(broken, code) });
      const left = contents(folder);
      const state = `operation ${broken}: ${result.outcome}`;
      expect(whole(left), state).toBe(true);
      if (result.outcome === 'failed') expect(result.diagnostics, state).toHaveLength(1);
      await write('旧');
      expect(contents(folder), state).toEqual(OLD);
    }
  });

  test('whenever the run is killed, the next one finds a whole pair again', async () => {
    const total = await countOperations();
    const seen = new Set<string>();
    for (let last = 1; last <= total; last += 1) {
      await write('旧');
      await write('新', { files: killedAt(last) }).catch(() => undefined);
      await recoverAll(out, context(out));
      const { '.lock': _, ...left } = contents(folder);
      expect(left, `killed before operation ${last}`).toSatisfy(isPair);
      seen.add(left['a.pdf'] ?? '');
      await write('旧');
    }
    expect([...seen].sort()).toEqual(['PDF 新', 'PDF 旧']);
  });

  test('a first pair that cannot be completed leaves nothing', async () => {
    const rename = (from: string, to: string) => {
      if (to.endsWith('a.pdf')) throw failure('EIO');
      renameSync(from, to);
    };
    expect((await write('新', { files: withOperation('renameSync', rename as never) })).outcome).toBe('failed');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('two runs', () => {
  test('wait for each other', async () => {
    await write('旧');
    writeFileSync(join(folder, '.lock'), JSON.stringify({ id: 7, host: '本机' }));
    const alive = { id: 1, host: '本机', isAlive: () => true };
    let sleeps = 0;
    const sleep = async () => {
      sleeps += 1;
      if (sleeps === 3) fs.unlinkSync(join(folder, '.lock'));
    };
    expect((await write('新', { run: alive, sleep })).outcome).toBe('written');
    expect(contents(folder)).toEqual(NEW);
  });

  test('give up after a while', async () => {
    await write('旧');
    writeFileSync(join(folder, '.lock'), JSON.stringify({ id: 7, host: '别的电脑' }));
    const { outcome, diagnostics } = await write('新');
    expect(outcome).toBe('failed');
    expect(diagnostics[0]).toMatchObject({ code: 'output-in-use', message: '不能写“F/2026/003-甲”：另一次生成正在写这个文件夹。' });
    expect(contents(folder)).toMatchObject(OLD);
  });

  test.each([
    ['killed', { id: 7, host: '本机' }, 0],
    ['of another machine, long ago', { id: 7, host: '别的电脑' }, 200_000],
    ['without content, long ago', undefined, 200_000],
  ])('a lock is taken over from a run that was %s', async (_, owner, age) => {
    await write('旧');
    writeFileSync(join(folder, '.lock'), owner ? JSON.stringify(owner) : '');
    expect((await write('新', { now: () => Date.now() + age })).outcome).toBe('written');
    expect(contents(folder)).toEqual(NEW);
  });

  test('at once never mix', async () => {
    await write('旧');
    const sleep = () => new Promise<void>((resolve) => setImmediate(resolve));
    const run = { id: 9, host: '本机', isAlive: () => true };
    await Promise.all(['1', '2', '3', '4'].map((version) => write(version, { sleep, run })));
    const left = contents(folder);
    expect(left['a.docx']?.replace('Word ', '')).toBe(left['a.pdf']?.replace('PDF ', ''));
    expect(Object.keys(left)).toEqual(['a.docx', 'a.pdf']);
  });
});

function arrange(path: string, put: (path: string) => void): void {
  mkdirSync(path, { recursive: true });
  put(path);
}

const isPair = (left: Record<string, string>): boolean =>
  JSON.stringify(left) === JSON.stringify(OLD) || JSON.stringify(left) === JSON.stringify(NEW);

/** Both of one version; temporaries of an operation that could not even be cleaned up may stay until the next run. */
function whole(left: Record<string, string>): boolean {
  return isPair({ 'a.docx': left['a.docx'] ?? '', 'a.pdf': left['a.pdf'] ?? '' });
}

function failingAt(broken: number, code: string) {
  return watched((count) => {
    if (count === broken) throw failure(code);
  });
}

/** From some operation on, nothing happens any more. */
function killedAt(last: number) {
  return watched((count) => {
    if (count >= last) throw new Error('killed');
  });
}
