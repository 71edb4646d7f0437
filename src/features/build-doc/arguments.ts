import { type Command, InvalidArgumentError } from 'commander';
import { addDepartments, addFormat, addOut, addYear } from '../../commands/arguments/options.js';
import type { BuildRequest } from '../../commands/build-request.js';
import type { CommandEntry } from '../../commands/command.js';
import { type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { YAML } from '../../input/places.js';
import type { CheckTemplatesRequest } from '../check-templates/command.js';

/** What commander hands over: every option may be missing. */
type Options = Partial<Omit<BuildRequest, 'command' | 'departments'>>;

export const buildDocCommand: CommandEntry<BuildRequest> = {
  name: 'build-doc',
  position: 10,
  define: (command, ask) =>
    common(command, '生成部门预算公开的 Word、PDF、网页、Excel 表和数据，以及核对报告')
      .option('--all', '生成该年度的全部部门（不写部门也是这样），并写汇总页 index.html')
      .option('--workers <数>', '同时生成几个部门（不写则为处理器的个数）', countOf)
      .option('--force', '没有变化的部门也重新生成')
      .option('--draft', '生成带“草稿”水印的草稿，有错误也生成；不影响正式文件')
      .addHelpText('after', EXAMPLES + EXIT_CODES)
      .action((departments: string[], options: Options) =>
        ask(wrongBatch(departments, options) ?? buildRequest('build-doc', departments, options)),
      ),
  menu: {
    label: '生成',
    hint: 'Word、PDF 和核对报告，做好后打开文件夹',
    arguments: ['--open'],
    takes: YAML,
  },
  run: async (request, environment) => (await import('./command.js')).buildDoc(request, environment),
};

export const checkCommand: CommandEntry<BuildRequest | CheckTemplatesRequest> = {
  name: 'check',
  position: 20,
  define: (command, ask) =>
    common(command, '只核对，写核对报告；查出的问题与 build-doc 相同')
      .option('--templates', '核对方案本身（templates/），后面可以写方案的名称')
      .addHelpText('after', TEMPLATE_EXAMPLES)
      .action((departments: string[], { templates, ...options }: Options & { templates?: true }) =>
        ask(templates ? templatesRequest(departments, options) : buildRequest('check', departments, options)),
      ),
  menu: { label: '核对', hint: '只核对，打开核对报告', arguments: ['--open'] },
  run: async (request, environment) =>
    'templates' in request
      ? (await import('../check-templates/command.js')).checkTemplates(request, environment)
      : (await import('./command.js')).buildDoc(request, environment),
};

function common(command: Command, description: string): Command {
  addOut(addYear(addDepartments(command.usage('-- [选项] [部门...]').description(`${description}。`))))
    .option('--strict', '按公开前的“严格”级别核对（不写则按方案的核对.yaml）')
    .option('--open', '做好以后打开：生成的打开文件夹，核对的打开核对报告')
    .option('--watch', '保存 YAML、模板或科目目录以后自动重做，按 Ctrl+C 结束')
    .option('--verify-layout', '再按 Word 的排版方法推算目录的页码，与 PDF 不同的逐条提醒（慢几秒）');
  return addFormat(command).option('--调试, --debug', '程序出错时显示详细信息');
}

function buildRequest(command: BuildRequest['command'], departments: readonly string[], options: Options): BuildRequest {
  const { draft = false, strict = false, format = 'text', ...given } = options;
  return { command, departments, draft, strict, format, ...given };
}

/** Options about all departments say nothing of one. */
function wrongBatch(departments: readonly string[], { all, workers }: Options): WrongUse | undefined {
  const stray = Object.entries({ all, workers }).find(([, value]) => value !== undefined);
  if (!stray || departments.length === 0) return undefined;
  return wrongUse(`写了部门，就不能再用 --${stray[0]}。`, `--${stray[0]} 用于生成全部部门。`);
}

function countOf(typed: string): number {
  if (/^[1-9]\d?$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError('只能是 1 到 99 的整数。');
}

function templatesRequest(profiles: readonly string[], options: Options): CheckTemplatesRequest | WrongUse {
  const { year, out, strict, verifyLayout, open, watch, format = 'text' } = options;
  const stray = Object.entries({ year, out, strict, 'verify-layout': verifyLayout, open, watch }).find(([, value]) => value !== undefined);
  if (stray) return wrongUse(`--templates 核对的是方案，不能和 --${stray[0]} 一起用。`, '写法如 npm run check -- --templates shanxi。');
  return { command: 'check', templates: profiles, format };
}

const EXAMPLES = `
例：
  npm run build-doc                                  最新年度的全部部门，没有变化的不重做
  npm run build-doc -- 003                           代码为 003 的部门
  npm run build-doc -- 人民政府办公室 --draft        按名称，生成草稿
  npm run build-doc -- data/2026/003-….yaml --out 送审
  npm run build-doc -- --all --year 2026 --force     2026 年的全部部门，都重新生成
  npm run --silent build-doc -- --format json        结果以 JSON 写到标准输出

选项前面要有单独的“--”，否则 npm 会把选项当成自己的。
部门按 data/<年度>/ 里的文件名“<代码>-<名称>.yaml”查找；“区县.yaml”是各部门共用的内容。
`;

const TEMPLATE_EXAMPLES = `
例：
  npm run check                         核对最新年度的全部部门
  npm run check -- 003 --strict         公开之前再严格核对一遍
  npm run check -- --templates shanxi   改了模板以后，核对方案
`;

const EXIT_CODES = `
退出码：
  0   完成
  1   有错误，没有生成（--draft 除外）；explain 没有找到
  2   用法不对
  3   读不了输入（没有文件、不是文本、不是 UTF-8……）
  4   写不了输出（没有权限、磁盘已满、文件正在 Word/WPS 中打开……）
  70  程序自身的错误
几个部门时取最大的一个；一个部门出错，不影响别的部门。
`;
