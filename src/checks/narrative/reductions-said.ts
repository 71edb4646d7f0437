import type { Document } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';
import type { DocumentText } from '../shared/text-index.js';

/**
 * 符合：
 *     支出[1].项目支出.一般公共预算: 258000
 *     支出[6]: {科目: "2130306", 项目支出: {一般公共预算: -50000}}
 * 不符：
 *     支出[1].项目支出.一般公共预算: 258000
 *     支出[6]: {科目: "2130306", 项目支出: {一般公共预算: -50000}}
 *     方案改动: {说明/04-财政拨款收支.hbs: {"{{#如果 冲减}}（冲减）{{/如果}}": ""}}
 */
export const reductionsSaid: Check = {
  code: 'reductions-said',
  group: '文字说明',
  severity: '错误',
  rule: '说明里印出负数的，同一段要写明是冲减；负数没有比重。',
  relations: ['N-1', 'N-4'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ document, texts }) => {
    if (!document) return [unchecked('没有生成文件，不能核对负数的说法。')];
    const looked = texts.prose.flatMap((text) => negativesOf(text).map((inline) => ({ text, inline })));
    const findings = looked.flatMap(({ text, inline }) => unsaid(inline, text, document));
    return findingsOr(findings, looked.length, `说明里印出的 ${looked.length} 个负数都写明了是冲减。`);
  },
};

function negativesOf({ content }: DocumentText): FigureInline[] {
  return content.flatMap((inline) => (inline.type === 'figure' && inline.value.startsWith('-') ? [inline] : []));
}

function unsaid(inline: FigureInline, { text, place }: DocumentText, { figures }: Document): Finding[] {
  const origin = figures[inline.figure]?.origin;
  if (origin?.kind === 'derived' && origin.formula === 'share')
    return [finding(`说明里印出了负的比重“${inline.text}”。`, place, { hint: '在模板里用“有占比”作条件，有冲减时不印比重。' })];
  if (text.includes('冲减')) return [];
  return [
    finding(`说明里印出了负数“${inline.text}”，没有写明是冲减。`, place, {
      hint: '在模板的金额之后写上 {{#如果 冲减}}（冲减）{{/如果}}。',
    }),
  ];
}
