import * as files from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Environment } from './environment.js';

/** The real world, made of the process that `cli.ts` hands in. */
export function processEnvironment(process: NodeJS.Process, root: URL): Environment {
  const project = resolve(fileURLToPath(root));
  return {
    project,
    folder: startFolder(process, project),
    color: Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    clock: () => performance.now(),
    now: () => Date.now(), // ok: the age of lock files; never printed
    files,
    run: { id: process.pid, host: hostname(), isAlive: (id) => isAlive(process, id) },
    sleep: (milliseconds) => sleep(milliseconds),
    print: (line) => process.stdout.write(`${line}\n`),
    ...lines(process.stderr),
  };
}

/** Scripts whose arguments may be file names. */
const OURS = ['build-doc', 'check', 'new-year', 'compare', 'doctor', 'init'];

/** npm runs scripts in the project, wherever it was called; file names are meant from there. */
function startFolder(process: NodeJS.Process, project: string): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  const byNpm = script !== undefined && OURS.includes(script) && process.cwd() === project;
  return byNpm && INIT_CWD ? INIT_CWD : process.cwd();
}

function isAlive(process: NodeJS.Process, id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Another user's process is alive, but not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function lines(stream: NodeJS.WriteStream): Pick<Environment, 'say' | 'progress'> {
  const clear = stream.isTTY ? '\r\u001B[2K' : '';
  return {
    say: (line) => stream.write(`${clear}${line}\n`),
    progress: (line) => {
      // A line that wraps could not be cleared.
      if (stream.isTTY) stream.write(`${clear}${[...line].slice(0, Math.floor(stream.columns / 2) - 2).join('')}…`);
    },
  };
}
