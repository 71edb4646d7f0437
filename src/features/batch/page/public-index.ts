import { type Html, html, nothing } from '../../../html/html.js';
import { PUBLIC_LOOK } from '../../../html/public-look.js';
import { publicPage } from '../../../html/public-page.js';
import { Decimal, sum } from '../../../money/decimal.js';
import { groupBy } from '../../../plain/objects.js';
import type { BatchReport } from './batch-report.js';
import type { DepartmentSummary } from './department-summary.js';
import { type BatchEntry, type Download, errorsOf } from './entry.js';
import { PUBLIC_SCRIPT, PUBLIC_STYLE } from './public-index-look.js';
import { inTenThousands, signedRate } from './words.js';

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
