import type { Document } from '../document/document.js';
import { csvText } from './csv.js';
import { type DataField, type DataResource, dataPackage } from './data-package.js';
import { type FigureColumn, figureRows } from './open-data-figures.js';
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
  const about = { year, region, department, code: definition.department.部门.代码 };
  const rows = figureRows(document, about);
  const fields = Object.keys(FIELDS).map((name) => ({ name, ...FIELDS[name as FigureColumn] }));
  return {
    name: 'figures',
    path: '全部数据.csv',
    title: '公开文件印出的全部数据，一行一个数',
    fields,
    rows: rows.map((row) => fields.map(({ name }) => row[name as FigureColumn] ?? '')),
  };
}

const FIELDS: Readonly<Record<FigureColumn, Omit<DataField, 'name'>>> = {
  年度: { type: 'year', constraints: { required: true } },
  地区: { type: 'string', constraints: { required: true } },
  部门代码: { type: 'string', constraints: { required: true, pattern: '[0-9]{3,9}' } },
  部门: { type: 'string', constraints: { required: true } },
  出处: { type: 'string', description: '表、文或图', constraints: { required: true, enum: ['表', '文', '图'] } },
  标题: { type: 'string', description: '所在的表，或所在的部分和标题', constraints: { required: true } },
  行: { type: 'string', description: '所在的行' },
  栏: { type: 'string', description: '所在的栏，自上而下' },
  指标: { type: 'string', description: '这个数是什么' },
  类别: { type: 'string', description: '收入、支出、项目支出、“三公”经费等' },
  功能科目编码: { type: 'string', description: '支出功能分类科目；上级科目是前几位' },
  收入科目编码: { type: 'string', description: '收入分类科目' },
  部门经济科目编码: { type: 'string', description: '部门预算支出经济分类科目；上级科目是前几位' },
  政府经济科目编码: { type: 'string', description: '政府预算支出经济分类科目' },
  性质: { type: 'string', description: '基本支出、项目支出，或上缴上级、事业单位经营、对附属单位补助支出' },
  资金: { type: 'string' },
  资金来源: { type: 'string' },
  时段: { type: 'string', description: '当年或上年结转' },
  年份: { type: 'string', description: '本年或上年' },
  经费: { type: 'string', description: '人员经费或公用经费' },
  种类: { type: 'string' },
  单位: { type: 'string', description: '所属单位' },
  金额: { type: 'number', description: '金额，以元计，没有舍入' },
  数值: { type: 'number', description: '比率（1 为 100%）、个数、面积' },
  计量单位: { type: 'string' },
  印出: { type: 'string', description: '印出的写法', constraints: { required: true } },
  印出单位: { type: 'string' },
};

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
