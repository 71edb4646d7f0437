import * as files from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { visibleText } from '../diagnostics/print.js';
import type { Environment, Machine } from '../environment.js';
import { COMMANDS } from './all-commands.js';

/** Where the program is: the folder of all of it, and of what is compiled. */
export interface ProgramPlace extends Pick<Machine, 'program' | 'worker'> {
  readonly home: string;
}

/** The real world, made of the process that an entrance of the program hands in. */
export function processEnvironment(process: NodeJS.Process, { home: folder, program, worker }: ProgramPlace): Environment {
  const home = resolve(folder);
  const current = currentFolder(process) ?? home;
  const project = isWithin(current, home) ? home : current;
  const wording = project === home ? (text: string) => text : asProgram;
  return {
    home,
    project,
    folder: startFolder(process, current, home),
    color: Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    clock: () => performance.now(),
    now: () => Date.now(), // ok: the age of lock files; never printed
    files,
    run: { id: process.pid, host: hostname(), isAlive: (id) => isAlive(process, id) },
    sleep: (milliseconds) => sleep(milliseconds),
    machine: {
      terminal: Boolean(process.stderr.isTTY),
      processors: availableParallelism(),
      node: process.versions.node,
      program,
      worker,
    },
    wording,
    print: (line) => process.stdout.write(`${escaped(wording(line))}\n`),
    ...lines(process.stderr, wording),
  };
}

/** Nothing where the folder has been removed meanwhile. */
function currentFolder(process: NodeJS.Process): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function isWithin(folder: string, home: string): boolean {
  const way = relative(home, folder);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** npm runs scripts in the project, wherever it was called; file names are meant from there. */
function startFolder(process: NodeJS.Process, current: string, home: string): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  const byNpm = COMMANDS.some(({ name }) => name === script) && current === home;
  return byNpm && INIT_CWD ? INIT_CWD : current;
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

/** As JSON writes them: the same value for programs, and nothing that steers a terminal. */
function escaped(line: string): string {
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return line.replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, (character) => character.split('').map(escape).join(''));
}

function lines(stream: NodeJS.WriteStream, wording: Environment['wording']): Pick<Environment, 'say' | 'progress'> {
  const clear = stream.isTTY ? '\r\u001B[2K' : '';
  return {
    say: (line, as) => stream.write(`${clear}${as === 'painted' ? wording(line) : visibleText(wording(line))}\n`),
    progress: (line) => {
      // A line that wraps could not be cleared.
      if (stream.isTTY) stream.write(`${clear}${[...visibleText(line)].slice(0, Math.floor(stream.columns / 2) - 2).join('')}…`);
    },
  };
}

/** The name under which npm installs the program. */
const PROGRAM = 'npx budget-disclosure';

/** Words about npm's own way with options. */
const NPM_ONLY = /^选项前面要有单独的“--”.*\n/m;

/**
 * Messages name commands as npm runs them in the program's own folder. In any other folder there are no such scripts, and
 * the program is called by its name, without the `--` that keeps npm from taking options.
 */
function asProgram(text: string): string {
  return text.replace(NPM_ONLY, '').replace(/npm run (?:--silent )?([a-z-]+|<命令>)(?: --(?=\s|$))?/g, `${PROGRAM} $1`);
}
