import { powerOf } from '../definition/fields/number.js';
import { exactAmount } from '../document/figure.js';
import { Decimal } from '../money/decimal.js';
import { unitOfAmount } from '../money/precision.js';
import type { Comparison, Outcome, Side } from './check.js';
import type { CheckContext } from './context.js';

type Department = CheckContext['department'];
type Tail = NonNullable<NonNullable<Department['已确认的提醒']>[number]['尾差']>;

/** A tail that an office states, in 元: as typed with its unit, else in the file's. Undefined for what is no amount. */
export function tailAmount({ number, word }: Tail, { 金额单位: unit }: Department): Decimal | undefined {
  return word === undefined || word.endsWith('元') ? number.times(new Decimal(10).pow(powerOf(word ?? unit))) : undefined;
}

/** Two amounts that do not agree. */
export const isDifference = (outcome: Outcome): outcome is Comparison =>
  outcome.kind === 'comparison' && outcome.verdict === '不符' && outcome.operator === '＝' && outcome.left.unit === 'yuan';

/**
 * The most that rounding may account for, where a platform adds up more decimals than it shows: half of the last digit for
 * each amount that was typed on either side. More than that is a wrong figure, and nobody may call it a tail.
 */
export function tailBound({ left, right }: Comparison, { 金额单位: unit }: Department): Decimal {
  const typed = [left, right].flatMap(amountsOf);
  const steps = typed.map((amount) => {
    const { power, decimals } = unitOfAmount(amount, unit);
    return new Decimal(10).pow(power - decimals);
  });
  return Decimal.min(...steps)
    .times(typed.length)
    .div(2);
}

const amountsOf = ({ leaves, value }: Side): readonly Decimal[] => (leaves && leaves.length > 0 ? leaves : [value]);

/** Why this is no tail of that amount; nothing where it is one. */
export function tailObjection(differences: readonly Comparison[], stated: Tail, department: Department) {
  const tail = tailAmount(stated, department);
  if (!tail) return { message: `尾差“${stated.typed}”不是金额。`, hint: '写成 1元 或 0.01万元。' };
  const shown = (amount: Decimal) => exactAmount(amount.abs(), department.金额单位);
  const [first] = differences;
  if (!first) return { message: '这项检查没有两个数相差的结果，不能用“尾差”确认。', hint: '删去“尾差”；提醒用“内容”确认。' };
  const meant = differences.filter(({ difference }) => difference.abs().eq(tail));
  if (meant.length === 0) {
    const actual = differences.map(({ difference }) => shown(difference)).join('、');
    return { message: `没有相差 ${shown(tail)}的核对，实际相差 ${actual}。`, hint: '尾差写两边相差的准确数。' };
  }
  const [tooMuch] = meant.filter((one) => tail.gt(tailBound(one, department)));
  if (!tooMuch) return undefined;
  const bound = shown(tailBound(tooMuch, department));
  return { message: `相差 ${shown(tail)}，超过四舍五入可能带来的 ${bound}，不是尾差。`, hint: '逐项核对填写的金额。' };
}
