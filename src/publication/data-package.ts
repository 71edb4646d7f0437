import type { PublicationData } from './published-data.js';

/** A column of a CSV file, as a Table Schema has it. */
export interface DataField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'year';
  readonly description?: string;
  readonly constraints?: { readonly required?: true; readonly enum?: readonly string[]; readonly pattern?: string };
}

/** One file of the open data. */
export interface DataResource {
  /** ASCII, as Frictionless asks for. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly fields: readonly DataField[];
  readonly rows: readonly CsvRow[];
}

/**
 * The description that the files carry: a Tabular Data Package (Frictionless), and in `model` what the columns of all figures
 * mean to a Fiscal Data Package: the approved amount, and by what it is classified.
 */
export function dataPackage(data: PublicationData, resources: readonly DataResource[]): object {
  const { title, department, year, published, watermark } = data;
  return {
    profile: 'tabular-data-package',
    name: `budget-${year}`,
    title: watermark === undefined ? title : `${title}（${watermark}）`,
    description: `${department}${year}年预算公开文件印出的数据。金额以元计；各表是印出的样子，单位见表名。`,
    ...(published !== undefined && { created: `${published}T00:00:00Z` }),
    keywords: ['预算公开', year],
    countryCode: 'CN',
    granularity: 'aggregated',
    fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` },
    contributors: [{ title: department, role: 'publisher' }],
    resources: resources.map(resourceOf),
    model: MODEL,
  };
}

function resourceOf({ name, path, title, fields }: DataResource): object {
  return {
    profile: 'tabular-data-resource',
    name,
    path,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields, missingValues: [''] },
  };
}

const source = (column: string, more: object = {}): object => ({ source: column, resource: 'figures', ...more });

/** Fiscal Data Package 0.3: names of measures and dimensions are its own, sources are our columns. */
const MODEL = {
  measures: { amount: { source: '金额', resource: 'figures', currency: 'CNY', phase: 'approved' } },
  dimensions: {
    fiscalYear: { dimensionType: 'datetime', primaryKey: ['year'], attributes: { year: source('年度') } },
    department: {
      dimensionType: 'entity',
      primaryKey: ['code'],
      attributes: { code: source('部门代码'), name: source('部门', { labelfor: 'code' }) },
    },
    location: { dimensionType: 'location', primaryKey: ['name'], attributes: { name: source('地区') } },
    functional: {
      dimensionType: 'classification',
      classificationType: 'functional',
      primaryKey: ['code'],
      attributes: { code: source('功能科目编码') },
    },
    economic: {
      dimensionType: 'classification',
      classificationType: 'economic',
      primaryKey: ['code'],
      attributes: { code: source('政府经济科目编码') },
    },
    fund: { dimensionType: 'other', primaryKey: ['name'], attributes: { name: source('资金') } },
    nature: { dimensionType: 'other', primaryKey: ['name'], attributes: { name: source('性质') } },
    period: { dimensionType: 'datetime', primaryKey: ['name'], attributes: { name: source('时段') } },
  },
};

/** A row of texts; numbers are given as their decimal text. */
type CsvRow = readonly string[];

/** UTF-8 with its mark, by which Excel knows that it is Chinese; lines end as RFC 4180 has it. */
export const csvText = (rows: readonly CsvRow[]): string => `\uFEFF${rows.map((row) => `${csvRow(row)}\r\n`).join('')}`;

/** Hardly a row has a field that needs quotes. */
const csvRow = (row: CsvRow): string => (needsQuotes(row.join('')) ? row.map(csvField) : row).join(',');

const csvField = (text: string): string => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text);

const needsQuotes = (text: string): boolean => /[",\r\n]/.test(text);
