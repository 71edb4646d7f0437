import type { Decimal } from './decimal.js';

/** The units in which the amounts of a file are typed, and those of a form printed. */
export const AMOUNT_UNITS = ['元', '万元'] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** By how many digits 元 are shifted in a unit. */
export const POWER = { 元: 0, 万元: 4, 亿元: 8 } as const;

/** Those of texts, too. */
export type WrittenUnit = keyof typeof POWER;

/** An amount of 元 in a unit, exactly. */
export const inUnit = (yuan: Decimal, unit: WrittenUnit): Decimal => (unit === '元' ? yuan : yuan.div(`1e${POWER[unit]}`));

/** An amount in a unit as 元, exactly. */
export const inYuan = (amount: Decimal, unit: WrittenUnit): Decimal => (unit === '元' ? amount : amount.times(`1e${POWER[unit]}`));
