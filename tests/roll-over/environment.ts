import * as fs from 'node:fs';
import type { Environment } from '../../src/commands/environment.js';

/** A command's environment in a project folder, with what people and programs read. */
export function testEnvironment(project: { readonly folder: string }, changes: Partial<Environment> = {}) {
  const said: string[] = [];
  const printed: string[] = [];
  const environment: Environment = {
    project: project.folder,
    folder: project.folder,
    color: false,
    clock: () => 0,
    now: () => Date.now(),
    files: fs,
    run: { id: 1, host: '本机', isAlive: (id) => id === 1 },
    sleep: async () => undefined,
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    progress: () => undefined,
    ...changes,
  };
  return { environment, said: () => said.join('\n'), printed: () => printed.join('\n') };
}
