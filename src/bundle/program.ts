import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '../commands/process-environment.js';
import type { Task, TaskOutcome } from '../features/batch/task.js';
import { profilesToKeep } from '../input/kept-profiles.js';
import { main } from '../main.js';

/** Stack traces of the bundle name the sources. Its map is read when the first is asked for, which is when we have a bug. */
function tracesInSources(bundle: string): void {
  let map: SourceMap | undefined;
  const inSources = (frame: NodeJS.CallSite): string => {
    if (frame.getFileName() !== bundle) return String(frame);
    map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
    const found = map.findEntry((frame.getLineNumber() ?? 1) - 1, (frame.getColumnNumber() ?? 1) - 1);
    if (!('originalSource' in found)) return String(frame);
    const name = frame.getFunctionName() ?? '<anonymous>';
    return `${name} (${found.originalSource.replace(/^(\.\.\/)+/, '')}:${found.originalLine + 1}:${found.originalColumn + 1})`;
  };
  Error.prepareStackTrace = (error, frames) => [String(error), ...frames.map((frame) => `    at ${inSources(frame)}`)].join('\n');
}

/** This file is at the same depth whether it is a module of its own or all of the program in one. */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

tracesInSources(at('program.cjs'));

const PROGRAM = { home: at('../..'), program: at('.'), worker: at('../../src/bundle/worker.mjs') };

/** The first entrance: a command line. */
export const cli = (): Promise<void> => main(process, PROGRAM);

/** What is kept of the program's own profiles when it is compiled. */
export const keepProfiles = (): string =>
  profilesToKeep({ ...processEnvironment(process, { ...PROGRAM, version: '' }), project: PROGRAM.home });

/** The second: a document of a batch, in a thread. */
export async function work(task: Task): Promise<TaskOutcome> {
  const { work } = await import('../features/batch/worker.js');
  return work(task);
}
