import { Decimal } from '../../money/decimal.js';
import { isTail, type TextSum, textSums } from '../../narrative/text-sums.js';
import { groupBy } from '../../plain/objects.js';
import {
  type Check,
  type CheckContext,
  type Comparison,
  clean,
  type Finding,
  finding,
  type Outcome,
  type Place,
  unchecked,
} from '../check.js';
import { printedDecimals, printedSum } from '../shared/printed.js';

const NOTE = /尾差/;

/**
 * 符合：
 *     支出[2].基本支出.一般公共预算: 80040
 *     支出[3].基本支出.一般公共预算: 52040
 *     支出[0].基本支出.一般公共预算: 599920
 *     一般公共预算基本支出[1].金额: 80040
 *     一般公共预算基本支出[2].金额: 52040
 *     一般公共预算基本支出[0].金额: 399920
 * 不符：
 *     支出[2].基本支出.一般公共预算: 80040
 *     支出[3].基本支出.一般公共预算: 52040
 *     支出[0].基本支出.一般公共预算: 599920
 *     一般公共预算基本支出[1].金额: 80040
 *     一般公共预算基本支出[2].金额: 52040
 *     一般公共预算基本支出[0].金额: 399920
 *     方案改动: {方案.yaml: {"文中尾差说明: 注：以上金额因四舍五入，分项之和与合计可能存在尾差。": "文中尾差说明: 注：以上金额单位为万元。"}}
 */
export const textSumsPrinted: Check = {
  code: 'text-sums-printed',
  group: '文字说明',
  severity: '错误',
  rule: '文中“其中：”前后印出的总数和各项之和，相差在四舍五入之内的是尾差，这一节末尾要印尾差说明；没有尾差的不印。',
  relations: ['N-6'],
  basis: '财预〔2016〕143号：内容准确、形式规范；尾差的界限同 XBRL Calculations 1.1',
  run: (context) => (context.document ? sections(context).flatMap(sectionOutcomes) : [unchecked('没有生成文件，不能核对文中各项之和。')]),
};

/** The running text under one heading. */
interface TextSection {
  readonly place: Place;
  readonly sums: readonly TextSum[];
  readonly noted: boolean;
}

function sections({ texts }: CheckContext): TextSection[] {
  const prose = texts.prose.filter(({ kind, style }) => kind === 'paragraph' && style === 'body');
  const byHeading = groupBy(prose, ({ headings }) => headings.join('\n'));
  return [...byHeading.values()].flatMap((paragraphs) => {
    const [first] = paragraphs;
    if (!first) return [];
    const noted = paragraphs.some(({ text }) => text.startsWith('注：') && NOTE.test(text));
    return [{ place: first.place, sums: textSums(paragraphs.map(({ content }) => content)), noted }];
  });
}

function sectionOutcomes({ place, sums, noted }: TextSection): Outcome[] {
  const found = sums.filter(isTail);
  const whole = sums.length - found.length;
  return [
    ...found.map((one) => comparison(one, place)),
    ...(whole > 0 ? [clean(`${place.kind === 'document' ? place.text : ''}的 ${whole} 处合计，印出的数相加正好相等。`)] : []),
    ...notes(noted, found.length > 0, place),
  ];
}

function notes(noted: boolean, tail: boolean, place: Place): Finding[] {
  if (noted === tail) return [];
  const message = noted ? '这一节没有尾差，却印了尾差说明。' : '这一节有尾差，没有印尾差说明。';
  return [finding(message, place, { hint: '核对方案里的“文中尾差说明”。' })];
}

function comparison({ total, parts, printedTotal, printedParts }: TextSum, place: Place): Comparison {
  const unit = new Decimal(total.value).abs().gte(printedTotal.abs().times(100)) ? '万元' : '元';
  const format = { unit, decimals: printedDecimals(total.text), separators: true } as const;
  const { total: whole, parts: sum, ...compared } = printedSum(printedTotal, printedParts, parts.length, format);
  return {
    ...compared,
    left: { ...whole, label: '文中的总数', places: [place] },
    right: { ...sum, label: `文中 ${parts.length} 个分项之和`, places: [] },
    cause: `精确的总数等于各项之和；印出的 ${total.text} 和 ${parts.map(({ text }) => text).join('、')} 各自四舍五入，所以相差。`,
    hint: '核对这一句的各项取的是不是同一个总数的各部分。',
  };
}
