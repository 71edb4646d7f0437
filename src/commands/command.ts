import type { Command } from 'commander';
import type { Environment } from '../environment.js';
import type { ExitCode } from './exit-code.js';
import type { WrongUse } from './wrong-use.js';

/** A command as people choose it who never type one. */
export interface MenuEntry {
  readonly label: string;
  readonly hint: string;
  /** Asked for and put before the rest: a question, or the path of a file. */
  readonly asks?: { readonly message: string; readonly example: string };
  /** What is typed after the command's name. */
  readonly arguments?: readonly string[];
  /** Files with such names, dropped on the starter, are for this command. */
  readonly takes?: RegExp;
  /** The command that goes on from what this one has made. */
  readonly next?: string;
}

/**
 * A command: what may be typed after its name, and what it does. Every help page and every refusal reads all of them, so
 * `run` loads what it needs only then.
 */
export interface CommandEntry<Request extends { readonly command: string }> {
  readonly name: string;
  /** Where it stands on the help page and in the menu; by tens, so that one may come between. */
  readonly position: number;
  define(command: Command, ask: (request: Request | WrongUse) => void): void;
  /** How it is offered to people who double-click; absent: it is not. */
  readonly menu?: MenuEntry;
  run(request: Request, environment: Environment): Promise<ExitCode>;
}
