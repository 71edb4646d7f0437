import { type Document, inlineText, type Table, type TableCell } from '../document/document.js';
import type { FigureInline, FigureRecord, FigureUnit } from '../document/figure.js';
import { printedTables } from '../document/printed-tables.js';
import { entryTitle, type PlacedText, placedTexts } from '../document/walk.js';
import { oncePer } from '../plain/objects.js';
import { csvText, type DataField, type DataResource, dataPackage } from './data-package.js';
import { type PublicationData, type PublishedInput, publicationData } from './published-data.js';
import { columnsOf, type DataCell, type DataTable } from './published-tables.js';

/** The disclosure's figures for programs: CSV files and their description, in one archive. Nothing is in it that is not printed. */
export async function openData(input: PublishedInput): Promise<Uint8Array> {
  const { zip } = await import('../writers/zip.js');
  const data = publicationData(input);
  const resources = [allFigures(input.document, data, input), ...tableResources(data)];
  const files = resources.map(({ path, fields, rows }) => [path, csvText([fields.map(({ name }) => name), ...rows])] as const);
  const described = JSON.stringify(dataPackage(data, resources), undefined, 2);
  return zip(new Map([['datapackage.json', `${described}\n`], ...files]));
}

/** Every printed figure, a row each. */
function allFigures(document: Document, { year, region, department }: PublicationData, { definition }: PublishedInput): DataResource {
  return {
    name: 'figures',
    path: '全部数据.csv',
    title: '公开文件印出的全部数据，一行一个数',
    fields: FIGURE_FIELDS,
    rows: figureRows(document, { year, region, department, code: definition.department.部门.代码 }),
  };
}

/** A table each; forms have one grid, so that all of them are one. */
function tableResources({ tables }: PublicationData): DataResource[] {
  const published = tables.filter(({ unit }) => unit !== undefined);
  const forms = tables.filter(({ unit }) => unit === undefined);
  const own = published.map((table, index) => {
    const number = String(index + 1).padStart(2, '0');
    const path = `报表/${number}-${fileName(table.title)}.csv`;
    return { name: `table-${number}`, path, title: titleOf(table), fields: fieldsOf(table), rows: gridOf(table) };
  });
  return forms.length === 0 ? own : [...own, formResource(forms)];
}

const titleOf = ({ label, title, unit }: DataTable): string => [label, title, unit].filter((one) => one !== undefined).join('　');
const fileName = (title: string): string => title.replace(/[^\p{Script=Han}\p{L}\p{N}（）-]+/gu, '-');

/** Columns of figures are numbers, the others texts; a name that comes twice gets a number. */
function fieldsOf(table: DataTable): DataField[] {
  const names = new Map<string, number>();
  const columns = { ofNumbers: new Set<number>(), ofTexts: new Set<number>() };
  for (const cell of table.rows.flat())
    if (cell.text !== '') (numberIn(cell) === undefined ? columns.ofTexts : columns.ofNumbers).add(cell.column);
  return table.columns.map((over, column) => {
    const name = over.join('/') || `第${column + 1}列`;
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const isNumber = columns.ofNumbers.has(column) && !columns.ofTexts.has(column);
    return { name: times === 1 ? name : `${name}（${times}）`, type: isNumber ? 'number' : 'string' };
  });
}

const gridOf = ({ rows, columns }: DataTable): string[][] =>
  rows.map((row) => textsOf(row, columns.length, (cell) => numberIn(cell) ?? cell.text));

/** One text a column, '' where no cell begins. */
function textsOf(row: readonly DataCell[], width: number, textOf: (cell: DataCell) => string): string[] {
  const texts = new Array<string>(width).fill('');
  for (const cell of row) if (cell.column < width) texts[cell.column] = textOf(cell);
  return texts;
}

