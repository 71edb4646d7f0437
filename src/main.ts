import { forgottenDashes } from './commands/arguments/forgotten-dashes.js';
import { parseArguments } from './commands/arguments/parse-arguments.js';
import { EXIT, type ExitCode } from './commands/exit-code.js';
import { bugReport } from './commands/messages/bug-report.js';
import { type ProgramPlace, processEnvironment, versionOf } from './commands/process-environment.js';
import { run } from './commands/run.js';
import type { Environment } from './environment.js';

/** A whole run of the program, by the arguments of the process; sets its exit code. */
export async function main(process: NodeJS.Process, place: Omit<ProgramPlace, 'version'>): Promise<void> {
  // `| head` closes the pipe early: nobody reads on, and that is no error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = await answer(process, { ...place, version: versionOf(place.home) });
}

/** Arguments in, exit code out; all that happens in between gets what it needs handed in. */
async function answer(process: NodeJS.Process, place: ProgramPlace): Promise<ExitCode> {
  const environment = processEnvironment(process, place);
  const argv = process.argv.slice(2);
  try {
    return (await withoutCommand(argv, environment)) ?? (await run(forgottenDashes(process.env) ?? parseArguments(argv), environment));
  } catch (error) {
    environment.say(bugReport(error, argv.includes('--debug') || argv.includes('--调试')), 'needed');
    return EXIT.bug;
  }
}

/** Files, or nothing at all: people who double-click. */
async function withoutCommand(argv: readonly string[], environment: Environment): Promise<ExitCode | undefined> {
  const [first] = argv;
  if (first !== undefined && !/\.\w+$/.test(first)) return undefined;
  const { begin } = await import('./features/menu/begin.js');
  return begin(argv, environment);
}
