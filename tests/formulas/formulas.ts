import { codeTree, flatten } from '../../src/budget/code-tree.js';
import { changeOf, type Direction, type Figure, shareFigure, sumFigure } from '../../src/budget/figure.js';
import { SectionFlow } from '../../src/compose/section-flow.js';
import { Decimal, sum } from '../../src/money/decimal.js';
import { formatAmount } from '../../src/money/format.js';
import { parseAmount } from '../../src/money/parse-amount.js';
import type { AmountUnit } from '../../src/money/units.js';
import { templateContext } from '../../src/narrative/context.js';
import { makeHelpers } from '../../src/narrative/helpers.js';
import { templateEngine } from '../../src/narrative/template-engine.js';
import { TokenBook } from '../../src/narrative/tokens.js';
import { numberStyle, tableAmounts, textAmounts } from '../../src/profile/amount-format.js';
import { chineseNumber } from '../../src/profile/table-number.js';
import { tableSpec } from '../../src/profile/table-schema.js';
import { expandRow } from '../../src/tables/expand-rows.js';
import { performanceForms } from '../../src/tables/performance-form.js';
import type { PublishedCell, PublishedTable } from '../../src/tables/published-table.js';
import { tails } from '../../src/tables/tails.js';
import { budgetOf } from '../support/budget-of.js';
import { loadedProfile } from '../support/build-case.js';

/** How each tests/formulas/<name>.yaml is computed: its input in, its output out. */
export const FORMULAS: Readonly<Record<string, (input: never) => unknown>> = {
  增减: change,
  占比: shares,
  舍入: rounding,
  填报金额: typedAmount,
  科目树: ({ 科目, 级数 }: { 科目: string[]; 级数: number }) => ({ 编码: flatten(codeTree(科目, 级数)).map(({ code }) => code) }),
  报表行: tableRows,
  尾差: tail,
  拼页: packing,
  中文序号: ({ 数 }: { 数: number }) => ({ 写作: chineseNumber(数) }),
  绩效资金: formMoney,
};

const figure = (value: string, label = '金额'): Figure => ({
  id: `${label}${value}`,
  label,
  unit: 'yuan',
  value: new Decimal(value),
  origin: { kind: 'stated', source: { file: '', path: [] } },
});

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  none: '均无',
  equal: '持平',
  new: '新增',
  rise: '增加',
  fall: '减少',
  dropped: '减少',
};

interface ChangeInput {
  readonly 本年: string;
  readonly 上年: string;
  readonly 原因?: string;
}

function change({ 本年: current, 上年: previous, 原因: reason }: ChangeInput) {
  const one = changeOf('收入总计', figure(current), figure(previous), reason);
  const parts = {
    收入: { 一般公共预算: current },
    上年预算: { 一般公共预算: previous, 其余: '无' },
    ...(reason !== undefined && { 增减原因: { 收入: reason } }),
  };
  return {
    方向: DIRECTIONS[one.direction],
    增减额: one.amount.value.toFixed(),
    增减率: one.rate ? percentage(one.rate) : '无',
    说法: wording('词句/增减.hbs', parts),
    带上年数: wording('词句/增减带上年数.hbs', parts),
  };
}

/** A phrase of the profile over 收入.变动 of a budget. */
function wording(phrase: string, parts: Readonly<Record<string, unknown>>): string {
  const { templates, spec } = loadedProfile();
  const book = new TokenBook();
  const context = templateContext(budgetOf(parts), { text: (raw) => book.text(raw), gap: (sources) => book.gap(sources) }, spec).value as {
    收入: { 变动: unknown };
  };
  const rendered = templateEngine(templates, spec, book)(phrase, context.收入.变动);
  return book
    .inlines(rendered)
    .map((inline) => inline.text)
    .join('')
    .trim();
}

function percentage(ratio: Figure): string {
  const book = new TokenBook();
  const { 百分比: percent } = makeHelpers(book, loadedProfile().spec) as unknown as Record<string, (figure: Figure) => string>;
  return book
    .inlines(percent?.(ratio) ?? '')
    .map((inline) => inline.text)
    .join('');
}

function shares({ 各部分: parts, 整体: whole }: { 各部分: string[]; 整体: string }) {
  const printed = parts.map((part, index) => percentage(shareFigure({ id: `占比${index}`, label: '占比' }, figure(part), figure(whole))));
  return { 占比: printed, 其和: sum(printed.map((one) => new Decimal(one.replace('%', '')))).toFixed(2) };
}

function rounding({ 金额: amount }: { 金额: string }) {
  const { spec } = loadedProfile();
  const exact = new Decimal(amount);
  const isBlank = exact.isZero() && spec.表内金额.零 === '空白';
  return { 表内: isBlank ? '' : formatAmount(exact, tableAmounts(spec)), 文中: formatAmount(exact, textAmounts(spec)) };
}

function typedAmount({ 填写: typed, 单位: unit }: { 填写: string; 单位: AmountUnit }) {
  const read = parseAmount(typed, unit);
  if (read.ok) return { 元: read.value.toFixed() };
  return { 拒绝: read.reason, ...(read.suggestion !== undefined && { 建议: read.suggestion }) };
}

