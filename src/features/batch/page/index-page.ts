import { ALL_CHECKS } from '../../../checks/all-checks.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Html, html, htmlPage, nothing } from '../../../html/html.js';
import { LOOK } from '../../../html/look.js';
import type { BatchReport } from './batch-report.js';
import { type BatchEntry, countWords, errorsOf, nameOf, STATUSES, statusOf, warningCount } from './entry.js';
import type { FindingKind } from './findings-by-kind.js';
import { changesPart, repeatedPart, threePublicPart, totalsPart } from './index-page-figures.js';
import { amount, anchorOf, links, none, table, tag } from './page-parts.js';
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
