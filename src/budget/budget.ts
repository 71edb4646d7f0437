import type { Classifications, CodeList } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import type { DepartmentDefinition } from '../definition/schema/department.js';
import { OTHER_ASSETS } from '../definition/schema/kinds.js';
import type { OwnDeclarations } from '../definition/schema/own-data.js';
import type { FigureUnit } from '../document/figure.js';
import { groupBy } from '../plain/objects.js';
import { Leaves, type Stated } from './cubes/cube.js';
import { CUBES, type Cube, FACT_TABLES } from './cubes/index.js';
import type { Dimension } from './dimensions.js';
import { type Fact, fact } from './facts.js';
import { type Figure, type SourcePath, sumFigure } from './figure.js';
import { listProjects } from './list-projects.js';
import { statedTotals } from './published-totals.js';
import { expandGroup, matcher, type Query, queryKey, queryLabel, queryWords } from './query.js';

/** The computed budget: every figure that may be printed, exact, and each with its origin. */
export interface Budget {
  readonly definition: Definition;
  readonly classifications: Classifications;
  /** What the form asks for besides. */
  readonly declared: OwnDeclarations;
  readonly names: CodeNames;
  facts(cube: Cube): readonly Fact[];
  /** What published totals have beyond the facts below them; they are part of totals and no rows of their own. */
  tails(cube: Cube): readonly Fact[];
  /** The sum of the facts that the query picks; one figure object a query. */
  total(query: Query): Figure;
}

export function computeBudget(definition: Definition, classifications: Classifications, declared: OwnDeclarations = {}): Budget {
  const all = collectFacts(definition, classifications, declared);
  const facts = groupBy(
    all.filter(({ isTail }) => !isTail),
    (one) => one.cube,
  );
  const tails = groupBy(
    all.filter(({ isTail }) => isTail),
    (one) => one.cube,
  );
  const tailsOf = (cube: Cube): readonly Fact[] => tails.get(cube) ?? [];
  const of = (cube: Cube): readonly Fact[] => facts.get(cube) ?? [];
  const ofProject = groupBy(of('项目支出'), (one) => one.dimensions.项目);
  const candidates = ({ cube, where }: Query): readonly Fact[] => {
    const project = singleValue(where.项目);
    return cube === '项目支出' && project !== undefined ? (ofProject.get(project) ?? []) : of(cube);
  };
  const totals = new Map<string, Figure>();
  const total = (query: Query): Figure => {
    const key = queryKey(query);
    const known = totals.get(key);
    if (known) return known;
    const unit = unitOf(query, declared);
    const matches = matcher(query);
    const matched = candidates(query).filter(matches);
    const unstated = unstatedBy(query, matched, definition.members);
    const figure = sumFigure(
      { id: key, label: queryLabel(query), about: queryWords(query), unstated },
      [...matched, ...tailsOf(query.cube).filter(matches)],
      unit,
    );
    totals.set(key, figure);
    return figure;
  };
  return { definition, classifications, declared, names: codeNames(definition, classifications), facts: of, tails: tailsOf, total };
}

/** The unit of a sum that adds up nothing. */
function unitOf({ cube, where }: Query, declared: OwnDeclarations): FigureUnit | undefined {
  if (cube === '资产') return OTHER_ASSETS[String(where.种类)] === '平方米' ? 'squareMetre' : 'count';
  if (cube === '车辆' || cube === '计划购置') return 'count';
  const column = String(where.栏目 ?? '');
  const fields = cube === '明细' ? declared.明细?.[String(where.明细 ?? '')]?.栏目 : declared.自有数据;
  return (cube === '明细' || cube === '自有数据') && fields?.[column]?.类型 === '数量' ? 'count' : undefined;
}

/** A table of hundreds of projects asks for each of them: then only that project's facts are looked at. */
function singleValue(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.length === 1 ? value[0] : undefined;
}

/** Names of codes: from the catalogue, else as the definition states them for codes that the catalogue lacks. */
interface CodeNames {
  functional(code: string): string;
  departmentEconomic(code: string): string;
  governmentEconomic(code: string): string;
}

function codeNames(definition: Definition, classifications: Classifications): CodeNames {
  const own = ownNames(definition);
  const lookUp = (list: CodeList) => (code: string) => list.get(code)?.name ?? own.get(code) ?? code;
  return {
    functional: lookUp(classifications.functional),
    departmentEconomic: lookUp(classifications.departmentEconomic),
    governmentEconomic: lookUp(classifications.governmentEconomic),
  };
}

/** Names that the definition and its district add for codes of no catalogue. */
function ownNames({ department, district, members }: Definition): Map<string, string> {
  const added = [...(district.补充科目 ?? []), ...(department.补充科目 ?? [])].map(({ 编码, 名称 }) => [编码, 名称] as const);
  const leaves = members.flatMap(({ content }) => [...content.支出, ...(content.一般公共预算基本支出 ?? [])]);
  return new Map([...added, ...leaves.flatMap(({ 科目, 名称 }) => (名称 === undefined ? [] : [[科目, 名称] as const]))]);
}

/** What the definition does not say of a query: then its zero is nobody's statement, and no sentence may print it. */
function unstatedBy({ cube, where }: Query, matched: readonly Fact[], members: readonly Member[]): SourcePath[] {
  const { unstated } = FACT_TABLES[cube];
  if (!unstated) return [];
  const asked = (dimension: Dimension) => {
    const value = where[dimension];
    return value === undefined ? undefined : [value].flat().flatMap(expandGroup);
  };
  return members.flatMap(({ file, content }) => {
    const own = matched.filter(({ origin }) => origin.kind !== 'stated' || origin.source.file === file);
    return unstated(content, asked, own).map((path) => ({ file, path }));
  });
}

/** Every stated leaf of the department and of its member units, in its fact table: their sum is the consolidated budget. */
function collectFacts(definition: Definition, classifications: Classifications, declared: OwnDeclarations): Fact[] {
  const projects = listProjects(definition);
  return definition.members.flatMap((member) => {
    const { content, file } = member;
    const own = projects.filter((entry) => entry.member === member);
    return memberFacts({ content, file, projects: own, classifications, declared });
  });
}

function memberFacts(stated: Stated): Fact[] {
  const { content, file } = stated;
  const unit = content.部门.名称;
  const typed = CUBES.flatMap((cube) => {
    const found: Fact[] = [];
    const leaves = new Leaves((dimensions, figure, path) => found.push(fact(cube, dimensions, figure, { file, path }, unit)));
    FACT_TABLES[cube].collect(stated, leaves);
    return found;
  });
  const facts = [...typed, ...statedTotals(stated, typed, stated.projects).flatMap(({ tail }) => tail ?? [])];
  return agencyFundsAreOperatingExpenses(content) ? [...facts, derivedAgencyFunds(unit, facts)] : facts;
}

/** A single 行政 or 参公 unit that states no 机关运行经费 of its own: they are its 公用经费. */
function agencyFundsAreOperatingExpenses(content: DepartmentDefinition): boolean {
  return content.部门.单位性质 !== '事业' && content.机关运行经费?.单位 === undefined;
}

function derivedAgencyFunds(unit: string, facts: readonly Fact[]): Fact {
  const inputs = facts.filter((one) => one.cube === '基本支出经济分类' && one.dimensions.经费 === '公用经费');
  const name = { id: `机关运行经费/${unit}`, label: `${unit}机关运行经费`, basis: '公用经费即机关运行经费（行政单位和参公事业单位）' };
  return { ...sumFigure(name, inputs), cube: '机关运行经费', dimensions: { 单位: unit, 资金: '一般公共预算', 年份: '本年' } };
}
