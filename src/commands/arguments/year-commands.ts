import type { Command } from 'commander';
import type { CompareRequest } from '../../features/compare/command.js';
import { QUESTIONS, type Question } from '../../features/init/questions.js';
import type { Request } from '../request.js';

type AskFor = (request: Request) => void;
type Format = (typed: string) => string;

/** Commands around a year: roll-over, comparison, health, a new department. */
export function addYearCommands(program: Command, ask: AskFor, format: Format): void {
  program
    .command('new-year')
    .usage('-- <年度>')
    .description('由上年的文件建立新年度的文件：金额待填，文字待确认。')
    .argument('<年度>', '新的年度，如 2027')
    .action((year: string) => ask({ command: 'new-year', year }));
  program
    .command('compare')
    .usage('-- <新> <旧> [选项]')
    .description('对比两个年度或两个文件，写成一页，摘要显示在屏幕上。')
    .argument('<新>', '年度，如 2026；或 YAML 文件')
    .argument('<旧>', '年度，如 2025；或 YAML 文件')
    .option('--out <文件夹>', '写到这个文件夹（不写则为 out/）')
    .option('--format <格式>', 'json 把结果写到标准输出，给程序读（不写则为 text）', format)
    .action((current: string, previous: string, { out, format: chosen = 'text' }: Partial<Pick<CompareRequest, 'out' | 'format'>>) =>
      ask({ command: 'compare', current, previous, format: chosen, ...(out !== undefined && { out }) }),
    );
  program
    .command('doctor')
    .usage('')
    .description('检查运行环境：Node.js、字体、文件夹权限、编码、科目目录、方案。')
    .action(() => ask({ command: 'doctor' }));
  addInit(program, ask);
}

/** One option a question, by its Chinese name or the English one. */
function addInit(program: Command, ask: AskFor): void {
  const command = program.command('init').usage('-- [选项]').description('建立一个新部门的文件；没有写的选项会逐个提问。');
  for (const { flags, label, example } of Object.values(QUESTIONS)) {
    command.option(`--${flags[0]}, --${flags[1]} <${label}>`, `如 ${example}`);
  }
  command.action((options: Readonly<Record<string, string>>) => {
    const questions = Object.entries(QUESTIONS) as [Question, (typeof QUESTIONS)[Question]][];
    const given = questions.flatMap(([question, { flags }]) =>
      options[flags[1]] === undefined ? [] : [[question, options[flags[1]]] as const],
    );
    ask({ command: 'init', given: Object.fromEntries(given) });
  });
}
