import { escapeHtml as escape, htmlPage } from '../../html/html.js';
import type { YearsComparison } from './compare-years.js';
import { type BudgetComparison, type ComparisonRow, type ComparisonTable, rowsWhere } from './comparison.js';
import { PAGE_STYLE } from './page-style.js';
import { changeSentence, directionWord, signedAmount, signedRate, yuan } from './words.js';

/** The comparison as one page that needs nothing else: no script, no picture, no request. */
export function comparisonPage(years: YearsComparison): string {
  const title = `部门预算对比：${years.currentYear} 年与 ${years.previousYear} 年`;
  const body = `
<h1>${escape(title)}</h1>
<p class="note">单位：元。两年都是零的不列；“增减率”按上年数计算，上年为零的没有。</p>
${contents(years)}
${years.departments.map((department) => departmentSection(department)).join('\n')}
`;
  return htmlPage(title, PAGE_STYLE, { html: body });
}

function contents({ currentYear, previousYear, departments, newDepartments, goneDepartments }: YearsComparison): string {
  const only = (year: string, names: YearsComparison['newDepartments']) =>
    names.length === 0
      ? ''
      : `<p>只有 ${escape(year)} 年有的部门：${names.map(({ code, name }) => escape(`${code} ${name}`)).join('、')}。</p>`;
  const links = departments.map(({ code, name }) => `<li><a href="#d${escape(code)}">${escape(`${code} ${name}`)}</a></li>`);
  const list = departments.length > 1 ? `<nav><ul>${links.join('')}</ul></nav>` : '';
  return `${only(currentYear, newDepartments)}${only(previousYear, goneDepartments)}${list}`;
}

function departmentSection(comparison: BudgetComparison): string {
  const tables = comparison.tables.filter(({ rows }) => rows.length > 0);
  return `<section>
<h2 id="d${escape(comparison.code)}">${escape(`${comparison.code} ${comparison.name}`)}</h2>
${lackingNote(comparison)}
${tables.map((table) => tableHtml(table, comparison)).join('\n')}
</section>`;
}

function lackingNote(comparison: BudgetComparison): string {
  const lacking = rowsWhere(comparison, (row) => row.lacksReason).map(({ row }) => `${row.name}（${changeSentence(row)}）`);
  return lacking.length === 0
    ? '<p>应当说明原因的变动都写了原因。</p>'
    : `<p class="lacking">没有写明原因的变动：${escape(lacking.join('；'))}。</p>`;
}

function tableHtml({ title, rows }: ComparisonTable, { currentYear, previousYear }: BudgetComparison): string {
  const hasCodes = rows.some(({ code }) => code !== undefined);
  const hasReasons = rows.some(({ reason, lacksReason }) => reason !== undefined || lacksReason);
  const heads = [
    ...(hasCodes ? ['科目编码'] : []),
    '名称',
    `${currentYear} 年`,
    `${previousYear} 年`,
    '增减额',
    '增减率',
    '变动',
    ...(hasReasons ? ['原因'] : []),
  ];
  return `<h3>${escape(title)}</h3>
<table>
<thead><tr>${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, hasCodes, hasReasons)).join('\n')}
</tbody>
</table>`;
}

function rowHtml(row: ComparisonRow, hasCodes: boolean, hasReasons: boolean): string {
  const text = (content: string) => `<td>${escape(content)}</td>`;
  const number = (content: string) => `<td class="n">${escape(content)}</td>`;
  const reason = row.lacksReason ? '<td class="lacking">没有写明原因</td>' : text(row.reason ?? '');
  const cells = [
    ...(hasCodes ? [text(row.code ?? '')] : []),
    text(row.name),
    ...[yuan(row.current), yuan(row.previous), signedAmount(row), signedRate(row)].map(number),
    text(directionWord(row)),
    ...(hasReasons ? [reason] : []),
  ];
  return `<tr class="${row.direction}">${cells.join('')}</tr>`;
}
