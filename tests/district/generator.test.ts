import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { Budget } from '../../src/budget/budget.js';
import { type DepartmentFacts, type District, generateDistrict } from '../support/district/generate-district.js';
import { type Built, buildDistrict } from './build-district.js';

const SIXTY = { seed: 1, departments: 60 } as const;
const district = generateDistrict(SIXTY);

describe('the same seed', () => {
  it('gives the same bytes', () => {
    expect(generateDistrict(SIXTY).files).toEqual(district.files);
  });

  it('gives the same department, however many others there are', () => {
    const few = generateDistrict({ ...SIXTY, departments: 5 }).files.filter(({ path }) => !path.includes('单位'));
    expect(district.files).toEqual(expect.arrayContaining(few));
  });

  it('gives another district than another seed', () => {
    const other = generateDistrict({ ...SIXTY, seed: 2 });
    const texts = new Set(district.files.map(({ text }) => text));
    expect(other.files.filter(({ text }) => texts.has(text))).toEqual([]);
  });
});

test('another year, and a district of small departments, on demand', () => {
  const { files, departments } = generateDistrict({ seed: 1, departments: 6, year: 2025, projects: 10 });
  expect(files.every(({ path }) => path.startsWith('2025/'))).toBe(true);
  expect(Math.max(...departments.map((one) => one.projects))).toBeLessThan(60);
});

describe('sixty departments', () => {
  const built = [...buildDistrict(district)];

  it('and their units are built without a finding', () => {
    expect(built).toHaveLength(district.files.length - 1);
    expect(built.flatMap((one) => one.findings)).toEqual([]);
    expect(built.filter((one) => !one.document)).toEqual([]);
  });

  it('have the figures that the generator knows, to the 分', () => {
    for (const one of built) expect(budgetFacts(one), one.facts.path).toEqual(expectedFacts(one.facts));
  });

  it('are the sum of the district', () => {
    const computed = built
      .filter((one) => district.departments.includes(one.facts))
      .map((one) => fen(budgetOf(one), { cube: '收入', where: {} }));
    const expected = district.departments.map((one) => one.revenue);
    expect(sum(computed)).toBe(sum(expected));
  });
});

test.each([2, 3])('of seed %i too: every twelfth department', (seed) => {
  const built = [...buildDistrict(generateDistrict({ seed, departments: 60 }), 'shanxi', (index) => index % 12 === seed)];
  expect(built.length).toBeGreaterThan(4);
  expect(built.flatMap((one) => one.findings)).toEqual([]);
});

