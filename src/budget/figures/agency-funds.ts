import type { Budget } from '../budget.js';
import { type Change, changeOf } from '../change.js';

/** 机关运行经费 against last year; undefined where the department has none, this year or last. */
export function agencyFundsChange(budget: Budget): Change | undefined {
  return budget.facts('机关运行经费').length === 0 ? undefined : agencyFundsComparison(budget);
}

/** The same; zero in both years where the department has none. */
export function agencyFundsComparison(budget: Budget): Change {
  const current = budget.total({ cube: '机关运行经费', where: { 年份: '本年' } });
  const previous = budget.total({ cube: '机关运行经费', where: { 年份: '上年' } });
  return changeOf('机关运行经费', current, previous, budget.definition.department.增减原因?.机关运行经费);
}
