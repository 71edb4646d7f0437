import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Environment } from '../../src/environment.js';
import { environmentIn } from '../support/environment.js';

const ROOT = join(import.meta.dirname, '../..');

/** A project whose files are looked at after each run, and put back. */
export interface Project {
  readonly path: (name: string) => string;
  readonly environment: Environment;
  /** What has been said since the last time. */
  said(): string[];
  /** Throws where a file has changed that may not; puts all of them back as they were. */
  restore(mayChange: (name: string) => boolean): void;
}

/** The repository's data of the office, its templates and fonts; nothing waits for the disk. */
export function scratchProject(): Project {
  const folder = fs.mkdtempSync(join(tmpdir(), 'budget-fuzz-project-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  for (const name of ['templates', 'fonts']) fs.symlinkSync(join(ROOT, name), join(folder, name));
  fs.cpSync(join(ROOT, 'data'), join(folder, 'data'), { recursive: true });
  fs.writeFileSync(join(folder, '别人的.docx'), '别人的');
  const before = filesIn(folder);
  const lines: string[] = [];
  const environment = environmentIn(folder, {
    files: { ...fs, fsyncSync: () => undefined },
    say: (line) => lines.push(line),
    machine: { ...environmentIn(folder).machine, program: join(ROOT, 'dist/bundle') },
  });
  return {
    path: (name) => join(folder, name),
    environment,
    said: () => lines.splice(0),
    restore: (mayChange) => putBack(folder, before, mayChange),
  };
}

type Files = ReadonlyMap<string, Buffer>;

function filesIn(folder: string): Files {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path), fs.readFileSync(path)]));
}

function putBack(folder: string, before: Files, mayChange: (name: string) => boolean): void {
  const after = filesIn(folder);
  const touched = [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    return one === undefined || other === undefined || !one.equals(other);
  });
  for (const name of touched) {
    const bytes = before.get(name);
    if (!bytes) fs.rmSync(join(folder, name));
    else {
      fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
      fs.writeFileSync(join(folder, name), bytes);
    }
  }
  const strange = touched.filter((name) => !mayChange(name));
  if (strange.length > 0) throw new Error(`touched: ${strange.join(', ')}`);
}
