import { CHECK_GROUPS } from '../../checks/check.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Html, html, htmlPage, nothing } from '../../html/html.js';
import { type ReadinessData, type ReadinessInput, readinessData } from './readiness-report.js';
import type { ReportedComparison, ReportedSide } from './reported-comparisons.js';
import { STYLE } from './style.js';

/** The report for the person who signs, as one self-contained page and as JSON. Same input, same bytes. */
export function readinessReport(input: ReadinessInput): { html: string; json: string; data: ReadinessData } {
  const data = readinessData(input);
  return { html: reportHtml(data), json: `${JSON.stringify(data, null, 2)}\n`, data };
}

/** The report as one self-contained page without scripts, fonts or pictures from elsewhere. */
export function reportHtml(data: ReadinessData): string {
  const title = `${data.department}${data.year}年度部门预算公开核对报告`;
  const body = html`<main>
<h1>${title}</h1>
<p class="soft">方案：${data.form}　部门代码：${data.code}　核对级别：${data.strictness === 'strict' ? '严格' : '基本'}${data.draft ? '　草稿' : ''}</p>
${conclusion(data)}
${[findings, checklist, reconciliations, tails, unchecked, acknowledged, allChecks, files].map((part) => part(data))}
<div class="sign"><div>核对人：</div><div>负责人：</div><div>日期：</div></div>
</main>`;
  return htmlPage(title, STYLE, body);
}

function conclusion({ ready, summary }: ReadinessData): Html {
  const text = ready
    ? summary.warnings > 0
      ? '没有妨碍公开的问题，另有提醒须逐条确认'
      : '没有妨碍公开的问题'
    : `有 ${summary.errors} 个问题须改正后才能公开`;
  const numbers = [
    ['符合', summary.holds],
    ['尾差', summary.tails],
    ['不符', summary.fails],
    ['未能核对', summary.unchecked],
    ['待处理', summary.errors + summary.warnings],
    ['已确认', summary.acknowledged],
  ] as const;
  return html`<div class="verdict ${ready ? '' : 'bad'}"><strong>${text}</strong></div>
<ul class="numbers">${numbers.map(([label, count]) => html`<li><span class="number">${count}</span><span class="label">${label}</span></li>`)}</ul>`;
}

function findings({ findings: list }: ReadinessData): Html {
  return html`<h2>一、待处理的问题和提醒</h2>
${list.length === 0 ? html`<p>没有。</p>` : table(['级别', '问题', '位置', '依据'], list.map(findingRow))}`;
}

function findingRow({ severity, code, message, hint, at, related = [], basis = '' }: Diagnostic): Html {
  const places = [...(at ? [place(at)] : []), ...related.map((one) => (one.at ? place(one.at) : one.message))];
  return html`<tr><td>${tag(severity === 'error' ? '错误' : '提醒')}</td><td>${message}<br><code>${code}</code>${hint === undefined ? nothing : html`<br><span class="soft">${hint}</span>`}</td><td class="place">${places.map((one) => html`${one}<br>`)}</td><td>${basis}</td></tr>`;
}

function checklist({ checklist: lines }: ReadinessData): Html {
  const rows = lines.map(
    (line) =>
      html`<tr><td>${line.id}</td><td>${line.requirement}</td><td>${tag(line.verdict)}</td><td>${line.evidence.map((one) => html`${one}<br>`)}</td><td class="amount">${line.page ?? ''}</td></tr>`,
  );
  return html`<h2>二、公开要求核对表</h2>
<p class="soft">依据财预〔2016〕143号、财预〔2021〕29号和预算法实施条例。</p>
${table(['编号', '要求', '结果', '根据', '页码'], rows)}`;
}

