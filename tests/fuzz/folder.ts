import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputContext } from '../../src/output/context.js';

const BASE = fs.mkdtempSync(join(tmpdir(), 'budget-fuzz-'));
process.on('exit', () => fs.rmSync(BASE, { recursive: true, force: true }));

export interface SpoiltFolder {
  readonly base: string;
  readonly folders: readonly string[];
  readonly context: OutputContext;
  /** That nothing outside the program's own files has changed, and a writing that says so has written. */
  expectUntouched(outcome: string): void;
}

/** A folder with these files; nothing sleeps, nothing waits for the disk. */
export function inMemory(files: readonly (readonly [string, string])[]): SpoiltFolder {
  fs.rmSync(BASE, { recursive: true, force: true });
  const folders = ['2026', '003-甲'];
  const folder = join(BASE, 'out', ...folders);
  fs.mkdirSync(folder, { recursive: true });
  const strangers = [join(BASE, 'victim.docx'), join(folder, '批注.docx')];
  for (const path of strangers) fs.writeFileSync(path, '别人的');
  for (const [name, text] of files) fs.writeFileSync(join(folder, name), text);
  const written = ['a.docx', 'a.pdf'].map((name) => join(folder, name));
  return {
    base: join(BASE, 'out'),
    folders,
    context: contextOf(),
    expectUntouched: (outcome) => {
      for (const path of strangers) if (fs.readFileSync(path, 'utf8') !== '别人的') throw new Error(`${path} was touched`);
      if (outcome !== 'failed' && written.some((path) => !fs.existsSync(path))) throw new Error('not written');
    },
  };
}

function contextOf(): OutputContext {
  let time = Date.now();
  return {
    files: { ...fs, fsyncSync: () => undefined },
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
    run: { id: 1, host: '本机', isAlive: () => false },
    show: (path) => path,
    onWait: () => undefined,
  };
}
