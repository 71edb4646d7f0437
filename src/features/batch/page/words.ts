import type { Decimal } from '../../../money/decimal.js';
import { type AmountFormat, formatAmount, formatPercent } from '../../../money/format.js';

/** How the page prints amounts: as the departments' own tables do. */
export const PRINTED: AmountFormat = { unit: '万元', decimals: 2, separators: true };

export const inTenThousands = (yuan: Decimal): string => formatAmount(yuan, PRINTED);

/** An exact amount in 元. */
export const exactYuan = (yuan: Decimal): string => formatAmount(yuan, { unit: '元', decimals: 2, separators: true });

/** A rate with its sign. */
export const signedRate = (rate: Decimal): string =>
  `${rate.isNegative() ? '-' : '+'}${formatPercent(rate.abs(), { decimals: 2, separators: true })}`;
