import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../src/environment.js';

const ROOT = join(import.meta.dirname, '../..');
const { version: VERSION } = JSON.parse(fs.readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** The world as commands are handed it, with a folder that is both the program's and the office's; nobody sees what is said. */
export function environmentIn(folder: string, changes: Partial<Environment> = {}): Environment {
  return {
    home: folder,
    project: folder,
    folder,
    color: false,
    clock: () => 0,
    now: () => Date.now(),
    files: fs,
    run: { id: 1, host: '本机', isAlive: (id) => id === 1 },
    sleep: async () => undefined,
    machine: {
      terminal: false,
      processors: 2,
      node: process.versions.node,
      version: VERSION,
      platform: 'test',
      program: join(ROOT, 'dist'),
      worker: join(ROOT, 'dist/features/batch/worker.js'),
    },
    wording: (text) => text,
    print: () => undefined,
    say: () => undefined,
    progress: () => undefined,
    open: () => undefined,
    ...changes,
  };
}
