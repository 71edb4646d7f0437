import { exactAmount } from '../../document/figure.js';
import { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';
import { amountsByFile, type FileAmounts, farPairs, type YearPair } from '../shared/stated-amounts.js';

/**
 * 符合：
 *     三公经费.公务接待费.上年: 200000
 *     增减原因.公务接待费: 压减公务接待批次和标准
 * 不符（三公经费/公务接待费/上年）：
 *     三公经费.公务接待费.上年: 2.5
 *     增减原因.公务接待费: 接待任务增加
 * 不符（机关运行经费/上年）：
 *     机关运行经费.上年: 1800000000
 *     增减原因.机关运行经费: 压减办公费
 * 不符（上年预算/一般公共预算）：
 *     上年预算.一般公共预算: 90
 */
export const amountsNearLastYear: Check = {
  code: 'amounts-near-last-year',
  group: '金额大小',
  severity: '提醒',
  inference: true,
  strict: '错误',
  rule: '本年数超过上年数的十倍，或不到十分之一的，要核实两年的单位是不是一致（倍数由方案定）。',
  relations: ['N-2'],
  consequenceOf: ['total-fits-unit'],
  run: (context) => {
    const files = amountsByFile(context.budget);
    const findings = files.flatMap((file) => farPairs(file, context.rules.magnitude.times).map((one) => farFrom(one, file, context)));
    const looked = files.reduce((count, { funds, items }) => count + funds.length + items.length, 0);
    return findingsOr(findings, looked, '本年数和上年数的大小相近。');
  },
};

function farFrom({ label, now, before, at }: YearPair, { member }: FileAmounts, { year }: CheckContext): Finding {
  const { 金额单位: unit } = member.content;
  const [amount, last] = [exactAmount(now, unit), exactAmount(before, unit)];
  const times = Decimal.max(now, before).div(Decimal.min(now, before));
  const message = `${label}${year}年有 ${amount}，上年有 ${last}，相差约 ${formatNumber(times.toDecimalPlaces(0), 0, true)} 倍。`;
  return finding(message, inMember(member, ...at.before), {
    related: [{ message: `${year}年`, place: inMember(member, ...at.now) }],
    hint: `本文件的金额单位是${unit}，核对两年的数是不是都以${unit}填写；确实变动这样大的，在“已确认的提醒”里写明。`,
  });
}
