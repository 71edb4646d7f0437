import type { OwnField, OwnValues } from '../../definition/schema/own-data.js';
import { Decimal } from '../../money/decimal.js';
import { columnDimension, type Dimensions, figureFields } from '../dimensions.js';
import type { FactShape, FactTable, Holds, Leaves, Path } from './cube.js';

type Fields = Readonly<Record<string, OwnField>>;

export const ownData = {
  明细: {
    note: '方案自己的清单（方案.yaml 的“明细”）：每一条的金额和数量；“明细”写清单的名称，“栏目”写哪一栏',
    places: ['明细/**'],
    shapes: ({ 明细: lists = {} }) => Object.entries(lists).map(([name, { 栏目: columns }]) => listShape(name, columns)),
    collect: ({ content, file, declared }, leaves) => {
      for (const [list, entries] of Object.entries(content.明细 ?? {})) {
        const columns = declared.明细?.[list]?.栏目 ?? {};
        entries.forEach((entry, index) => {
          const dimensions = { 明细: list, ...conditionsOf(entry, columns), 条目: entryKey(file, list, index) };
          addValues({ values: entry, fields: columns, path: ['明细', list, index] }, dimensions, leaves);
        });
      }
    },
    unstated: ({ 明细: lists }, asked) => missingNames(lists, asked('明细')).map((name) => ['明细', name]),
  },
  自有数据: {
    note: '方案自己的数（方案.yaml 的“自有数据”）；“栏目”写它的名称',
    places: ['自有数据/**'],
    shapes: ({ 自有数据: fields = {} }) => (figureFields(fields).length === 0 ? [] : [{ 栏目: figureFields(fields) }]),
    collect: ({ content, declared }, leaves) =>
      addValues({ values: content.自有数据 ?? {}, fields: declared.自有数据 ?? {}, path: ['自有数据'] }, {}, leaves),
    unstated: ({ 自有数据: fields }, asked) => missingNames(fields, asked('栏目')).map((name) => ['自有数据', name]),
  },
} satisfies Readonly<Record<string, FactTable>>;

/** What an entry of a list is called in the fact table. */
export const entryKey = (file: string, list: string, index: number): string => `${file}#${list}/${index}`;

/** The facts of a list: one for each figure of each entry, with the columns that are conditions. */
function listShape(name: string, columns: Fields): FactShape {
  const conditions = Object.entries(columns).flatMap(([column, field]) => {
    const dimension = columnDimension(column, field);
    return dimension === undefined ? [] : [[dimension, holdsOf(field)] as const];
  });
  return { 明细: [name], 栏目: figureFields(columns), 条目: '名称', ...Object.fromEntries(conditions) };
}

function holdsOf({ 类型: type }: OwnField): Holds {
  if (type === '功能分类' || type === '政府经济分类') return type;
  return typeof type === 'string' ? '名称' : type;
}

/** A column that has the name of a dimension, or codes of a list, can be a condition. */
function conditionsOf(entry: OwnValues, columns: Fields): Dimensions {
  const found = Object.entries(entry).flatMap(([name, value]) => {
    const dimension = columnDimension(name, columns[name]);
    return dimension !== undefined && typeof value === 'string' ? [[dimension, value] as const] : [];
  });
  return Object.fromEntries(found);
}

interface Own {
  readonly values: OwnValues;
  readonly fields: Fields;
  readonly path: Path;
}

function addValues({ values, fields, path }: Own, dimensions: Dimensions, leaves: Leaves): void {
  for (const [name, value] of Object.entries(values)) {
    const unit = fields[name]?.类型 === '金额' ? 'yuan' : 'count';
    if (value instanceof Decimal) leaves.add({ ...dimensions, 栏目: name }, value, [...path, name], unit);
  }
}

/** Those that are asked for and not written. */
const missingNames = (section: object | undefined, asked: readonly string[] = []): readonly string[] =>
  asked.filter((name) => !Object.hasOwn(section ?? {}, name));
