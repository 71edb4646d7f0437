import type { Budget } from '../../budget/budget.js';
import { placesOf } from '../../budget/dictionary.js';
import { revenueFigures } from '../../budget/figures/revenue.js';
import { FUNDS } from '../../definition/schema/funds.js';
import { figureValue, from, type Placed, recordValue } from '../shape.js';
import { mapValues, type Values } from './values.js';

export function revenue(budget: Budget, values: Values): Placed {
  const figures = revenueFigures(budget);
  const places = placesOf('收入');
  const fields = recordValue({
    总计: figureValue(figures.grandTotal),
    本年: figureValue(figures.currentYear),
    上年结转: figureValue(figures.carryover),
    上年结转占比: figureValue(figures.carryoverShare),
    变动: from([...places, ...placesOf('上年预算')], values.change(figures.change, ['收入'])),
    比上年执行数: from([...places, ...placesOf('上年执行')], values.change(figures.changeFromExecuted)),
    ...Object.fromEntries(FUNDS.map((fund) => [fund, figureValue(figures.byFund[fund].amount)])),
    ...Object.fromEntries(FUNDS.map((fund) => [`${fund}占比`, figureValue(figures.byFund[fund].share)])),
    ...mapValues(figures.bySource, figureValue),
  });
  return from(places, fields);
}
