import { exactAmount } from '../../document/figure.js';
import { Decimal } from '../../money/decimal.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';
import { amountsByFile, type FileAmounts } from '../shared/stated-amounts.js';
import { isBeyond } from './total-possible.js';

/** From here on a file in 万元 has decimals, if its amounts are 万元: one that has none is taken for 元. */
const LARGE = new Decimal(1_000_000_000);

/**
 * 符合：
 *     金额单位: 元
 * 不符（金额单位）：
 *     金额单位: 万元
 * 不符（金额单位）：
 *     收入: {一般公共预算: 2000}
 *     支出: [{科目: "2010301", 基本支出: {一般公共预算: 2000}}]
 *     上年预算: {一般公共预算: 1900}
 */
export const totalFitsUnit: Check = {
  code: 'total-fits-unit',
  group: '金额大小',
  severity: '提醒',
  strict: '错误',
  rule: '全部收支的大小要像一个部门的预算：太大的可能是元写成了万元，太小的可能是万元写成了元。',
  relations: ['U-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const files = amountsByFile(context.budget).filter(({ thisYear }) => thisYear.gt(0));
    return findingsOr(
      files.flatMap((file) => totalOf(file, context)),
      files.length,
      '全部收支的大小像一个部门的预算。',
    );
  },
};

function totalOf({ member, thisYear, amounts }: FileAmounts, context: CheckContext): Finding[] {
  if (isBeyond(thisYear, context)) return [];
  const { rules, definition } = context;
  const { least, most } = rules.magnitude;
  const { 金额单位: unit } = member.content;
  const isWhole = amounts.every(({ value }) => value.mod(10_000).isZero());
  const isLarge = thisYear.gt(most(definition.district.级次)) || (unit === '万元' && thisYear.gte(LARGE) && isWhole);
  if (!isLarge && thisYear.gte(least)) return [];
  const total = `全部收支有 ${exactAmount(thisYear, unit)}`;
  const message = isLarge ? `${total}，一个部门很少有这样多。` : `${total}，一个部门很少只有这样少。`;
  const other = unit === '万元' ? '元' : '万元';
  const isOther = isLarge === (unit === '万元');
  const hint = isOther ? `文件里的金额如果是${other}，把“金额单位”改成${other}。` : '核对金额的位数和“金额单位”。';
  return [finding(message, inMember(member, '金额单位'), { hint })];
}
