import type { Command, CommanderError } from 'commander';
import { nearestWord } from '../../plain/nearest-word.js';
import { type WrongUse, wrongUse } from '../wrong-use.js';

/** Commander's English message in our words, with the command that it is about. */
export function explainWrongUse(error: CommanderError, program: Command, argv: readonly string[]): WrongUse {
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
      return wrongUse('没有写命令。', `可用的命令：${program.commands.map((each) => each.name()).join('、')}。`);
    default:
      throw error;
  }
}

function suggest(typed: string, known: readonly string[], label: string): string {
  const near = nearestWord(typed, known);
  return near === undefined ? `${label}：${known.join('、')}。` : `是否为“${near}”？`;
}

function flagsOf(command: Command): string[] {
  return [...command.options.flatMap((option) => option.long ?? []), '--help'];
}
