import type { Figure } from '../../budget/figure.js';
import { type MeasureWord, powerOf, type StatedFigure } from '../../definition/fields/number.js';
import type { FigureUnit } from '../../document/figure.js';
import { exactValue } from '../../document/figure.js';
import { Decimal, sum } from '../../money/decimal.js';
import type { AmountFormat } from '../../money/format.js';
import { readsAs, type StatedUnit } from '../../money/precision.js';
import { textAmounts } from '../../profile/amount-format.js';
import type { Comparison, Place, Side } from '../check.js';
import type { CheckContext } from '../context.js';
import { compare, sideOf } from './sides.js';

const WORDS: Readonly<Record<FigureUnit, readonly MeasureWord[]>> = {
  yuan: ['元', '万元', '亿元'],
  ratio: ['%'],
  count: ['个', '家', '项', '辆', '台', '套', '台（套）'],
  squareMetre: ['平方米'],
};

/**
 * A figure without its unit is meant in the file's: 万元 to two decimals at least, as 12.5 is written for 12.50, and 元 as
 * typed, whole 元 being common where amounts have cents. Undefined where the unit does not fit the figure.
 */
export function unitTaken({ word, decimals }: StatedFigure, figure: Figure, fileUnit: '元' | '万元'): StatedUnit | undefined {
  if (word) return WORDS[figure.unit].includes(word) ? { power: powerOf(word), decimals } : undefined;
  if (figure.unit === 'ratio') return undefined;
  if (figure.unit !== 'yuan') return { power: 0, decimals };
  return fileUnit === '万元' ? { power: 4, decimals: Math.max(decimals, 2) } : { power: 0, decimals };
}

interface AsStated {
  readonly stated: { readonly label: string; readonly value: StatedFigure; readonly place: Place };
  readonly label: string;
  readonly figure: Figure;
  readonly unit: StatedUnit;
}

/** Holds a computed figure against one that was copied from a text: equal at the text's decimals, or apart by rounding only. */
export function compareAsStated({ stated, label, figure, unit }: AsStated, context: CheckContext): Comparison {
  const value = stated.value.number.times(new Decimal(10).pow(unit.power));
  const printed = stated.value.word ? { printed: stated.value.typed } : {};
  const left: Side = { label: stated.label, value, unit: figure.unit, places: [stated.place], ...printed };
  const derived = figure.origin.kind === 'stated' || figure.origin.formula === 'sum' ? '由各项加出的' : '程序算出的';
  const exact = sideOf(`${derived}${label}`, figure, stated.place.kind === 'definition' ? stated.place.path : []);
  const hint = '对照批复文件：核对数填错就改正核对数，否则逐项核对各明细。';
  if (readsAs(figure.value, unit).eq(value))
    return compare({ left, right: { ...exact, value, ...roundedText(figure, value, context) }, hint });
  const comparison = compare({ left, right: exact, hint });
  const bound = roundingBound(figure, value, unit, textAmounts(context.profile.spec));
  if (comparison.difference.abs().gt(bound)) return comparison;
  return { ...comparison, verdict: '尾差', bound, cause: '批复文件上的数由四舍五入后的各项算出，与精确数相差在四舍五入之内。' };
}

function roundedText({ unit, value: exact }: Figure, value: Decimal, { department }: CheckContext): { printed?: string } {
  if (exact.eq(value)) return {};
  // A share has no last digit.
  const shown = unit === 'ratio' ? exact.toDecimalPlaces(8) : exact;
  return { printed: `${exactValue(value, unit, department.金额单位)}（精确数 ${exactValue(shown, unit, department.金额单位)}）` };
}

/** How far a text may be off that adds up, or divides, figures which are rounded already. */
function roundingBound(figure: Figure, stated: Decimal, unit: StatedUnit, format: AmountFormat): Decimal {
  if (figure.unit === 'ratio') return isRatioOfPrinted(figure, stated, unit, format) ? stated.minus(figure.value).abs() : new Decimal(0);
  if (figure.unit !== 'yuan') return new Decimal(0);
  // Rounded groups of leaves are never further off than the rounded leaves themselves.
  return sum(leavesOf(figure).map(({ value }) => readsAs(value, unit).minus(value).abs()));
}

function leavesOf(figure: Figure): Figure[] {
  return figure.origin.kind === 'stated' ? [figure] : figure.origin.inputs.flatMap(leavesOf);
}

/** A percentage that comes from the amounts beside it as they are printed. */
function isRatioOfPrinted({ origin }: Figure, stated: Decimal, unit: StatedUnit, format: AmountFormat): boolean {
  const [part, whole] = origin.kind === 'derived' ? origin.inputs : [];
  if (!part || !whole) return false;
  const printed: StatedUnit = { power: format.unit === '万元' ? 4 : 0, decimals: format.decimals };
  const numerators = [readsAs(part.value, printed), ...differenceOfPrinted(part, printed)];
  const denominator = readsAs(whole.value, printed);
  return !denominator.isZero() && numerators.some((numerator) => readsAs(numerator.div(denominator), unit).eq(stated));
}

function differenceOfPrinted({ origin }: Figure, printed: StatedUnit): Decimal[] {
  const [first, second] = origin.kind === 'derived' && origin.formula === 'difference' ? origin.inputs : [];
  return first && second ? [readsAs(first.value, printed).minus(readsAs(second.value, printed))] : [];
}
