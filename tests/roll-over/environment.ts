import type { Environment } from '../../src/environment.js';
import { testEnvironment as projectEnvironment, type TestProject } from '../cli/command-line.js';

/** A command's environment in a project folder, with what people and programs read. */
export function testEnvironment(project: TestProject, changes: Partial<Environment> = {}) {
  const said: string[] = [];
  const printed: string[] = [];
  const environment = projectEnvironment(project, { print: (line) => printed.push(line), say: (line) => said.push(line), ...changes });
  return { environment, said: () => said.join('\n'), printed: () => printed.join('\n') };
}
