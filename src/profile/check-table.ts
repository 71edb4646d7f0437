import { EXPANSIONS } from '../budget/dictionary.js';
import { DIMENSIONS } from '../budget/facts.js';
import type { AssetKinds } from '../budget/figures/other.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cubesOf, expansionSlip, type MeasureSlip, measureSlips } from './check-measure.js';
import { joinMeasures } from './measure.js';
import type { HeaderSpec, Measure, RowSpec, TableSpec } from './table-schema.js';

/** A 取数 with its place in the table's file. */
export interface Placed {
  readonly measure: Measure;
  readonly path: YamlPath;
}

export interface PlacedRow extends Placed {
  readonly row: RowSpec;
}

/**
 * What would print blank for ever: a 取数 that no fact answers, by itself or where a row meets a column; conditions
 * without a fact table; an expansion that the data do not have; keys that nothing reads; rows on a side without columns.
 */
export function checkTable(table: Located<TableSpec>, kinds: AssetKinds = {}): Diagnostic[] {
  const found = sides(table.value).flatMap(([side, columns]) => checkRows(rowsOf(table.value, side), columns, table.locate, kinds));
  return [...sideFindings(table), ...once(found)];
}

/** Rows by themselves and where they meet columns, each mistake once. */
export function checkRows(rows: readonly PlacedRow[], columns: readonly Placed[], locate: Locate, kinds: AssetKinds): Diagnostic[] {
  const found = rows.flatMap((row) => [
    ...rowFindings(row, columns, locate, kinds),
    ...columns.flatMap((column) => cellFindings(row, column, locate, kinds)),
  ]);
  return once(found);
}

const once = (found: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(found.map((one) => [`${one.code}${one.at?.line}:${one.at?.column}`, one])).values(),
];

type Locate = Located<unknown>['locate'];
type SideKey = '左' | '右' | '表头';

function sides(spec: TableSpec): [SideKey, Placed[]][] {
  return (['左', '右', '表头'] as const).map((key) => [key, amountColumns(spec[key] ?? [], [key])]);
}

function amountColumns(headers: readonly HeaderSpec[], path: YamlPath): Placed[] {
  return headers.flatMap((header, index): Placed[] => {
    const at = [...path, index];
    if (header.下级) return amountColumns(header.下级, [...at, '下级']);
    return header.内容 === '金额' ? [{ measure: header.取数 ?? {}, path: [...at, '取数'] }] : [];
  });
}

function rowsOf(spec: TableSpec, side: SideKey): PlacedRow[] {
  return spec.行.flatMap((entry, index) => {
    const twoSided = '左' in entry || '右' in entry;
    if (side === '表头') return twoSided ? [] : [placedRow(entry as RowSpec, ['行', index])];
    const rows = twoSided ? ((entry as Partial<Record<SideKey, readonly RowSpec[]>>)[side] ?? []) : [];
    return rows.map((row, at) => placedRow(row, ['行', index, side, at]));
  });
}

export const placedRow = (row: RowSpec, path: YamlPath): PlacedRow => ({ row, measure: row.取数 ?? {}, path: [...path, '取数'] });

/** A row by itself: can it be expanded, and does it say anything that nothing reads? */
function rowFindings({ row, measure, path }: PlacedRow, columns: readonly Placed[], locate: Locate, kinds: AssetKinds) {
  const at = path.slice(0, -1);
  const { 展开: expansion } = row;
  const takes: readonly string[] = expansion ? EXPANSIONS[expansion].takes : ['名称', '缩进', '合计', '汇总', '为零时省略'];
  const idle = ROW_MODIFIERS.filter((key) => row[key] !== undefined && !takes.includes(key));
  const unread = idle.map((key): Diagnostic => {
    const whose = expansion ? `展开“${expansion}”的行` : '没有展开的行';
    const hint = `${whose}可以写：${takes.join('、') || '只有“取数”'}。删去“${key}”。`;
    return {
      code: 'profile-key-idle',
      severity: 'error',
      message: `${whose}不用“${key}”，写了没有作用。`,
      at: locate([...at, key], 'key'),
      hint,
    };
  });
  if (!expansion) return unread;
  const whole = columns.length === 0 ? measure : (joinMeasures(measure, { 表: columns[0]?.measure.表 }) ?? measure);
  if (cubesOf(whole).length === 0) return unread;
  const slip = expansionSlip(expansion, whole, kinds);
  return slip ? [...unread, never(slip, locate([...at, '展开']))] : unread;
}

