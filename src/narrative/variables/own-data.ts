import type { Budget } from '../../budget/budget.js';
import { entryKey } from '../../budget/cubes/own-data.js';
import { figureFields } from '../../budget/dimensions.js';
import { countFigure, type Figure } from '../../budget/figure.js';
import type { OwnDeclarations, OwnField, OwnValues } from '../../definition/schema/own-data.js';
import { Decimal } from '../../money/decimal.js';
import { entryTexts } from '../../tables/own-texts.js';
import { figureValue, from, type Placed, recordValue, type Shaped } from '../shape.js';
import { allZero, type Known, not, statedOr } from '../unstated.js';
import type { Values } from './values.js';

type Fields = Readonly<Record<string, OwnField>>;

/** 明细 and 自有数据: what the form declares for itself, by the names that it gives. */
export function ownData(
  budget: Budget,
  { 明细: lists = {}, 自有数据: fields = {} }: OwnDeclarations,
  values: Values,
): Record<string, Placed> {
  const named = Object.entries(lists).map(([name, { 栏目: columns }]) => [name, list(name, columns, budget, values)] as const);
  return {
    明细: from(['明细/**'], recordValue(Object.fromEntries(named))),
    自有数据: from(['自有数据/**'], recordValue(singles(fields, budget, values))),
  };
}

/** One entry, and where its figures are. */
interface Entry {
  readonly values: OwnValues;
  readonly key: string;
}

function list(name: string, columns: Fields, budget: Budget, values: Values): Placed {
  const { members } = budget.definition;
  const missing = members.filter(({ content }) => content.明细?.[name] === undefined).map(({ file }) => ({ file, path: ['明细', name] }));
  const entries = members.flatMap(({ content, file }) =>
    (content.明细?.[name] ?? []).map((one, index): Entry => ({ values: one, key: entryKey(file, name, index) })),
  );
  const known = <T>(value: T): Known<T> => (missing.length > 0 ? { unstated: missing } : value);
  const numbers = figureFields(columns);
  const total = (column: string, entry?: string): Figure =>
    budget.total({ cube: '明细', where: { 明细: name, 栏目: column, ...(entry !== undefined && { 条目: entry }) } });
  const count = countFigure({ id: `明细/${name}/条数`, label: `${name}条数`, unstated: missing }, [], new Decimal(entries.length));
  const fields = recordValue({
    有: values.flag(known(entries.length > 0)),
    条数: figureValue(count),
    合计: recordValue(Object.fromEntries(numbers.map((column) => [column, figureValue(total(column))]))),
    条目: values.list(known(entries), (one) => entryValue(one, columns, { budget, values, total }), { values: {}, key: '' }),
  });
  return from([`明细/${name}`, `明细/${name}/**`], fields);
}

interface EntryGround {
  readonly budget: Budget;
  readonly values: Values;
  readonly total: (column: string, entry: string) => Figure;
}

function entryValue({ values: own, key }: Entry, columns: Fields, { budget, values, total }: EntryGround): Shaped {
  const texts = entryTexts(own, columns, budget);
  const named = Object.entries(columns).flatMap(([column, { 类型: type }]): [string, Shaped][] => {
    if (type === '金额' || type === '数量') return [[column, figureValue(total(column, key))]];
    const text = [column, values.text(texts[column])] as [string, Shaped];
    return /分类$/.test(String(type)) ? [text, [`${column}名称`, values.text(texts[`${column}名称`])]] : [text];
  });
  return recordValue(Object.fromEntries(named));
}

function singles(fields: Fields, budget: Budget, values: Values): Record<string, Placed> {
  const { department, file } = budget.definition;
  const numbers = figureFields(fields);
  const texts = entryTexts(department.自有数据 ?? {}, fields, budget);
  const figures = numbers.map((name) => [name, budget.total({ cube: '自有数据', where: { 栏目: name } })] as const);
  const others = Object.keys(fields).filter((name) => !numbers.includes(name));
  const statements = others.map((name) => [name, values.statement(statedOr(texts[name], file, '自有数据', name))] as const);
  const named = [...figures.map(([name, figure]) => [name, figureValue(figure)] as const), ...statements];
  const has = figures.map(([name, figure]) => [`有${name}`, from([`自有数据/${name}`], values.flag(hasMoney(figure)))] as const);
  return Object.fromEntries([...named.map(([name, value]) => [name, from([`自有数据/${name}`], value)] as const), ...has]);
}

const hasMoney = (figure: Figure): Known<boolean> => not(allZero([figure]));
