import { FISCAL_FUNDS } from '../../definition/schema/funds.js';
import type { Budget } from '../budget.js';
import { type Figure, sumFigure } from '../figure.js';
import { byCategory, type CategoryFigure } from './by-category.js';

/** 财政拨款收支: the three fiscal funds with carryover, and expenditure by 类. */
export interface FiscalAppropriationFigures {
  readonly grandTotal: Figure;
  readonly byFund: Readonly<Record<string, Figure>>;
  readonly currentYear: Figure;
  readonly carryover: Figure;
  readonly categories: readonly CategoryFigure[];
}

export function fiscalAppropriationFigures(budget: Budget): FiscalAppropriationFigures {
  const currentYear = budget.total({ cube: '收入', where: { 资金: '财政拨款', 时段: '当年' } });
  const carryover = budget.total({ cube: '收入', where: { 资金: '财政拨款', 时段: '上年结转' } });
  return {
    grandTotal: sumFigure({ id: '财政拨款收支总预算', label: '财政拨款收支总预算' }, [currentYear, carryover]),
    byFund: Object.fromEntries(FISCAL_FUNDS.map((fund) => [fund, budget.total({ cube: '收入', where: { 资金: fund } })])),
    currentYear,
    carryover,
    categories: byCategory(budget, { cube: '支出', where: { 资金: '财政拨款' } }, '财政拨款支出'),
  };
}
