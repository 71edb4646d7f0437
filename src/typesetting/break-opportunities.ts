import { createRequire } from 'node:module';
import { remembering } from '../plain/objects.js';

/** linebreak 1.1.0 ships no types: the part of it that is used. */
interface LineBreaker {
  /** The next place where a line may or must end: an offset in UTF-16 units; null after the last. */
  nextBreak(): { readonly position: number } | null;
}

// Required, not imported: pdfkit requires the CommonJS build, and a second copy would cost time at every start.
const LineBreaker = createRequire(import.meta.url)('linebreak') as new (text: string) => LineBreaker;

/**
 * UAX #14 calls “ and ” ambiguous and glues them on both sides («要“只»). In Chinese they are brackets,
 * so the breaker sees brackets of the same length in their place.
 */
const BRACKETS_FOR_QUOTES: Readonly<Record<string, string>> = { '“': '「', '‘': '「', '”': '」', '’': '」' };

/**
 * GB/T 15834-2011 §5.1: marks that never begin a line, beyond those that UAX #14 already keeps. A dash joins what is before
 * it to what follows (§5.1.6).
 */
const NEVER_FIRST: ReadonlySet<string> = new Set('—、，。．·：；！？）］｝〉》」』】〕〗”’％‰℃°′″～－/…,.:;!?)]}%');

/** Marks that never end a line. */
const NEVER_LAST = new Set('（［｛〈《「『【〔〖“‘￥¥$(［[{');

/**
 * Words of measure that stay with their number; longest first. A figure torn from its unit («0万 / 元») is
 * misread, and the clerk who copies it drops the unit.
 */
const UNIT =
  /[0-9%％](万元|亿元|千元|百元|平方米|平方公里|立方米|公里|千米|公顷|小时|工作日|个月|人次|辆次|批次|场次|项次|万人|万户|元|个|米|年|月|日|号|天|人|名|辆|台|套|次|批|项|户|家|张|件|份|吨|亩|倍|分|处|所|座|场|期|岁|周|位|条|款|类|章|页|只|间|组|科|室|级|股|支|本|部|村|镇|县|省|市|万|亿)/g;

/** «第106项» is one word. */
const ORDINAL = /第[0-9]/g;

/** Where lines may end: `strict` is what a good page uses, `loose` what a too narrow column falls back to. */
export interface BreakOpportunities {
  readonly strict: ReadonlySet<number>;
  readonly loose: ReadonlySet<number>;
}

/** True where marks around `offset` let a line end there. */
export function marksAllow(text: string, offset: number): boolean {
  return !NEVER_FIRST.has(text[offset] ?? '') && !NEVER_LAST.has(text[offset - 1] ?? '');
}

function gluedOffsets(text: string): Set<number> {
  const glued = new Set<number>();
  for (const pattern of [UNIT, ORDINAL]) {
    for (const match of text.matchAll(pattern)) {
      const last = match.index + match[0].length;
      for (let offset = match.index + 1; offset < last; offset++) glued.add(offset);
    }
  }
  return glued;
}

/** They depend on the text alone, which is broken for several widths and by several programs' habits: remembered up to a bound. */
const known = remembering<BreakOpportunities>(5_000);

/** Every offset of `text` where a line may end, its own end left out. */
export const breakOpportunities = (text: string): BreakOpportunities => known(text, () => findOpportunities(text));

function findOpportunities(text: string): BreakOpportunities {
  const strict = new Set<number>();
  const loose = new Set<number>();
  const glued = gluedOffsets(text);
  const breaker = new LineBreaker(text.replace(/[“”‘’]/g, (quote) => BRACKETS_FOR_QUOTES[quote] ?? quote));
  for (let next = breaker.nextBreak(); next !== null && next.position < text.length; next = breaker.nextBreak()) {
    if (!marksAllow(text, next.position)) continue;
    loose.add(next.position);
    if (!glued.has(next.position)) strict.add(next.position);
  }
  return { strict, loose };
}
