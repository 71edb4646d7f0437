import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';

const YUAN = /\d元/;
const WAN = /\d万元(?!（原值）|以[上下])/;

/**
 * 符合：
 *     其他说明: 本部门政府采购预算25.00万元，用于单价1000元以下的设备。
 * 不符（其他说明）：
 *     其他说明: 政府采购预算25.00万元，其中服务150,000元。
 */
export const mixedUnits: Check = {
  code: 'mixed-units',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '同一段话里的金额用同一个单位，不把元与万元混用。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：形式规范',
  run: ({ texts, document }) => {
    if (!document) return [unchecked('没有生成文件，不能核对金额单位。')];
    const paragraphs = texts.prose.filter(({ kind }) => kind === 'paragraph');
    const findings = paragraphs.flatMap((one): Finding[] => {
      const text = one.text.replace(/\d元(?=以[上下]|／|\/)/g, '');
      const yuan = YUAN.exec(text);
      if (!yuan || !WAN.test(text)) return [];
      const at = one.text.indexOf(yuan[0]);
      return [
        finding(
          `“${text.slice(Math.max(0, yuan.index - 12), yuan.index + 2)}”用元，同一段里又用万元。`,
          texts.typedIn(one, at, at + 2)?.place ?? one.place,
          { hint: '统一用万元。' },
        ),
      ];
    });
    return findingsOr(findings, paragraphs.length, '同一段里没有混用元与万元。');
  },
};
