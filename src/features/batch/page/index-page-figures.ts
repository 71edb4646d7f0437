import { type Html, html, nothing } from '../../../html/html.js';
import { formatNumber } from '../../../money/format.js';
import type { BatchReport } from './batch-report.js';
import type { DepartmentSummary } from './department-summary.js';
import { COLUMNS, type DistrictTotals, type Proof } from './district-totals.js';
import { CHANGE_RULE, type ChangeOutlier, THREE_PUBLIC_RULE } from './outliers.js';
import { amount, type Heading, links, none, table } from './page-parts.js';
import { REPEATED_RULE, type RepeatedReason } from './repeated-reasons.js';
import { exactYuan, inTenThousands, signedRate } from './words.js';

const amountHeadings = (titles: readonly string[]): Heading[] => titles.map((amounts) => ({ amounts }));

const named = ({ code, name }: DepartmentSummary): string => `${code} ${name}`;

/** The district's sums, with two ways to each. */
export function totalsPart({ totals, missing, entries }: BatchReport): Html {
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
export function changesPart({ changes }: BatchReport): Html {
  return html`<h2>五、增减很大的部门</h2>
<p class="soft">${CHANGE_RULE}单位：万元。</p>
${changes.length === 0 ? none : table(['部门', ...amountHeadings(['本年', '上年', '增减额', '增减率']), '部门写的原因'], changes.map(changeRow))}`;
}

function changeRow({ department, current, previous, difference, rate, reason }: ChangeOutlier): Html {
  const amounts = [inTenThousands(current), inTenThousands(previous), inTenThousands(difference), signedRate(rate)];
  return html`<tr><td>${named(department)}</td>${amounts.map((text) => amount(text))}<td>${reason ?? '没有写明'}</td></tr>`;
}

/** Departments whose “三公” lies far from the others'. */
export function threePublicPart({ threePublic }: BatchReport): Html {
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
export function repeatedPart({ repeated }: BatchReport): Html {
  return html`<h2>七、几个部门写得一样的增减原因</h2>
<p class="soft">${REPEATED_RULE}</p>
${repeated.length === 0 ? none : table(['原因', '写它的部门'], repeated.map(repeatedRow))}`;
}

function repeatedRow({ text, given }: RepeatedReason): Html {
  const who = given.map(({ department, about, same }) => html`${named(department)}（${about}${same ? '' : '，略有不同'}）<br>`);
  return html`<tr><td>${text}</td><td>${who}</td></tr>
`;
}
