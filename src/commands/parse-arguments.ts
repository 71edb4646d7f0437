import { Command, CommanderError, InvalidArgumentError } from 'commander';
import stringWidth from 'string-width';
import { explainWrongUse } from './explain-wrong-use.js';
import { EXAMPLES, EXIT_CODES, TITLES } from './help-texts.js';
import { type BuildRequest, type Request, wrongUse } from './request.js';
import { addYearCommands } from './year-commands.js';

/** Columns of a help page; the same everywhere, so that it can be tested. */
const COLUMNS = 100;

/** Reads the arguments that follow the program's name. */
export function parseArguments(argv: readonly string[]): Request {
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

function makeProgram(ask: (request: Request) => void): Command {
  const program = new Command('npm run').usage('<命令> -- [选项]');
  program.option('--调试, --debug', '程序出错时显示详细信息');
  buildCommand(program, 'build-doc', '生成部门预算公开的 Word 和 PDF', ask)
    .option('--out <文件夹>', '写到这个文件夹（不写则为 out/）')
    .option('--draft', '生成带“草稿”水印的草稿，有错误也生成；不影响正式文件')
    .addHelpText('after', EXAMPLES + EXIT_CODES);
  buildCommand(program, 'check', '只核对，不写文件；查出的问题与 build-doc 相同', ask);
  program
    .command('schema')
    .usage('')
    .description('更新 data/ 下供编辑器使用的 JSON Schema')
    .action(() => ask({ command: 'schema' }));
  addYearCommands(program, ask, oneOf(['text', 'json']));
  return program;
}

function buildCommand(program: Command, name: BuildRequest['command'], description: string, ask: (request: Request) => void): Command {
  return program
    .command(name)
    .usage('-- [选项] [部门...]')
    .description(`${description}。`)
    .argument('[部门...]', 'YAML 文件，或部门的名称、代码；不写则为最新年度的全部部门')
    .option('--year <年度>', '年度，如 2026（不写则为 data/ 里最新的年度）')
    .option('--format <格式>', 'json 把结果写到标准输出，给程序读（不写则为 text）', oneOf(['text', 'json']))
    .option('--调试, --debug', '程序出错时显示详细信息')
    .action((departments: string[], options: Partial<Omit<BuildRequest, 'departments'>>) => {
      const { year, out, draft = false, format = 'text' } = options;
      ask({ command: name, departments, draft, format, ...(year !== undefined && { year }), ...(out !== undefined && { out }) });
    });
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
