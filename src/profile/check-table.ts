import type { FormWords } from '../budget/cubes/cube.js';
import { EXPANSIONS, type Expansion, FIXED_GIVES } from '../budget/dictionary.js';
import { DIMENSIONS, figureFields } from '../budget/dimensions.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';
import { cubesOf, expansionSlip, type MeasureSlip, measureSlips, mixedSlip, sourceSlips } from './check-measure.js';
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

/** A column without others under it. */
interface PlacedColumn {
  readonly header: HeaderSpec;
  readonly path: YamlPath;
}

type Locate = Located<unknown>['locate'];
type SideKey = '左' | '右' | '表头';

/**
 * What would print blank for ever: a 取数 that no fact answers, by itself or where a row meets a column; conditions
 * without a fact table; an expansion that the data do not have; a column that no row gives anything to; keys that nothing
 * reads; rows on a side without columns.
 */
export function checkTable(table: Located<TableSpec>, form: FormWords = {}): Diagnostic[] {
  const { value, locate } = table;
  const found = (['左', '右', '表头'] as const).flatMap((side) => {
    const columns = leafColumns(value[side] ?? [], [side]);
    const rows = rowsOf(value, side);
    const measures = columns.flatMap(({ header, path }) => (header.内容 === '金额' ? measuresOf(header, path) : []));
    return [
      ...checkRows(rows, measures, locate, form),
      ...blankSide(rows, measures, locate),
      ...columns.flatMap((column) => columnFindings(column, rows, locate, form)),
      ...headerFindings(value[side] ?? [], [side], locate),
    ];
  });
  return [...sideFindings(table), ...once(found)];
}

/** Rows by themselves and where they meet columns, each mistake once. */
export function checkRows(rows: readonly PlacedRow[], columns: readonly Placed[], locate: Locate, form: FormWords): Diagnostic[] {
  const found = rows.flatMap((row) => [
    ...rowFindings(row, columns, locate, form),
    ...columns.flatMap((column) => (isLeftBlank(row, column, rows, columns) ? [] : cellFindings(row, column, locate, form))),
  ]);
  return once(found);
}

/** A form may leave a cell out: row and column are of other fact tables, and each meets others that it shares one with. */
function isLeftBlank(row: Placed, column: Placed, rows: readonly Placed[], columns: readonly Placed[]): boolean {
  const isApart = (one: Placed, other: Placed) => !joinMeasures({ 表: one.measure.表 }, { 表: other.measure.表 });
  const meets = (one: Placed, others: readonly Placed[]) => others.some((other) => !isApart(one, other));
  return isApart(row, column) && meets(row, columns) && meets(column, rows);
}

/** Amounts that no row and no column takes from anywhere. */
function blankSide(rows: readonly PlacedRow[], columns: readonly Placed[], locate: Locate): Diagnostic[] {
  const [first] = rows;
  if (!first || columns.length === 0 || [...rows, ...columns].some(({ measure }) => cubesOf(measure).length > 0)) return [];
  const at = locate(first.path.slice(0, -1));
  const hint = '在行或栏目的“取数”里写“表”，如“取数: {表: 支出}”。';
  return [
    { code: 'profile-measure-without-table', severity: 'error', message: '这张表的金额没有写从哪张数据表取数，都是空白。', at, hint },
  ];
}

/** A header over others is a title and nothing else. */
function headerFindings(headers: readonly HeaderSpec[], path: YamlPath, locate: Locate): Diagnostic[] {
  return headers.flatMap((header, index) => {
    if (!header.下级) return [];
    const at = [...path, index];
    const idle = OF_COLUMNS.filter((key) => header[key] !== undefined).map(
      (key): Diagnostic => ({
        code: 'profile-key-idle',
        severity: 'error',
        message: `有“下级”的标题不用“${key}”，写了没有作用。`,
        at: locate([...at, key], 'key'),
        hint: `把“${key}”写到下级的栏目里。`,
      }),
    );
    return [...idle, ...headerFindings(header.下级, [...at, '下级'], locate)];
  });
}

const OF_COLUMNS = ['内容', '取数', '比', '算', '同上不印', '汇总同级'] as const;

const once = (found: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(found.map((one) => [`${one.code}${one.at?.line}:${one.at?.column}`, one])).values(),
];

function leafColumns(headers: readonly HeaderSpec[], path: YamlPath): PlacedColumn[] {
  return headers.flatMap((header, index): PlacedColumn[] => {
    const at = [...path, index];
    return header.下级 ? leafColumns(header.下级, [...at, '下级']) : [{ header, path: at }];
  });
}

/** What a row's conditions are joined with: the column's own, and what it is held against. A share is of a whole. */
function measuresOf({ 取数: own, 比: against, 算: calculation }: HeaderSpec, path: YamlPath): Placed[] {
  const first = { measure: own ?? {}, path: [...path, '取数'] };
  return against && calculation !== '占比' ? [first, { measure: against, path: [...path, '比'] }] : [first];
}

