import { type Document, type Inline, inlineText } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import { entryTitle, type PlacedFigure, placedTexts } from '../../document/walk.js';
import { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import { type AmountUnit, inYuan } from '../../money/units.js';
import { defined, oncePer } from '../../plain/objects.js';
import type { Place } from '../check.js';

/** A printed number, its separators and unit taken off; undefined where the text is not a number. An empty cell is zero. */
export function printedNumber(text: string): Decimal | undefined {
  const bare = text.replace(/,/g, '').replace(/(?:万元|元|%|平方米)$/, '');
  if (bare === '') return new Decimal(0);
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? new Decimal(bare) : undefined;
}

/** Decimals of a printed number. */
export function printedDecimals(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** How the numbers of a printed sum are written. */
interface SumFormat {
  readonly unit: AmountUnit;
  readonly decimals: number;
  readonly separators: boolean;
}

/**
 * A printed total against the sum of so many printed parts. Each of them was rounded by at most half of its last digit: what
 * parts them further is no tail.
 */
export function printedSum(total: Decimal, parts: Decimal, count: number, { unit, decimals, separators }: SumFormat) {
  const difference = inYuan(total.minus(parts), unit);
  const half = inYuan(new Decimal(10).pow(-decimals), unit).div(2);
  const bound = half.times(count + 1);
  const printed = (value: Decimal) => `${formatNumber(value, decimals, separators)}${unit}`;
  const side = (value: Decimal) => ({ value: inYuan(value, unit), unit: 'yuan' as const, printed: printed(value) });
  const verdict = difference.abs().lte(bound) ? ('尾差' as const) : ('不符' as const);
  return { kind: 'comparison' as const, operator: '＝' as const, verdict, difference, bound, total: side(total), parts: side(parts) };
}

/**
 * value ÷ 10^shift rounded half away from zero to `decimals`, in whole numbers of its last place.
 * Uses none of the code that prints: a second way to the same figure.
 */
export function roundedUnits(value: string, shift: number, decimals: number): bigint {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const drop = fraction.length + shift - decimals;
  const digits = BigInt(whole + fraction);
  const divisor = 10n ** BigInt(Math.max(0, drop));
  const scaled = drop >= 0 ? (digits * 2n + divisor) / (divisor * 2n) : digits * 10n ** BigInt(-drop);
  return sign === '-' ? -scaled : scaled;
}

/** A printed number in whole numbers of its last place. */
export function printedUnits(text: string): bigint | undefined {
  const bare = text.replace(/[,.]|(?:万元|元|%|平方米)$/g, '');
  return /^-?\d+$/.test(bare) ? BigInt(bare) : undefined;
}

/** A figure in a sentence, with the words around it. */
export interface ProseFigure {
  readonly inline: FigureInline;
  /** The unit that follows it: 万元, 元, % or another word. */
  readonly unit: string;
  /** Everything before it in its paragraph. */
  readonly before: string;
  readonly place: Place;
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/** Every figure of the running text, in order. */
export const proseFigures = oncePer((document: Document): readonly ProseFigure[] => {
  const prose = placedTexts(document).filter(({ block }) => block.type === 'paragraph' || block.type === 'list');
  return prose.flatMap(({ content, figures, headings }, index) => {
    const heading = headings.at(-1);
    const place: Place = { kind: 'document', text: heading ? entryTitle(heading) : '', content, ...defined({ anchor: heading?.id }) };
    return figures.map(
      (figure): ProseFigure => ({
        inline: figure.figure,
        unit: unitOf(figure, content),
        before: inlineText(content.slice(0, figure.index)),
        place,
        paragraph: index + 1,
      }),
    );
  });
});

function unitOf({ figure, index }: PlacedFigure, content: readonly Inline[]): string {
  const after = content[index + 1]?.text ?? '';
  return figure.text.endsWith('%') ? '%' : (/^(?:万元|元)/.exec(after)?.[0] ?? '');
}

/** A few characters before a figure. */
export const wordsBefore = ({ before }: ProseFigure): string => before.slice(-8);

/** Everything before a figure in its clause: names are never cut. */
export const clauseBefore = ({ before }: ProseFigure): string => /[^，。；：、]*$/.exec(before)?.[0] ?? '';
