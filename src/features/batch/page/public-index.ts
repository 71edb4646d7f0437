import { type Html, html, nothing } from '../../../html/html.js';
import { PUBLIC_LOOK, publicPage } from '../../../html/public-page.js';
import { Decimal, sum } from '../../../money/decimal.js';
import { groupBy } from '../../../plain/objects.js';
import type { BatchReport } from './batch-report.js';
import type { DepartmentSummary } from './department-summary.js';
import { inTenThousands, signedRate } from './district-totals.js';
import { type BatchEntry, type Download, errorsOf } from './entry.js';

/** Its name in the folder of the year. */
export const PUBLIC_INDEX = '部门预算公开目录.html';

/** A department that is published: its summary, and the files that are. */
interface Published {
  readonly summary: DepartmentSummary;
  readonly downloads: readonly Download[];
}

/**
 * The index for the public: what the departments have published, and no more. It names no finding, no report, and no
 * department whose files do not stand; all of its figures are printed in the departments' own documents, or sums of those.
 */
export function publicIndex(report: BatchReport): string {
  const published = report.entries.flatMap(publishedOf);
  const district = published[0]?.summary.district ?? '';
  const title = `${district}${report.year}年部门预算公开目录`;
  const body = html`<a class="skip" href="#main">跳到正文</a>
<header class="cover"><p>${district}</p><h1>${report.year}年部门预算公开</h1>${headline(published)}</header>
<main id="main" tabindex="-1">
<div class="find" role="search" hidden><label for="query">查找部门、科目名称或编码</label><input id="query" type="search" autocomplete="off" spellcheck="false"><p id="found" role="status"></p></div>
<section aria-labelledby="departments"><h2 id="departments">各部门</h2>${departments(published, report.year)}</section>
<section aria-labelledby="codes"><h2 id="codes">按支出功能分类科目</h2>${codes(published)}</section>
</main>
<footer><p>金额单位：万元。各数取自各部门公开的预算，合计由各部门的数相加；单位的预算已经包含在它的主管部门里，不重复计算。</p></footer>`;
  return publicPage({ title, style: PUBLIC_LOOK + PUBLIC_STYLE, script: PUBLIC_SCRIPT, body });
}

function publishedOf(entry: BatchEntry): Published[] {
  const { state, summary, downloads } = entry;
  if (state !== 'made' || !summary || errorsOf(entry.findings).length > 0) return [];
  return [{ summary, downloads: downloads.filter(({ isReport }) => !isReport) }];
}

const isDepartment = ({ summary }: Published): boolean => summary.partOf === undefined;
const spent = ({ totals }: DepartmentSummary): Decimal => new Decimal(totals.支出总计);
/** A department without one is new, or has not stated it. */
const before = ({ previous }: DepartmentSummary): Decimal | undefined => (new Decimal(previous).gt(0) ? new Decimal(previous) : undefined);

function headline(published: readonly Published[]): Html {
  const own = published.filter(isDepartment);
  const total = sum(own.map(({ summary }) => spent(summary)));
  const facts = [
    [`${own.length}`, '个部门'],
    [inTenThousands(total), '万元 支出总计'],
  ] as const;
  return html`<ul class="facts">${facts.map(([number, label]) => html`<li><b>${number}</b> ${label}</li>`)}</ul>`;
}

function departments(published: readonly Published[], year: string): Html {
  const own = published.filter(isDepartment);
  const heads = ['代码', '部门', `${year}年支出总计`, '上年', '增减', '增减率', '文件'];
  return html`<div class="scroll" role="group" tabindex="0" aria-label="各部门"><table><caption>各部门支出总计与上年比较，单位：万元</caption>
<thead><tr>${heads.map(headCell)}</tr></thead>
<tbody class="searched">${published.map(departmentRow)}</tbody>
<tfoot>${totalRow(own)}</tfoot></table></div>`;
}

function departmentRow({ summary, downloads }: Published): Html {
  const page = downloads.find(({ path }) => path.at(-1)?.endsWith('.html'));
  const name = page ? html`<a href="${addressOf(page)}">${summary.name}</a>` : html`${summary.name}`;
  const part = summary.partOf === undefined ? nothing : html` <small>${summary.partOf}所属单位</small>`;
  const files = downloads.map((one) => html`<a href="${addressOf(one)}" aria-label="${summary.name} ${one.label}">${one.label}</a> `);
  return html`<tr><td>${summary.code}</td><th scope="row">${name}${part}</th>${comparison(spent(summary), before(summary))}<td class="files">${files}</td></tr>
`;
}

/** Only departments that have a last year are compared with it, or the total would grow by those that are new. */
function totalRow(own: readonly Published[]): Html {
  const all = own.map(({ summary }) => summary);
  const previous = all.every((one) => before(one)) ? sum(all.map(({ previous: text }) => new Decimal(text))) : undefined;
  return html`<tr><td></td><th scope="row">合计</th>${comparison(sum(all.map(spent)), previous)}<td></td></tr>`;
}

function comparison(current: Decimal, previous: Decimal | undefined): Html {
  const change = previous && current.minus(previous);
  const texts = [
    inTenThousands(current),
    previous ? inTenThousands(previous) : '',
    change ? inTenThousands(change) : '',
    previous && change ? signedRate(change.div(previous)) : '',
  ];
  return html`${texts.map((text) => html`<td class="n">${text}</td>`)}`;
}

