import { createRequire } from 'node:module';
import type { AST } from '@eslint-community/regexpp';
import { text } from '../definition/fields.js';

/** Characters of a pattern; the longest that profiles use has some sixty. */
export const MAX_PATTERN_CHARACTERS = 300;
/** Ways in which a pattern may try one place of a text. */
export const MAX_PATTERN_WAYS = 1000;
/** Characters that a `*` or `+` may take: without an end, each place of a long text would be tried to its end. */
export const MAX_PATTERN_SPAN = 200;

/** A wording as profiles write it: a plain text, or a regular expression between slashes that can be trusted with any text. */
export const wordPattern = (label: string) =>
  text(label).superRefine((written, context) => {
    const reason = refusalOfPattern(written);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: `的正则表达式${reason}`, params: { hint: HINT } });
  });

const HINT = '正则表达式写在两条斜线之间，如 /通知(?:单|书)/；不用正则表达式的，直接写文字。';

/** The expression between slashes; nothing where a plain text is written. */
const expressionIn = (written: string): string | undefined => /^\/(.+)\/$/.exec(written)?.[1];

/** The regular expression that finds a wording. */
export function patternOf(written: string): RegExp {
  const source = expressionIn(written);
  if (source === undefined) return new RegExp(written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'gu');
  return new RegExp(withinSpan(source), 'gu');
}

/** Gives each repetition without an end one. */
function withinSpan(source: string): string {
  if (!/[*+]|,\}/.test(source)) return source;
  const ends: Array<readonly [start: number, end: number, min: number]> = [];
  const { RegExpParser, visitRegExpAST } = regexpp();
  visitRegExpAST(new RegExpParser().parsePattern(source, 0, source.length, { unicode: true }), {
    onQuantifierLeave: ({ element, end, greedy, min, max }) => {
      if (max === Number.POSITIVE_INFINITY) ends.push([element.end, greedy ? end : end - 1, min]);
    },
  });
  return ends
    .sort(([one], [other]) => other - one)
    .reduce((text, [start, end, min]) => `${text.slice(0, start)}{${min},${Math.max(min, MAX_PATTERN_SPAN)}}${text.slice(end)}`, source);
}

/** Why an expression is not taken; nothing where it is fine, or none is written. */
export function refusalOfPattern(written: string): string | undefined {
  const source = expressionIn(written);
  if (source === undefined) return refusalOfText(written);
  if (source.length > MAX_PATTERN_CHARACTERS) return `有 ${source.length} 个字符，超过 ${MAX_PATTERN_CHARACTERS} 个`;
  const pattern = parse(source);
  if (!pattern) return '写法有误，括号、方括号可能不成对';
  const { least, ways, endless, isNested } = effortOf(pattern.alternatives);
  if (least === 0) return '可以什么也不匹配，到处都会命中';
  if (isNested) return '在“*”“+”里面又有可多可少或可此可彼的写法，遇到长文字会算不完';
  if (endless > 1) return `有 ${endless} 处连用的“*”“+”，遇到长文字会算不完；最多一处，其余写明最多几个字，如 {0,20}`;
  return ways > MAX_PATTERN_WAYS ? '可多可少的写法太多，遇到长文字会算不完' : undefined;
}

/** What was meant for an expression would be looked for as it is typed, and never found. */
function refusalOfText(written: string): string | undefined {
  if (written === '//') return '没有内容';
  const flags = /^\/.+\/([a-z]+)$/.exec(written)?.[1];
  return flags === undefined ? undefined : `后面有“${flags}”：斜线之后不能再写别的`;
}

/** Loaded where a profile has an expression: no other run waits for it. */
const regexpp = () => createRequire(import.meta.url)('@eslint-community/regexpp') as typeof import('@eslint-community/regexpp');

/** As the engine of the oldest supported Node.js takes it, too. */
function parse(source: string): AST.Pattern | undefined {
  try {
    new RegExp(source, 'gu');
    return new (regexpp().RegExpParser)().parsePattern(source, 0, source.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** What matching at one place of a text may cost: an engine that goes back tries every way before it gives up. */
interface Effort {
  /** Characters that are taken at least. */
  readonly least: number;
  readonly ways: number;
  /** Repetitions without an end that follow one another. */
  readonly endless: number;
  /** A repetition without an end over something that has several ways itself: the ways multiply with each character. */
  readonly isNested: boolean;
}

const ONE: Effort = { least: 1, ways: 1, endless: 0, isNested: false };
const NOTHING: Effort = { ...ONE, least: 0 };

/** Of alternatives: where they begin with different characters, only one of them can go on. */
function effortOf(alternatives: readonly AST.Alternative[]): Effort {
  const each = alternatives.map(({ elements }) => elements.map(effortOfElement).reduce(inTurn, NOTHING));
  const ways = each.map((effort) => effort.ways);
  return {
    least: Math.min(...each.map(({ least }) => least)),
    ways: beginDifferently(alternatives) ? Math.max(...ways) : ways.reduce((sum, more) => sum + more, 0),
    endless: Math.max(...each.map(({ endless }) => endless)),
    isNested: each.some(({ isNested }) => isNested),
  };
}

function beginDifferently(alternatives: readonly AST.Alternative[]): boolean {
  const first = alternatives.map(({ elements: [element] }) => (element?.type === 'Character' ? element.value : undefined));
  return !first.includes(undefined) && new Set(first).size === first.length;
}

const inTurn = (one: Effort, next: Effort): Effort => ({
  least: one.least + next.least,
  ways: Math.min(one.ways * next.ways, Number.MAX_SAFE_INTEGER),
  endless: one.endless + next.endless,
  isNested: one.isNested || next.isNested,
});

function effortOfElement(element: AST.Element): Effort {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return effortOf(element.alternatives);
    case 'Assertion':
      return 'alternatives' in element ? { ...effortOf(element.alternatives), least: 0 } : NOTHING;
    case 'Quantifier':
      return effortOfRepetition(element);
    case 'Backreference':
      return NOTHING;
    default:
      return ONE;
  }
}

function effortOfRepetition({ element, min, max }: AST.Quantifier): Effort {
  const inner = effortOfElement(element);
  const least = inner.least * min;
  if (max === Number.POSITIVE_INFINITY) {
    return {
      least,
      ways: Math.max(MAX_PATTERN_SPAN, min) + 1,
      endless: 1,
      isNested: inner.isNested || inner.endless > 0 || inner.ways > 1 || inner.least === 0 || min > MAX_PATTERN_SPAN,
    };
  }
  const ways = Math.min((max - min + 1) * inner.ways ** Math.min(max, 64), Number.MAX_SAFE_INTEGER);
  return { least, ways, endless: inner.endless * max, isNested: inner.isNested };
}
