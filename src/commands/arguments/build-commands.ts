import { type Command, InvalidArgumentError } from 'commander';
import { type BuildRequest, type Request, wrongUse } from '../request.js';
import { EXAMPLES, EXIT_CODES, EXPLAIN_EXAMPLES, TEMPLATE_EXAMPLES } from './help-texts.js';

type AskFor = (request: Request) => void;
type Format = (typed: string) => string;

/** What commander hands over: every option may be missing. */
type Options = Partial<Omit<BuildRequest, 'command' | 'departments'>>;

/** Commands around one budget: its documents, its checks, its figures. */
export function addBuildCommands(program: Command, ask: AskFor, format: Format): void {
  common(program.command('build-doc'), '生成部门预算公开的 Word 和 PDF，以及核对报告', format)
    .option('--all', '生成该年度的全部部门（不写部门也是这样），并写汇总页 index.html')
    .option('--workers <数>', '同时生成几个部门（不写则为处理器的个数）', countOf)
    .option('--force', '没有变化的部门也重新生成')
    .option('--draft', '生成带“草稿”水印的草稿，有错误也生成；不影响正式文件')
    .addHelpText('after', EXAMPLES + EXIT_CODES)
    .action((departments: string[], options: Options) =>
      ask(wrongBatch(departments, options) ?? buildRequest('build-doc', departments, options)),
    );
  common(program.command('check'), '只核对，写核对报告；查出的问题与 build-doc 相同', format)
    .option('--templates', '核对方案本身（templates/），后面可以写方案的名称')
    .addHelpText('after', TEMPLATE_EXAMPLES)
    .action((departments: string[], { templates, ...options }: Options & { templates?: true }) =>
      ask(templates ? templatesRequest(departments, options) : buildRequest('check', departments, options)),
    );
  program
    .command('explain')
    .usage('-- <数> [部门] [选项]')
    .description('说明一个数印在哪些地方、怎么算出来的。')
    .argument('<数>', '印出的数，如 34.96%、1,262.80；或填写的位置，如 支出[0].基本支出')
    .argument('[部门...]', 'YAML 文件，或部门、单位的名称、代码；不写则为最新年度的全部部门')
    .option('--year <年度>', '年度，如 2026（不写则为 data/ 里最新的年度）')
    .option('--format <格式>', 'json 把结果写到标准输出，给程序读（不写则为 text）', format)
    .addHelpText('after', EXPLAIN_EXAMPLES)
    .action((query: string, departments: string[], { year, format: chosen = 'text' }: Options) =>
      ask({ command: 'explain', query, departments, format: chosen, ...(year !== undefined && { year }) }),
    );
}

function common(command: Command, description: string, format: Format): Command {
  return command
    .usage('-- [选项] [部门...]')
    .description(`${description}。`)
    .argument('[部门...]', 'YAML 文件，或部门、单位的名称、代码；不写则为最新年度的全部部门')
    .option('--year <年度>', '年度，如 2026（不写则为 data/ 里最新的年度）')
    .option('--out <文件夹>', '写到这个文件夹（不写则为 out/）')
    .option('--strict', '按公开前的“严格”级别核对（不写则按方案的核对.yaml）')
    .option('--verify-layout', '再按 Word 的排版方法推算目录的页码，与 PDF 不同的逐条提醒（慢几秒）')
    .option('--format <格式>', 'json 把结果写到标准输出，给程序读（不写则为 text）', format)
    .option('--调试, --debug', '程序出错时显示详细信息');
}

function buildRequest(command: BuildRequest['command'], departments: readonly string[], options: Options): BuildRequest {
  const { draft = false, strict = false, format = 'text', ...given } = options;
  return { command, departments, draft, strict, format, ...given };
}

/** Options about all departments say nothing of one. */
function wrongBatch(departments: readonly string[], { all, workers, force }: Options): Request | undefined {
  const stray = Object.entries({ all, workers, force }).find(([, value]) => value !== undefined);
  if (!stray || departments.length === 0) return undefined;
  return wrongUse(`写了部门，就不能再用 --${stray[0]}。`, `--${stray[0]} 用于生成全部部门；写了的部门总是重新生成。`);
}

function countOf(typed: string): number {
  if (/^[1-9]\d?$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError('只能是 1 到 99 的整数。');
}

function templatesRequest(profiles: readonly string[], { year, out, strict, verifyLayout, format = 'text' }: Options): Request {
  const stray = Object.entries({ year, out, strict, 'verify-layout': verifyLayout }).find(([, value]) => value !== undefined);
  if (stray) return wrongUse(`--templates 核对的是方案，不能和 --${stray[0]} 一起用。`, '写法如 npm run check -- --templates shanxi。');
  return { command: 'check-templates', profiles, format };
}
