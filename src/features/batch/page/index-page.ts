import { ALL_CHECKS } from '../../../checks/all-checks.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Html, html, htmlPage, nothing } from '../../../html/html.js';
import { LOOK, tag } from '../../../html/look.js';
import { formatNumber } from '../../../money/format.js';
import type { BatchReport, FindingKind } from './batch-report.js';
import type { DepartmentSummary } from './department-summary.js';
import { COLUMNS, type DistrictTotals, exactYuan, inTenThousands, type Proof, signedRate } from './district-totals.js';
import { type BatchEntry, countWords, errorsOf, nameOf, STATUSES, statusOf, warningCount } from './entry.js';
import { CHANGE_RULE, type ChangeOutlier, REPEATED_RULE, type RepeatedReason, THREE_PUBLIC_RULE } from './outliers.js';
import { PUBLIC_INDEX } from './public-index.js';

/** The bureau's page over all departments: one file without scripts, fonts or pictures; links go to the files beside it. */
export function indexPage(report: BatchReport, comparison?: string): string {
  const district = report.entries.find(({ summary }) => summary)?.summary?.district ?? '';
  const title = `${district}${report.year}年部门预算公开${report.draft ? '（草稿）' : ''}`;
  const body = html`<main>
<h1>${title}</h1>
<p class="soft">本页列有核对的问题，只供财政部门内部使用，不公开。${report.draft ? nothing : html`对社会公开的目录是 <a href="${encodeURIComponent(PUBLIC_INDEX)}">${PUBLIC_INDEX}</a>。`}</p>
${comparisonLink(comparison)}
${conclusion(report)}
${[departmentsPart, errorsPart, kindsPart, totalsPart, changesPart, threePublicPart, repeatedPart].map((part) => part(report))}
</main>`;
  return htmlPage(title, LOOK + PAGE_STYLE, body);
}

/** `comparison`: its way in the output folder, where two years have been held against each other. */
function comparisonLink(comparison: string | undefined): Html {
  if (comparison === undefined) return nothing;
  const steps = comparison.split('/');
  return html`<p class="soft">和上年逐项的比较：<a href="../${steps.map(encodeURIComponent).join('/')}">${steps.at(-1) ?? ''}</a>。</p>`;
}

function conclusion({ counts, entries }: BatchReport): Html {
  const open = counts.有错误 + counts.没有生成;
  const text = open === 0 ? `${countWords(entries)}都已生成` : `${countWords(entries)}，其中 ${open} 个还不能公开`;
  const numbers = STATUSES.map(
    (status) => html`<li><span class="number">${counts[status]}</span><span class="label">${status}</span></li>`,
  );
  return html`<div class="verdict ${open === 0 ? '' : 'bad'}"><strong>${text}</strong></div>
<ul class="numbers">${numbers}</ul>`;
}

function departmentsPart(report: BatchReport): Html {
  return html`<h2>一、各部门</h2>
<p class="soft">提醒的内容见各部门的核对报告；有错误的改正以后才能生成，这里不列以前生成的文件。</p>
${table(
  ['部门', '状态', { amounts: '错误' }, { amounts: '提醒' }, { amounts: '页数' }, '文件'],
  report.entries.map((entry) => departmentRow(entry, report)),
  'cards',
)}`;
}

function departmentRow(entry: BatchEntry, { entries }: BatchReport): Html {
  const { summary, findings, pages, downloads, toldBy } = entry;
  const part = summary?.partOf === undefined ? nothing : html`<br><span class="soft">${summary.partOf}所属单位</span>`;
  const told = entries.filter(({ input }) => input === toldBy);
  const elsewhere = told.length === 0 ? nothing : html`<span class="soft">错误见 ${links(told, entries)}</span> `;
  return html`<tr id="${anchorOf(entry, entries)}"><th scope="row">${nameOf(entry)}${part}</th><td>${tag(statusOf(entry))}</td>${amount(errorsOf(findings).length, '错误')}${amount(warningCount(findings), '提醒')}${amount(pages ?? '', '页数')}<td>${elsewhere}${downloads.map(({ label, path }) => html`<a href="${path.map(encodeURIComponent).join('/')}">${label}</a> `)}</td></tr>
`;
}

