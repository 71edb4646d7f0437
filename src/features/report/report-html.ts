import { CHECK_GROUPS } from '../../checks/check.js';
import { STATES } from '../../checks/states.js';
import { type Html, html, htmlPage, nothing } from '../../html/html.js';
import { type Cell, cell, contents, folded, LOOK, lines, table, tag } from '../../html/look.js';
import { type ReadinessData, type ReadinessInput, readinessData } from './readiness-report.js';
import type { ReportedComparison, ReportedSide } from './reported-comparisons.js';

type Section = (data: ReadinessData) => Html;

/** What has to be looked at comes first; what holds is folded in its section. */
const SECTIONS: readonly (readonly [id: string, title: string, section: Section])[] = [
  ['findings', '待处理的问题和提醒', findings],
  ['checklist', '公开要求核对表', checklist],
  ['comparisons', '勾稽关系', reconciliations],
  ['tails', '尾差', tails],
  ['unchecked', '未能核对和未填', unchecked],
  ['acknowledged', '已确认', acknowledged],
  ['checks', '全部检查', allChecks],
  ['files', '文件指纹（SHA-256）', files],
];
const NUMERALS = '一二三四五六七八';
const titles = SECTIONS.map(([id, title], index) => ({ id, title: `${NUMERALS[index] ?? ''}、${title}` }));

/** The report for the person who signs, as one self-contained page and as JSON. Same input, same bytes. */
export function readinessReport(input: ReadinessInput): { html: string; json: string; data: ReadinessData } {
  const data = readinessData(input);
  return { html: reportHtml(data), json: `${JSON.stringify(data, null, 2)}\n`, data };
}

/** The report as one self-contained page without scripts, fonts or pictures from elsewhere. */
function reportHtml(data: ReadinessData): string {
  const title = `${data.department}${data.year}年度${data.subject}预算公开核对报告`;
  const body = html`<main>
<h1>${title}</h1>
<p class="soft">方案：${data.form}　${data.subject}代码：${data.code}　核对级别：${data.strictness === 'strict' ? '严格' : '基本'}${data.program === undefined ? '' : `　程序：${data.program} 版`}${data.draft ? '　草稿' : ''}<br>没有写文件名的位置（行:列）都在 <span class="place">${data.file}</span></p>
${conclusion(data)}
${contents(titles)}
${SECTIONS.map(([id, , section], index) => html`<section aria-labelledby="${id}"><h2 id="${id}">${titles[index]?.title ?? ''}</h2>${section(data)}</section>`)}
${signatures(data)}
</main>`;
  return htmlPage(title, STYLE, body);
}

function conclusion({ ready, summary: { errors, warnings, states } }: ReadinessData): Html {
  const text = ready ? `没有妨碍公开的问题${warnings > 0 ? '，另有提醒须逐条确认' : ''}` : `有 ${errors} 个问题须改正后才能公开`;
  const shown = STATES.filter((state) => states[state] > 0 || state === '不符' || state === '符合');
  return html`<div class="verdict ${ready ? '' : 'bad'}"><strong>${text}</strong></div>
<ul class="numbers">${shown.map((state) => html`<li><span class="number">${states[state]}</span><span class="label">${state}</span></li>`)}</ul>`;
}

const none = html`<p>没有。</p>`;

function findings({ findings: list, file }: ReadinessData): Html {
  if (list.length === 0) return none;
  return table(
    ['状态', '问题', '位置', '依据'],
    list.map(({ state, code, message, hint, at, related = [], basis = '' }) => [
      cell(tag(state)),
      cell(
        lines([
          message,
          html`<code>${code}</code>`,
          ...[...(hint === undefined ? [] : [hint]), ...related.filter((one) => !one.at).map((one) => one.message)].map(
            (text) => html`<span class="soft">${text}</span>`,
          ),
        ]),
      ),
      cell(lines([at, ...related.map((one) => one.at)].flatMap((one) => (one ? [place(one, file)] : []))), 'place'),
      cell(basis),
    ]),
    1,
  );
}

function checklist({ checklist: all, files: products }: ReadinessData): Html {
  const pdf = products.find(({ role, name }) => role === '成品' && name.endsWith('.pdf'))?.name;
  const rows = (list: ReadinessData['checklist']) =>
    table(
      ['编号', '要求', '状态', '根据', '页码'],
      list.map(({ id, requirement, basis, state, evidence, page, pdfPage }) => [
        cell(id),
        cell(lines([requirement, html`<span class="soft">${basis}</span>`])),
        cell(state ? tag(state) : ''),
        cell(lines(evidence)),
        cell(page === undefined ? '' : pageLink(page, pdfPage, pdf), 'amount'),
      ]),
      1,
    );
  const open = all.filter(({ state }) => state !== '符合' && state !== undefined);
  const met = all.filter((line) => !open.includes(line));
  return html`${open.length === 0 ? html`<p>各条都符合。</p>` : rows(open)}${met.length === 0 ? nothing : folded(`符合和本年没有的 ${met.length} 条`, rows(met))}`;
}

/** Opens the PDF beside the report at that page. */
function pageLink(page: string, pdfPage: number | undefined, pdf: string | undefined): Html {
  if (pdf === undefined || pdfPage === undefined) return html`${page}`;
  return html`<a href="${encodeURIComponent(pdf)}#page=${pdfPage}" aria-label="打开 PDF 第 ${page} 页">${page}</a>`;
}