function rowsOf(spec: TableSpec, side: SideKey): PlacedRow[] {
  return (spec.行 ?? []).flatMap((entry, index) => {
    const twoSided = '左' in entry || '右' in entry;
    if (side === '表头') return twoSided ? [] : [placedRow(entry as RowSpec, ['行', index])];
    const rows = twoSided ? ((entry as Partial<Record<SideKey, readonly RowSpec[]>>)[side] ?? []) : [];
    return rows.map((row, at) => placedRow(row, ['行', index, side, at]));
  });
}

export const placedRow = (row: RowSpec, path: YamlPath): PlacedRow => ({ row, measure: row.取数 ?? {}, path: [...path, '取数'] });

const expansionsOf = ({ 展开: over = [] }: RowSpec): readonly Expansion[] => [over].flat();

/** Rows that a finding points to. */
const MOST_ROWS = 3;

/** A column by itself: it holds something that some row gives, and figures that are worked out have both sides. */
function columnFindings({ header, path }: PlacedColumn, rows: readonly PlacedRow[], locate: Locate, form: FormWords): Diagnostic[] {
  const { 内容: content, 算: calculation, 比: against } = header;
  const idle = (key: string, message: string, hint: string): Diagnostic => ({
    code: 'profile-key-idle',
    severity: 'error',
    message,
    at: locate([...path, key]),
    hint,
  });
  if (content === undefined)
    return [{ ...idle('标题', `栏目“${header.标题}”没有写“内容”，是一栏空白。`, '写“内容: 名称”“内容: 金额”等。'), code: 'missing-key' }];
  if ((calculation === undefined) !== (against === undefined)) {
    const key = calculation === undefined ? '比' : '算';
    return [idle(key, '“算”和“比”要写在一起。', '如 {内容: 金额, 取数: {表: 支出}, 比: {表: 上年支出}, 算: 增减额}。')];
  }
  if (calculation === '占比') return wholeOf(against ?? {}, [...path, '比'], locate, form);
  if (content === '金额') return [];
  // What a list gives is not known while nobody says which one is meant.
  if (rows.some(namesNoList)) return [];
  const given = [...new Set(rows.flatMap((row) => givenBy(row, form)))];
  if (given.length === 0 || given.includes(content)) return [];
  const near = nearestWord(content, [...given, '金额']);
  const hint = `${near === undefined ? '' : `是否为“${near}”？`}这张表的行给出的有：${given.join('、')}；数用“金额”。`;
  const fixed = rows.filter(({ row }) => expansionsOf(row).length === 0).slice(0, MOST_ROWS);
  const related = fixed.map((row) => ({ message: '这一行没有“展开”', at: locate(row.path.slice(0, -1)) }));
  return [{ ...idle('内容', `没有一行给出“${content}”，这一栏总是空白。`, hint), code: 'profile-column-empty', related }];
}

function wholeOf(measure: Measure, path: YamlPath, locate: Locate, form: FormWords): Diagnostic[] {
  if (cubesOf(measure).length > 0) return measureFindings({ measure, path }, locate, form);
  return [
    {
      code: 'profile-measure-without-table',
      severity: 'error',
      message: '“占比”的“比”是总数，要写从哪张数据表取。',
      at: locate(path),
      hint: '如 比: {表: 支出}。',
    },
  ];
}

/** What a row gives to columns of text. */
function givenBy({ row, measure }: PlacedRow, form: FormWords): readonly string[] {
  const expansions = expansionsOf(row);
  if (expansions.length === 0) return [...FIXED_GIVES, ...Object.keys(row.文字 ?? {})];
  const columns = form.明细?.[String([measure.明细].flat()[0] ?? '')]?.栏目 ?? {};
  const own = Object.entries(columns)
    .filter(([name]) => !figureFields(columns).includes(name))
    .flatMap(([name, { 类型: type }]) => (/分类$/.test(String(type)) ? [name, `${name}名称`] : [name]));
  return expansions.flatMap((one): readonly string[] => (one === '明细' ? [...EXPANSIONS.明细.gives, ...own] : EXPANSIONS[one].gives));
}

