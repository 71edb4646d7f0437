import { exactAmount } from '../../document/figure.js';
import type { Decimal } from '../../money/decimal.js';
import { type Check, type CheckContext, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';
import { amountsByFile } from '../shared/stated-amounts.js';

/** So many times what is much for an office is no office's budget: a wrong unit is a factor of 10,000. */
const TIMES = 10;

/** True for a total that cannot be. */
export const isBeyond = (thisYear: Decimal, { rules, definition }: CheckContext): boolean =>
  thisYear.gt(rules.magnitude.most(definition.district.级次).times(TIMES));

/**
 * 符合：
 *     金额单位: 元
 * 不符（金额单位）：
 *     收入: {一般公共预算: 60000000000}
 *     支出: [{科目: "2010301", 基本支出: {一般公共预算: 60000000000}}]
 */
export const totalPossible: Check = {
  code: 'total-possible',
  group: '金额大小',
  severity: '错误',
  rule: `全部收支不能大到这一级部门上限的 ${TIMES} 倍：多半是“金额单位”写错了。`,
  relations: ['U-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const files = amountsByFile(context.budget);
    const findings = files.flatMap(({ member, thisYear }) => {
      if (!isBeyond(thisYear, context)) return [];
      const { 金额单位: unit } = member.content;
      const total = exactAmount(thisYear, unit);
      const hint = unit === '万元' ? '文件里的金额如果是元，把“金额单位”改成元。' : '核对金额的位数，是不是多写了几个 0。';
      return [
        finding(`全部收支有 ${total}，没有哪个${context.definition.district.级次}部门有这样多。`, inMember(member, '金额单位'), { hint }),
      ];
    });
    return findingsOr(findings, files.length, '全部收支没有超出一个部门可能有的。');
  },
};
