import type { Budget } from '../../budget/budget.js';
import type { Cube } from '../../budget/cubes/index.js';
import { countFigure, type Figure, sumFigure } from '../../budget/figure.js';
import { listProjects } from '../../budget/list-projects.js';
import type { Query } from '../../budget/query.js';
import { yearOf } from '../../definition/dates.js';
import { FUNDS, UNIT_FUND_SOURCES } from '../../definition/schema/funds.js';
import {
  EXPENDITURE_NATURES,
  OTHER_ASSETS,
  PLANNED_VEHICLES,
  PROCUREMENT_KINDS,
  PROCUREMENT_RESERVES,
  type REASONS,
  THREE_PUBLIC_ITEMS,
} from '../../definition/schema/kinds.js';
import { Decimal } from '../../money/decimal.js';
import { compareStatements } from './compare-statements.js';
import { type BudgetComparison, type ComparisonTable, comparisonTable, type FigurePair } from './comparison.js';

/** What is new, gone and changed from one year's budget of a department to the next, and which changes lack a reason. */
export function compareBudgets(current: Budget, previous: Budget): BudgetComparison {
  const { department, district } = current.definition;
  return {
    code: department.部门.代码,
    name: department.部门.名称,
    currentYear: yearOf(district),
    previousYear: yearOf(previous.definition.district),
    tables: [totals, bySource, byFund, byItem, byEconomic, compareProjects, threePublic, agencyFunds, procurement, assets, units].map(
      (compare) => compare(current, previous),
    ),
    statements: compareStatements(current, previous),
  };
}

type Where = Query['where'];
type ReasonKey = (typeof REASONS)[number];

/** The same query of both budgets, with the reason that the current definition gives. */
function pair(name: string, budgets: readonly [Budget, Budget], cube: Cube, where: Where = {}, reasonKey?: ReasonKey): FigurePair {
  const [current, previous] = budgets.map((budget) => budget.total({ cube, where })) as [Figure, Figure];
  return { name, current, previous, ...(reasonKey && { reason: budgets[0].definition.department.增减原因?.[reasonKey] }) };
}

function totals(...budgets: [Budget, Budget]): ComparisonTable {
  const together = (name: string, cubes: readonly Cube[], reasonKey: ReasonKey): FigurePair => {
    const sum = (budget: Budget) =>
      sumFigure(
        { id: name, label: name },
        cubes.map((cube) => budget.total({ cube, where: {} })),
        'yuan',
      );
    return { ...pair(name, budgets, '收入', {}, reasonKey), current: sum(budgets[0]), previous: sum(budgets[1]), needsReason: true };
  };
  return comparisonTable('收支总额', [
    together('收入总计', ['收入'], '收入'),
    pair('本年收入', budgets, '收入', { 时段: '当年' }),
    pair('上年结转收入', budgets, '收入', { 时段: '上年结转' }),
    together('支出总计', ['支出', '年终结转'], '支出'),
    ...EXPENDITURE_NATURES.map((nature) => pair(nature, budgets, '支出', { 性质: nature })),
    pair('年终结转', budgets, '年终结转'),
  ]);
}

/** Income by fund, and by what the funds come from where that is stated. */
function bySource(...budgets: [Budget, Budget]): ComparisonTable {
  const funds = FUNDS.flatMap((fund) => [
    pair(fund, budgets, '收入', { 资金: fund, 时段: '当年' }),
    pair(`${fund}（上年结转）`, budgets, '收入', { 资金: fund, 时段: '上年结转' }),
  ]);
  const sources = UNIT_FUND_SOURCES.map((source) => pair(`单位资金：${source}`, budgets, '收入', { 资金: '单位资金', 来源: source }));
  return comparisonTable('收入，按来源', [...funds, ...sources]);
}

function byFund(...budgets: [Budget, Budget]): ComparisonTable {
  const current = FUNDS.map((fund) =>
    pair(fund, budgets, '支出', { 资金: fund, 时段: '当年' }, fund === '一般公共预算' ? '一般公共预算支出' : undefined),
  );
  const carried = FUNDS.map((fund) => pair(`${fund}（上年结转）`, budgets, '支出', { 资金: fund, 时段: '上年结转' }));
  return comparisonTable('支出，按资金来源', [...current, ...carried]);
}

function byItem(...budgets: [Budget, Budget]): ComparisonTable {
  return byCode('支出，按功能分类（项）', '支出', budgets, (budget, code) => budget.names.functional(code));
}

function byEconomic(...budgets: [Budget, Budget]): ComparisonTable {
  return byCode('一般公共预算基本支出，按经济分类（款）', '基本支出经济分类', budgets, (budget, code) =>
    budget.names.departmentEconomic(code),
  );
}

/** A code has its name from the newer catalogue, or from the older where the newer has it no more. */
function byCode(title: string, cube: Cube, budgets: [Budget, Budget], nameOf: (budget: Budget, code: string) => string): ComparisonTable {
  const codes = new Set(budgets.flatMap((budget) => budget.facts(cube).flatMap(({ dimensions }) => dimensions.科目 ?? [])));
  const name = (code: string) => budgets.map((budget) => nameOf(budget, code)).find((each) => each !== code) ?? code;
  return comparisonTable(
    title,
    [...codes].sort().map((code) => ({ code, ...pair(name(code), budgets, cube, { 科目: code }) })),
  );
}