/** A row of a profile's table: its YAML goes through the profile's own schema. */
function tableRows({ 支出: spent, 行: row }: { 支出: Record<string, string>; 行: unknown }) {
  const budget = budgetOf({ 支出: Object.entries(spent).map(([code, amount]) => ({ 科目: code, 基本支出: { 一般公共预算: amount } })) });
  const [spec] = tableSpec.parse({ 名称: '试验', 标题: '试验', 行: [row] }).行 ?? [];
  const plans = expandRow(spec as Parameters<typeof expandRow>[0], budget);
  const names = plans.map((plan) => '·'.repeat(plan.indent) + plan.name);
  return names.length > 6 ? { 行数: names.length, 首行: names[0], 末行: names.at(-1) } : { 行: names };
}

function tail({ 各项: parts }: { 各项: string[] }) {
  const total = sumFigure(
    { id: '合计', label: '合计' },
    parts.map((part) => figure(part)),
  );
  const figures = [total, ...parts.map((part) => figure(part))];
  const texts = figures.map(({ value }) => rounding({ 金额: value.toFixed() }).表内);
  const rows = figures.map((one, row) => ({ cells: [{ ...amountCell(texts[row] ?? ''), figure: one }] }));
  const sums = [{ total: { row: 0, column: 0 }, parts: parts.map((_, index) => ({ row: index + 1, column: 0 })) }];
  const [found] = tails({ rows, sums });
  const printedParts = sum(texts.slice(1).map((text) => new Decimal(text === '' ? 0 : text)));
  return {
    印出各项之和: (found?.printedParts ?? printedParts).toFixed(2),
    印出合计: (found?.printedTotal ?? new Decimal(texts[0] ?? 0)).toFixed(2),
    尾差: found ? '有' : '无',
  };
}

const amountCell = (text: string, column = 0): PublishedCell => ({
  column,
  columnSpan: 1,
  rowSpan: 1,
  role: 'amount',
  text,
  strong: false,
  indent: 0,
});

function packing({ 报表: wanted }: { 报表: string[] }) {
  const tables = wanted.map((one, index) => {
    const [orientation, rows] = one.split(' ');
    return plainTable(index + 1, orientation === '横向' ? 'landscape' : 'portrait', Number(rows));
  });
  const flow = new SectionFlow(loadedProfile());
  const content = [{ type: 'text', text: '第二部分' }] as const;
  flow.beginPart({ type: 'heading', id: 'part-2', level: 1, style: 'heading1', content }, false);
  for (const table of tables) flow.table(table, [], 'listed');
  const starts = flow.finish().flatMap(({ blocks }) => {
    const titles = blocks.flatMap((block) => (block.type === 'tableTitle' ? [block] : []));
    return titles.map((title, index) => (index === 0 ? '新节' : title.pageBreakBefore ? '另起一页' : '接排'));
  });
  return { 开始: starts };
}

function plainTable(number: number, orientation: PublishedTable['orientation'], rows: number): PublishedTable {
  const cells = (text: string): PublishedCell[] => [{ ...amountCell('', 0), role: 'text', text }, amountCell('1.00', 1)];
  const header: PublishedCell[] = ['项目', '金额'].map((text, column) => ({ ...amountCell(text, column), role: 'header' }));
  const columns = ['名称', '金额'].map((content) => ({ spec: { 标题: content, 内容: content as '名称' | '金额' }, weight: 50 }));
  const texts = {
    name: '试验',
    label: `预算公开表${number}`,
    title: '试验表',
    tocText: '试验表',
    left: '部门名称：试验',
    right: '单位：万元',
  };
  return {
    id: `table-${number}`,
    number,
    ...texts,
    orientation,
    columns,
    header: [{ cells: header }],
    rows: Array.from({ length: rows }, (_, index) => ({ cells: cells(`第${index + 1}行`) })),
    sums: [],
    empty: false,
    unstated: [],
    notes: [],
  };
}

interface FormInput {
  readonly 金额: string;
  readonly 年度?: Record<string, string>;
  readonly 实施期?: Record<string, string>;
}

/** The money of a form as it prints: rows 4 to 9, columns 5 and 8; the indicator of cost under the tree. */
function formMoney({ 金额: amount, 年度: year, 实施期: period }: FormInput) {
  const texts = {
    项目属性: '一次性',
    项目期: '1年',
    项目概况: '试验',
    立项依据: '试验',
    项目设立必要性: '试验',
    保证措施: '试验',
    实施计划: '试验',
    实施期目标: '试验',
  };
  const 指标 = { 产出指标: { 成本指标: [{ 名称: '资金', 值: '资金总额（万元）' }] } };
  const form = { ...texts, 指标, ...(year && { 年度资金来源: year }), ...(period && { 实施期资金来源: period }) };
  const budget = budgetOf({ 项目: [{ 名称: '试验项目', 类别: '特定目标类', 资金: { 一般公共预算: amount }, 绩效目标表: form }] });
  const [filled] = performanceForms(budget, loadedProfile().form, {}, numberStyle(loadedProfile().spec));
  const cell = (row: number, column: number) =>
    filled?.rows[row]
      ?.find((one) => one.column === column)
      ?.content.map((part) => part.text)
      .join('') ?? '';
  const side = (label: number, value: number) => {
    const lines = [3, 4, 5, 6, 7, 8].map((row): [string, string] => [
      row === 3 ? '资金总额' : cell(row, label).replace(/其中：|　/g, ''),
      cell(row, value),
    ]);
    return Object.fromEntries(lines.filter(([, text]) => text !== ''));
  };
  const cost = filled?.rows.findIndex((row) => row.some((one) => one.content.some((part) => part.text === '成本指标'))) ?? -1;
  return { 年度: side(5, 7), 实施期: side(2, 4), 成本指标: [cell(cost, 4), cell(cost, 7)] };
}
