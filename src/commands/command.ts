import type { Command } from 'commander';
import type { Environment } from '../environment.js';
import type { ExitCode } from './exit-code.js';
import type { WrongUse } from './wrong-use.js';

/**
 * A command: what may be typed after its name, and what it does. Every help page and every refusal reads all of them, so
 * `run` loads what it needs only then.
 */
export interface CommandEntry<Request extends { readonly command: string }> {
  readonly name: string;
  define(command: Command, ask: (request: Request | WrongUse) => void): void;
  run(request: Request, environment: Environment): Promise<ExitCode>;
}
