import { type Html, html, htmlPage, nothing } from '../../html/html.js';
import { LOOK } from '../../html/look.js';
import type { YearsComparison } from './compare-years.js';
import { type BudgetComparison, type ComparisonRow, type ComparisonTable, rowsWhere } from './comparison.js';
import { changeSentence, directionWord, signedAmount, signedRate, valueOf } from './words.js';

/** The comparison as one page that needs nothing else: no script, no picture, no request. */
export function comparisonPage(years: YearsComparison): string {
  const title = `部门预算对比：${years.currentYear} 年与 ${years.previousYear} 年`;
  const body = html`<main>
<h1>${title}</h1>
<p class="soft">单位：元。两年都是零的不列；“增减率”按上年数计算，上年为零的没有。</p>
${contents(years)}
${years.departments.map(departmentSection)}
</main>`;
  return htmlPage(title, LOOK + COMPARISON_STYLE, body);
}

function contents({ currentYear, previousYear, departments, newDepartments, goneDepartments }: YearsComparison): Html {
  const only = (year: string, names: YearsComparison['newDepartments']): Html =>
    names.length === 0 ? nothing : html`<p>只有 ${year} 年有的部门：${names.map(({ code, name }) => `${code} ${name}`).join('、')}。</p>`;
  const links = departments.map(({ code, name }) => html`<li><a href="#d${code}">${code} ${name}</a></li>`);
  const list = departments.length > 1 ? html`<nav><ul>${links}</ul></nav>` : nothing;
  return html`${only(currentYear, newDepartments)}${only(previousYear, goneDepartments)}${list}`;
}

function departmentSection(comparison: BudgetComparison): Html {
  const tables = comparison.tables.filter(({ rows }) => rows.length > 0);
  return html`<section>
<h2 id="d${comparison.code}">${comparison.code} ${comparison.name}</h2>
${lackingNote(comparison)}
${tables.map((table) => tableHtml(table, comparison))}
</section>
`;
}

function lackingNote(comparison: BudgetComparison): Html {
  const lacking = rowsWhere(comparison, (row) => row.lacksReason).map(({ row }) => `${row.name}（${changeSentence(row)}）`);
  return lacking.length === 0
    ? html`<p>应当说明原因的变动都写了原因。</p>`
    : html`<p class="lacking">没有写明原因的变动：${lacking.join('；')}。</p>`;
}

function tableHtml({ title, rows }: ComparisonTable, { currentYear, previousYear }: BudgetComparison): Html {
  const hasCodes = rows.some(({ code }) => code !== undefined);
  const hasReasons = rows.some(({ reason, lacksReason }) => reason !== undefined || lacksReason);
  const amounts = [`${currentYear} 年`, `${previousYear} 年`, '增减额', '增减率'];
  const heads = [...(hasCodes ? ['科目编码'] : []), '名称', ...amounts, '变动', ...(hasReasons ? ['原因'] : [])];
  const head = (text: string): Html => html`<th scope="col" class="${amounts.includes(text) ? 'amount' : ''}">${text}</th>`;
  return html`<h3>${title}</h3>
<table>
<thead><tr>${heads.map(head)}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, hasCodes, hasReasons))}</tbody>
</table>
`;
}

function rowHtml(row: ComparisonRow, hasCodes: boolean, hasReasons: boolean): Html {
  const text = (content: string): Html => html`<td>${content}</td>`;
  const amount = (content: string): Html => html`<td class="amount">${content}</td>`;
  const reason = row.lacksReason ? html`<td class="lacking">没有写明原因</td>` : text(row.reason ?? '');
  const cells = [
    ...(hasCodes ? [text(row.code ?? '')] : []),
    text(row.name),
    ...[valueOf(row, row.current), valueOf(row, row.previous), signedAmount(row), signedRate(row)].map(amount),
    text(directionWord(row)),
    ...(hasReasons ? [reason] : []),
  ];
  return html`<tr class="${row.direction}">${cells}</tr>
`;
}

/** What the comparison adds to the look of the pages: wide tables, rows by their change; colours come with a word, never alone. */
const COMPARISON_STYLE = `
main { max-width: 1180px; }
h3 { margin: 22px 0 6px; font-size: 15px; break-after: avoid; }
nav ul { columns: 2; padding-left: 20px; }
a { color: inherit; }
th.amount { text-align: right; }
tr.new td { background: #eef6ee; } tr.dropped td { background: #f7eeee; } tr.equal td { color: var(--soft); }
.lacking { color: var(--bad); font-weight: 600; }
@page { size: A4 landscape; }
@media print { section + section { break-before: page; } nav { display: none; } }
`;
