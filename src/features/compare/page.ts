import { type Html, html, htmlPage, nothing } from '../../html/html.js';
import { type Cell, cell, folded, LOOK, table, tag } from '../../html/look.js';
import type { YearsComparison } from './compare-years.js';
import {
  type BudgetComparison,
  type ComparisonRow,
  type ComparisonTable,
  directionWord,
  isChanged,
  rowsWhere,
  signedAmount,
  signedRate,
  valueOf,
} from './comparison.js';

/** The comparison as one page that needs nothing else: no script, no picture, no request. What lacks a reason comes first, what stayed is folded. */
export function comparisonPage(years: YearsComparison): string {
  const title = `部门预算对比：${years.currentYear} 年与 ${years.previousYear} 年`;
  const body = html`<main>
<h1>${title}</h1>
<p class="soft">单位：元。两年都是零的不列；“增减率”按上年数计算，上年为零的没有。</p>
${conclusion(years)}
${contents(years)}
${years.departments.map(departmentSection)}
</main>`;
  return htmlPage(title, LOOK + COMPARISON_STYLE, body);
}

const lacking = (comparison: BudgetComparison) => rowsWhere(comparison, (row) => row.lacksReason);

function conclusion({ departments }: YearsComparison): Html {
  const count = departments.reduce((sum, one) => sum + lacking(one).length, 0);
  const text = count === 0 ? '应当说明原因的变动都写了原因' : `有 ${count} 处变动没有写明原因`;
  return html`<div class="verdict ${count === 0 ? '' : 'bad'}"><strong>${text}</strong></div>`;
}

function contents({ currentYear, previousYear, departments, newDepartments, goneDepartments }: YearsComparison): Html {
  const only = (year: string, names: YearsComparison['newDepartments']): Html =>
    names.length === 0 ? nothing : html`<p>只有 ${year} 年有的部门：${names.map(({ code, name }) => `${code} ${name}`).join('、')}。</p>`;
  const mark = (one: BudgetComparison): Html => (lacking(one).length === 0 ? nothing : html`（缺原因 ${lacking(one).length} 处）`);
  const links = departments.map((one) => html`<li><a href="#d${one.code}">${one.code} ${one.name}</a>${mark(one)}</li>`);
  const list = departments.length > 1 ? html`<nav aria-label="目录"><ul>${links}</ul></nav>` : nothing;
  return html`${only(currentYear, newDepartments)}${only(previousYear, goneDepartments)}${list}`;
}

function departmentSection(comparison: BudgetComparison): Html {
  const tables = comparison.tables.filter(({ rows }) => rows.length > 0);
  return html`<section aria-labelledby="d${comparison.code}">
<h2 id="d${comparison.code}">${comparison.code} ${comparison.name}</h2>
${withoutReason(comparison)}
${tables.map((one) => tableHtml(one, comparison))}
${statementsHtml(comparison)}
</section>
`;
}

/** What the office has to do comes first. */
function withoutReason(comparison: BudgetComparison): Html {
  const rows = lacking(comparison);
  if (rows.length === 0) return html`<p>应当说明原因的变动都写了原因。</p>`;
  const list = rows.map(({ title, row }) => [cell(row.name), cell(title), ...figureCells(row), cell(tag(LACKING))]);
  return html`<h3 class="lacking">没有写明原因的变动</h3>
${table(['名称', '表', ...figureHeads(comparison), '原因'], list)}`;
}

const LACKING = '缺原因';

const figureHeads = ({ currentYear, previousYear }: BudgetComparison) => [
  `${currentYear} 年`,
  `${previousYear} 年`,
  '增减额',
  '增减率',
  '变动',
];

function figureCells(row: ComparisonRow): Cell[] {
  const amounts = [valueOf(row, row.current), valueOf(row, row.previous), signedAmount(row), signedRate(row)];
  return [...amounts.map((text) => cell(text, 'amount')), cell(directionWord(row))];
}

function tableHtml({ title, rows }: ComparisonTable, comparison: BudgetComparison): Html {
  const [moved, still] = [rows.filter(isChanged), rows.filter((row) => !isChanged(row))];
  const all = (some: readonly ComparisonRow[]) => rowsTable(some, comparison);
  return html`<h3>${title}</h3>
${moved.length === 0 ? nothing : all(moved)}${still.length === 0 ? nothing : folded(`持平的 ${still.length} 行`, all(still))}
`;
}

function statementsHtml({ statements, currentYear, previousYear }: BudgetComparison): Html {
  if (statements.length === 0) return nothing;
  const rows = statements.map(({ name, current, previous }) => [cell(name), cell(current), cell(previous)]);
  return html`<h3>文字和选项的变动</h3>
${table(['填写处', `${currentYear} 年`, `${previousYear} 年`], rows)}`;
}

function rowsTable(rows: readonly ComparisonRow[], comparison: BudgetComparison): Html {
  const hasCodes = rows.some(({ code }) => code !== undefined);
  const hasReasons = rows.some(({ reason, lacksReason }) => reason !== undefined || lacksReason);
  const reasonCell = (row: ComparisonRow): Cell => cell(row.lacksReason ? tag(LACKING) : (row.reason ?? ''));
  return table(
    [...(hasCodes ? ['科目编码'] : []), '名称', ...figureHeads(comparison), ...(hasReasons ? ['原因'] : [])],
    rows.map((row) => [
      ...(hasCodes ? [cell(row.code ?? '')] : []),
      cell(row.name),
      ...figureCells(row),
      ...(hasReasons ? [reasonCell(row)] : []),
    ]),
    hasCodes ? 1 : 0,
  );
}

/** What the comparison adds to the look of the pages: wide tables. */
const COMPARISON_STYLE = `
main { max-width: 1180px; }
.缺原因 { color: var(--bad); font-weight: 600; }
h3.lacking { color: var(--bad); }
@page { size: A4 landscape; }
@media print { section + section { break-before: page; } }
`;
