import { spawn } from 'node:child_process';
import * as files from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { visibleText } from '../diagnostics/print.js';
import type { Environment, Machine } from '../environment.js';
import { placesOf } from './places.js';

/** Where the program is: the folder of all of it, and of what is compiled. */
export interface ProgramPlace extends Pick<Machine, 'program' | 'worker' | 'version'> {
  readonly home: string;
}

/** The real world, made of the process that an entrance of the program hands in. */
export function processEnvironment(process: NodeJS.Process, { home, program, worker, version }: ProgramPlace): Environment {
  const places = placesOf(process, home);
  const { wording } = places;
  const asked = (option: string) => process.argv.includes(option);
  return {
    ...places,
    color: Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb' && !asked('--no-color'),
    clock: () => performance.now(),
    now: () => Date.now(), // ok: the age of lock files; never printed
    files,
    run: { id: process.pid, host: hostname(), isAlive: (id) => isAlive(process, id) },
    sleep: (milliseconds) => sleep(milliseconds),
    machine: {
      terminal: Boolean(process.stderr.isTTY),
      processors: availableParallelism(),
      node: process.versions.node,
      version,
      platform: `${process.platform}-${process.arch}`,
      program,
      worker,
    },
    print: (line) => process.stdout.write(`${escaped(wording(line))}\n`),
    open: (path) => openOnDesktop(process, path),
    ...lines(process.stderr, wording, asked('--quiet')),
  };
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

/** Of the program in this folder. */
export function versionOf(home: string): string {
  const { version } = JSON.parse(files.readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Explorer, Finder, or what a Linux desktop has; it lives on when this program ends. */
function openOnDesktop({ platform }: NodeJS.Process, path: string): void {
  const opener = { win32: 'explorer.exe', darwin: 'open' }[platform as string] ?? 'xdg-open';
  spawn(opener, [path], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function lines(stream: NodeJS.WriteStream, wording: Environment['wording'], quiet: boolean): Pick<Environment, 'say' | 'progress'> {
  const clear = stream.isTTY ? '\r\u001B[2K' : '';
  return {
    say: (line, as) => {
      if (quiet && as === undefined) return;
      stream.write(`${clear}${as === 'painted' ? wording(line) : visibleText(wording(line))}\n`);
    },
    progress: (line) => {
      // A line that wraps could not be cleared.
      if (stream.isTTY && !quiet) stream.write(`${clear}${[...visibleText(line)].slice(0, Math.floor(stream.columns / 2) - 2).join('')}…`);
    },
  };
}