const ROW_MODIFIERS = ['名称', '层级', '范围', '编号', '缩进', '合计', '汇总', '为零时省略'] as const;

function cellFindings(row: Placed, column: Placed, locate: Locate, kinds: AssetKinds): Diagnostic[] {
  const cubes = [column.measure.表 ?? row.measure.表 ?? []].flat();
  if (cubes.length === 0) return withoutTable([row, column], locate);
  const alone = [row, column].flatMap((one) => measureFindings({ ...one, measure: { ...one.measure, 表: cubes } }, locate, kinds));
  if (alone.length > 0) return alone;
  const joined = joinMeasures({ ...row.measure, 表: undefined }, { ...column.measure, 表: undefined });
  if (!joined) return [];
  // What excludes each other word by word is a blank that the form means to have; what the data lack is not.
  const slips = measureSlips({ ...joined, 表: cubes }, kinds).filter((slip) => slip.dimension !== undefined);
  return slips.map((slip) => {
    const owner = slip.dimension !== undefined && column.measure[slip.dimension] !== undefined ? column : row;
    return placedSlip(slip, owner.path, locate);
  });
}

function withoutTable(measures: readonly Placed[], locate: Locate): Diagnostic[] {
  const [first] = measures.flatMap(({ measure, path }) =>
    DIMENSIONS.filter((dimension) => measure[dimension] !== undefined).map((dimension) => [...path, dimension]),
  );
  if (!first) return [];
  const hint = '在行或栏目的“取数”里写“表”，如“表: 支出”。';
  return [{ code: 'profile-measure-without-table', severity: 'error', message: '这里没有写从哪张数据表取数。', at: locate(first), hint }];
}

/** What is wrong with a 取数 by itself, at its own place. */
export function measureFindings({ measure, path }: Placed, locate: Locate, kinds: AssetKinds): Diagnostic[] {
  return measureSlips(measure, kinds).map((slip) => placedSlip(slip, path, locate));
}

const placedSlip = (slip: MeasureSlip, path: YamlPath, locate: Locate): Diagnostic =>
  never(slip, slip.dimension === undefined ? locate(path) : locate([...path, slip.dimension], slip.atKey ? 'key' : 'value'));

const never = ({ message, hint }: MeasureSlip, at: Diagnostic['at']): Diagnostic => ({
  code: 'profile-measure-never',
  severity: 'error',
  message,
  ...(at && { at }),
  hint,
});

function sideFindings({ value, locate }: Located<TableSpec>): Diagnostic[] {
  return value.行.flatMap((entry, index) => {
    const twoSided = '左' in entry || '右' in entry;
    const keys = twoSided ? (['左', '右'] as const).filter((key) => key in entry) : (['表头'] as const);
    const others = Object.keys(entry).filter((key) => twoSided && key !== '左' && key !== '右');
    if (others.length > 0) {
      const message = `分“左”“右”的一组行不能另写“${others[0]}”。`;
      const at = locate(['行', index, others[0] ?? ''], 'key');
      return [{ code: 'profile-row-mixed', severity: 'error', message, at, hint: '把它写到“左”或“右”的某一行里。' }];
    }
    return keys
      .filter((key) => value[key] === undefined)
      .map((key): Diagnostic => {
        const at = locate(key === '表头' ? ['行', index] : ['行', index, key], key === '表头' ? 'value' : 'key');
        const message =
          key === '表头' ? '这一行没有分“左”“右”，而这张表没有“表头”，不会印出。' : `这张表没有“${key}”边的栏目，这些行不会印出。`;
        return {
          code: 'profile-row-unplaced',
          severity: 'error',
          message,
          at,
          hint: '一边的表写“表头”和“行”；两边的表写“左”“右”，每组行也分“左”“右”。',
        };
      });
  });
}