function errorsPart({ entries }: BatchReport): Html {
  const wrong = entries.filter(({ findings, failure }) => failure !== undefined || errorsOf(findings).length > 0);
  return html`<h2>二、须改正的错误</h2>
${wrong.length === 0 ? none : wrong.map(errorList)}`;
}

function errorList(entry: BatchEntry): Html {
  const failure = entry.failure === undefined ? nothing : html`<li>程序内部出错，请联系维护人员：${entry.failure}</li>`;
  return html`<h3>${nameOf(entry)}</h3>
<ul>${failure}${errorsOf(entry.findings).map(errorItem)}</ul>`;
}

function errorItem({ message, code, at, hint }: Diagnostic): Html {
  const place = at ? html` <span class="place">${`${at.file}:${at.line}:${at.column}`}</span>` : nothing;
  return html`<li>${message} <code>${code}</code>${place}${hint === undefined ? nothing : html`<br><span class="soft">${hint}</span>`}</li>
`;
}

function kindsPart({ kinds, entries }: BatchReport): Html {
  return html`<h2>三、问题按种类</h2>
${
  kinds.length === 0
    ? none
    : table(
        ['级别', '种类', { amounts: '条数' }, '部门'],
        kinds.map((kind) => kindRow(kind, entries)),
      )
}`;
}

function kindRow({ code, severity, count, entries: some }: FindingKind, entries: readonly BatchEntry[]): Html {
  const rule = ALL_CHECKS.find((check) => check.code === code)?.rule;
  const name = rule === undefined ? html`<code>${code}</code>` : html`${rule}<br><code>${code}</code>`;
  return html`<tr><td>${tag(severity === 'error' ? '错误' : '提醒')}</td><td>${name}</td>${amount(count)}<td>${links(some, entries)}</td></tr>
`;
}

/** What the page over all departments adds to the look of the reports: wide tables, links, four states. */
const PAGE_STYLE = `
main { max-width: 1240px; }
h3 { margin: 18px 0 4px; font-size: 15px; break-after: avoid; }
a { color: inherit; }
tr:target td { background: var(--band); }
.可以公开 { color: var(--good); } .有提醒 { color: var(--tail); } .有错误, .没有生成 { color: var(--bad); font-weight: 600; }
.lacking { color: var(--bad); }
th.amount { text-align: right; }
table.wide { font-size: 12px; } table.wide th { white-space: normal; }
tr.total td { border-top: 2px solid var(--ink); font-weight: 600; }
ul { margin: 4px 0; padding-left: 20px; }
@media print { table.wide { font-size: 8.5px; } a { text-decoration: none; } }
@page { size: A4 landscape; }
`;

/** The heading of a column: of texts, or of amounts. */
export type Heading = string | { readonly amounts: string };

