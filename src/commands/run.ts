import type { Environment } from '../environment.js';
import { COMMANDS } from './all-commands.js';
import type { Typed } from './arguments/parse-arguments.js';
import type { CommandEntry } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { sayWrongUse } from './wrong-use.js';

/** Does what was asked for. */
export async function run(typed: Typed, environment: Environment): Promise<ExitCode> {
  if (typed.command === 'wrong-use') return sayWrongUse(typed, environment);
  if (typed.command === 'show') {
    environment.print(typed.text);
    return EXIT.good;
  }
  const entry = COMMANDS.find(({ name }) => name === typed.command) as CommandEntry<typeof typed> | undefined;
  if (!entry) throw new Error(`no command ${typed.command}`);
  return entry.run(typed, environment);
}
