import type { YearsComparison } from './compare-years.js';
import { type BudgetComparison, type ComparisonRow, changeSentence, isChanged, rowsWhere, valueOf, yuan } from './comparison.js';

/** The comparison in a few lines a department, for people at a terminal. */
export function summaryLines(years: YearsComparison): string[] {
  const { currentYear, previousYear, newDepartments, goneDepartments } = years;
  const names = (list: YearsComparison['newDepartments']) => list.map(({ code, name }) => `${code} ${name}`).join('、');
  return [
    `${currentYear} 年与 ${previousYear} 年对比`,
    ...(newDepartments.length > 0 ? [`只有 ${currentYear} 年有的部门：${names(newDepartments)}。`] : []),
    ...(goneDepartments.length > 0 ? [`只有 ${previousYear} 年有的部门：${names(goneDepartments)}。`] : []),
    ...years.departments.flatMap((department) => ['', ...departmentLines(department)]),
  ];
}

function departmentLines(comparison: BudgetComparison): string[] {
  const [totals] = comparison.tables;
  const heads = (totals?.rows ?? []).filter(({ name }) => name.endsWith('总计'));
  const lacking = rowsWhere(comparison, (row) => row.lacksReason);
  return [
    `${comparison.code} ${comparison.name}`,
    ...heads.map(
      (row) => `  ${row.name} ${yuan(row.current)} 元，${comparison.previousYear} 年 ${yuan(row.previous)} 元，${changeSentence(row)}。`,
    ),
    ...listLine('新增', comparison, 'new'),
    ...listLine('取消', comparison, 'dropped'),
    ...largest(comparison),
    ...assetLine(comparison),
    ...statementLine(comparison),
    ...(lacking.length > 0
      ? [`  没有写明原因的变动：${lacking.map(({ row }) => `${row.name}（${changeSentence(row)}）`).join('；')}。`]
      : ['  应当说明原因的变动都写了原因。']),
  ];
}

/** Tables of single things: in the others, a new row is a part of something that is not new. */
const THINGS = /功能分类|经济分类|项目|三公|所属单位/;
const MOST = 5;
/** Characters of a statement that a line holds. */
const SHORT = 12;

function listLine(label: string, { tables }: BudgetComparison, direction: ComparisonRow['direction']): string[] {
  return tables
    .filter(({ title }) => THINGS.test(title))
    .flatMap(({ title, rows }) => {
      const found = rows.filter((row) => row.direction === direction && row.name !== '合计');
      if (found.length === 0) return [];
      const named = found.slice(0, MOST).map((row) => `${row.code === undefined ? '' : `${row.code} `}${row.name}`);
      return [`  ${label}（${title}）${found.length} 项：${named.join('、')}${found.length > MOST ? ' 等' : ''}。`];
    });
}

/** Vehicles and buildings that changed: 执法执勤用车 4辆 → 0辆. */
function assetLine({ tables }: BudgetComparison): string[] {
  const changed = (tables.find(({ title }) => title === '国有资产')?.rows ?? []).filter(isChanged);
  const words = changed.map((row) => `${row.name} ${valueOf(row, row.previous)} → ${valueOf(row, row.current)}`);
  return words.length === 0 ? [] : [`  国有资产的变动：${words.join('；')}。`];
}

/** Where words and choices changed; short ones are said. */
function statementLine({ statements }: BudgetComparison): string[] {
  const said = statements.map(({ name, current, previous }) =>
    Math.max(current.length, previous.length) > SHORT ? name : `${name} ${previous || '没有'} → ${current || '没有'}`,
  );
  return said.length === 0
    ? []
    : [`  文字和选项的变动 ${said.length} 处：${said.slice(0, MOST).join('；')}${said.length > MOST ? ' 等' : ''}。`];
}

/** The projects that moved most. */
function largest({ tables }: BudgetComparison): string[] {
  const projects = tables.find(({ title }) => title === '项目')?.rows ?? [];
  const moved = projects.filter(({ direction }) => direction === 'rise' || direction === 'fall');
  const ordered = [...moved].sort((a, b) => b.difference.abs().comparedTo(a.difference.abs())).slice(0, MOST);
  return ordered.length === 0 ? [] : [`  变动最大的项目：${ordered.map((row) => `${row.name}${changeSentence(row)}`).join('；')}。`];
}
