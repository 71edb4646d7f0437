import type { Budget } from '../budget/budget.js';
import { type Figure, shareFigure, sumFigure } from '../budget/figure.js';
import { hasReduction } from '../budget/figures/by-category.js';
import type { Chart, ChartSlice } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';
import { formatAmount, formatPercent } from '../money/format.js';
import { rates, textAmounts } from '../profile/amount-format.js';
import { type FillValues, fill } from '../profile/fill.js';
import { measureFigure } from '../profile/measure.js';
import type { Profile } from '../profile/profile.js';
import { expandRow } from '../tables/expand-rows.js';
import type { FigureRegister } from './figure-records.js';

const SHAPES = { 饼图: 'pie', 柱形图: 'column', 条形图: 'bar' } as const;

/**
 * A chart of the profile (图): the rows that have money, with their shares of the whole where the chart says what that is.
 * Parts that have no share (冲减) cannot be drawn in a pie: then there is no chart, and reductions-said sees that the text
 * says so.
 */
export function structureChart(name: string, budget: Budget, profile: Profile, { register, values }: Drawing): Chart | undefined {
  const charts = profile.spec.图 ?? {};
  const { [name]: spec } = charts;
  if (!spec) return undefined;
  const { 形式: form = '饼图', 占: whole } = spec;
  const title = fill(spec.标题, values);
  const rows = spec.各块.flatMap((row) => expandRow(row, budget)).map((row) => ({ ...row, name: fill(row.name, values) }));
  const all = rows.map((row) => ({ ...row, amount: measureFigure(budget, row.measure) }));
  const parts = all.filter(({ amount }) => !amount.value.isZero());
  if (parts.length === 0 || all.some(({ amount }) => amount.unstated) || ((form === '饼图' || whole !== undefined) && hasReduction(parts)))
    return undefined;
  const shares = whole === undefined ? [] : sharesOf(whole, parts);
  const slices = parts.map((part, index) => slice(part.name, part.amount, shares[index], profile, register));
  const said = slices.map(({ label, amount, share }) => `${label}${amount.text}${share ? `，占${share.text}` : ''}`);
  const id = `chart-${Object.keys(charts).indexOf(name) + 1}`;
  return { type: 'chart', shape: SHAPES[form], id, title, alternativeText: `${title}：${said.join('；')}。`, slices, ...profile.chart };
}

/** What a chart is drawn with besides the budget: where its figures are registered, and what its words name. */
interface Drawing {
  readonly register: FigureRegister;
  readonly values: FillValues;
}

type Part = ReturnType<typeof expandRow>[number] & { readonly amount: Figure };

function sharesOf(whole: string, parts: readonly Part[]): readonly Figure[] {
  const total = sumFigure(
    { id: whole, label: whole },
    parts.map(({ amount }) => amount),
  );
  return parts.map(({ amount, code, name }) =>
    shareFigure({ id: `${whole}${code || name}占比`, label: `${name}占${whole}的比重` }, amount, total),
  );
}

function slice(label: string, amount: Figure, share: Figure | undefined, { spec }: Profile, register: FigureRegister): ChartSlice {
  const inline = (figure: Figure, text: string): FigureInline => {
    register.add(figure);
    return { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text };
  };
  const format = textAmounts(spec);
  const printed = `${formatAmount(amount.value, format)}${format.unit}`;
  const part = share && { share: inline(share, formatPercent(share.value, rates(spec))) };
  return { label, amount: inline(amount, printed), ...part };
}