function reconciliations({ comparisons }: ReadinessData): Html {
  const exact = comparisons.filter((one) => one.verdict !== '尾差');
  return html`<h2>三、勾稽关系</h2>
<p class="soft">按填写的精确金额核对，没有容差；共 ${exact.length} 处。</p>
${table(
  ['结果', '一方', '', '另一方', '相差'],
  exact.map(
    (one) =>
      html`<tr><td>${tag(one.verdict)}</td>${sideCell(one.left)}<td>${one.operator}</td>${sideCell(one.right)}<td class="amount">${one.verdict === '符合' && one.operator === '＝' ? '' : one.difference}</td></tr>`,
  ),
)}`;
}

function sideCell({ label, value, places }: ReportedSide): Html {
  return html`<td>${label}<br><span class="amount">${value}</span><br><span class="place">${places
    .filter((one) => one !== label)
    .slice(0, 3)
    .join(' ')}</span></td>`;
}

function tails({ comparisons }: ReadinessData): Html {
  const list = comparisons.filter((one) => one.verdict === '尾差');
  const rows = list.map(
    (one: ReportedComparison) =>
      html`<tr><td>${one.left.label}</td><td class="amount">${one.left.value}</td><td class="amount">${one.right.value}</td><td class="amount">${one.difference}</td><td class="amount">${one.bound ?? ''}</td><td>${one.cause ?? ''}</td></tr>`,
  );
  return html`<h2>四、尾差</h2>
<p class="soft">印出的各项各自四舍五入，相加可能与合计相差；n 项相加最多相差 0.005×(n+1) 个印出单位。精确金额都相等。</p>
${list.length === 0 ? html`<p>没有。</p>` : table(['位置', '印出的合计', '分项之和', '相差', '界限', '原因'], rows)}`;
}

function unchecked({ unchecked: list }: ReadinessData): Html {
  return html`<h2>五、未能核对</h2>
${
  list.length === 0
    ? html`<p>没有。</p>`
    : html`<p>下列各项程序不能核对，不等于符合，须由人工核实。</p>${table(
        ['检查', '原因'],
        list.map((one) => html`<tr><td>${one.rule}<br><code>${one.check}</code></td><td>${one.message}</td></tr>`),
      )}`
}`;
}

function acknowledged({ acknowledged: list }: ReadinessData): Html {
  const rows = list.map(
    (one) =>
      html`<tr><td>${one.message}<br><code>${one.check}</code></td><td>${one.reason}</td><td class="place">${one.at ? place(one.at) : ''}</td></tr>`,
  );
  return html`<h2>六、已确认的提醒</h2>
${list.length === 0 ? html`<p>没有。</p>` : table(['提醒', '确认的理由', '位置'], rows)}`;
}

function allChecks({ checks }: ReadinessData): Html {
  const rows = CHECK_GROUPS.flatMap((group) => checks.filter((one) => one.group === group)).map(
    (one) =>
      html`<tr><td>${one.group}</td><td>${one.rule}<br><code>${one.code}</code></td><td>${tag(one.verdict)}</td><td>${one.looked.slice(0, 3).map((text) => html`${text}<br>`)}</td></tr>`,
  );
  return html`<h2>七、全部检查</h2>
${table(['类别', '规则', '结果', '说明'], rows)}`;
}

function files({ files: list }: ReadinessData): Html {
  return html`<h2>八、文件指纹（SHA-256）</h2>
${
  list.length === 0
    ? html`<p>没有。</p>`
    : table(
        ['类别', '文件', '指纹'],
        list.map((one) => html`<tr><td>${one.role}</td><td>${one.name}</td><td class="hash"><code>${one.sha256}</code></td></tr>`),
      )
}`;
}

function table(headings: readonly string[], rows: readonly Html[]): Html {
  return html`<table><thead><tr>${headings.map((heading) => html`<th>${heading}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

function tag(verdict: string): Html {
  return html`<span class="tag ${verdict}">${verdict}</span>`;
}

function place({ file, line, column }: NonNullable<Diagnostic['at']>): string {
  return `${file}:${line}:${column}`;
}