function threePublic(...budgets: [Budget, Budget]): ComparisonTable {
  const items = THREE_PUBLIC_ITEMS.map((item) => ({
    ...pair(item, budgets, '三公经费', { 三公项目: item, 年份: '本年' }, item),
    needsReason: true,
  }));
  return comparisonTable('“三公”经费', [pair('合计', budgets, '三公经费', { 年份: '本年' }), ...items]);
}

function agencyFunds(...budgets: [Budget, Budget]): ComparisonTable {
  return comparisonTable('机关运行经费', [
    { ...pair('机关运行经费', budgets, '机关运行经费', { 年份: '本年' }, '机关运行经费'), needsReason: true },
  ]);
}

function procurement(...budgets: [Budget, Budget]): ComparisonTable {
  const kinds = PROCUREMENT_KINDS.map((kind) => pair(kind, budgets, '政府采购', { 种类: kind }));
  const reserves = PROCUREMENT_RESERVES.map((kind) => pair(`${kind}预留`, budgets, '政府采购预留', { 种类: kind }));
  return comparisonTable('政府采购', [pair('合计', budgets, '政府采购'), ...kinds, ...reserves]);
}

/** Every kind that either year states: what one of them does not have is 0 there. */
function assets(...budgets: [Budget, Budget]): ComparisonTable {
  const kindsIn = (cube: Cube) => [
    ...new Set(budgets.flatMap((budget) => budget.facts(cube).flatMap(({ dimensions }) => dimensions.种类 ?? []))),
  ];
  const vehicles = [{ ...pair('实有车辆', budgets, '车辆'), measure: '辆' }];
  const ofKind = kindsIn('车辆').map((kind) => ({ ...pair(kind, budgets, '车辆', { 种类: kind }), measure: '辆' }));
  const others = kindsIn('资产').map((kind) => ({
    ...pair(kind, budgets, '资产', { 种类: kind }),
    measure: OTHER_ASSETS[kind] ?? '台（套）',
  }));
  const planned = kindsIn('计划购置').map((kind) => ({
    ...pair(`计划购置${kind}`, budgets, '计划购置', { 种类: kind }),
    measure: kind === PLANNED_VEHICLES ? '辆' : '台（套）',
  }));
  return comparisonTable('国有资产', [...vehicles, ...ofKind, ...others, ...planned]);
}

/** Member units by name: one that is new or gone. */
function units(...budgets: [Budget, Budget]): ComparisonTable {
  const listed = budgets.map(({ definition }) => (definition.department.部门.所属单位 ?? []).map((unit) => unit.名称)) as [
    string[],
    string[],
  ];
  const count = (name: string, names: readonly string[]): Figure =>
    countFigure({ id: `所属单位/${name}`, label: name }, [], new Decimal(names.includes(name) ? 1 : 0));
  const names = [...new Set(listed.flat())];
  return comparisonTable(
    '所属单位',
    names.map((name) => ({ name, current: count(name, listed[0]), previous: count(name, listed[1]), measure: '家' })),
  );
}

/** Projects by unit and name; one whose name only moved on with the year is the same project. */
function compareProjects(current: Budget, previous: Budget): ComparisonTable {
  const now = projectsOf(current);
  const before = movedOn(projectsOf(previous), now, yearOf(previous.definition.district), yearOf(current.definition.district));
  const none = sumFigure({ id: '无此项目', label: '无此项目' }, [], 'yuan');
  const pairs = [...new Set([...now.keys(), ...before.keys()])].map((key) => {
    const [one, other] = [now.get(key), before.get(key)];
    return { name: one?.name ?? other?.name ?? key, current: one?.amount ?? none, previous: other?.amount ?? none };
  });
  return comparisonTable('项目', pairs);
}

interface NamedProject {
  readonly name: string;
  readonly amount: Figure;
}

/** 2025年网站运维费 becomes 2026年网站运维费 where this year has one of that name, and last year had not. */
function movedOn(before: Map<string, NamedProject>, now: Map<string, NamedProject>, from: string, to: string): Map<string, NamedProject> {
  const moved = (key: string): string => {
    const next = key.replaceAll(from, to);
    return !now.has(key) && now.has(next) && !before.has(next) ? next : key;
  };
  return new Map([...before].map(([key, project]) => [moved(key), project]));
}

/** Several projects of one unit under one name count together. */
function projectsOf(budget: Budget): Map<string, NamedProject> {
  const groups = new Map<string, { name: string; amounts: Figure[] }>();
  for (const { key, name: stated, unit } of listProjects(budget.definition)) {
    const name = unit === budget.definition.department.部门.名称 ? stated : `${stated}（${unit}）`;
    const id = `${unit}/${stated}`;
    const group = groups.get(id) ?? { name, amounts: [] };
    group.amounts.push(budget.total({ cube: '项目支出', where: { 项目: key } }));
    groups.set(id, group);
  }
  return new Map([...groups].map(([id, { name, amounts }]) => [id, { name, amount: sumFigure({ id, label: name }, amounts, 'yuan') }]));
}
