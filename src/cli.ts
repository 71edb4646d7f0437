import { forgottenDashes } from './commands/arguments/forgotten-dashes.js';
import { parseArguments } from './commands/arguments/parse-arguments.js';
import { EXIT, type ExitCode } from './commands/exit-code.js';
import { processEnvironment } from './commands/process-environment.js';
import { run } from './commands/run.js';

/** Arguments in, exit code out; all that happens in between gets what it needs handed in. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const environment = processEnvironment(process, new URL('..', import.meta.url));
  try {
    return await run(forgottenDashes(process.env) ?? parseArguments(argv), environment);
  } catch (error) {
    environment.say(bugReport(error, argv));
    return EXIT.bug;
  }
}

/** Mistakes of the user are findings; whatever is thrown up to here is ours. */
function bugReport(error: unknown, argv: readonly string[]): string {
  const debug = argv.includes('--debug') || argv.includes('--调试');
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const details = debug ? `\n${stack ?? message}` : '\n  提示：加 --debug 再运行一次，把全部显示的内容和 YAML 文件一起发给维护人员。';
  return `程序内部出错，这不是数据的问题；以前生成的文件没有动。\n  ${message}${details}`;
}

// `| head` closes the pipe early: nobody reads on, and that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
process.exitCode = await main(process.argv.slice(2));
