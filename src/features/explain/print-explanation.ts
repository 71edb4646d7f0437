import { exactValue } from '../../checks/shared/amounts.js';
import { Decimal } from '../../money/decimal.js';
import type { Derivation, ExplainedFigure, ExplainedPlace, Explanation } from './explain.js';

/** Parts of a sum that are listed one by one; the rest is counted. */
const LISTED = 40;

/** An explanation as people read it. */
export function printExplanation({ query, figures }: Explanation): string {
  if (figures.length === 0)
    return `没有找到印作“${query}”的数。可以写印出的数（如 34.96%、1,262.80），也可以写定义中的位置（如 支出[0].基本支出）。\n`;
  const head = figures.length === 1 ? [] : [`“${query}”是 ${figures.length} 个不同的数：`, ''];
  return [...head, ...figures.flatMap((figure) => [...printFigure(figure), ''])].join('\n');
}

function printFigure({ printed, places, derivation }: ExplainedFigure): string[] {
  return [
    `${printed.join('、')}　${derivation.label}`,
    `  印在 ${places.length} 处：`,
    ...places.map((place) => `    ${placeLine(place)}`),
    '  由来：',
    ...derivationLines(derivation, 2, new Set()),
  ];
}

function placeLine({ where, page, context, tail }: ExplainedPlace): string {
  const words = context === undefined ? '' : `：“${context}”`;
  return `${page === undefined ? '' : `第 ${page} 页 `}${where}${words}${tail === undefined ? '' : `（尾差：${tail}）`}`;
}

/** What was shown once is only named the second time. */
function derivationLines(one: Derivation, depth: number, seen: Set<string>): string[] {
  const indent = '  '.repeat(depth);
  const { formula, inputs, at, basis } = one;
  if (at || formula === undefined) return [`${indent}${one.label} ${exactText(one)}${at ? `　${at.file}:${at.line}:${at.column}` : ''}`];
  const key = `${one.label} ${one.value}`;
  if (seen.has(key)) return [`${indent}${one.label} ${exactText(one)}（由来见上）`];
  seen.add(key);
  const shown = inputs.slice(0, LISTED);
  const more = inputs.length - shown.length;
  return [
    `${indent}${one.label} ＝ ${formulaText(one)} ＝ ${exactText(one)}${basis === undefined ? '' : `（${basis}）`}`,
    ...shown.flatMap((input) => derivationLines(input, depth + 1, seen)),
    ...(more > 0 ? [`${indent}  另有 ${more} 项`] : []),
  ];
}

function formulaText({ formula, inputs }: Derivation): string {
  const [first, second] = inputs.map((input) => `${input.label} ${exactText(input)}`);
  switch (formula) {
    case 'sum':
      return inputs.length === 0 ? '没有填写' : `${inputs.length} 项之和`;
    case 'difference':
      return `${first ?? ''} － ${second ?? ''}`;
    case 'share':
      return `${first ?? ''} ÷ ${second ?? ''}`;
    case 'changeRate':
      return `增减额 ${inputs[0] ? exactText(inputs[0]) : ''} ÷ 上年 ${inputs[1] ? exactText(inputs[1]) : ''}`;
    default:
      return `${inputs.length} 项的个数`;
  }
}

/** Exact, and a ratio to twelve digits: it has no end. */
function exactText({ value, unit }: Derivation): string {
  const exact = new Decimal(value);
  if (unit !== 'ratio') return exactValue(exact, unit, '元');
  const percent = exact.times(100);
  const shown = percent.toDecimalPlaces(10);
  return `${shown.toFixed()}${shown.eq(percent) ? '' : '…'}%`;
}
