import type { Budget } from '../budget/budget.js';
import type { Figure } from '../budget/figure.js';
import { generalBudgetFigures } from '../budget/figures/general-budget.js';
import type { ChartSlice, PieChart } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';
import { formatAmount, formatPercent } from '../money/format.js';
import { amountFormat } from '../profile/amount-format.js';
import type { Profile } from '../profile/profile.js';
import type { FigureRegister } from './figure-records.js';

/** The charts that a template may place, by name. */
export const CHARTS = ['一般公共预算支出结构'] as const;

/**
 * The structure of 一般公共预算 expenditure by 类, with the same figures as the sentence beside it. Parts that have no
 * share (冲减) cannot be drawn: then there is no chart, and reductions-said sees that the text says so.
 */
export function structureChart(budget: Budget, profile: Profile, register: FigureRegister): PieChart | undefined {
  const { categories } = generalBudgetFigures(budget);
  const { 文中金额, 文中比率: ratioFormat } = profile.spec;
  const format = amountFormat(文中金额);
  const inline = (figure: Figure, text: string): FigureInline => {
    register.add(figure);
    return { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text };
  };
  const slices = categories.flatMap(({ name, amount, share }): ChartSlice[] =>
    share === undefined
      ? []
      : [
          {
            label: name,
            amount: inline(amount, `${formatAmount(amount.value, format)}${format.unit}`),
            share: inline(share, formatPercent(share.value, ratioFormat.小数)),
          },
        ],
  );
  if (slices.length < categories.length) return undefined;
  const title = '一般公共预算当年支出结构图';
  const parts = slices.map((slice) => `${slice.label}${slice.amount.text}，占${slice.share.text}`);
  return { type: 'pieChart', id: 'chart-1', title, alternativeText: `${title}：${parts.join('；')}。`, slices, ...profile.chart };
}
