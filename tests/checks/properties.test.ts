import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { computeBudget } from '../../src/budget/budget.js';
import { buildFromLoaded } from '../../src/build.js';
import { type CheckReport, runChecks } from '../../src/checks/run-checks.js';
import { parseClassifications } from '../../src/definition/classifications.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { buildTables } from '../../src/tables/build-table.js';
import { CLASSIFICATIONS, PROFILE_FILES } from '../support/build-fixture.js';
import { type RandomBudget, randomBudget, type Tree } from '../support/random-budget.js';

const profile = loadProfile('templates/shanxi', PROFILE_FILES);
const classifications = parseClassifications(CLASSIFICATIONS);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);
vi.setConfig({ testTimeout: 60_000 + RUNS * 300 });

const bytes = (tree: Tree) => new TextEncoder().encode(stringify(tree, { lineWidth: 0 }));

function load({ department, district, units }: RandomBudget) {
  const files = new Map([...units].map(([name, tree]) => [name, { name: `${name}.yaml`, bytes: bytes(tree) }]));
  return loadDefinition({ name: '部门.yaml', bytes: bytes(department) }, { name: '区县.yaml', bytes: bytes(district) }, files);
}

/** Without the document: what the figures and tables alone show. */
function checkFigures(random: RandomBudget) {
  const definition = load(random);
  if (!definition.value || !profile.value) throw new Error(JSON.stringify(definition.diagnostics, null, 1));
  const budget = computeBudget(definition.value, classifications);
  const values = { 年度: '2026', 上年度: '2025', 部门: '乙县某事务局', 地区: '甲市乙县', 级次: '县级' };
  return runChecks({ budget, tables: buildTables(budget, profile.value, values), profile: profile.value });
}

/** A year before of which nothing is stated is asked about; nothing else may be. */
const isAskedAbout = ({ department, units }: RandomBudget) =>
  [department, ...units.values()].every((tree) => !/[1-9]/.test(JSON.stringify(tree.上年预算))) ? ['last-year-stated'] : [];

/** What does not hold, in words. */
const wrong = ({ outcomes }: CheckReport, asked: readonly string[]) =>
  outcomes.flatMap(({ check, outcome }) =>
    outcome.verdict === '不符' && !asked.includes(check.code)
      ? [`${check.code} ${outcome.kind === 'comparison' ? `${outcome.left.label} ${outcome.right.label}` : outcome.message}`]
      : [],
  );

describe('random valid budgets', () => {
  test('give no finding at all, figures, tables and text', () => {
    fc.assert(
      fc.property(randomBudget, (random) => {
        const result = buildFromLoaded({ definition: load(random), profile, classifications });
        const asked = isAskedAbout(random);
        const found = result.diagnostics.filter((one) => !asked.includes(one.code));
        expect(found.map((one) => `${one.code} ${one.message}`)).toEqual([]);
        expect(result.checks && wrong(result.checks, asked)).toEqual([]);
        expect(result.document).toBeDefined();
      }),
      { numRuns: Math.max(50, RUNS / 5) },
    );
  });

  test('rounding never makes a false alarm', () => {
    fc.assert(
      fc.property(randomBudget, (random) => {
        expect(wrong(checkFigures(random), isAskedAbout(random))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Amounts of a tree that have a second view: every one but last year's, assets and procurement. */
function twoSided(tree: Tree): { holder: Record<string | number, unknown>; key: string | number }[] {
  const found: { holder: Record<string | number, unknown>; key: string | number }[] = [];
  const visit = (value: unknown, holder: Record<string | number, unknown>, key: string | number): void => {
    if (typeof value === 'string') {
      if (/^\d+(\.\d+)?$/.test(value) && key !== '科目' && key !== '政府科目') found.push({ holder, key });
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, one] of Object.entries(value)) if (inner !== '绩效目标表') visit(one, value as Record<string, unknown>, inner);
    }
  };
  for (const key of ['收入', '支出', '年终结转', '一般公共预算基本支出', '项目']) if (tree[key] !== undefined) visit(tree[key], tree, key);
  return found;
}

const change = fc.constantFrom('plus one', 'times ten', 'times ten thousand', 'swap digits');

/** A slip of the hand; undefined where it changes nothing. */
function slip(text: string, kind: string): string | undefined {
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
  const at = [...digits].findIndex((digit, index) => index > 0 && digit !== digits[index - 1] && digit !== '0');
  if (at < 1) return undefined;
  return place(digits.slice(0, at - 1) + (digits[at] ?? '') + (digits[at - 1] ?? '') + digits.slice(at + 1));
}

test('a slip in any one stated amount that has a second view is found', () => {
  let tried = 0;
  fc.assert(
    fc.property(randomBudget, change, fc.nat(), (random, kind, number) => {
      const copy = structuredClone({ ...random, units: new Map(random.units) });
      const trees = [copy.department, ...copy.units.values()];
      const places = trees.flatMap(twoSided);
      const place = places[number % places.length];
      const before = place?.holder[place.key] as string;
      const after = slip(before, kind);
      if (!place || after === undefined || after === before || (after.split('.')[0] ?? '').length > 14) return;
      place.holder[place.key] = after;
      tried += 1;
      const { diagnostics } = checkFigures(copy);
      const errors = diagnostics.filter((one) => one.severity === 'error');
      expect(errors, `${place.key}: ${before} → ${after}`).not.toEqual([]);
      for (const one of errors) expect(one.expected === undefined || one.expected !== one.actual).toBe(true);
    }),
    { numRuns: RUNS },
  );
  expect(tried).toBeGreaterThan(RUNS / 3);
});