/** Over amounts a head stands as they do. */
const headCell = (head: string): Html =>
  /总计|上年|增减|^支出$/.test(head) ? html`<th scope="col" class="n">${head}</th>` : html`<th scope="col">${head}</th>`;

const addressOf = ({ path }: Download): string => path.map(encodeURIComponent).join('/');

/** One 项 of the classification with the departments that spend on it. */
function codes(published: readonly Published[]): Html {
  const spending = published.filter(isDepartment).flatMap((one) => one.summary.items.map((item) => ({ ...item, one })));
  const groups = [...groupBy(spending, ({ code }) => code)].sort(([one], [other]) => (one < other ? -1 : 1));
  if (groups.length === 0) return html`<p>没有。</p>`;
  const rows = groups.map(([code, items]) => {
    const parts = items.map(({ one, amount }) => html`<li>${linkTo(one)} ${inTenThousands(new Decimal(amount))}</li>`);
    const total = sum(items.map(({ amount }) => new Decimal(amount)));
    return html`<tr><td>${code}</td><th scope="row">${items[0]?.name ?? ''}</th><td class="n">${inTenThousands(total)}</td><td><ul>${parts}</ul></td></tr>
`;
  });
  const heads = ['科目编码', '科目名称', '支出', '部门'];
  return html`<div class="scroll" role="group" tabindex="0" aria-label="按支出功能分类科目"><table><caption>各科目的支出和安排的部门，单位：万元</caption>
<thead><tr>${heads.map(headCell)}</tr></thead><tbody class="searched">${rows}</tbody></table></div>`;
}

function linkTo({ summary, downloads }: Published): Html {
  const page = downloads.find(({ path }) => path.at(-1)?.endsWith('.html'));
  return page ? html`<a href="${addressOf(page)}">${summary.name}</a>` : html`${summary.name}`;
}

/** What the index of a district has besides the looks of all public pages. */
const PUBLIC_STYLE = `
body .cover{padding-left:max(1.25rem,calc((100vw - 69.5rem)/2));padding-right:1.25rem}
main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
h2{margin:3.5rem 0 1.2rem;padding-top:1.2rem;border-top:1px solid var(--line);font-size:clamp(1.4rem,3.6vw,1.9rem);color:var(--deep)}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 3rem;margin:2.4rem 0 0;padding:0;list-style:none}
.facts b{font-size:clamp(1.6rem,4.4vw,2.6rem);font-weight:600;font-variant-numeric:tabular-nums lining-nums}
.find{margin:2.4rem 0 0}
.find label{display:block;margin-bottom:.3rem;color:var(--soft)}
.find input{width:min(100%,32rem);padding:.6rem 1rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--card);color:inherit;font:inherit}
#found{margin:.4rem 0 0;min-height:1.9em;color:var(--soft)}
.scroll{overflow-x:auto;border-top:2px solid var(--deep);border-bottom:1px solid var(--line);background:var(--card)}
table{width:100%;min-width:44rem;border-collapse:collapse;font-size:.94rem;line-height:1.6}
th,td{padding:.5rem .7rem;border-bottom:1px solid var(--hair);vertical-align:top;text-align:left;font-weight:400}
thead th{background:var(--band);font-weight:600}
td:first-child{white-space:nowrap}
th.n{text-align:right}
tbody tr:hover>*{background:var(--mark)}
tfoot>tr>*{border-top:2px solid var(--line);font-weight:700}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
table small{color:var(--soft)}
table .files{display:table-cell;margin:0;font-size:.9rem;white-space:nowrap}
table .files a{display:inline;padding:0;border:0;color:var(--deep);text-decoration:underline}
table .files a:hover{background:none;color:var(--ink)}
td ul{margin:0;padding:0;list-style:none}
footer{margin-top:3rem;padding-top:1.4rem;padding-bottom:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@page{size:A4 landscape;margin:14mm}
@media print{.find,.skip{display:none!important}.cover{background:none;color:#1f4e79;padding:0 0 8mm}.cover p{color:inherit}.scroll{overflow:visible}table{font-size:9pt;min-width:0}thead{display:table-header-group}tr{break-inside:avoid}}
`;

/** The search: rows that have every word stay. It reads the page that it finds, and puts in no markup. */
const PUBLIC_SCRIPT = `(function () {
'use strict';
var find = document.querySelector('.find'), query = document.getElementById('query'), found = document.getElementById('found');
var rows = [].map.call(document.querySelectorAll('.searched tr'), function (row) { return { row: row, text: row.textContent.toLowerCase() }; });
find.hidden = false;
query.addEventListener('input', function () {
  var words = query.value.toLowerCase().split(/[\\s　]+/).filter(Boolean), count = 0;
  rows.forEach(function (one) {
    one.row.hidden = !words.every(function (word) { return one.text.includes(word); });
    if (!one.row.hidden) count += 1;
  });
  found.textContent = words.length === 0 ? '' : count === 0 ? '没有找到' : '找到 ' + count + ' 行';
});
}());`;
