import { type Document, inlineText, type Table, type TableCell } from '../document/document.js';
import type { FigureInline, FigureRecord, FigureUnit } from '../document/figure.js';
import { printedTables } from '../document/printed-tables.js';
import { entryTitle, figuresIn, type PlacedText, placedTexts } from '../document/walk.js';
import { columnsOf } from './published-tables.js';

/** The columns of the table of all printed figures. */
export type FigureColumn =
  | '年度'
  | '地区'
  | '部门代码'
  | '部门'
  | '出处'
  | '标题'
  | '行'
  | '栏'
  | '指标'
  | '类别'
  | '功能科目编码'
  | '收入科目编码'
  | '部门经济科目编码'
  | '政府经济科目编码'
  | '性质'
  | '资金'
  | '资金来源'
  | '时段'
  | '年份'
  | '经费'
  | '种类'
  | '单位'
  | '金额'
  | '数值'
  | '计量单位'
  | '印出'
  | '印出单位';

export type FigureRow = Partial<Record<FigureColumn, string>>;

/** What all rows say alike. */
interface Publisher {
  readonly year: string;
  readonly region: string;
  readonly department: string;
  readonly code: string;
}

/** Every figure at every place where it is printed, with what it is about. */
export function figureRows(document: Document, { year, region, department, code }: Publisher): FigureRow[] {
  const titles = new Map(printedTables(document).map(({ table, title }) => [table, title ? inlineText(title.title) : table.title]));
  // Most figures are printed in several places.
  const known = new Map<string, FigureRow>();
  const common = { 年度: year, 地区: region, 部门代码: code, 部门: department };
  return placedTexts(document).flatMap((text) => {
    const figures = figuresIn(text.content);
    const place = figures.length === 0 ? {} : placeOf(text, titles);
    return figures.map(({ figure, index }) => {
      const after = text.content[index + 1]?.text ?? '';
      const about = known.get(figure.figure) ?? aboutOf(document.figures[figure.figure]);
      known.set(figure.figure, about);
      return { ...common, ...place, ...about, ...valueOf(figure, after, text) };
    });
  });
}

function placeOf(text: PlacedText, titles: ReadonlyMap<Table, string>): FigureRow {
  const { block, cell, slice, headings } = text;
  if (block.type === 'table' && cell) {
    const row = block.rows[cell.row];
    const isLabel = ({ column, content }: TableCell): boolean =>
      column < cell.column && content.every(({ type }) => type === 'text') && inlineText(content) !== '';
    const label = inlineText(row?.cells.findLast(isLabel)?.content ?? []);
    return { 出处: '表', 标题: titles.get(block) ?? '', 行: label, 栏: columnsOf(block)[cell.column]?.join('/') ?? '' };
  }
  const under = headings.map(entryTitle).join('/');
  return block.type === 'chart' ? { 出处: '图', 标题: block.title, 行: slice ?? '' } : { 出处: '文', 标题: under };
}

/** Which classification a fact table's 科目 is of. */
const CODES: Readonly<Record<string, FigureColumn>> = { 收入: '收入科目编码', 基本支出经济分类: '部门经济科目编码' };

/** What a figure's record says of it, under the names of the columns. */
function aboutOf(record: FigureRecord | undefined): FigureRow {
  const {
    表 = '',
    科目 = '',
    政府科目 = '',
    性质 = '',
    资金 = '',
    来源 = '',
    时段 = '',
    年份 = '',
    三公项目 = '',
    ...rest
  } = record?.about ?? {};
  const { 单位 = '', 经费 = '', 种类 = '' } = rest;
  return {
    指标: record?.label ?? '',
    类别: 表,
    [CODES[表] ?? '功能科目编码']: 科目,
    政府经济科目编码: 政府科目,
    性质,
    资金,
    资金来源: 来源,
    时段,
    年份,
    经费,
    种类: 种类 || 三公项目,
    单位,
  };
}

const UNITS: Readonly<Record<FigureUnit, string>> = { yuan: '元', ratio: '比率', count: '个', squareMetre: '平方米' };

function valueOf({ value, unit, text }: FigureInline, after: string, { under }: PlacedText): FigureRow {
  const inText = /^(?:万元|元)/.exec(after)?.[0];
  const ofTable = under?.type === 'tableTitle' ? /万元|元/.exec(`${under.right} ${under.middle ?? ''}`)?.[0] : undefined;
  const printedUnit = unit === 'yuan' ? (inText ?? ofTable ?? '') : '';
  return { [unit === 'yuan' ? '金额' : '数值']: value, 计量单位: UNITS[unit], 印出: text, 印出单位: printedUnit };
}
