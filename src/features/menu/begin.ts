import process from 'node:process';
import type { ExitCode } from '../../commands/exit-code.js';
import type { Environment } from '../../environment.js';
import { resolvePath } from '../../environment.js';
import { personAtTerminal } from './at-terminal.js';
import { menu, takeFiles } from './menu.js';
import { doubleClicked } from './started-by.js';

/** Files are taken, and with nothing at all people are asked; undefined where a command was typed, or there is nobody to ask. */
export async function begin(argv: readonly string[], environment: Environment): Promise<ExitCode | undefined> {
  const { BUDGET_STARTED_BY: line, BUDGET_STARTER: starter } = process.env;
  const clicked = doubleClicked(line, starter);
  const person = personAtTerminal();
  const files = clicked?.files.length ? clicked.files : argv;
  const taken = await takeFiles(
    files.map((path) => resolvePath(environment, path)),
    environment,
  );
  if (taken !== undefined) {
    if (clicked) await person?.wait();
    return taken;
  }
  return argv.length === 0 && person ? menu(environment, person) : undefined;
}
