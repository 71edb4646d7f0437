import { FISCAL_FUNDS, UNIT_FUND_SOURCES } from '../definition/schema/funds.js';
import { VEHICLE_TOTAL } from '../definition/schema/kinds.js';
import type { Cube } from './cubes/index.js';
import { DIMENSIONS, type Dimension, type Dimensions } from './dimensions.js';
import type { Fact } from './facts.js';

/** Picks facts of one table: every named dimension must have one of the values. */
export interface Query {
  readonly cube: Cube;
  readonly where: Readonly<Partial<Record<Dimension, string | readonly string[]>>>;
}

/** Values that stand for several. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  财政拨款: FISCAL_FUNDS,
  [VEHICLE_TOTAL]: ['公务用车购置费', '公务用车运行维护费'],
};

/** The values that a name stands for: itself, or the members of a group such as 财政拨款. */
export function expandGroup(value: string): readonly string[] {
  return GROUPS[value] ?? [value];
}

/** A canonical name of the query: equal queries have equal keys. */
export function queryKey(query: Query): string {
  let conditions = '';
  for (const dimension of IN_KEYS) {
    const value = query.where[dimension];
    if (value !== undefined) conditions += `${conditions && ','}${dimension}=${typeof value === 'string' ? value : value.join('|')}`;
  }
  return conditions === '' ? query.cube : `${query.cube}[${conditions}]`;
}

const IN_KEYS = [...DIMENSIONS].sort();

/** The query in words, for labels and traces: the same for equal queries, whoever asks first. */
export function queryLabel(query: Query): string {
  let values = '';
  for (const dimension of DIMENSIONS) {
    const value = query.where[dimension];
    if (value !== undefined) values += `${values && '，'}${inWords(value)}`;
  }
  return values === '' ? query.cube : `${query.cube}（${values}）`;
}

const inWords = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join('、'));

/** The query as data: its table, and each dimension that it asks about. */
export function queryWords({ cube, where }: Query): Readonly<Record<string, string>> {
  const words: Record<string, string> = { 表: cube };
  for (const [dimension, value] of Object.entries(where)) words[dimension] = inWords(value);
  return words;
}

/** A test of facts against the query's conditions. */
export function matcher(query: Query): (fact: Fact) => boolean {
  const tests = Object.entries(query.where).map(([dimension, value]) => condition(dimension as Dimension, value));
  return (fact) => tests.every((test) => test(fact.dimensions));
}

/** Stands for 单位资金 whose sources the definition does not tell apart. */
export const UNSPLIT = '未分来源';

/** Which kind of income a fact's money is: 单位资金 as the definition splits them, other funds by what they are. */
function sourceOf({ 来源: stated, 资金: fund }: Dimensions): string {
  if (stated !== undefined || fund === undefined) return stated ?? '';
  if (expandGroup(fund).length > 1) return sourceOf({ 资金: expandGroup(fund)[0] ?? '' });
  return fund === '单位资金' ? UNSPLIT : (sourcesOfFund(fund)[0] ?? '');
}

/** The kinds of income that the money of a fund may be. */
export function sourcesOfFund(fund: string): readonly string[] {
  if (FISCAL_FUNDS.some((one) => one === fund)) return ['财政拨款收入'];
  return fund === '财政专户管理资金' ? ['事业收入'] : fund === '单位资金' ? [...UNIT_FUND_SOURCES, UNSPLIT] : [];
}

function condition(dimension: Dimension, value: string | readonly string[]): (dimensions: Dimensions) => boolean {
  const values = typeof value === 'string' ? expandGroup(value) : value.flatMap(expandGroup);
  if (dimension === '科目' || dimension === '政府科目') {
    // Without a counterpart, 政府科目 is nothing: no prefix of any code.
    return ({ [dimension]: code }) => values.some((prefix) => (prefix === '' ? code === '' : code?.startsWith(prefix)));
  }
  const wanted = new Set(values);
  if (dimension === '来源') return (dimensions) => wanted.has(sourceOf(dimensions));
  // A published total may speak of a group; a query that asks for all of its members has it.
  for (const [group, members] of Object.entries(GROUPS)) if (members.every((one) => wanted.has(one))) wanted.add(group);
  return ({ [dimension]: value = '' }) => wanted.has(value);
}
