import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { exactAmount } from '../../document/exact-value.js';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/parse-amount.js';
import { amountsIn } from '../excel/balances.js';
import { valueAt } from '../excel/form-tree.js';

/** Another unit of money is another meaning of every amount: said with what it comes to, and how many did not follow. */
export function unitChanged(before: unknown, after: unknown, at: SourceLocation): Diagnostic[] {
  const [from, to] = [before, after].map((tree) => valueAt(tree, ['金额单位']));
  if (!isUnit(from) || !isUnit(to) || from === to) return [];
  const [old, now] = [amountsIn(before, from), amountsIn(after, to)];
  const kept = now.filter((one) => !one.value.isZero() && old.some((other) => other.name === one.name && other.value.eq(one.value)));
  const total = (amounts: typeof now, unit: AmountUnit) =>
    exactAmount(
      amounts
        .filter(({ path }) => path[0] === '收入')
        .reduce((sum, { value }) => sum.plus(value), new Decimal(0))
        .times(unit === '万元' ? 10_000 : 1),
      '元',
    );
  const numbers =
    kept.length === 0
      ? ''
      : `，${now.length} 个金额里有 ${kept.length} 个没有跟着改，意思都${to === '万元' ? '放大一万倍' : '缩小到一万分之一'}`;
  const message = `金额单位由“${from}”改成“${to}”${numbers}：收入总计由 ${total(old, from)} 变成 ${total(now, to)}。`;
  const hint = '只是想换一个单位的，各张表的金额要一并改；金额没有错、原来的单位写错了的，才这样改。';
  return [{ code: 'import-unit', severity: 'warning', message, at, hint }];
}

const isUnit = (value: unknown): value is AmountUnit => value === '元' || value === '万元';
