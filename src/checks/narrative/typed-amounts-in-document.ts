import type { Document } from '../../document/document.js';
import { Decimal } from '../../money/decimal.js';
import { inYuan, type WrittenUnit } from '../../money/units.js';
import { oncePer } from '../../plain/objects.js';
import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';

/** An amount in words typed by hand; «50万元（原值）以上» is a threshold and no amount of the budget. */
const AMOUNT = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元)(?!（原值）|以[上下]|[/／])/g;

/**
 * 符合：
 *     其他说明: 本部门政府采购服务预算15.00万元，用于单价50万元以上的设备维护。
 * 不符（增减原因/机关运行经费）：
 *     增减原因.机关运行经费: 政务大厅投入使用，办公费增加887.36万元
 * 不符（其他说明）：
 *     其他说明: 2026年收入总计1,326,000.01元。
 */
export const typedAmountsInDocument: Check = {
  code: 'typed-amounts-in-document',
  group: '文字说明',
  severity: '提醒',
  rule: '文字里手工写的金额，应是报表或说明里印出的数。',
  relations: ['N-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const { document } = context;
    if (!document) return [unchecked('没有生成文件，不能核对文字里写的金额。')];
    let looked = 0;
    const findings = context.texts.stated.flatMap(({ text, place, path }): Finding[] => {
      if (path.includes('指标') || text.search(AMOUNT) === -1) return [];
      const known = knownAmounts(document);
      return [...text.matchAll(AMOUNT)].flatMap(([whole, digits = '', unit = '元']) => {
        looked += 1;
        const yuan = (amount: Decimal) => inYuan(amount, unit as WrittenUnit);
        const tolerance = yuan(new Decimal(10).pow(-(digits.split('.')[1]?.length ?? 0))).div(2);
        const value = yuan(new Decimal(digits.replaceAll(',', '')));
        const mayBeRounded = unit !== '元' && digits.includes('.');
        const isKnown = known.has(value.toFixed()) || (mayBeRounded && hasNear(known, value, tolerance));
        return isKnown
          ? []
          : [
              finding(`文字里写的“${whole}”，报表和说明里都没有这个数。`, place, {
                hint: '核对这个数；确实无误的，在“已确认的提醒”里写明依据。',
              }),
            ];
      });
    });
    return findingsOr(findings, looked, `文字里手工写的 ${looked} 个金额，报表或说明里都有。`);
  },
};

/** Every exact amount that the document prints, in 元, as text. */
const knownAmounts = oncePer(({ figures }: Document): ReadonlySet<string> => {
  const records = Object.values(figures).filter((record) => record.unit === 'yuan');
  return new Set(records.map((record) => record.value));
});

function hasNear(known: ReadonlySet<string>, value: Decimal, tolerance: Decimal): boolean {
  return [...known].some((one) => value.minus(one).abs().lte(tolerance));
}
