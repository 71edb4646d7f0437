import type { Inline } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';
import { Decimal, sum } from '../money/decimal.js';

/** A total that a text parts into what follows «其中：», and the parts: exactly equal, whatever is printed. */
export interface TextSum {
  readonly total: FigureInline;
  readonly parts: readonly FigureInline[];
  readonly printedTotal: Decimal;
  readonly printedParts: Decimal;
}

/** An amount in a text, with the character in the text that stands for it. */
interface Amount {
  readonly inline: FigureInline;
  readonly at: number;
  readonly unit: string;
}

/** After these a text parts a total. */
const LEADS = /[：:]|其中，|分，/g;
/** Parts stand between semicolons or sentences, or else between commas. */
const BETWEEN = [/[；。\n]/, /[；。\n，、]/];
/** Longer lists are no sentence. */
const MOST_PARTS = 200;

/**
 * The sums of a section, found by its words and its exact figures: the first amount of the sentence before a lead, or of its
 * paragraph, is the total where the first amounts of what follows come to it, exactly.
 */
export function textSums(paragraphs: readonly (readonly Inline[])[]): TextSum[] {
  const { text, amounts } = flatten(paragraphs);
  return [...text.matchAll(LEADS)].flatMap((lead) => {
    const after = lead.index + lead[0].length;
    for (const total of totalsBefore(text, amounts, lead.index)) {
      for (const between of BETWEEN) {
        const parts = partsOf(total, firstOfEach(text, amounts, after, between));
        if (parts) return [textSum(total, parts)];
      }
    }
    return [];
  });
}

/** True where the parts as printed do not come to the total as printed. */
export const isTail = ({ printedTotal, printedParts }: TextSum): boolean => !printedTotal.eq(printedParts);

const MARK = '\uFFFC';

function flatten(paragraphs: readonly (readonly Inline[])[]): { text: string; amounts: Amount[] } {
  const amounts: Amount[] = [];
  let text = '';
  for (const content of paragraphs) {
    content.forEach((inline, index) => {
      const isAmount = inline.type === 'figure' && inline.unit === 'yuan';
      if (isAmount) amounts.push({ inline, at: text.length, unit: content[index + 1]?.text[0] ?? '' });
      text += isAmount ? MARK : inline.text;
    });
    text += '\n';
  }
  return { text, amounts };
}

function totalsBefore(text: string, amounts: readonly Amount[], lead: number): Amount[] {
  const end = text.slice(0, lead).replace(/[。，；（]?(?:其中)?$/, '').length;
  const starts = [Math.max(text.lastIndexOf('。', end - 1), text.lastIndexOf('\n', end - 1)), text.lastIndexOf('\n', end - 1)];
  const found = starts.flatMap((start) => amounts.find(({ at }) => at > start && at < end) ?? []);
  return [...new Set(found)].filter(({ inline }) => inline.value !== '0');
}

/** The first amount of each stretch after a place. */
function firstOfEach(text: string, amounts: readonly Amount[], from: number, between: RegExp): Amount[] {
  let open = true;
  let at = from;
  return amounts
    .filter((amount) => amount.at >= from)
    .filter((amount) => {
      open = open || between.test(text.slice(at, amount.at));
      const isFirst = open;
      open = false;
      at = amount.at;
      return isFirst;
    });
}

/** As many of the amounts as come to the total exactly; two of them at least have to say something. */
function partsOf(total: Amount, amounts: readonly Amount[]): Amount[] | undefined {
  const wanted = new Decimal(total.inline.value);
  let left = wanted;
  for (const [index, { inline, unit }] of amounts.slice(0, MOST_PARTS).entries()) {
    if (unit !== total.unit) return undefined;
    left = left.minus(inline.value);
    const parts = amounts.slice(0, index + 1).filter((part) => part.inline.value !== '0');
    if (left.isZero() && parts.length > 1) return parts;
  }
  return undefined;
}

function textSum(total: Amount, parts: readonly Amount[]): TextSum {
  const printed = ({ inline: { text, value } }: Amount) => new Decimal(text.replace(/,/g, '')).abs().times(value.startsWith('-') ? -1 : 1);
  return {
    total: total.inline,
    parts: parts.map(({ inline }) => inline),
    printedTotal: printed(total),
    printedParts: sum(parts.map(printed)),
  };
}