describe('a district has what real ones have', () => {
  const texts = departmentTexts(district);
  const trees = texts.map((text) => parse(text) as Tree);
  const some = (what: (tree: Tree) => boolean) => trees.filter(what).length;

  it('all kinds of units, and both units of money', () => {
    for (const kind of ['行政', '参公', '事业']) expect(some((tree) => tree.部门.单位性质 === kind)).toBeGreaterThan(5);
    for (const unit of ['元', '万元']) expect(some((tree) => tree.金额单位 === unit)).toBeGreaterThan(5);
  });

  it('member units with files and without, one department with four', () => {
    expect(some((tree) => unitsOf(tree).some((unit) => unit.定义))).toBeGreaterThan(3);
    expect(some((tree) => unitsOf(tree).some((unit) => !unit.定义))).toBeGreaterThan(3);
    expect(some((tree) => unitsOf(tree).length === 4)).toBeGreaterThan(0);
    expect(some((tree) => tree.机关运行经费?.单位 !== undefined)).toBeGreaterThan(1);
  });

  it('every fund, 上年结转 and 年终结转', () => {
    for (const fund of ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金', '上年结转'])
      expect(
        some((tree) => tree.收入[fund] !== undefined),
        fund,
      ).toBeGreaterThan(0);
    expect(some((tree) => tree.年终结转 !== undefined)).toBeGreaterThan(2);
    for (const source of ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'])
      expect(
        texts.some((text) => text.includes(`${source}:`)),
        source,
      ).toBe(true);
  });

  it('changes of every direction, “三公” of every item, and departments without', () => {
    expect(some((tree) => Object.keys(tree.上年预算).join() === '其余')).toBe(1);
    expect(some((tree) => tree.增减原因 === undefined)).toBeGreaterThan(0);
    expect(some((tree) => tree.三公经费 === '无')).toBeGreaterThan(0);
    for (const item of ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'])
      expect(
        some((tree) => hasAmount(threePublicOf(tree)[item]?.本年)),
        item,
      ).toBeGreaterThan(0);
    expect(some((tree) => Object.values(threePublicOf(tree)).some((item) => item.本年 === '无' && item.上年 !== '无'))).toBeGreaterThan(0);
    expect(some((tree) => Object.values(threePublicOf(tree)).some((item) => item.本年 !== '无' && item.上年 === '无'))).toBeGreaterThan(0);
    const reasons = trees.flatMap((tree) => Object.values(tree.增减原因 ?? {}));
    expect(new Set(reasons).size).toBeGreaterThan(100);
  });

  it('vehicles, 政府采购 with what is reserved, 政府购买服务, 其他说明', () => {
    for (const key of ['政府采购', '政府采购预留', '政府购买服务', '其他说明', '机构设置', '项目'])
      for (const there of [true, false])
        expect(
          some((tree) => hasAmount(tree[key]) === there),
          `${key} ${there}`,
        ).toBeGreaterThan(0);
    for (const there of [true, false]) expect(some((tree) => hasAmount(tree.国有资产.车辆) === there)).toBeGreaterThan(5);
    expect(some((tree) => hasAmount(tree.国有资产.计划购置))).toBeGreaterThan(2);
  });

  it('hundreds of projects, most of them with a form in the largest department', () => {
    const [largest] = district.departments;
    expect(largest?.projects).toBeGreaterThanOrEqual(400);
    expect(largest?.forms).toBeGreaterThan(220);
    expect(district.departments.filter((one) => one.projects > 89).length).toBeGreaterThan(3);
    expect(district.departments.filter((one) => one.projects === 0).length).toBeGreaterThan(0);
    for (const words of ['实施期值', '中央财政资金', '延续性项目', '生态效益', '负责人'])
      expect(
        texts.some((text) => text.includes(words)),
        words,
      ).toBe(true);
  });

  it('names of all lengths, rare characters, and codes that the lists lack', () => {
    const names = trees.flatMap((tree) => (tree.项目 ?? []).map(({ 名称 }) => [...名称].length));
    expect([Math.min(...names) < 16, Math.max(...names) > 70, names.includes(40)]).toEqual([true, true, true]);
    for (const character of '㛃䶮𠮷')
      expect(
        texts.some((text) => text.includes(character)),
        character,
      ).toBe(true);
    expect(trees.flatMap((tree) => tree.支出).some((leaf) => [...(leaf.名称 ?? '')].length === 40)).toBe(true);
    const confirmed = new Set(trees.flatMap((tree) => tree.已确认的提醒 ?? []).map((one) => one.检查));
    expect([...confirmed].sort()).toEqual(['codes-confirmed', 'last-year-published', 'last-year-stated', 'not-printed', 'secrecy-words']);
  });
});

type None = '无';
interface ThreePublic {
  readonly 本年: unknown;
  readonly 上年: unknown;
}

/** More than the word that there is none. */
const hasAmount = (value: unknown): boolean => value !== undefined && value !== '无';
const unitsOf = ({ 部门: { 所属单位: units } }: Tree) => (units === '无' ? [] : units);
const threePublicOf = ({ 三公经费: section }: Tree): Readonly<Record<string, ThreePublic>> => {
  if (section === '无') return {};
  const { 其余: _, ...items } = section;
  return items;
};

interface Tree {
  readonly [key: string]: unknown;
  readonly 金额单位: string;
  readonly 部门: { readonly 单位性质: string; readonly 所属单位: None | readonly { readonly 定义?: string }[] };
  readonly 收入: Readonly<Record<string, unknown>>;
  readonly 支出: readonly { readonly 名称?: string }[];
  readonly 项目?: readonly { readonly 名称: string }[];
  readonly 三公经费: None | (Readonly<Record<string, ThreePublic>> & { readonly 其余?: None });
  readonly 机关运行经费?: { readonly 单位?: unknown };
  readonly 上年预算: object;
  readonly 增减原因?: Readonly<Record<string, string>>;
  readonly 国有资产: { readonly 车辆?: unknown; readonly 计划购置?: unknown };
  readonly 已确认的提醒?: readonly { readonly 检查: string }[];
}

/** Departments' files, without the units' and the district's. */
function departmentTexts({ files, departments }: District): string[] {
  const paths = new Set(departments.map(({ path }) => path));
  return files.filter(({ path }) => paths.has(path)).map(({ text }) => text);
}

function budgetOf({ budget, facts }: Built): Budget {
  if (!budget) throw new Error(`${facts.path} has no budget`);
  return budget;
}

type Query = Parameters<Budget['total']>[0];
const fen = (budget: Budget, query: Query): bigint => BigInt(budget.total(query).value.times(100).toFixed());
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** The same figures, from the program's fact tables. */
function budgetFacts(built: Built) {
  const budget = budgetOf(built);
  const fund = (资金: string, 时段: string) => fen(budget, { cube: '收入', where: { 资金, 时段 } });
  return {
    revenue: fen(budget, { cube: '收入', where: {} }),
    byFund: Object.fromEntries(
      Object.keys(built.facts.byFund).map((name) => [name, { now: fund(name, '当年'), carried: fund(name, '上年结转') }]),
    ),
    basic: fen(budget, { cube: '支出', where: { 性质: '基本支出' } }),
    project: fen(budget, { cube: '支出', where: { 性质: '项目支出' } }),
    surplus: fen(budget, { cube: '年终结转', where: {} }),
    threePublic: fen(budget, { cube: '三公经费', where: { 年份: '本年' } }),
    agency: fen(budget, { cube: '机关运行经费', where: { 年份: '本年' } }),
    procurement: fen(budget, { cube: '政府采购', where: {} }),
  };
}

/** `byKind` is what units of nine tables print: nine-tables.test.ts. */
function expectedFacts({
  byKind: _______,
  path: _,
  code: __,
  name: ___,
  projects: ____,
  forms: _____,
  units: ______,
  ...figures
}: DepartmentFacts) {
  return figures;
}
