import { Command, CommanderError } from 'commander';
import { displayWidth } from '../../plain/display-width.js';
import { nearestWord } from '../../plain/nearest-word.js';
import { COMMANDS, type Request } from '../all-commands.js';
import { type WrongUse, wrongUse } from '../wrong-use.js';

/** Help or the version: shown, and done. */
export interface ShowRequest {
  readonly command: 'show';
  readonly text: string;
}

export type Typed = Request | ShowRequest | WrongUse;

/** Commander's headings in Chinese. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Columns of a help page; the same everywhere, so that it can be tested. */
const COLUMNS = 100;

/**
 * Reads the arguments that follow the program's name; a `--` after the command is what npm would have taken away. Tests that
 * write the list of commands hand in those that there are.
 */
export function parseArguments(typed: readonly string[], commands: typeof COMMANDS = COMMANDS): Typed {
  const argv = inWords(typed[1] === '--' ? [...typed.slice(0, 1), ...typed.slice(2)] : typed);
  let request: Request | WrongUse | undefined;
  let shown = '';
  const program = makeProgram(commands, (asked) => {
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
  return request ?? noCommand(program);
}

/** `help`, `help build-doc` and `--version` are other words for what there is. */
function inWords(argv: readonly string[]): readonly string[] {
  const [first = '', second] = argv;
  if (first === 'help') return second === undefined ? ['--help'] : [second, '--help'];
  if (first === '--version' || first === '-V') return ['version', ...argv.slice(1)];
  // After a command, as npm's scripts have one: it is the version that was asked for, and not the command.
  return argv.includes('--version') ? ['version'] : argv;
}

/** The names of a command's options, without dashes; none for what is no command. */
export function optionNames(name: string): string[] {
  const program = makeProgram(COMMANDS, () => undefined);
  const command = program.commands.find((each) => each.name() === name);
  const options = command ? [...command.options, ...program.options] : [];
  return options.flatMap(({ long }) => long?.replace(/^--/, '') ?? []);
}

function makeProgram(commands: typeof COMMANDS, ask: (request: Request | WrongUse) => void): Command {
  const program = new Command('npm run').usage('<命令> -- [选项]');
  program
    .option('--调试, --debug', '程序出错时显示详细信息')
    .option('--quiet', '只显示问题，不显示经过')
    .option('--no-color', '不用颜色')
    .option('-V, --version', '显示程序、Node.js、方案和科目目录的版本');
  for (const entry of commands) entry.define(program.command(entry.name), ask);
  return program;
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
        displayWidth,
        subcommandTerm: (each) => each.name(),
      });
  }
  program.helpCommand(false);
}

/** Commander's English message in our words, with the command that it is about. */
function explainWrongUse(error: CommanderError, program: Command, argv: readonly string[]): WrongUse {
  const name = argv.find((word) => !word.startsWith('-'));
  const command = program.commands.find((candidate) => candidate.name() === name);
  return { ...explain(error, command ?? program, program), ...(command && { about: command.name() }) };
}

/** What commander names stands between single quotes. */
function explain(error: CommanderError, command: Command, program: Command): WrongUse {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  switch (error.code) {
    case 'commander.unknownCommand':
      return wrongUse(
        `没有“${first}”这个命令。`,
        suggest(
          first,
          program.commands.map((each) => each.name()),
          '可用的命令',
        ),
      );
    case 'commander.unknownOption':
      return wrongUse(`没有“${first}”这个选项。`, suggest(first, flagsOf(command), '可用的选项'));
    case 'commander.missingArgument':
      return wrongUse(`缺少参数“${first}”。`, '请在命令后面补上。');
    case 'commander.optionMissingArgument':
      return wrongUse(`选项“${first}”后面缺少内容。`, '请在选项后面空一格补上。');
    case 'commander.invalidArgument':
      return wrongUse(`选项“${first}”不能是“${second}”。`, error.message.split(' is invalid. ')[1] ?? '请核对写法。');
    case 'commander.excessArguments':
      return wrongUse('多写了参数。', '这个命令后面不用写别的内容。');
    case 'commander.help':
      return noCommand(program);
    default:
      throw error;
  }
}

/** With what each does. */
function noCommand({ commands }: Command): WrongUse {
  const width = Math.max(...commands.map((each) => each.name().length));
  return wrongUse(
    '没有写命令。',
    `可用的命令：${commands.map((each) => `\n    ${each.name().padEnd(width)}  ${each.description()}`).join('')}`,
  );
}

function suggest(typed: string, known: readonly string[], label: string): string {
  const near = nearestWord(typed, known);
  return near === undefined ? `${label}：${known.join('、')}。` : `是否为“${near}”？`;
}

function flagsOf(command: Command): string[] {
  return [...command.options.flatMap((option) => option.long ?? []), '--help'];
}
