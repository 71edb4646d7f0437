import type { Decimal } from '../../money/decimal.js';
import { formatAmount, formatNumber, formatPercent } from '../../money/format.js';
import type { ComparisonRow } from './comparison.js';

/** An amount in 元, exact to the 分. */
export function yuan(value: Decimal): string {
  return formatAmount(value, { unit: '元', decimals: 2, separators: true });
}

/** A value of a row: an amount in 元, or a number with what it counts. */
export function valueOf({ measure }: ComparisonRow, value: Decimal): string {
  return measure === undefined ? yuan(value) : `${formatNumber(value, value.decimalPlaces(), true)}${measure}`;
}

/** 增加、减少 … in one word. */
export function directionWord({ direction }: ComparisonRow): string {
  switch (direction) {
    case 'none':
      return '无';
    case 'equal':
      return '持平';
    case 'new':
      return '新增';
    case 'dropped':
      return '取消';
    case 'rise':
      return '增加';
    case 'fall':
      return '减少';
    default:
      return direction satisfies never;
  }
}

const percent = (rate: Decimal): string => formatPercent(rate.abs(), { decimals: 2, separators: true });

/** «减少 3.00 元，下降 4.97%» */
export function changeSentence(row: ComparisonRow): string {
  if (row.direction === 'equal' || row.direction === 'none') return '与上年持平';
  const rate = row.rate === undefined ? '' : `，${row.difference.isNegative() ? '下降' : '增长'} ${percent(row.rate)}`;
  return `${row.difference.isNegative() ? '减少' : '增加'} ${valueOf(row, row.difference.abs())}${row.measure === undefined ? ' 元' : ''}${rate}`;
}

/** The rate with its sign; nothing where there is none. */
export function signedRate({ rate }: ComparisonRow): string {
  if (rate === undefined) return '';
  return `${rate.isNegative() ? '-' : '+'}${percent(rate)}`;
}

export function signedAmount(row: ComparisonRow): string {
  const { difference } = row;
  if (difference.isZero()) return valueOf(row, difference);
  return `${difference.isNegative() ? '-' : '+'}${valueOf(row, difference.abs())}`;
}
