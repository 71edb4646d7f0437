import { Command, CommanderError, InvalidArgumentError } from 'commander';
import stringWidth from 'string-width';
import { type Request, wrongUse } from '../request.js';
import { addBuildCommands } from './build-commands.js';
import { explainWrongUse } from './explain-wrong-use.js';
import { TITLES } from './help-texts.js';
import { addProfileCommands } from './profile-commands.js';
import { addYearCommands } from './year-commands.js';

/** Columns of a help page; the same everywhere, so that it can be tested. */
const COLUMNS = 100;

/** Reads the arguments that follow the program's name; a `--` after the command is what npm would have taken away. */
export function parseArguments(typed: readonly string[]): Request {
  const argv = typed[1] === '--' ? [...typed.slice(0, 1), ...typed.slice(2)] : typed;
  let request: Request | undefined;
  let shown = '';
  const program = makeProgram((asked) => {
    request = asked;
  });
  configure(program, (text) => {
    shown += text;
  });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'show', text: shown.trimEnd() };
    return explainWrongUse(error, program, argv);
  }
  return request ?? wrongUse('没有写命令。', `可用的命令：${program.commands.map((command) => command.name()).join('、')}。`);
}

/** The names of a command's options, without dashes; none for what is no command. */
export function optionNames(name: string): string[] {
  const program = makeProgram(() => undefined);
  const command = program.commands.find((each) => each.name() === name);
  const options = command ? [...command.options, ...program.options] : [];
  return options.flatMap(({ long }) => long?.replace(/^--/, '') ?? []);
}

function makeProgram(ask: (request: Request) => void): Command {
  const program = new Command('npm run').usage('<命令> -- [选项]');
  program.option('--调试, --debug', '程序出错时显示详细信息');
  addBuildCommands(program, ask, oneOf(['text', 'json']));
  program
    .command('schema')
    .usage('')
    .description('更新 data/ 下供编辑器使用的 JSON Schema')
    .action(() => ask({ command: 'schema' }));
  addYearCommands(program, ask, oneOf(['text', 'json']));
  addProfileCommands(program, ask);
  return program;
}

/** Commander's own choices are listed in English on the help page. */
function oneOf(words: readonly string[]): (typed: string) => string {
  return (typed) => {
    if (words.includes(typed)) return typed;
    throw new InvalidArgumentError(`只能是 ${words.join('、')}。`);
  };
}

function configure(program: Command, write: (text: string) => void): void {
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption('-h, --help', '显示用法')
      .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => COLUMNS, getErrHelpWidth: () => COLUMNS })
      .configureHelp({
        styleTitle: (title) => TITLES[title] ?? title,
        styleUsage: (usage) => usage.replace('[options]', '[选项]'),
        displayWidth: stringWidth,
        subcommandTerm: (each) => each.name(),
      });
  }
  program.helpCommand(false);
}
