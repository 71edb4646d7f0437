import type { FormWords } from '../budget/cubes/cube.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';
import type { CheckRulesSpec } from './check-rules-schema.js';
import { wholeMeasure } from './check-spec.js';
import { fill } from './fill.js';
import type { HeaderSpec, RowSpec, TableSpec } from './table-schema.js';

/** Any values: names are compared as they are written, with the same variables. */
const SAMPLE = { 年度: '0000', 上年度: '0001', 部门: '部门', 地区: '地区', 级次: '级次' };

/**
 * 核对.yaml names tables, rows and columns of the form: a name that is not there would be checked by nothing. Rows are
 * fixed ones; those of an expansion have no name before there is a budget (逐行关系 is for them). Of tables that a
 * profile leaves out or names otherwise, what an inherited 核对.yaml says has nothing to say; `own` are its own folders.
 */
export function checkRelations(
  rules: Located<CheckRulesSpec>,
  tables: readonly TableSpec[],
  { form, own }: { readonly form: FormWords; readonly own: readonly string[] },
): Diagnostic[] {
  const { 表间关系: relations = [], 逐行关系: byRow = [], 必备报表: required = [], 公开要求: lookedFor = {} } = rules.value;
  const names = new Names(rules, tables, own);
  return [
    ...relations.flatMap((relation, index) =>
      (['一', '二', '仅当为零'] as const).flatMap((side) => {
        const { [side]: cell } = relation;
        return cell ? names.cell(cell, ['表间关系', index, side]) : [];
      }),
    ),
    ...byRow.flatMap(({ 表, 栏, 等于: measure }, index) => [
      ...names.cell({ 表, 栏 }, ['逐行关系', index]),
      ...wholeMeasure(measure, ['逐行关系', index, '等于'], rules.locate, form),
    ]),
    ...(rules.value.没有的说法 ?? []).flatMap(({ 取数: now, 上年取数: before }, index) => [
      ...wholeMeasure(now, ['没有的说法', index, '取数'], rules.locate, form),
      ...(before ? wholeMeasure(before, ['没有的说法', index, '上年取数'], rules.locate, form) : []),
    ]),
    ...required.flatMap(({ 表 }, index) => names.cell({ 表 }, ['必备报表', index])),
    ...Object.entries(lookedFor).flatMap(([id, { 报表: list = [] }]) =>
      list.flatMap((name, index) => names.table(name, ['公开要求', id, '报表', index])),
    ),
  ];
}

interface Cell {
  readonly 表: string;
  readonly 行?: string;
  readonly 栏?: string;
}

/** What the tables are called, and their rows and columns. */
class Names {
  constructor(
    private readonly rules: Located<CheckRulesSpec>,
    private readonly tables: readonly TableSpec[],
    private readonly own: readonly string[],
  ) {}

  cell({ 表: name, 行: row, 栏: column }: Cell, path: YamlPath): Diagnostic[] {
    const table = this.tables.find((one) => one.名称 === name);
    if (!table) return this.table(name, [...path, '表']);
    const rows = rowNames(table);
    const columns = columnNames(table);
    const isRow = row === undefined || row.split('|').some((one) => rows.includes(fill(one, SAMPLE)));
    const isColumn = column === undefined || columns.includes(fill(column, SAMPLE));
    return [
      ...(isRow ? [] : [this.missing(`报表“${name}”里没有固定的“${row}”这一行。`, row, rows, [...path, '行'])]),
      ...(isColumn ? [] : [this.missing(`报表“${name}”里没有“${column}”这一栏。`, column, columns, [...path, '栏'])]),
    ];
  }

  table(name: string, path: YamlPath): Diagnostic[] {
    const names = this.tables.map((table) => table.名称);
    const { file } = this.rules.locate(path);
    const isOwn = this.own.some((folder) => file.startsWith(`${folder}/`));
    return names.includes(name) || !isOwn ? [] : [this.missing(`方案里没有叫“${name}”的报表。`, name, names, path)];
  }

  private missing(message: string, wanted: string, known: readonly string[], path: YamlPath): Diagnostic {
    const near = nearestWord(fill(wanted, SAMPLE), known);
    const written = (text: string) => Object.entries(SAMPLE).reduce((left, [name, value]) => left.replaceAll(value, `{{${name}}}`), text);
    const found = near === undefined ? `现有：${known.map(written).join('、')}。` : `是否为“${written(near)}”？`;
    const hint = `${found}要与报表文件的“名称”“行”“表头”“左”“右”里写的一样。`;
    return { code: 'profile-relation-unknown', severity: 'error', message, at: this.rules.locate(path), hint };
  }
}

function rowNames(table: TableSpec): string[] {
  const rows = (table.行 ?? []).flatMap((entry): readonly RowSpec[] => [entry, ...(entry.左 ?? []), ...(entry.右 ?? [])]);
  // The department's row, or 合计 where there is nothing.
  const made = rows.some((row) => [row.展开 ?? []].flat().includes('部门')) ? ['{{部门}}', '合计'] : [];
  return [...rows.flatMap((row) => row.名称 ?? []), ...made].map((name) => fill(name, SAMPLE));
}

function columnNames({ 左: left = [], 右: right = [], 表头: middle = [] }: TableSpec): string[] {
  const leaves = (headers: readonly HeaderSpec[]): string[] =>
    headers.flatMap((header) => (header.下级 ? leaves(header.下级) : [fill(header.标题, SAMPLE)]));
  return [...left, ...right, ...middle].length === 0 ? [] : leaves([...left, ...right, ...middle]);
}