function reconciliations({ comparisons, file }: ReadinessData): Html {
  const exact = comparisons.filter(({ state }) => state !== '尾差');
  const rows = (list: readonly ReportedComparison[]) =>
    table(
      ['状态', '一方', '关系', '另一方', '相差'],
      list.map((one) => [
        cell(tag(one.state)),
        sideCell(one.left, file),
        cell(one.operator),
        sideCell(one.right, file),
        cell(one.difference ?? '', 'amount'),
      ]),
      1,
    );
  const [met, open] = [exact.filter(({ state }) => state === '符合'), exact.filter(({ state }) => state !== '符合')];
  return html`<p class="soft">按填写的精确金额核对，没有容差；共 ${exact.length} 处。</p>
${open.length === 0 ? nothing : rows(open)}${met.length === 0 ? nothing : folded(`符合的 ${met.length} 处`, rows(met))}`;
}

function sideCell({ label, value, places }: ReportedSide, file: string): Cell {
  const shown = places.filter((one) => one !== label).slice(0, 3);
  const where = shown.map((one) => withoutFile(one, file)).join(' ');
  return cell(
    lines([label, html`<span class="amount">${value}</span>`, ...(where === '' ? [] : [html`<span class="place">${where}</span>`])]),
  );
}

function tails({ comparisons, file }: ReadinessData): Html {
  const stated = comparisons.filter(({ statedTail }) => statedTail !== undefined);
  const rounded = comparisons.filter(({ state }) => state === '尾差');
  if (stated.length + rounded.length === 0) return none;
  return html`${rounded.length === 0 ? nothing : roundedTails(rounded)}${stated.length === 0 ? nothing : statedTails(stated, file)}`;
}

/** What the office answers for: two exact figures, and why they are not equal. */
function statedTails(list: readonly ReportedComparison[], file: string): Html {
  const rows = list.map((one) => [
    sideCell(one.left, file),
    sideCell(one.right, file),
    cell(one.difference ?? '', 'amount'),
    cell(one.statedTail ?? ''),
  ]);
  return html`<p class="soft">下列 ${list.length} 处由单位写明是尾差，已确认；两边的精确金额不相等。</p>
${table(['一方', '另一方', '相差', '理由'], rows)}`;
}

function roundedTails(list: readonly ReportedComparison[]): Html {
  const rows = list.map((one) => [
    cell(one.left.label),
    ...[one.left.value, one.right.value, one.difference ?? '', one.bound ?? ''].map((text) => cell(text, 'amount')),
    cell(one.cause ?? ''),
  ]);
  return html`<p class="soft">印出的各项各自四舍五入，相加可能与合计相差；n 项相加最多相差 0.005×(n+1) 个印出单位。精确金额都相等。</p>
${folded(`尾差 ${list.length} 处`, table(['位置', '印出的合计', '分项之和', '相差', '界限', '原因'], rows))}`;
}

function unchecked({ unchecked: list }: ReadinessData): Html {
  if (list.length === 0) return none;
  return html`<p>下列各项程序不能核对，或没有填写，不等于符合，须由人工核实。</p>${table(
    ['检查', '状态', '说明'],
    list.map((one) => [cell(lines([one.rule, html`<code>${one.check}</code>`])), cell(tag(one.state)), cell(one.message)]),
  )}`;
}

/** Figures that were published although the program infers others stand apart from reminders. */
function acknowledged({ acknowledged: list, file }: ReadinessData): Html {
  if (list.length === 0) return none;
  const parts = (['错误', '提醒'] as const).map((severity) => {
    const rows = list.filter((one) => one.severity === severity);
    if (rows.length === 0) return nothing;
    return html`<h3>${severity === '错误' ? '已确认的不符' : '已确认的提醒'}</h3>${table(
      ['内容', '确认的理由', '位置'],
      rows.map((one) => [
        cell(lines([one.message, html`<code>${one.check}</code>${one.basis === undefined ? '' : `　依据：${one.basis}`}`])),
        cell(one.reason),
        cell(one.at ? place(one.at, file) : '', 'place'),
      ]),
    )}`;
  });
  return html`${parts}`;
}

function allChecks({ checks }: ReadinessData): Html {
  const inGroups = CHECK_GROUPS.flatMap((group) => checks.filter((one) => one.group === group));
  const rows = inGroups.map((one) => [
    cell(one.group),
    cell(lines([one.rule, html`<code>${one.code}</code>　${one.requirements.join('、')}`])),
    cell(one.state ? tag(one.state) : '本年没有'),
    cell(lines(one.looked.slice(0, 3))),
  ]);
  return folded(`${rows.length} 项检查`, table(['类别', '规则', '状态', '说明'], rows, 1));
}

function files({ files: list }: ReadinessData): Html {
  if (list.length === 0) return none;
  const rows = list.map((one) => [cell(one.role), cell(one.name), cell(html`<code>${one.sha256}</code>`, 'hash')]);
  return folded(`${rows.length} 个文件`, table(['类别', '文件', '指纹'], rows, 1));
}

function signatures({ secrecyReview: review }: ReadinessData): Html {
  const reviewed = review ? `保密审查人：${review.person}　${review.date}` : '保密审查人、日期：';
  return html`<div class="sign">${[reviewed, '核对人：', '负责人：', '日期：'].map((text) => html`<div>${text}</div>`)}</div>`;
}

function place({ file, line, column }: { file: string; line: number; column: number }, main: string): string {
  return withoutFile(`${file}:${line}:${column}`, main);
}

/** The department's own file is named once, at the top. */
const withoutFile = (text: string, main: string): string => (text.startsWith(`${main}:`) ? text.slice(main.length + 1) : text);

/** What only the report has: fingerprints and the lines to sign on. */
const STYLE = `${LOOK}
.hash { font-size: 11px; word-break: break-all; }
.sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 28px; margin-top: 48px; break-inside: avoid; }
.sign div { padding-top: 34px; border-bottom: 1px solid var(--ink); }
`;
