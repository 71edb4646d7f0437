import type { Figure } from '../../budget/figure.js';
import { type MeasureWord, powerOf } from '../../definition/fields/number.js';
import type { StatedFigure } from '../../definition/fields.js';
import type { CONTROL_TOTALS } from '../../definition/schema/kinds.js';
import { exactValue, type FigureUnit } from '../../document/figure.js';
import { Decimal, sum } from '../../money/decimal.js';
import type { AmountFormat } from '../../money/format.js';
import { readsAs, type StatedUnit } from '../../money/parse-amount.js';
import { type AmountUnit, POWER } from '../../money/units.js';
import { type NamedFigure, type NamedFigures, namedFigures } from '../../narrative/named-figures.js';
import { nearestWord } from '../../plain/nearest-word.js';
import { textAmounts } from '../../profile/amount-format.js';
import {
  type Check,
  type CheckContext,
  type Comparison,
  type Finding,
  finding,
  type Outcome,
  type Place,
  type Side,
  unchecked,
} from '../check.js';
import { compare, inMember, keyInMember, sideOf } from '../shared/sides.js';

/** What the totals of every approval are called in templates. */
const NAMES_OF_TOTALS: Readonly<Record<(typeof CONTROL_TOTALS)[number], string>> = {
  收入总计: '收入.总计',
  支出总计: '支出.总计',
  基本支出: '支出.基本支出',
  项目支出: '支出.项目支出',
  一般公共预算支出: '一般公共预算.支出',
  人员经费: '基本支出.人员经费',
  公用经费: '基本支出.公用经费',
  三公经费合计: '三公经费.合计.本年',
  机关运行经费合计: '机关运行经费.变动.本年',
  政府采购合计: '政府采购.合计',
};

/**
 * 符合：
 *     核对数.三公经费合计: 50000
 * 符合：
 *     核对数: {收入增减额: 增加18.60万元, 公务接待费增减率: 下降20%, 收入.总计: 132.6万元, 行政单位数: 1家}
 * 不符（核对数/政府采购合计）：
 *     核对数.政府采购合计: 25000000
 * 不符（核对数/收入总计）：
 *     核对数.收入总计: 132600
 * 不符（核对数/收入增减额）：
 *     核对数.收入增减额: 减少18.60万元
 * 不符（核对数/收入增减颔）：
 *     核对数.收入增减颔: 186000
 */
export const controlTotals: Check = {
  code: 'control-totals',
  group: '勾稽关系',
  severity: '错误',
  // 批复 is of the whole department, its member units included.
  perMember: 'units',
  rule: '程序算出的数，应等于“核对数”里批复文件上的数；带单位照抄的，按照抄的小数位数比较。',
  relations: ['T1-1', 'P-1'],
  basis: '预算法第十四条：公开的是本级政府财政部门批复的部门预算',
  run: (context) => {
    const stated = Object.entries(context.department.核对数 ?? {}).flatMap(([name, value]) => (value ? [{ name, value }] : []));
    if (stated.length === 0) return [unchecked('没有填写“核对数”，不能与批复文件上的数核对。')];
    const known = namedFigures(context.budget, context.profile.spec);
    return stated.map((one) => outcomeOf(one, known, context));
  },
};

function outcomeOf({ name, value }: { name: string; value: StatedFigure }, known: NamedFigures, context: CheckContext): Outcome {
  const found = known.find(NAMES_OF_TOTALS[name as keyof typeof NAMES_OF_TOTALS] ?? name);
  const [only, another] = found;
  if (!only) return unknown(name, known, context);
  if (another) return ambiguous(name, found, context);
  const { figure, moved } = only;
  const place = inMember(context.definition, '核对数', name);
  if (!figure)
    return finding(`核对数里写了${name} ${value.typed}，但它没有数：上年是零，没有增减率。`, place, {
      hint: '删去这一个核对数，或核对上年数。',
    });
  const unit = unitTaken(value, figure, context.department.金额单位);
  if (!unit) return finding(`核对数里的${name}写的是“${value.typed}”，单位不对。`, place, { hint: UNIT_HINTS[figure.unit] });
  if (value.direction && value.direction !== moved && !figure.value.isZero()) return contrary(name, value, only, place);
  return compareAsStated({ stated: { label: `核对数中的${name}`, value, place }, label: name, figure, unit }, context);
}

const UNIT_HINTS = {
  yuan: '这是金额：写本文件单位的数，或照抄“11.49万元”“114850元”。',
  ratio: '这是比率：写成“34.96%”。',
  count: '这是个数：写整数，如 3。',
  squareMetre: '这是面积：写数，如 1200 或 1200平方米。',
} as const;

function contrary(name: string, { typed }: StatedFigure, { moved }: NamedFigure, place: Finding['place']): Finding {
  const actual = moved === 'rise' ? '增加' : moved === 'fall' ? '减少' : '没有增减方向';
  return finding(`核对数中的${name}是“${typed}”，程序算出的是${actual}。`, place, { hint: '核对本年数和上年数。' });
}

function unknown(name: string, { names }: NamedFigures, { definition }: CheckContext): Finding {
  const near = nearestWord(
    name,
    name.includes('.') ? names().filter((one) => one.includes('.')) : [...Object.keys(NAMES_OF_TOTALS), ...names()],
  );
  const hint = `${near === undefined ? '' : `是否为“${near}”？`}可以写模板能印的任何一个数的名称，见 templates/模板说明.md。`;
  return finding(`“核对数”里的“${name}”不是程序知道的数。`, keyInMember(definition, '核对数', name), { hint });
}

function ambiguous(name: string, found: readonly NamedFigure[], { definition }: CheckContext): Finding {
  const hint = `写明是哪一个：${found.map((one) => one.name).join('、')}。`;
  return finding(`“核对数”里的“${name}”可以指 ${found.length} 个数。`, keyInMember(definition, '核对数', name), { hint });
}

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
function unitTaken({ word, decimals }: StatedFigure, figure: Figure, fileUnit: AmountUnit): StatedUnit | undefined {
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
function compareAsStated({ stated, label, figure, unit }: AsStated, context: CheckContext): Comparison {
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
  const printed: StatedUnit = { power: POWER[format.unit], decimals: format.decimals };
  const numerators = [readsAs(part.value, printed), ...differenceOfPrinted(part, printed)];
  const denominator = readsAs(whole.value, printed);
  return !denominator.isZero() && numerators.some((numerator) => readsAs(numerator.div(denominator), unit).eq(stated));
}

function differenceOfPrinted({ origin }: Figure, printed: StatedUnit): Decimal[] {
  const [first, second] = origin.kind === 'derived' && origin.formula === 'difference' ? origin.inputs : [];
  return first && second ? [readsAs(first.value, printed).minus(readsAs(second.value, printed))] : [];
}