/** The plain number that a cell with a figure prints. */
const numberIn = ({ figure, text }: DataCell): string | undefined =>
  figure && /^-?\d[\d,]*(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : undefined;

function formResource(forms: readonly DataTable[]): DataResource {
  const width = Math.max(...forms.flatMap(({ rows }) => rows.flat().map(({ column }) => column + 1)));
  const columns = Array.from({ length: width }, (_, index) => `第${index + 1}列`);
  const fields = ['表', '行', ...columns].map((name): DataField => ({ name, type: name === '行' ? 'integer' : 'string' }));
  const rows = forms.flatMap(({ title, rows }) =>
    rows.map((row, index) => [title, String(index + 1), ...textsOf(row, width, ({ text }) => text)]),
  );
  return { name: 'performance-forms', path: '绩效目标表.csv', title: '各项目的绩效目标表', fields, rows };
}

/** What all rows say alike. */
interface Publisher {
  readonly year: string;
  readonly region: string;
  readonly department: string;
  readonly code: string;
}

/** A figure at one place where it is printed. */
interface Printing {
  readonly publisher: Publisher;
  readonly place: PrintedPlace;
  readonly label: string;
  /** What it is about, by dimension; 表 is its fact table. */
  readonly about: Readonly<Record<string, string>>;
  readonly figure: FigureInline;
  readonly printedUnit: string;
}

interface PrintedPlace {
  readonly kind: '表' | '文' | '图';
  readonly title: string;
  readonly row: string;
  readonly column: string;
}

interface Column extends Omit<DataField, 'name'> {
  readonly of: (printing: Printing) => string | undefined;
}

/** Which classification a fact table's 科目 is of. */
const CODES: Readonly<Record<string, string>> = { 收入: '收入科目编码', 基本支出经济分类: '部门经济科目编码' };

const codeFor =
  (column: string): Column['of'] =>
  ({ about }) =>
    (CODES[about['表'] ?? ''] ?? '功能科目编码') === column ? about['科目'] : '';

const UNITS: Readonly<Record<FigureUnit, string>> = { yuan: '元', ratio: '比率', count: '个', squareMetre: '平方米' };

const required = { required: true } as const;

/** The table of all printed figures: its columns in order, and what each says of a figure. */
const COLUMNS: Readonly<Record<string, Column>> = {
  年度: { type: 'year', constraints: required, of: ({ publisher }) => publisher.year },
  地区: { type: 'string', constraints: required, of: ({ publisher }) => publisher.region },
  部门代码: { type: 'string', constraints: { required: true, pattern: '[0-9]{3,9}' }, of: ({ publisher }) => publisher.code },
  部门: { type: 'string', constraints: required, of: ({ publisher }) => publisher.department },
  出处: {
    type: 'string',
    description: '表、文或图',
    constraints: { required: true, enum: ['表', '文', '图'] },
    of: ({ place }) => place.kind,
  },
  标题: { type: 'string', description: '所在的表，或所在的部分和标题', constraints: required, of: ({ place }) => place.title },
  行: { type: 'string', description: '所在的行', of: ({ place }) => place.row },
  栏: { type: 'string', description: '所在的栏，自上而下', of: ({ place }) => place.column },
  指标: { type: 'string', description: '这个数是什么', of: ({ label }) => label },
  类别: { type: 'string', description: '收入、支出、项目支出、“三公”经费等', of: ({ about }) => about['表'] },
  功能科目编码: { type: 'string', description: '支出功能分类科目；上级科目是前几位', of: codeFor('功能科目编码') },
  收入科目编码: { type: 'string', description: '收入分类科目', of: codeFor('收入科目编码') },
  部门经济科目编码: {
    type: 'string',
    description: '部门预算支出经济分类科目；上级科目是前几位',
    of: codeFor('部门经济科目编码'),
  },
  政府经济科目编码: { type: 'string', description: '政府预算支出经济分类科目', of: ({ about }) => about['政府科目'] },
  性质: {
    type: 'string',
    description: '基本支出、项目支出，或上缴上级、事业单位经营、对附属单位补助支出',
    of: ({ about }) => about['性质'],
  },
  资金: { type: 'string', of: ({ about }) => about['资金'] },
  资金来源: { type: 'string', of: ({ about }) => about['来源'] },
  时段: { type: 'string', description: '当年或上年结转', of: ({ about }) => about['时段'] },
  年份: { type: 'string', description: '本年或上年', of: ({ about }) => about['年份'] },
  经费: { type: 'string', description: '人员经费或公用经费', of: ({ about }) => about['经费'] },
  种类: { type: 'string', of: ({ about }) => about['种类'] || about['三公项目'] },
  单位: { type: 'string', description: '所属单位', of: ({ about }) => about['单位'] },
  金额: { type: 'number', description: '金额，以元计，没有舍入', of: ({ figure }) => (figure.unit === 'yuan' ? figure.value : '') },
  数值: {
    type: 'number',
    description: '比率（1 为 100%）、个数、面积',
    of: ({ figure }) => (figure.unit === 'yuan' ? '' : figure.value),
  },
  计量单位: { type: 'string', of: ({ figure }) => UNITS[figure.unit] },
  印出: { type: 'string', description: '印出的写法', constraints: required, of: ({ figure }) => figure.text },
  印出单位: { type: 'string', of: ({ printedUnit }) => printedUnit },
};

const FIGURE_FIELDS: readonly DataField[] = Object.entries(COLUMNS).map(([name, { of, ...field }]) => ({ name, ...field }));

/** Every figure at every place where it is printed, with what it is about; by the columns of `FIGURE_FIELDS`. */
function figureRows(document: Document, publisher: Publisher): string[][] {
  const titles = new Map(printedTables(document).map(({ table, title }) => [table, title ? inlineText(title.title) : table.title]));
  const columns = Object.values(COLUMNS);
  return placedTexts(document).flatMap((text) => {
    const place = text.figures.length === 0 ? undefined : placeOf(text, titles);
    if (!place) return [];
    return text.figures.map(({ figure, index }) => {
      const { label = '', about = {} }: Partial<FigureRecord> = document.figures[figure.figure] ?? {};
      const printing = { publisher, place, label, about, figure, printedUnit: unitOf(figure, text, index) };
      return columns.map(({ of }) => of(printing) ?? '');
    });
  });
}

function placeOf({ block, cell, slice, headings }: PlacedText, titles: ReadonlyMap<Table, string>): PrintedPlace {
  if (block.type === 'table' && cell) {
    const row = block.rows[cell.row];
    const isLabel = ({ column, content }: TableCell): boolean =>
      column < cell.column && content.every(({ type }) => type === 'text') && inlineText(content) !== '';
    const label = inlineText(row?.cells.findLast(isLabel)?.content ?? []);
    return { kind: '表', title: titles.get(block) ?? '', row: label, column: columnNames(block)[cell.column] ?? '' };
  }
  if (block.type === 'chart') return { kind: '图', title: block.title, row: slice ?? '', column: '' };
  return { kind: '文', title: headings.map(entryTitle).join('/'), row: '', column: '' };
}

const columnNames = oncePer((table: Table) => columnsOf(table).map((over) => over.join('/')));

/** The unit that an amount is printed in: as its text goes on, or as its table says. */
function unitOf({ unit }: FigureInline, { content, under }: PlacedText, index: number): string {
  if (unit !== 'yuan') return '';
  const inText = /^(?:万元|元)/.exec(content[index + 1]?.text ?? '')?.[0];
  const ofTable = under?.type === 'tableTitle' ? /万元|元/.exec(`${under.right} ${under.middle ?? ''}`)?.[0] : undefined;
  return inText ?? ofTable ?? '';
}
