import type { Budget } from '../../../budget/budget.js';
import { byItem } from '../../../budget/figures/by-category.js';
import { expenditureFigures } from '../../../budget/figures/expenditure.js';
import { revenueFigures } from '../../../budget/figures/revenue.js';
import { threePublicFigures } from '../../../budget/figures/three-public.js';
import { yearOf } from '../../../definition/dates.js';
import { FUNDS, type Fund } from '../../../definition/schema/funds.js';
import { REASONS } from '../../../definition/schema/kinds.js';
import { type Document, inlineText } from '../../../document/document.js';
import { placedTexts } from '../../../document/walk.js';
import { type Decimal, sum } from '../../../money/decimal.js';
import { forEachKey } from '../../../plain/objects.js';

/** Totals of a department that are added up for the district. */
export const TOTALS = ['收入总计', '支出总计', '基本支出', '项目支出', '年终结转', '三公经费'] as const;
export type TotalName = (typeof TOTALS)[number];

/** What the bureau's page says of one document; plain text and exact 元, so that it can be kept in a file and sent by a worker. */
export interface DepartmentSummary {
  readonly code: string;
  readonly name: string;
  readonly year: string;
  readonly district: string;
  /** A unit's own document: the department that has its money already. */
  readonly partOf?: string;
  readonly totals: Readonly<Record<TotalName, string>>;
  /** Last year's total as stated; zero for a new department. */
  readonly previous: string;
  /** 上年结转 and 年终结转 included, so that each side adds up to its grand total. */
  readonly revenueByFund: Readonly<Record<Fund, string>>;
  readonly expenditureByFund: Readonly<Record<Fund, string>>;
  readonly reasons: readonly StatedReason[];
  /** What it spends by 项, as far as its document prints them. */
  readonly items: readonly SpentItem[];
}

/** A 项 of the functional classification. */
export interface SpentItem {
  readonly code: string;
  readonly name: string;
  readonly amount: string;
}

/** Why a figure changed, as the department writes it. */
export interface StatedReason {
  readonly about: (typeof REASONS)[number];
  readonly text: string;
}

export function departmentSummary(budget: Budget, document?: Document): DepartmentSummary {
  const { department, district, superior } = budget.definition;
  const { 代码: code, 名称: name } = department.部门;
  const given = { code, name, year: yearOf(district), district: district.地区, ...(superior && { partOf: superior.名称 }) };
  const { change, ...figures } = expenditureFigures(budget);
  const totals: Record<TotalName, Decimal> = {
    收入总计: revenueFigures(budget).grandTotal.value,
    支出总计: figures.grandTotal.value,
    基本支出: figures.basic.value,
    项目支出: figures.project.value,
    年终结转: figures.surplus.value,
    三公经费: threePublicFigures(budget).total.current.value,
  };
  return {
    ...given,
    totals: texts(totals),
    previous: change.previous.value.toFixed(),
    revenueByFund: byFund(budget, ['收入']),
    expenditureByFund: byFund(budget, ['支出', '年终结转']),
    reasons: REASONS.flatMap((about) => {
      const text = department.增减原因?.[about];
      return text === undefined ? [] : [{ about, text }];
    }),
    items: document ? printedItems(budget, document) : [],
  };
}

/** A form may print less than 项, and a secret is in none: what no table names is told nobody. */
function printedItems(budget: Budget, document: Document): SpentItem[] {
  const printed = new Set<string>();
  for (const { cell, content } of placedTexts(document)) if (cell) printed.add(inlineText(content).trim());
  const items = byItem(budget, { cube: '支出', where: {} }).filter(({ name }) => printed.has(name));
  return items.map(({ code, name, amount }) => ({ code, name, amount: amount.value.toFixed() }));
}

function byFund(budget: Budget, cubes: readonly ('收入' | '支出' | '年终结转')[]): Record<Fund, string> {
  const amount = (fund: Fund) => sum(cubes.map((cube) => budget.total({ cube, where: { 资金: fund } }).value));
  return texts(forEachKey(FUNDS, amount));
}

function texts<K extends string>(amounts: Readonly<Record<K, Decimal>>): Record<K, string> {
  const entries = Object.entries<Decimal>(amounts).map(([name, value]) => [name, value.toFixed()]);
  return Object.fromEntries(entries) as Record<K, string>;
}
