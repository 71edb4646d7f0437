import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Environment } from '../environment.js';
import { listFolders } from '../input/read-files.js';
import { COMMANDS } from './all-commands.js';

/** Where things are, and how commands are called, by how the program was started. */
export type Places = Pick<Environment, 'home' | 'project' | 'folder' | 'wording'>;

/** By npm in the program's own folder; by its name from another one; or by the starter of a package, which tells its name. */
export function placesOf(process: NodeJS.Process, folder: string): Places {
  const home = resolve(folder);
  const current = currentFolder(process) ?? home;
  const { BUDGET_STARTER: starter, BUDGET_STARTED_IN: startedIn } = process.env;
  if (starter) return packagePlaces(home, starter, startedIn || current);
  const project = isWithin(current, home) ? home : projectFolder(current, process.argv.slice(2));
  const wording = project === home ? (text: string) => text : calledAs(commandOf(process, current));
  return { home, project, wording, folder: startFolder(process, current, home) };
}

/** How people called it: by its file, which lies in a repository beside their folder, or by the name of an installed package. */
function commandOf({ argv: [, script = ''] }: NodeJS.Process, current: string): string {
  if (basename(script) !== 'start.mjs' || script.split(/[\\/]/).includes('node_modules')) return 'npx budget-disclosure';
  const way = relative(current, script).split(sep).join('/');
  return `node ${/\s/.test(way) ? `"${way}"` : way}`;
}

/** A package's own folder holds the district's, unless people stand in one that has years of data: so the program may be read-only. */
function packagePlaces(home: string, starter: string, folder: string): Places {
  return { home, folder, project: hasYears(folder) ? folder : dirname(home), wording: calledAs(starter) };
}

/**
 * The district's own folder: the one with years of data that people stand in or below, else the one that the files they name
 * are in. So a document and its report are the same, and go to the same out/, wherever people stand.
 */
function projectFolder(current: string, argv: readonly string[]): string {
  const named = argv.filter((word) => /[\\/]/.test(word) && !word.startsWith('-'));
  const starts = [current, ...named.map((path) => resolve(current, path))];
  return starts.flatMap((start) => foldersAbove(start).find(hasYears) ?? []).at(0) ?? current;
}

/** From the path itself up to the root. */
const foldersAbove = (path: string): string[] => (dirname(path) === path ? [path] : [path, ...foldersAbove(dirname(path))]);

const hasYears = (folder: string): boolean => listFolders(resolve(folder, 'data')).some((name) => /^\d{4}$/.test(name));

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

/** Words about npm's own way with options. */
const NPM_ONLY = /^选项前面要有单独的“--”.*\n/m;

/**
 * Messages name commands as npm runs them in the program's own folder. In any other folder there are no such scripts, and
 * the program is called by another name, without the `--` that keeps npm from taking options.
 */
function calledAs(program: string): (text: string) => string {
  return (text) => text.replace(NPM_ONLY, '').replace(/npm run\s+(?:--silent )?([a-z-]+|<命令>)(?: --(?=\s|$))?/g, `${program} $1`);
}
