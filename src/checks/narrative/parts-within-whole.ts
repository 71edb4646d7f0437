import { type Document, type Inline, inlineText } from '../../document/document.js';
import { Decimal, sum } from '../../money/decimal.js';
import { type Check, type Comparison, unchecked } from '../check.js';
import { type ProseFigure, proseFigures } from '../shared/printed.js';
import { compare } from '../shared/sides.js';

/**
 * 符合：
 *     年终结转: {单位资金: 5000}
 *     收入.单位资金: 45000
 *     核对数: 删除
 * 不符：
 *     方案改动: {说明/03-支出预算.hbs: {"项目支出{{万元 支出.项目支出}}": "项目支出{{万元 支出.项目支出}}，人员经费{{万元 基本支出.人员经费}}"}}
 */
export const partsWithinWhole: Check = {
  code: 'parts-within-whole',
  sameAmountAs: ['funds-balance', 'revenue-equals-expenditure'],
  group: '文字说明',
  severity: '错误',
  rule: '一段话里“其中”“包括”之后列出的各部分，相加不应大于前面的数：含在别的部分里的，不能并列。',
  relations: ['N-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ document }) =>
    document ? paragraphs(document).flatMap((one) => lists(one, document)) : [unchecked('没有生成文件，不能核对各部分之和。')],
};

/** Words after which a text says what a whole consists of. */
const LEAD = /其中|包括/g;
const isLead = (text: string, at: number): boolean => text.startsWith('其中', at) || text.startsWith('包括', at);

/** The amounts of one paragraph in their order, changes against last year left out: they are no parts. */
function paragraphs(document: Document): ProseFigure[][] {
  const groups = new Map<number, ProseFigure[]>();
  for (const one of proseFigures(document)) {
    const origin = document.figures[one.inline.figure]?.origin;
    if (one.inline.unit !== 'yuan' || (origin?.kind === 'derived' && origin.formula === 'difference')) continue;
    groups.set(one.paragraph, [...(groups.get(one.paragraph) ?? []), one]);
  }
  return [...groups.values()];
}

/** What stands after one 其中 or 包括, up to the next or to the full stop, held against the largest amount before it. */
function lists(figures: readonly ProseFigure[], document: Document): Comparison[] {
  const [first] = figures;
  const content = first?.place.kind === 'document' ? (first.place.content ?? []) : [];
  const placed = figures.map((one) => ({ one, at: offsetOf(one, content) }));
  const text = inlineText(content);
  return [...text.matchAll(LEAD)].flatMap(({ index }) => {
    const end = endOf(text, index + 2);
    const before = placed.filter(({ at }) => at < index);
    const after = placed.filter(({ at }) => at > index && at < end && !isAside(text, at));
    // The amount before the next 其中 is a whole of its own.
    const parts = isLead(text, end) ? after.slice(0, -1) : after;
    if (before.length === 0 || parts.length < 2) return [];
    const whole = before.reduce((most, one) => (value(one.one).gt(value(most.one)) ? one : most)).one;
    return [
      relation(
        whole,
        parts.map(({ one }) => one),
        document,
      ),
    ];
  });
}

function endOf(text: string, from: number): number {
  const stops = ['。', '其中', '包括'].map((stop) => text.indexOf(stop, from)).filter((at) => at !== -1);
  return Math.min(text.length, ...stops);
}

/** Within brackets: what a part contains is said there. */
function isAside(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('（') > before.lastIndexOf('）');
}

function offsetOf({ inline }: ProseFigure, content: readonly Inline[]): number {
  return inlineText(content.slice(0, content.indexOf(inline))).length;
}

const value = ({ inline }: ProseFigure): Decimal => new Decimal(inline.value);

function relation(whole: ProseFigure, parts: readonly ProseFigure[], document: Document): Comparison {
  const label = document.figures[whole.inline.figure]?.label ?? '前面的数';
  const names = parts.map(({ inline }) => document.figures[inline.figure]?.label ?? inline.text).join('、');
  return compare({
    left: { label: `“其中”之后的 ${parts.length} 项之和`, value: sum(parts.map(value)), unit: 'yuan', places: [whole.place] },
    operator: '≤',
    right: { label, value: value(whole), unit: 'yuan', places: [] },
    hint: `这几项是：${names}。含在别的项里的，放进括号里说，或另起一句。`,
  });
}
