import { CUBE_DIMENSIONS } from '../budget/dimension-values.js';
import { type Cube, DIMENSIONS, type Dimension } from '../budget/facts.js';
import type { AssetKinds } from '../budget/figures/other.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { strangeKinds } from './known-kinds.js';
import type { HeaderSpec, Measure, RowSpec, TableSpec } from './table-schema.js';

/** A 取数 with its place in the table's file. */
interface Placed {
  readonly measure: Measure;
  readonly path: YamlPath;
}

/**
 * What would print blank for ever: a condition that the fact table does not know, conditions without a fact table,
 * rows on a side without columns.
 */
export function checkTable(table: Located<TableSpec>, kinds: AssetKinds = {}): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const [side, columns] of sides(table.value)) {
    for (const row of rowsOf(table.value, side)) {
      for (const column of columns)
        for (const one of findings(row, column, table, kinds)) found.set(`${one.code}${one.at?.line}:${one.at?.column}`, one);
    }
  }
  return [...sideFindings(table), ...found.values()];
}

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

function rowsOf(spec: TableSpec, side: SideKey): Placed[] {
  return spec.行.flatMap((entry, index) => {
    const twoSided = '左' in entry || '右' in entry;
    if (side === '表头') return twoSided ? [] : [placedRow(entry as RowSpec, ['行', index])];
    const rows = twoSided ? ((entry as Partial<Record<SideKey, readonly RowSpec[]>>)[side] ?? []) : [];
    return rows.map((row, at) => placedRow(row, ['行', index, side, at]));
  });
}

const placedRow = (row: RowSpec, path: YamlPath): Placed => ({ measure: row.取数 ?? {}, path: [...path, '取数'] });

function findings(row: Placed, column: Placed, { locate }: Located<TableSpec>, assets: AssetKinds): Diagnostic[] {
  const cubes = [column.measure.表 ?? row.measure.表 ?? []].flat() as Cube[];
  const conditions = [row, column].flatMap((one) => conditionsOf(one));
  const [first] = conditions;
  if (cubes.length === 0) {
    if (!first) return [];
    const message = '这里没有写从哪张数据表取数。';
    return [
      {
        code: 'profile-measure-without-table',
        severity: 'error',
        message,
        at: locate(first.path),
        hint: '在行或栏目的“取数”里写“表”，如“表: 支出”。',
      },
    ];
  }
  return conditions.flatMap(({ dimension, path, values }): Diagnostic[] => {
    const lacking = cubes.find((cube) => !CUBE_DIMENSIONS[cube].includes(dimension));
    if (lacking === undefined)
      return dimension === '种类' ? strangeKinds(values, cubes, assets).map((one) => ({ ...one, at: locate(path) })) : [];
    const hint = `“${lacking}”的条件有：${CUBE_DIMENSIONS[lacking].join('、')}。`;
    return [
      {
        code: 'profile-measure-never',
        severity: 'error',
        message: `数据表“${lacking}”没有“${dimension}”这个条件，取到的总是零。`,
        at: locate(path, 'key'),
        hint,
      },
    ];
  });
}

function conditionsOf({ measure, path }: Placed): { dimension: Dimension; path: YamlPath; values: readonly string[] }[] {
  return DIMENSIONS.flatMap((dimension) => {
    const values = measure[dimension];
    return values === undefined ? [] : [{ dimension, path: [...path, dimension], values: [values].flat() }];
  });
}

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
