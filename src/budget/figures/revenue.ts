import { FUNDS, type Fund, UNIT_FUND_SOURCES } from '../../definition/schema/funds.js';
import { forEachKey, oncePer } from '../../plain/objects.js';
import type { Budget } from '../budget.js';
import { type Change, changeOf, type Figure, shareFigure, sumFigure } from '../figure.js';

/** 收入: totals, each fund with its share of 收入总计, and the change against last year. */
export interface RevenueFigures {
  readonly grandTotal: Figure;
  readonly currentYear: Figure;
  readonly carryover: Figure;
  readonly carryoverShare: Figure;
  readonly byFund: Readonly<Record<Fund, { readonly amount: Figure; readonly share: Figure }>>;
  /** By kind of income, 上年结转 included: 财政专户管理资金 are 事业收入. */
  readonly bySource: Readonly<Record<string, Figure>>;
  readonly change: Change;
  /** Against what last year's budget came to. */
  readonly changeFromExecuted: Change;
}

export const revenueFigures = oncePer((budget: Budget): RevenueFigures => {
  const currentYear = budget.total({ cube: '收入', where: { 时段: '当年' } });
  const carryover = budget.total({ cube: '收入', where: { 时段: '上年结转' } });
  const grandTotal = sumFigure({ id: '收入总计', label: '收入总计', basis: '收入总计＝本年收入合计＋上年结转' }, [currentYear, carryover]);
  const shareOf = (label: string, part: Figure) => shareFigure({ id: `${label}占比`, label: `${label}占收入总计的比重` }, part, grandTotal);
  const fundShare = (fund: Fund) => {
    const amount = budget.total({ cube: '收入', where: { 资金: fund, 时段: '当年' } });
    return { amount, share: shareOf(`${fund}收入`, amount) };
  };
  const source = (name: string) => budget.total({ cube: '收入', where: { 来源: name } });
  const previous = sumFigure({ id: '上年收入总计', label: '上年收入总计' }, [budget.total({ cube: '上年预算', where: {} })]);
  return {
    grandTotal,
    currentYear,
    carryover,
    carryoverShare: shareOf('上年结转', carryover),
    byFund: forEachKey(FUNDS, fundShare),
    bySource: Object.fromEntries(['财政拨款收入', ...UNIT_FUND_SOURCES].map((name) => [name, source(name)])),
    change: changeOf('收入总计', grandTotal, previous, budget.definition.department.增减原因?.收入),
    changeFromExecuted: changeOf('收入总计比上年执行数', grandTotal, budget.total({ cube: '上年执行', where: {} }), undefined),
  };
});