/** A row by itself: can it be expanded, and does it say anything that nothing reads? */
function rowFindings({ row, measure, path }: PlacedRow, columns: readonly Placed[], locate: Locate, form: FormWords): Diagnostic[] {
  const at = path.slice(0, -1);
  const expansions = expansionsOf(row);
  const takes: readonly string[] =
    expansions.length > 0 ? expansions.flatMap((one): readonly string[] => EXPANSIONS[one].takes) : FIXED_TAKES;
  const whose = expansions.length > 0 ? `展开“${expansions.join('、')}”的行` : '没有展开的行';
  const hint = `${whose}可以写：${takes.join('、') || '只有“取数”'}。`;
  const unread = ROW_MODIFIERS.filter((key) => row[key] !== undefined && !takes.includes(key)).map(
    (key): Diagnostic => ({
      code: 'profile-key-idle',
      severity: 'error',
      message: `${whose}不用“${key}”，写了没有作用。`,
      at: locate([...at, key], 'key'),
      hint,
    }),
  );
  const deep = row.层级 === '项' ? expansions.find((one) => one === '经济分类' || one === '政府经济分类') : undefined;
  if (deep) unread.push(tooDeep(deep, locate([...at, '层级'])));
  if (namesNoList({ row, measure })) return [...unread, listMissing(locate([...at, '展开']), form)];
  const whole = joinedWith(measure, columns[0]?.measure.表);
  const slips = cubesOf(whole).length === 0 ? [] : expansions.flatMap((one) => expansionSlip(one, whole, form) ?? []);
  return [...unread, ...slips.map((slip) => never(slip, locate([...at, '展开'])))];
}

const tooDeep = (expansion: Expansion, at: Diagnostic['at']): Diagnostic => ({
  code: 'profile-key-idle',
  severity: 'error',
  message: `“${expansion}”只有类和款，没有“项”这一级。`,
  ...(at && { at }),
  hint: '写“层级: 类”或“层级: 款”。',
});

const namesNoList = ({ row, measure }: Pick<PlacedRow, 'row' | 'measure'>): boolean =>
  expansionsOf(row).includes('明细') && measure.明细 === undefined;

function listMissing(at: Diagnostic['at'], form: FormWords): Diagnostic {
  const names = Object.keys(form.明细 ?? {});
  const hint = `在这一行的“取数”里写，如“明细: ${names[0] ?? '清单的名称'}”。方案的“明细”有：${names.join('、') || '无'}。`;
  return { code: 'missing-key', severity: 'error', message: '展开“明细”的行没有写是哪一个“明细”。', ...(at && { at }), hint };
}

const joinedWith = (measure: Measure, cube: Measure['表']): Measure => joinMeasures(measure, { 表: cube }) ?? measure;

const FIXED_TAKES = ['名称', '编码', '文字', '缩进', '合计', '汇总', '为零时省略'];
const ROW_MODIFIERS = ['名称', '编码', '文字', '层级', '范围', '编号', '缩进', '合计', '汇总', '为零时省略'] as const;

function cellFindings(row: Placed, column: Placed, locate: Locate, form: FormWords): Diagnostic[] {
  if (!row.measure.表 && !column.measure.表) return withoutTable([row, column], locate);
  const cubes = cubesOf(joinMeasures({ 表: row.measure.表 }, { 表: column.measure.表 }) ?? {});
  if (cubes.length === 0) return [never(apart(row, column), locate([...column.path, '表']))];
  const alone = [row, column].flatMap((one) => measureFindings({ ...one, measure: { ...one.measure, 表: [...cubes] } }, locate, form));
  if (alone.length > 0) return alone;
  const joined = joinMeasures({ ...row.measure, 表: [...cubes] }, { ...column.measure, 表: undefined });
  if (!joined) return [];
  const mixed = mixedSlip(joined, form);
  if (mixed) return [never(mixed, locate(column.path))];
  // What excludes each other word by word is a blank that the form means to have; what the data lack is not.
  const slips = measureSlips(joined, form).filter((slip) => slip.dimension !== undefined);
  return slips.map((slip) => {
    const owner = slip.dimension !== undefined && column.measure[slip.dimension] !== undefined ? column : row;
    return placedSlip(slip, owner.path, locate);
  });
}

const apart = (row: Placed, column: Placed): MeasureSlip => ({
  message: `行取自“${[row.measure.表].flat().join('、')}”，栏目取自“${[column.measure.表].flat().join('、')}”，这一栏总是空白。`,
  hint: '行的“表”要包括栏目的“表”：写成一列，如“表: [支出, 上年支出]”，或只在栏目里写。',
});

function withoutTable(measures: readonly Placed[], locate: Locate): Diagnostic[] {
  const [first] = measures.flatMap(({ measure, path }) =>
    DIMENSIONS.filter((dimension) => measure[dimension] !== undefined).map((dimension) => [...path, dimension]),
  );
  if (!first) return [];
  const hint = '在行或栏目的“取数”里写“表”，如“表: 支出”。';
  return [{ code: 'profile-measure-without-table', severity: 'error', message: '这里没有写从哪张数据表取数。', at: locate(first), hint }];
}

/** What is wrong with a 取数 by itself, at its own place. */
export function measureFindings({ measure, path }: Placed, locate: Locate, form: FormWords): Diagnostic[] {
  return [...measureSlips(measure, form), ...sourceSlips(measure)].map((slip) => placedSlip(slip, path, locate));
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
  return (value.行 ?? []).flatMap((entry, index) => {
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
