import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileOperations, OutputContext } from './output/context.js';

/** What a command may use of the world around it; the entrances make it of `process`, tests make their own. */
export interface Environment {
  /** The program: its templates/, fonts/ and data/classifications/; read, never written. */
  readonly home: string;
  /** The district's own folder: data/, out/, and templates/, fonts/local/ and classifications that go before the program's. */
  readonly project: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly color: boolean;
  /** Milliseconds, for durations only. */
  readonly clock: () => number;
  readonly files: FileOperations;
  readonly run: OutputContext['run'];
  /** Milliseconds since 1970, to tell the age of lock files. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly machine: Machine;
  /** A text that names commands, as they are called here; lines that are said or printed are worded already. */
  readonly wording: (text: string) => string;
  /** A line for programs. */
  readonly print: (line: string) => void;
  /**
   * A line for people. Whatever could steer their terminal is shown as text, unless the line was painted by this program.
   * Painted and needed lines are said even to those who want it quiet.
   */
  readonly say: (line: string, as?: 'painted' | 'needed') => void;
  /** A line that the next one replaces, on a terminal only. */
  readonly progress: (line: string) => void;
  /** Shows a file or a folder as a double click would; nothing where there is no desktop. */
  readonly open: (path: string) => void;
}

/** What the computer is like. */
export interface Machine {
  /** People watch a terminal; else lines go into a file. */
  readonly terminal: boolean;
  readonly processors: number;
  /** Version of Node.js, which compresses the files. */
  readonly node: string;
  /** Version of this program. */
  readonly version: string;
  /** As Node.js names it, such as win32-x64. */
  readonly platform: string;
  /** The folder of the compiled program, and what a batch's workers run. */
  readonly program: string;
  readonly worker: string;
}

/** A path as people typed it, from where they stand; one with `\` is meant as on Windows, unless there is such a name. */
export function resolvePath({ folder, files }: Environment, path: string): string {
  const typed = resolve(folder, path);
  if (sep === '\\' || !path.includes('\\') || files.lstatSync(typed, { throwIfNoEntry: false })) return typed;
  return resolve(folder, path.replaceAll('\\', '/'));
}

/**
 * A path as messages and the report show it: from the district's own folder, with `/`; outside of it in full. Where people
 * stand is no matter of a document: it has the same bytes from everywhere.
 */
export function showPath({ project, home }: Environment, path: string): string {
  const ways = [home, project].map((root) => relative(root, path)).filter(isBelow);
  const [way] = ways.sort((one, other) => one.length - other.length);
  return way === undefined ? path : way.split(sep).join('/');
}

/** The way to a file of the program from the office's own folder, as a text of the office's names it. */
export const wayToProgram = ({ project, home }: Environment, path: string): string =>
  relative(project, resolve(home, path)).split(sep).join('/');

const isBelow = (way: string): boolean => way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);

/** The path that is shown so. */
export function shownPath({ project, home, files }: Environment, shown: string): string {
  const [own, program] = [project, home].map((root) => resolve(root, shown)) as [string, string];
  return files.lstatSync(own, { throwIfNoEntry: false }) ? own : program;
}

/** The folder that was asked for, else out/. */
export const outputFolder = (out: string | undefined, environment: Environment): string =>
  out === undefined ? join(environment.project, 'out') : resolvePath(environment, out);

/** What writing files needs of the environment. */
export function outputContext(environment: Environment): OutputContext {
  const { files, now, sleep, run } = environment;
  return { files, now, sleep, run, show: (path) => showPath(environment, path), onWait: (what) => environment.progress(what) };
}
