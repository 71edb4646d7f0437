import type { Budget } from '../budget/budget.js';
import { type Figure, shareFigure, sumFigure } from '../budget/figure.js';
import { hasReduction } from '../budget/figures/by-category.js';
import type { ChartSlice, PieChart } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';
import { formatAmount, formatPercent } from '../money/format.js';
import { rates, textAmounts } from '../profile/amount-format.js';
import { measureFigure } from '../profile/measure.js';
import type { Profile } from '../profile/profile.js';
import { expandRow } from '../tables/expand-rows.js';
import type { FigureRegister } from './figure-records.js';

/**
 * A chart of the profile (图): the rows that have money, with their shares of the whole. Parts that have no share (冲减)
 * cannot be drawn: then there is no chart, and reductions-said sees that the text says so.
 */
export function structureChart(name: string, budget: Budget, profile: Profile, register: FigureRegister): PieChart | undefined {
  const charts = profile.spec.图 ?? {};
  const { [name]: spec } = charts;
  if (!spec) return undefined;
  const rows = spec.各块.flatMap((row) => expandRow(row, budget));
  const parts = rows.map((row) => ({ ...row, amount: measureFigure(budget, row.measure) })).filter(({ amount }) => !amount.value.isZero());
  if (hasReduction(parts)) return undefined;
  const whole = sumFigure(
    { id: spec.占, label: spec.占 },
    parts.map(({ amount }) => amount),
  );
  const slices = parts.map(({ amount, ...row }) => {
    const share = shareFigure({ id: `${spec.占}${row.code || row.name}占比`, label: `${row.name}占${spec.占}的比重` }, amount, whole);
    return slice(row.name, amount, share, profile, register);
  });
  if (slices.length === 0) return undefined;
  const said = slices.map((one) => `${one.label}${one.amount.text}，占${one.share.text}`);
  const id = `chart-${Object.keys(charts).indexOf(name) + 1}`;
  return { type: 'pieChart', id, title: spec.标题, alternativeText: `${spec.标题}：${said.join('；')}。`, slices, ...profile.chart };
}

function slice(label: string, amount: Figure, share: Figure, { spec }: Profile, register: FigureRegister): ChartSlice {
  const inline = (figure: Figure, text: string): FigureInline => {
    register.add(figure);
    return { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text };
  };
  const format = textAmounts(spec);
  const printed = `${formatAmount(amount.value, format)}${format.unit}`;
  return { label, amount: inline(amount, printed), share: inline(share, formatPercent(share.value, rates(spec))) };
}
