import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileOperations } from '../../src/output/context.js';
import { writeTogether } from '../../src/output/write-together.js';
import { context, pair, temporaryFolder } from './disk.js';

/*
 * A machine may lose its power at any moment, and a disk keeps in any order what nobody told it to keep: what a rename
 * shows has to be on the disk before, and what is thrown away must not be needed any more.
 */

/** What is done to files, by name: `sync a.docx`, `rename .new-a.docx a.docx`. The folder itself is `.`. */
function recorded(folder: string, said: string[]): FileOperations {
  const open = new Map<number, string>();
  const nameOf = (path: string) => (path === folder ? '.' : basename(path));
  const openSync = ((path: string, ...rest: [string]) => {
    const handle = fs.openSync(path, ...rest);
    open.set(handle, nameOf(path));
    return handle;
  }) as typeof fs.openSync;
  return {
    ...fs,
    openSync,
    writeSync: ((handle: number, ...rest: [Uint8Array, number]) => {
      said.push(`write ${open.get(handle)}`);
      return fs.writeSync(handle, ...rest);
    }) as typeof fs.writeSync,
    copyFileSync: ((from: string, to: string, mode: number) => {
      said.push(`write ${nameOf(to)}`);
      fs.copyFileSync(from, to, mode);
    }) as typeof fs.copyFileSync,
    fsyncSync: (handle) => void said.push(`sync ${open.get(handle)}`),
    renameSync: ((from: string, to: string) => {
      said.push(`rename ${nameOf(from)} ${nameOf(to)}`);
      fs.renameSync(from, to);
    }) as typeof fs.renameSync,
    unlinkSync: ((path: string) => {
      said.push(`remove ${nameOf(path)}`);
      fs.unlinkSync(path);
    }) as typeof fs.unlinkSync,
  };
}

async function writing(): Promise<readonly string[]> {
  const out = join(temporaryFolder(), 'out');
  await writeTogether(out, ['甲'], pair('旧'), context(out));
  const said: string[] = [];
  const folder = fs.realpathSync(join(out, '甲'));
  const { outcome } = await writeTogether(out, ['甲'], pair('新'), context(out, { files: recorded(folder, said) }));
  expect(outcome).toBe('written');
  return said.filter((one) => !one.includes('.lock'));
}

const NEW = ['.new-a.docx', '.new-a.pdf'];
const OLD = ['.old-a.docx', '.old-a.pdf'];

test('write, then fsync, then rename, then the folder, and only then is anything thrown away', async () => {
  const said = await writing();
  const at = (one: string) => {
    const index = said.indexOf(one);
    expect(index, `${one} in ${said.join('; ')}`).toBeGreaterThanOrEqual(0);
    return index;
  };
  const commit = at('rename .commit.json.new .commit.json');
  for (const name of [...NEW, ...OLD, '.commit.json.new']) {
    expect(said.lastIndexOf(`write ${name}`), name).toBeLessThan(at(`sync ${name}`));
    expect(at(`sync ${name}`), name).toBeLessThan(commit);
  }
  const folders = said.flatMap((one, index) => (one === 'sync .' ? [index] : []));
  const moves = ['a.docx', 'a.pdf'].map((name) => at(`rename .new-${name} ${name}`));
  expect(
    folders.some((index) => index > commit && index < Math.min(...moves)),
    'the journal is on the disk before a file is replaced',
  ).toBe(true);
  const removed = at('remove .commit.json');
  expect(
    folders.some((index) => index > Math.max(...moves) && index < removed),
    'the files are, before the journal goes',
  ).toBe(true);
  for (const name of OLD) expect(removed, 'no copy goes while the journal may ask for it').toBeLessThan(at(`remove ${name}`));
});
