import type { Document } from '../document/document.js';
import { csvText, type DataField, type DataResource, dataPackage } from './data-package.js';
import { FIGURE_FIELDS, figureRows } from './open-data-figures.js';
import { type PublicationData, type PublishedInput, publicationData } from './published-data.js';
import type { DataTable } from './published-tables.js';

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
  return table.columns.map((over, column) => {
    const name = over.join('/') || `第${column + 1}列`;
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const cells = table.rows.flatMap((row) => row.filter((cell) => cell.column === column && cell.text !== ''));
    const isNumber = cells.length > 0 && cells.every((cell) => cell.figure !== undefined && plainNumber(cell.text) !== undefined);
    return { name: times === 1 ? name : `${name}（${times}）`, type: isNumber ? 'number' : 'string' };
  });
}

function gridOf(table: DataTable): string[][] {
  return table.rows.map((row) => {
    const cells = new Map(row.map((cell) => [cell.column, cell.figure ? (plainNumber(cell.text) ?? cell.text) : cell.text]));
    return table.columns.map((_, column) => cells.get(column) ?? '');
  });
}

const plainNumber = (printed: string): string | undefined =>
  /^-?\d[\d,]*(\.\d+)?$/.test(printed) ? printed.replaceAll(',', '') : undefined;

function formResource(forms: readonly DataTable[]): DataResource {
  const width = Math.max(...forms.flatMap(({ rows }) => rows.flat().map(({ column }) => column + 1)));
  const columns = Array.from({ length: width }, (_, index) => `第${index + 1}列`);
  const fields = ['表', '行', ...columns].map((name): DataField => ({ name, type: name === '行' ? 'integer' : 'string' }));
  const rows = forms.flatMap(({ title, rows }) =>
    rows.map((row, index) => {
      const cells = new Map(row.map(({ column, text }) => [column, text]));
      return [title, String(index + 1), ...columns.map((_, column) => cells.get(column) ?? '')];
    }),
  );
  return { name: 'performance-forms', path: '绩效目标表.csv', title: '各项目的绩效目标表', fields, rows };
}
