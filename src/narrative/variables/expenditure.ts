import type { Budget } from '../../budget/budget.js';
import { placesOf } from '../../budget/dictionary.js';
import type { Figure } from '../../budget/figure.js';
import { byItem, type CategoryFigure, hasReduction, type ItemFigure, isReduction } from '../../budget/figures/by-category.js';
import { expenditureFigures } from '../../budget/figures/expenditure.js';
import { fiscalAppropriationFigures, generalBudgetFigures } from '../../budget/figures/general-budget.js';
import { FISCAL_FUNDS } from '../../definition/schema/funds.js';
import { figureValue, flagValue, from, listValue, type Placed, recordValue, type Shaped } from '../shape.js';
import type { Values } from './values.js';

const SPENT = placesOf('支出');
const SURPLUS = placesOf('年终结转');
const ALL = [...SPENT, ...SURPLUS];

export function expenditure(budget: Budget, values: Values): Placed {
  const figures = expenditureFigures(budget);
  const fields = recordValue({
    总计: from(ALL, figureValue(figures.grandTotal)),
    合计: figureValue(figures.total),
    当年: figureValue(figures.currentYear),
    上年结转: figureValue(figures.carryover),
    有年终结转: from(SURPLUS, flagValue(!figures.surplus.value.isZero())),
    年终结转: from(SURPLUS, figureValue(figures.surplus)),
    基本支出: figureValue(figures.basic),
    基本支出占比: figureValue(figures.basicShare),
    项目支出: figureValue(figures.project),
    项目支出占比: figureValue(figures.projectShare),
    变动: from([...ALL, ...placesOf('上年预算')], values.change(figures.change, ['支出'])),
    比上年执行数: from([...ALL, ...placesOf('上年执行')], values.change(figures.changeFromExecuted)),
    按项: itemList(byItem(budget, { cube: '支出', where: {} }), values),
  });
  return from(SPENT, fields);
}

export function fiscalAppropriation(budget: Budget, values: Values): Placed {
  const figures = fiscalAppropriationFigures(budget);
  const fields = recordValue({
    总计: figureValue(figures.grandTotal),
    当年: figureValue(figures.currentYear),
    上年结转: figureValue(figures.carryover),
    ...Object.fromEntries(FISCAL_FUNDS.map((fund) => [fund, figureValue(figures.byFund[fund])])),
    有支出: from(SPENT, flagValue(figures.categories.length > 0)),
    支出按类: from(SPENT, categories(figures.categories, values)),
    支出按项: from(SPENT, itemList(byItem(budget, { cube: '支出', where: { 资金: '财政拨款' } }), values)),
  });
  return from(placesOf('收入'), fields);
}

export function generalBudget(budget: Budget, values: Values): Placed {
  const figures = generalBudgetFigures(budget);
  const fields = recordValue({
    支出: figureValue(figures.total),
    变动: from([...SPENT, ...placesOf('上年预算')], values.change(figures.change, ['一般公共预算支出'])),
    有支出: flagValue(figures.categories.length > 0),
    有冲减: flagValue(hasReduction(figures.categories)),
    支出按类: categories(figures.categories, values),
  });
  return from(SPENT, fields);
}

export function basicExpenditure(budget: Budget, values: Values): Placed {
  const { basic, personnel, operating } = generalBudgetFigures(budget);
  const names = (items: readonly string[]) => listValue(items, values.text, '');
  const fields = recordValue({
    合计: figureValue(basic),
    有: flagValue(!basic.value.isZero()),
    人员经费: figureValue(personnel.total),
    有人员经费: flagValue(personnel.items.length > 0),
    人员经费科目: names(personnel.items),
    公用经费: figureValue(operating.total),
    有公用经费: flagValue(operating.items.length > 0),
    公用经费科目: names(operating.items),
  });
  return from(placesOf('基本支出经济分类'), fields);
}

/** One entry a 项: its name and those of its parents, its money, what it is spent on. */
function itemList(list: readonly ItemFigure[], values: Values): Shaped {
  const item = (one: Partial<ItemFigure>) =>
    recordValue({
      名称: values.text(one.name),
      款名称: values.text(one.section),
      类名称: values.text(one.category),
      编码: values.text(one.code),
      金额: figureValue(one.amount),
      冲减: flagValue(one.amount !== undefined && isReduction(one.amount)),
      用途: from(['支出/*/用途'], values.text(one.purpose)),
    });
  return listValue<Partial<ItemFigure>>(list, item, {});
}

function categories(list: readonly CategoryFigure[], values: Values): Shaped {
  const item = (name: string, amount?: Figure, share?: Figure) =>
    recordValue({
      名称: values.text(name),
      金额: figureValue(amount),
      占比: figureValue(share),
      有占比: flagValue(share !== undefined),
      冲减: flagValue(amount !== undefined && isReduction(amount)),
    });
  return listValue<Partial<CategoryFigure>>(list, (one) => item(one.name ?? '', one.amount, one.share), {});
}
