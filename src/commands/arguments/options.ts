import { type Command, InvalidArgumentError } from 'commander';

/** Options that several commands have, in the same words. */
export const addDepartments = (command: Command): Command =>
  command.argument('[部门...]', 'YAML 文件，或部门、单位的名称、代码；不写则为最新年度的全部部门');

export const addYear = (command: Command): Command => command.option('--year <年度>', '年度，如 2026（不写则为 data/ 里最新的年度）');

export const addOut = (command: Command): Command => command.option('--out <文件夹>', '写到这个文件夹（不写则为 out/）');

export const addFormat = (command: Command): Command =>
  command.option('--format <格式>', 'json 把结果写到标准输出，给程序读（不写则为 text）', oneOf(['text', 'json']));

/** Commander's own choices are listed in English on the help page. */
function oneOf(words: readonly string[]): (typed: string) => string {
  return (typed) => {
    if (words.includes(typed)) return typed;
    throw new InvalidArgumentError(`只能是 ${words.join('、')}。`);
  };
}
