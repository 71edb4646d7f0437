import { expect, it } from 'vitest';
import { pathAbove } from '../../src/features/preview/client/completion.js';

const LINES = [
  '部门:',
  '  名称: 甲',
  '支出:',
  '  - 科目: "2010301"',
  '    基本支出:',
  '      一般公共预算: 1',
  '项目:',
  '  - 名称: 乙',
  '    绩效目标表:',
  '      指标:',
  '        - 名称: 丙',
];
const above = (count: number) => LINES.slice(0, count);

it.each([
  ['the top', 0, '', []],
  ['a section', 1, '  ', ['部门']],
  ['the first key of an item', 3, '  - ', ['支出', '-']],
  ['another key of an item', 4, '    ', ['支出', '-']],
  ['a section in an item', 5, '      ', ['支出', '-', '基本支出']],
  ['an item within an item', 11, '          ', ['项目', '-', '绩效目标表', '指标', '-']],
  ['the top again', 11, '', []],
] as const)('completion knows the keys over %s', (_, count, indent, path) => {
  expect(pathAbove(above(count), indent)).toEqual(path);
});
