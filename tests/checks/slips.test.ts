import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Decimal } from '../../src/money/decimal.js';
import { buildDocument } from '../../src/pipeline.js';
import { compareWithPreviousYear } from '../../src/previous-year/compare-with-previous-year.js';
import { previousYearFigures } from '../../src/previous-year/previous-year.js';
import { AMOUNT_PATHS as PATHS } from '../support/amount-paths.js';
import { checkFigures, classifications, loadRandom, profile } from '../support/check-figures.js';
import { type RandomBudget, randomBudget, type Tree } from '../support/random-budget.js';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);
vi.setConfig({ testTimeout: 60_000 + RUNS * 600 });

/** Amounts of which a second statement exists, and what states it. */
const TWO_VIEWS: readonly (readonly [pattern: RegExp, view: string])[] = [
  [/^收入\//, '支出 of the same fund'],
  [/^支出\//, '收入 of the same fund; 一般公共预算基本支出; 项目'],
  [/^年终结转\//, '收入 less 支出'],
  [/^一般公共预算基本支出\//, '支出 by function'],
  [/^项目\/资金\//, '支出 by function'],
  [/^项目\/绩效目标表\/年度资金来源\//, '资金 of the project, where 市县（区）财政资金 is written'],
  [/^项目\/绩效目标表\/实施期资金来源\//, '资金 of the project, where it lasts one year'],
  [/^机关运行经费\/单位\/本年\/一般公共预算/, '公用经费, where every unit is an agency'],
  [/^三公经费\/.*\/本年\/一般公共预算/, '核对数, where they are filled in'],
  [/^政府采购\//, '核对数, where they are filled in'],
  [/^核对数\//, 'what is computed'],
];

/** Amounts that nothing else in the file states, and why no check can find a slip in them. */
const ONE_VIEW: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^上年预算(?:\/|$)/, 'only last year’s file states it: the test with such a file is below'],
  [/^上年支出(?:\/|$)/, 'only last year’s file states it, which is where it is taken from unless it is typed'],
  [/^项目\/上年资金(?:\/|$)/, 'only last year’s file states it, which is where it is taken from unless it is typed'],
  [/^上年执行(?:数|支出)(?:\/|$)/, 'last year’s file does not state what was carried out'],
  [/^三公经费\/.*\/上年(?:\/|$)/, 'only last year’s file states it: the test with such a file is below'],
  [/^机关运行经费\/上年$/, 'only last year’s file states it: the test with such a file is below'],
  [/^三公经费\/.*\/本年\/(?:政府性基金预算|国有资本经营预算)$/, 'paid from project money, of which no economic item is published'],
  [/^机关运行经费\/单位\/本年\/(?:政府性基金预算|国有资本经营预算)$/, '公用经费 by economic item are of 一般公共预算 only'],
  [/^公布数\//, 'only the published tables state it; beyond rounding, published-totals-within-rounding finds a slip'],
  [/^政府采购预留\//, 'the approval gives no total: procurement-reserve-within only finds what is too large'],
];

test('every amount of the definition is held against another statement, or it is said why it cannot be', () => {
  expect(PATHS.length).toBeGreaterThan(100);
  const views = PATHS.map((path) => [path, [...TWO_VIEWS, ...ONE_VIEW].filter(([pattern]) => pattern.test(path)).length] as const);
  expect(views.filter(([, count]) => count !== 1)).toEqual([]);
  const used = [...TWO_VIEWS, ...ONE_VIEW].filter(([pattern]) => PATHS.some((path) => pattern.test(path)));
  expect(used).toHaveLength(TWO_VIEWS.length + ONE_VIEW.length);
});

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: string;
}

/** Every amount that a tree states. */
function amountsOf(tree: unknown, path: readonly string[] = []): Place[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([step, value]) => {
    const inside = Array.isArray(tree) ? path : [...path, step];
    const found = inside.join('/');
    if (typeof value !== 'string') return amountsOf(value, inside);
    return PATHS.includes(found) ? [{ holder: tree as Record<string, unknown>, key: step, path: found }] : [];
  });
}

const change = fc.constantFrom('plus one', 'times ten', 'times ten thousand', 'by ten thousand', 'swap digits', 'drop sign');

/** A slip of the hand; undefined where it changes nothing. */
function slip(typed: string, kind: string): string | undefined {
  if (typed.startsWith('-')) {
    const positive = slip(typed.slice(1), kind);
    return kind === 'drop sign' ? typed.slice(1) : positive && `-${positive}`;
  }
  if (kind === 'drop sign') return undefined;
  return slipDigits(typed, kind);
}

function slipDigits(text: string, kind: string): string | undefined {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole + fraction.padEnd(fraction.length, '0');
  const place = (value: string) => {
    const padded = value.padStart(fraction.length + 1, '0');
    const left = padded.slice(0, padded.length - fraction.length).replace(/^0+(?=\d)/, '');
    return fraction === '' ? left : `${left}.${padded.slice(-fraction.length)}`;
  };
  if (kind === 'plus one') return place((BigInt(digits) + 1n).toString());
  if (kind === 'times ten') return place((BigInt(digits) * 10n).toString());
  if (kind === 'times ten thousand') return place((BigInt(digits) * 10_000n).toString());
  if (kind === 'by ten thousand') return BigInt(digits) % 10_000n === 0n ? place((BigInt(digits) / 10_000n).toString()) : undefined;
  const at = [...digits].findIndex((digit, index) => index > 0 && digit !== digits[index - 1] && digit !== '0');
  if (at < 1) return undefined;
  return place(digits.slice(0, at - 1) + (digits[at] ?? '') + (digits[at - 1] ?? '') + digits.slice(at + 1));
}

const isTyped = (text: string | undefined): text is string => text !== undefined && (text.split('.')[0] ?? '').length <= 14;

/** A view may be missing from one file: 核对数, and 机关运行经费 beside a unit that has none. */
function hasView({ path }: Place, { department, units }: RandomBudget): boolean {
  if (groupOf(path) === -1) return false;
  const trees = [department, ...units.values()];
  const total = /^政府采购/.test(path) ? '政府采购合计' : /^三公经费/.test(path) ? '三公经费合计' : undefined;
  if (total !== undefined) return trees.every((tree) => (tree.核对数 as Tree | undefined)?.[total] !== undefined);
  const agencies = trees.every((tree) => (tree.部门 as Tree).单位性质 !== '事业');
  return agencies || !path.startsWith('机关运行经费');
}

const groupOf = (path: string) => TWO_VIEWS.findIndex(([pattern]) => pattern.test(path));

test('a slip in any one stated amount that has a second view is found, as an error', () => {
  const tried = TWO_VIEWS.map(() => 0);
  fc.assert(
    fc.property(randomBudget, change, fc.nat(), (random, kind, number) => {
      const copy = structuredClone({ ...random, units: new Map(random.units) });
      const places = [copy.department, ...copy.units.values()].flatMap((tree) => amountsOf(tree)).filter((place) => hasView(place, copy));
      // What was tried least comes first: each kind of amount gets its turn.
      const least = Math.min(...places.map(({ path }) => tried[groupOf(path)] ?? 0));
      const turn = places.filter(({ path }) => tried[groupOf(path)] === least);
      const place = turn[number % turn.length];
      const before = String(place?.holder[place.key]);
      const after = slip(before, kind);
      if (!place || !isTyped(after) || after === before) return;
      place.holder[place.key] = after;
      tried[groupOf(place.path)] = least + 1;
      const errors = checkFigures(copy).diagnostics.filter((one) => one.severity === 'error');
      expect(errors, `${place.path}: ${before} → ${after}`).not.toEqual([]);
      for (const one of errors) expect(one.expected === undefined || one.expected !== one.actual).toBe(true);
    }),
    { numRuns: RUNS },
  );
  expect(tried.filter((count) => count === 0)).toEqual([]);
});

/** This year's figures of last year, as last year's file has them. */
function withPrevious(random: RandomBudget, previous: RandomBudget): RandomBudget {
  const { department } = structuredClone(random);
  const definition = loadRandom(previous).value;
  if (!definition) throw new Error('no definition');
  const figures = previousYearFigures(definition, classifications);
  const unit = String(department.金额单位);
  const text = (value: unknown): unknown =>
    value instanceof Decimal
      ? (unit === '万元' ? value.div(10_000) : value).toFixed()
      : Object.fromEntries(Object.entries(value as Tree).map(([key, one]) => [key, text(one)]));
  department.上年预算 = text(figures.上年预算);
  const three = (department.三公经费 ?? {}) as Record<string, Tree>;
  for (const [item, one] of Object.entries(three)) one.上年 = text(figures.三公经费上年[item] ?? new Decimal(0));
  const agency = department.机关运行经费 as Tree | undefined;
  if (agency) agency.上年 = text(figures.机关运行经费上年 ?? new Decimal(0));
  return { ...random, department };
}

const single = randomBudget.filter(({ units }) => units.size === 0);
const isAgency = ({ department }: RandomBudget) => (department.部门 as Tree).单位性质 !== '事业';

describe('with last year’s file', () => {
  const contradictions = (random: RandomBudget, previous: RandomBudget) => {
    const [now, before] = [loadRandom(random), loadRandom(previous)];
    if (!now.value || !before.value) throw new Error(JSON.stringify(now.diagnostics));
    return compareWithPreviousYear(now.value, { definition: before.value, classifications }).diagnostics;
  };

  test('its figures are confirmed, and a slip in any one of them is found (N-5)', () => {
    let tried = 0;
    fc.assert(
      fc.property(single, single.filter(isAgency), change, fc.nat(), (random, before, kind, number) => {
        fc.pre(isAgency(random));
        const right = withPrevious(random, before);
        expect(contradictions(right, before)).toEqual([]);
        const places = amountsOf(right.department).filter(({ path }) => /上年(?:预算|$)/.test(path.split('/上年结转')[0] ?? ''));
        const place = places[number % places.length];
        const typed = String(place?.holder[place.key]);
        const after = slip(typed, kind);
        if (!place || !isTyped(after) || after === typed) return;
        place.holder[place.key] = after;
        tried += 1;
        expect(contradictions(right, before), `${place.path}: ${typed} → ${after}`).toHaveLength(1);
      }),
      { numRuns: Math.max(40, RUNS / 5) },
    );
    expect(tried).toBeGreaterThan(10);
  });

  test('the check says that they agree, or that they do not', () => {
    const [random, before] = fc.sample(single.filter(isAgency), { numRuns: 2, seed: 5 });
    if (!random || !before) throw new Error('no sample');
    const outcomes = (one: RandomBudget) => {
      const previous = { definition: loadRandom(before).value, classifications };
      if (!previous.definition) throw new Error('no definition');
      const input = { definition: loadRandom(one), profile, classifications, previous: { ...previous, definition: previous.definition } };
      const { checks } = buildDocument(input);
      return checks?.outcomes.flatMap(({ check, outcome }) => (check.code === 'last-year-published' ? [outcome.verdict] : []));
    };
    const right = withPrevious(random, before);
    expect(outcomes(right)).toEqual(['符合']);
    right.department.上年预算 = { 一般公共预算: '1' };
    expect(outcomes(right)).toEqual(['不符']);
  });
});