function table(headings: readonly Heading[], rows: readonly Html[], kind = ''): Html {
  const heads = headings.map((heading) =>
    typeof heading === 'string' ? html`<th scope="col">${heading}</th>` : html`<th scope="col" class="amount">${heading.amounts}</th>`,
  );
  return html`<table class="${kind}"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** `label`: what it is, where a phone shows the row as a card. */
const amount = (text: string | number, label = ''): Html =>
  html`<td class="amount"${label === '' || text === '' ? nothing : html` data-label="${label}"`}>${text}</td>`;

const none: Html = html`<p>没有。</p>`;

/** Entries by their place on the page: a department that could not be read has no code to be named by. */
function anchorOf(entry: BatchEntry, entries: readonly BatchEntry[]): string {
  return `d${entries.indexOf(entry) + 1}`;
}

/** Names that lead to the departments' lines. */
function links(some: readonly BatchEntry[], entries: readonly BatchEntry[]): Html {
  const each = some.map((entry, index) => html`${index > 0 ? '、' : ''}<a href="#${anchorOf(entry, entries)}">${nameOf(entry)}</a>`);
  return html`${each}`;
}

const amountHeadings = (titles: readonly string[]): Heading[] => titles.map((amounts) => ({ amounts }));

const named = ({ code, name }: DepartmentSummary): string => `${code} ${name}`;

/** The district's sums, with two ways to each. */
function totalsPart({ totals, missing, entries }: BatchReport): Html {
  const lacking = missing.length === 0 ? nothing : html`<p class="lacking">没有列入：${links(missing, entries)}。</p>`;
  return html`<h2>四、合计</h2>
<p class="soft">单位：万元。各部门已生成的预算公开相加；所属单位的已在部门的数里，不重复计算。资金来源各列是收入，含上年结转。</p>
${lacking}${totals.rows.length === 0 ? none : html`${totalsTable(totals)}${tailNote(totals)}${table(['核对', ...amountHeadings(['一方（元）', '另一方（元）']), '结果'], totals.proofs.map(proofRow))}`}`;
}

function totalsTable({ rows, total }: DistrictTotals): Html {
  const cells = (amounts: DistrictTotals['total']) => COLUMNS.map((column) => amount(inTenThousands(amounts[column])));
  const lines = rows.map(
    ({ summary, amounts }) => html`<tr><td>${named(summary)}</td>${cells(amounts)}</tr>
`,
  );
  return table(['部门', ...amountHeadings(COLUMNS)], [...lines, html`<tr class="total"><td>合计</td>${cells(total)}</tr>`], 'wide');
}

function tailNote({ tails }: DistrictTotals): Html {
  if (tails.length === 0) return nothing;
  return html`<p class="soft">尾差：${tails.join('、')}各行印出的数相加与合计略有出入，因为合计按精确到分的金额相加后才四舍五入。</p>`;
}

function proofRow({ label, left, right, equal }: Proof): Html {
  const result = equal ? '相等' : `相差 ${exactYuan(left.minus(right).abs())}`;
  return html`<tr><td>${label}</td>${amount(exactYuan(left))}${amount(exactYuan(right))}<td class="${equal ? '符合' : '不符'}">${result}</td></tr>`;
}

/** Departments whose totals moved far. */
function changesPart({ changes }: BatchReport): Html {
  return html`<h2>五、增减很大的部门</h2>
<p class="soft">${CHANGE_RULE}单位：万元。</p>
${changes.length === 0 ? none : table(['部门', ...amountHeadings(['本年', '上年', '增减额', '增减率']), '部门写的原因'], changes.map(changeRow))}`;
}

function changeRow({ department, current, previous, difference, rate, reason }: ChangeOutlier): Html {
  const amounts = [inTenThousands(current), inTenThousands(previous), inTenThousands(difference), signedRate(rate)];
  return html`<tr><td>${named(department)}</td>${amounts.map((text) => amount(text))}<td>${reason ?? '没有写明'}</td></tr>`;
}

/** Departments whose “三公” lies far from the others'. */
function threePublicPart({ threePublic }: BatchReport): Html {
  const { departments, median, deviation, outliers } = threePublic;
  const basis =
    median && deviation
      ? `${departments} 个部门的中位数是 ${inTenThousands(median)} 万元，绝对离差中位数是 ${inTenThousands(deviation)} 万元。`
      : `有“三公”经费的部门只有 ${departments} 个，不作比较。`;
  const rows = outliers.map(
    ({ department, amount: spent, score }) =>
      html`<tr><td>${named(department)}</td>${amount(inTenThousands(spent))}${amount(formatNumber(score.toDecimalPlaces(1), 1, false))}</tr>`,
  );
  return html`<h2>六、“三公”经费和别的部门相差很大的部门</h2>
<p class="soft">${THREE_PUBLIC_RULE}${basis}</p>
${rows.length === 0 ? none : table(['部门', ...amountHeadings(['“三公”经费（万元）', '按上式算得'])], rows)}`;
}

/** The same words for different departments. */
function repeatedPart({ repeated }: BatchReport): Html {
  return html`<h2>七、几个部门写得一样的增减原因</h2>
<p class="soft">${REPEATED_RULE}</p>
${repeated.length === 0 ? none : table(['原因', '写它的部门'], repeated.map(repeatedRow))}`;
}

function repeatedRow({ text, given }: RepeatedReason): Html {
  const who = given.map(({ department, about, same }) => html`${named(department)}（${about}${same ? '' : '，略有不同'}）<br>`);
  return html`<tr><td>${text}</td><td>${who}</td></tr>
`;
}
