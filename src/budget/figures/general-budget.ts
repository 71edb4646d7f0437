import { FISCAL_FUNDS } from '../../definition/schema/funds.js';
import { oncePer } from '../../plain/objects.js';
import type { Budget } from '../budget.js';
import { codeTree } from '../code-tree.js';
import { type Change, changeOf, type Figure, sumFigure } from '../figure.js';
import { byCategory, type CategoryFigure } from './by-category.js';

/** 一般公共预算当年支出: size, change and structure; and its 基本支出 by economic nature. */
export interface GeneralBudgetFigures {
  readonly total: Figure;
  readonly change: Change;
  readonly categories: readonly CategoryFigure[];
  readonly basic: Figure;
  readonly personnel: ExpenseKindFigures;
  readonly operating: ExpenseKindFigures;
}

/** 人员经费 or 公用经费: its total and the names of its 款, in code order. */
export interface ExpenseKindFigures {
  readonly total: Figure;
  readonly items: readonly string[];
}

const GENERAL = { cube: '支出', where: { 资金: '一般公共预算', 时段: '当年' } } as const;

export const generalBudgetFigures = oncePer((budget: Budget): GeneralBudgetFigures => {
  const total = budget.total(GENERAL);
  const previous = budget.total({ cube: '上年预算', where: GENERAL.where });
  return {
    total,
    change: changeOf('一般公共预算当年支出', total, previous, budget.definition.department.增减原因?.一般公共预算支出),
    categories: byCategory(budget, GENERAL, '一般公共预算当年支出'),
    basic: budget.total({ cube: '基本支出经济分类', where: {} }),
    personnel: expenseKind(budget, '人员经费'),
    operating: expenseKind(budget, '公用经费'),
  };
});

function expenseKind(budget: Budget, kind: string): ExpenseKindFigures {
  const facts = budget.facts('基本支出经济分类').filter((fact) => fact.dimensions.经费 === kind && !fact.value.isZero());
  const codes = new Set(facts.flatMap((fact) => fact.dimensions.科目 ?? []));
  const items = codeTree(codes, 2).flatMap((category) => category.children.map(({ code }) => budget.names.departmentEconomic(code)));
  return { total: budget.total({ cube: '基本支出经济分类', where: { 经费: kind } }), items };
}

/** 财政拨款收支: the three fiscal funds with carryover, and expenditure by 类. */
interface FiscalAppropriationFigures {
  readonly grandTotal: Figure;
  readonly byFund: Readonly<Record<string, Figure>>;
  readonly currentYear: Figure;
  readonly carryover: Figure;
  readonly categories: readonly CategoryFigure[];
}

export const fiscalAppropriationFigures = oncePer((budget: Budget): FiscalAppropriationFigures => {
  const currentYear = budget.total({ cube: '收入', where: { 资金: '财政拨款', 时段: '当年' } });
  const carryover = budget.total({ cube: '收入', where: { 资金: '财政拨款', 时段: '上年结转' } });
  return {
    grandTotal: sumFigure({ id: '财政拨款收支总预算', label: '财政拨款收支总预算' }, [currentYear, carryover]),
    byFund: Object.fromEntries(FISCAL_FUNDS.map((fund) => [fund, budget.total({ cube: '收入', where: { 资金: fund } })])),
    currentYear,
    carryover,
    categories: byCategory(budget, { cube: '支出', where: { 资金: '财政拨款' } }, '财政拨款支出'),
  };
});
