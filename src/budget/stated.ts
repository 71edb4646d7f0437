import type { Member } from '../definition/definition.js';
import type { DepartmentDefinition } from '../definition/schema/department.js';
import { FISCAL_FUNDS, FUNDS, type UNIT_FUND_SOURCES } from '../definition/schema/funds.js';
import { OTHER_ASSETS, THREE_PUBLIC_ITEMS } from '../definition/schema/kinds.js';
import { Decimal } from '../money/decimal.js';
import type { Cube, Dimension, Fact } from './facts.js';
import type { SourcePath } from './figure.js';
import { expandGroup, type Query } from './query.js';

type Path = SourcePath['path'];
/** Which places of one member's file a query asks for and does not find. */
type Rule = (content: DepartmentDefinition, query: Query, matched: readonly Fact[]) => readonly Path[];

/**
 * What the definition does not say of a query: then its zero is nobody's statement, and no sentence may print it.
 *
 * 收入, 支出 and what balances them say everything by themselves: what they do not list is zero, or the totals would not
 * agree. So does a section of this year that is written. Last year's figures are read off another document and nothing
 * balances them: each is stated by itself.
 */
export function unstatedBy(query: Query, matched: readonly Fact[], members: readonly Member[]): SourcePath[] {
  const rule = RULES[query.cube];
  if (!rule) return [];
  return members.flatMap(({ file, content }) => {
    const own = matched.filter(({ origin }) => origin.kind !== 'stated' || origin.source.file === file);
    return rule(content, query, own).map((path) => ({ file, path }));
  });
}

const written =
  (...path: Path): Rule =>
  (content) =>
    valueAt(content, path) === undefined ? [firstMissing(content, path)] : [];

/** A project without its category belongs to any of them. */
const projectCategory: Rule = ({ 项目: projects = [] }, query) =>
  valuesOf(query, '类别') === undefined
    ? []
    : projects.flatMap((project, index) => (project.类别 === undefined ? [['项目', index, '类别']] : []));

/** Each project says of itself what it had: a new one says 无. */
const lastYearOfProjects: Rule = ({ 项目: projects = [] }, query) => {
  const asked = valuesOf(query, '项目');
  return asked === undefined
    ? projects.flatMap((project, index) => (project.上年资金 === undefined ? [['项目', index, '上年资金']] : []))
    : [];
};

const RULES: Readonly<Partial<Record<Cube, Rule>>> = {
  项目支出: projectCategory,
  三公经费: threePublic,
  机关运行经费: agencyFunds,
  上年预算: lastYear,
  上年执行: written('上年执行数'),
  上年支出: written('上年支出'),
  上年执行支出: written('上年执行支出'),
  上年项目支出: lastYearOfProjects,
  政府采购: written('政府采购'),
  政府采购预留: written('政府采购预留'),
  车辆: written('国有资产', '车辆'),
  资产: assets,
  计划购置: written('国有资产', '计划购置'),
  明细: (content, query) => statedNames(content.明细, query, '明细').map((name) => ['明细', name]),
  自有数据: (content, query) => statedNames(content.自有数据, query, '栏目').map((name) => ['自有数据', name]),
};

/** Of a form's own lists and fields: those that are asked for and not written. */
const statedNames = (section: object | undefined, query: Query, dimension: Dimension): readonly string[] =>
  (valuesOf(query, dimension) ?? []).filter((name) => !Object.hasOwn(section ?? {}, name));

function threePublic({ 三公经费: section }: DepartmentDefinition, query: Query): readonly Path[] {
  if (section === undefined) return [['三公经费']];
  const items = valuesOf(query, '三公项目') ?? THREE_PUBLIC_ITEMS;
  const years = valuesOf(query, '年份') ?? ['本年', '上年'];
  const isListed = THREE_PUBLIC_ITEMS.some((item) => section[item]?.本年 !== undefined);
  const isStated = (item: string, year: string): boolean => {
    const stated = section[item as (typeof THREE_PUBLIC_ITEMS)[number]];
    if (stated === undefined) return year === '本年' && isListed;
    return stated[year as '本年' | '上年'] !== undefined;
  };
  return items.flatMap((item) => years.filter((year) => !isStated(item, year)).map((year) => ['三公经费', item, year]));
}

/** This year's come from 公用经费 or from the units' list; 事业单位 have none, and nobody asks for last year's. */
function agencyFunds({ 部门: self, 机关运行经费: section }: DepartmentDefinition, query: Query): readonly Path[] {
  const asksLastYear = (valuesOf(query, '年份') ?? ['上年']).includes('上年');
  const hasAgency = [self, ...(self.所属单位 ?? []).filter((unit) => unit.定义 === undefined)].some((unit) => unit.单位性质 !== '事业');
  if (!asksLastYear || section?.上年 !== undefined || (!hasAgency && section === undefined)) return [];
  return [section === undefined ? ['机关运行经费'] : ['机关运行经费', '上年']];
}

/** Equipment stands in 设备 or beside it; 设备: 无 states that there is none of any kind. */
function assets({ 国有资产: section }: DepartmentDefinition, query: Query, matched: readonly Fact[]): readonly Path[] {
  if (section === undefined) return [['国有资产']];
  const found = new Set(matched.map(({ dimensions }) => dimensions.种类));
  const hasNone = section.设备 !== undefined && Object.keys(section.设备).length === 0;
  const open = (valuesOf(query, '种类') ?? []).filter((kind) => !found.has(kind) && (kind in OTHER_ASSETS || !hasNone));
  return open.map((kind) => (kind in OTHER_ASSETS || section.设备 === undefined ? ['国有资产', kind] : ['国有资产', '设备', kind]));
}

/** A total is what the section adds up to; a part has to be there, as an amount or as 无. */
function lastYear({ 上年预算: section }: DepartmentDefinition, query: Query, matched: readonly Fact[]): readonly Path[] {
  if (section === undefined) return [['上年预算']];
  if (matched.some((one) => !one.value.isZero())) return [];
  const parts = partsOf(query);
  return parts.filter((part) => !isPartStated(section, part)).map((part) => ['上年预算', ...part]);
}

/** The funds, and the sources of 单位资金, that a query of last year adds up. */
function partsOf(query: Query): Path[] {
  const sources = valuesOf(query, '来源');
  if (sources === undefined) return (valuesOf(query, '资金') ?? FUNDS).map((fund) => [fund]);
  return sources.flatMap((source) => {
    if (source === '财政拨款收入') return FISCAL_FUNDS.map((fund) => [fund]);
    return [['单位资金', source], ...(source === '事业收入' ? [['财政专户管理资金']] : [])];
  });
}

function isPartStated(section: NonNullable<DepartmentDefinition['上年预算']>, [fund = '', source]: Path): boolean {
  const amounts = section[fund as (typeof FUNDS)[number]];
  if (amounts === undefined || source === undefined || amounts instanceof Decimal) return amounts !== undefined;
  return amounts[source as (typeof UNIT_FUND_SOURCES)[number]] !== undefined;
}

function valuesOf(query: Query, dimension: Dimension): readonly string[] | undefined {
  const value = query.where[dimension];
  return value === undefined ? undefined : [value].flat().flatMap(expandGroup);
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], content);
}

/** The outermost key that is not there: what is asked for is the section. */
function firstMissing(content: unknown, path: Path): Path {
  const end = path.findIndex((_, index) => valueAt(content, path.slice(0, index + 1)) === undefined);
  return path.slice(0, end + 1);
}
