import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../src/environment.js';
import { ROOT } from '../support/build-case.js';

/** The compiled program as it is now: whatever is compiled while the tests run, it stays the same. */
export interface ProgramCopy {
  readonly folder: string;
  readonly machine: Machine;
  /** A worker that fails, see failing-worker.mjs. */
  readonly failing: Machine;
  remove(): void;
}

export function copyProgram(): ProgramCopy {
  const folder = mkdtempSync(join(tmpdir(), 'budget-program-'));
  const dist = join(folder, 'dist');
  cpSync(join(ROOT, 'dist'), dist, { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const name of ['load.mjs', 'worker.mjs']) cpSync(join(ROOT, 'src/bundle', name), join(folder, 'src/bundle', name));
  cpSync(join(ROOT, 'tests/batch/failing-worker.mjs'), join(dist, 'failing-worker.mjs'));
  for (const name of ['node_modules', 'templates', 'fonts']) symlinkSync(join(ROOT, name), join(folder, name));
  const machine = {
    terminal: false,
    processors: 2,
    version: '0.0.0',
    platform: 'test',
    node: '20',
    program: dist,
    // As the program runs it: one file, compiled already.
    worker: join(folder, 'src/bundle/worker.mjs'),
  };
  const failing = { ...machine, worker: join(dist, 'failing-worker.mjs') };
  return { folder, machine, failing, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
