import type { Classifications, CodeList } from '../definition/classifications.js';
import type { Definition } from '../definition/definition.js';
import { collectFacts } from './collect-facts.js';
import type { Cube, Fact } from './facts.js';
import { type Figure, sumFigure } from './figure.js';
import { matcher, type Query, queryKey, queryLabel, queryWords } from './query.js';
import { unstatedBy } from './stated.js';

/** The computed budget: every figure that may be printed, exact, and each with its origin. */
export interface Budget {
  readonly definition: Definition;
  readonly classifications: Classifications;
  readonly names: CodeNames;
  facts(cube: Cube): readonly Fact[];
  /** The sum of the facts that the query picks; one figure object a query. */
  total(query: Query): Figure;
}

export function computeBudget(definition: Definition, classifications: Classifications): Budget {
  const facts = groupBy(collectFacts(definition, classifications), (one) => one.cube);
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
    const unit = query.cube === '车辆' || query.cube === '计划购置' ? 'count' : undefined;
    const matched = candidates(query).filter(matcher(query));
    const unstated = unstatedBy(query, matched, definition.members);
    const figure = sumFigure({ id: key, label: queryLabel(query), about: queryWords(query), unstated }, matched, unit);
    totals.set(key, figure);
    return figure;
  };
  return { definition, classifications, names: codeNames(definition, classifications), facts: of, total };
}

/** A table of hundreds of projects asks for each of them: then only that project's facts are looked at. */
function singleValue(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.length === 1 ? value[0] : undefined;
}

function groupBy<K>(facts: readonly Fact[], keyOf: (one: Fact) => K): Map<K, Fact[]> {
  const groups = new Map<K, Fact[]>();
  for (const one of facts) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
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
