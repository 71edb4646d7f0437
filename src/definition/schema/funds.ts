import { z } from 'zod';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/units.js';
import { oncePerArguments } from '../../plain/objects.js';
import { amount, closable, section } from '../fields.js';

/** The five funds of a departmental budget, in the order of the published tables. */
export const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'] as const;
export type Fund = (typeof FUNDS)[number];

/** Where 单位资金 come from; a form that prints them apart needs them split. */
export const UNIT_FUND_SOURCES = ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'] as const;
export type UnitFundSource = (typeof UNIT_FUND_SOURCES)[number];

/** The three funds that are 财政拨款. */
export const FISCAL_FUNDS: readonly Fund[] = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];

/**
 * 冲减: a 项, a project or a 款 may take back more than the year gives it, and 上年结转 may be corrected from one fund
 * to another. Only such leaves may be negative; what they add up to may not (totals-not-negative).
 */
interface Allowed {
  readonly negative?: boolean;
  /** 无 says that there is none. */
  readonly orNone?: boolean;
}

/** Amounts by fund; what is not named is zero. */
export const fundAmounts = oncePerArguments((unit: AmountUnit, funds: readonly Fund[] = FUNDS, may: Allowed = {}) =>
  section(fundShape(unit, funds, may)),
);

/** Amounts by fund of the current year, with 上年结转 by fund inside. */
export const yearAndCarryover = oncePerArguments((unit: AmountUnit, may: Allowed = {}) => section(yearShape(unit, may)));

/**
 * Last year's amounts by fund. They are read off another document and nothing here balances them, so each is stated by
 * itself, as an amount or as 无; «其余: 无» states all that are not written.
 */
export const lastYear = oncePerArguments((unit: AmountUnit) =>
  closable(yearShape(unit, { negative: true, orNone: true }), withoutOtherFunds),
);

function yearShape(unit: AmountUnit, may: Allowed) {
  return {
    ...fundShape(unit, FUNDS, may),
    上年结转: fundAmounts(unit, FUNDS, { negative: true })
      .optional()
      .meta({ title: '上年结转', description: '用上年结转资金安排的部分，按资金来源填写。' }),
  };
}

function withoutOtherFunds(listed: YearAndCarryover): YearAndCarryover {
  const none = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, new Decimal(0)]));
  const { 单位资金: own } = listed;
  const sources = own !== undefined && !(own instanceof Decimal) && { 单位资金: { ...none(UNIT_FUND_SOURCES), ...own } };
  return { ...none(FUNDS), ...listed, ...sources } as YearAndCarryover;
}

/** Last year's amounts where there was no budget at all. */
export const NO_LAST_YEAR = { 其余: '无' };

const fundShape = oncePerArguments((unit: AmountUnit, funds: readonly Fund[], may: Allowed) => {
  const reduced = may.negative ? '；冲减填负数' : '';
  const field = (fund: Fund) =>
    amount(unit, may)
      .optional()
      .meta({ title: fund, description: `${fund}安排的金额（${unit}），${may.orNone ? '没有就写“无”' : '没有就不写'}${reduced}。` });
  const fields = Object.fromEntries(funds.map((fund) => [fund, field(fund)])) as Record<Fund, ReturnType<typeof field>>;
  return { ...fields, ...(funds.includes('单位资金') && { 单位资金: unitFunds(unit, may).optional() }) } as Omit<
    typeof fields,
    '单位资金'
  > & {
    单位资金: z.ZodOptional<ReturnType<typeof unitFunds>>;
  };
});

/** 单位资金 as one amount, or by source where the form publishes the sources apart. */
export const unitFunds = oncePerArguments((unit: AmountUnit, may: Allowed = {}) => {
  const field = (source: UnitFundSource) =>
    amount(unit, may)
      .optional()
      .meta({ title: source, description: `${source}（${unit}），没有就不写。` });
  const sources = Object.fromEntries(UNIT_FUND_SOURCES.map((source) => [source, field(source)])) as Record<
    UnitFundSource,
    ReturnType<typeof field>
  >;
  const description = `写一个金额（${unit}）；方案分列事业收入、事业单位经营收入等来源时，按来源写，如 {事业收入: 100, 其他收入: 20}。`;
  return z.union([amount(unit, may), section(sources)]).meta({ title: '单位资金', description });
});

export type UnitFunds = z.output<ReturnType<typeof unitFunds>>;
export type FundAmounts = z.output<ReturnType<typeof fundAmounts>>;
export type YearAndCarryover = z.output<ReturnType<typeof yearAndCarryover>>;
