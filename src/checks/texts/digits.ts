import { Decimal } from '../../money/decimal.js';
import { formatAmount } from '../../money/format.js';
import { textAmounts } from '../../profile/amount-format.js';
import { type Check, type CheckContext, findingsOr } from '../check.js';
import { lint, type Match, matchAll } from '../shared/lint.js';

const DIGIT = /[\d０-９Ａ-Ｚａ-ｚ．％]/;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ．％]+/g;
const CHINESE_SEPARATOR = /\d[，．]\d{3}(?!\d)/g;
const GROUPED = /(?<![\d.,])\d[\d,]*,[\d,]*\d(?:\.\d+)?(?!\d)/g;
const AMOUNT = /(?<![\d.,])(\d[\d,]*(?:\.\d+)?)万元(?!（(?:原值|含)）|以[上下])/g;

/**
 * 符合：
 *     其他说明: 政府采购服务预算15.00万元，单价100万元以上的设备0台，共3,518件。
 * 不符（其他说明）：
 *     其他说明: 全年办件３，518件。
 * 不符（其他说明）：
 *     其他说明: 全年办件12,34件。
 * 不符（其他说明）：
 *     其他说明: 政府采购预算25.0万元。
 */
export const digits: Check = {
  code: 'digits',
  group: '文字规范',
  severity: '提醒',
  rule: '数字用半角，千位分隔符用半角逗号三位一分，文字里的金额与说明的写法一致。',
  relations: ['C20'],
  basis: 'GB/T 15835《出版物上数字用法》',
  run: (context) => {
    const match = (text: string) => [
      ...matchAll(text, FULL_WIDTH, ([found]) => `里的“${found}”是全角字符。`, '改成半角。'),
      ...matchAll(text, CHINESE_SEPARATOR, ([found]) => `里的“${found}”用了全角标点作分隔符。`, '改成半角逗号或小数点。'),
      ...matchAll(text, GROUPED, ([found]) => `里的“${found}”不是三位一分。`, '核对数字和分隔符。').filter(
        (one) => !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text.slice(one.index, one.index + one.length)),
      ),
    ];
    const findings = lint(context, match, { containing: DIGIT });
    const amounts = lint(context, shapeMatcher(context), { containing: DIGIT, stated: ({ path }) => !path.includes('绩效目标表') });
    return findingsOr([...findings, ...amounts], 1, '数字都用半角，金额写法一致。');
  },
};

/** An amount typed by hand in another shape than the narrative prints: 1262.8万元 beside 1,262.80万元. */
function shapeMatcher({ profile }: CheckContext): (text: string) => Match[] {
  const format = textAmounts(profile.spec);
  const { decimals, separators, unit } = format;
  if (unit !== '万元') return () => [];
  const whole = separators ? String.raw`\d{1,3}(?:,\d{3})*` : String.raw`\d+`;
  const fraction = decimals === 0 ? '' : `\\.\\d{${decimals}}`;
  const shape = new RegExp(`^(?:${format.bareZero ? '0|' : ''}${whole}${fraction})$`);
  const hint = `写成 ${formatAmount(new Decimal('12628000'), format)}万元 的样子。`;
  return (text) =>
    matchAll(text, AMOUNT, ([found]) => `里的“${found}”与说明里金额的写法不同。`, hint).filter(
      ({ index, length }) => !shape.test(text.slice(index, index + length - 2)),
    );
}
