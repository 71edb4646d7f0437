import { type Document, inlineText, type Table, type TableCell, type TableRow, type TableTitle } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import type { FaceRole, StyleName } from '../../document/layout.js';
import { type PrintedTable, printedTables, wholeRows } from '../../document/printed-tables.js';
import { atSize } from '../../document/sheet.js';
import { Decimal } from '../../money/decimal.js';
import { OFFICIAL_FACES } from '../official-faces.js';
import type { CellStyle, CellValue, Sheet, SheetCell, SheetRow } from './workbook.js';
import { workbookToXlsx } from './write-workbook.js';

/** The published tables and forms as a workbook, a sheet each. */
export async function documentToXlsx(document: Document): Promise<Uint8Array> {
  const { title, author, date } = document.metadata;
  return workbookToXlsx({ title, author, date, sheets: publishedSheets(document).map(({ sheet }) => sheet) });
}

/** The sheets of the published tables and forms, each with the table that it prints. */
export function publishedSheets(document: Document): { readonly sheet: Sheet; readonly table: PrintedTable }[] {
  const tables = printedTables(document);
  const names = sheetNames(tables.map(nameOf));
  const looks = new Looks(document);
  return tables.map((table, index) => ({ table, sheet: sheetOf(table, names[index] ?? '', looks, document) }));
}

const nameOf = ({ title, formTitle }: PrintedTable): string =>
  title?.label ?? (title ? inlineText(title.title) : (formTitle ?? '绩效目标表'));

function sheetOf(printed: PrintedTable, name: string, looks: Looks, { watermark }: Document): Sheet {
  const { table, sheet } = printed;
  const { rows, top } = tableRows(printed, looks);
  return {
    name,
    columns: table.columnWidths.map((width) => ({ width })),
    rows,
    ...(top > 0 && { frozen: { rows: top, columns: 0 } }),
    print: { ...sheet, ...(top > 0 && { titleRows: [1, top] as const }), ...(watermark !== undefined && { header: watermark }) },
  };
}

/** A table's rows from its title to its notes; `top` of them stand over its body. */
function tableRows({ table, title, formTitle, notes }: PrintedTable, looks: Looks): { rows: SheetRow[]; top: number } {
  const width = table.columnWidths.length;
  const line = (text: string, style: CellStyle, size = style.size): SheetRow => ({
    height: size * 1.6,
    cells: [{ column: 0, columnSpan: width, value: { text }, style }],
  });
  const over = title
    ? [
        ...(title.label === undefined ? [] : [line(title.label, looks.plain('tableLabel'))]),
        line(inlineText(title.title), looks.plain('tableTitle')),
        infoRow(title, width, looks),
      ]
    : formTitle === undefined
      ? []
      : [line(formTitle, looks.plain('formTitle'))];
  const cellOf = cellMaker(table, looks);
  const header = table.rows.slice(0, table.headerRows).map((row) => bodyRow(row, cellOf));
  const body = wholeRows(table).map((row) => bodyRow(row, cellOf));
  const under = notes.map((note) => line(note, { ...looks.plain('tableNote'), wraps: true }));
  return { rows: [...over, ...header, ...body, ...under], top: over.length + header.length };
}

/** 部门名称 on the left, 单位 on the right and what there is between them, over at least a column each. */
function infoRow({ left, middle, right }: TableTitle, width: number, looks: Looks): SheetRow {
  const style = looks.plain('tableInfo');
  const rightSpan = width > 3 ? 2 : 1;
  const leftSpan = middle === undefined || width < 3 ? Math.max(width - rightSpan, 1) : Math.ceil((width - rightSpan) / 2);
  const text = (value: string, column: number, columnSpan: number, align: CellStyle['align']): SheetCell => ({
    column,
    columnSpan,
    value: { text: value },
    style: { ...style, align },
  });
  const isTight = middle !== undefined && width < 3;
  const cells = [
    text(isTight ? `${left}　${middle}` : left, 0, leftSpan, 'left'),
    ...(middle === undefined || isTight ? [] : [text(middle, leftSpan, width - rightSpan - leftSpan, 'center')]),
    text(right, width - rightSpan, rightSpan, 'right'),
  ];
  return { height: style.size * 1.6, cells: width > 1 ? cells : cells.slice(0, 1) };
}

const bodyRow = ({ cells, height }: TableRow, cellOf: (cell: TableCell) => SheetCell): SheetRow => ({ height, cells: cells.map(cellOf) });

/** Numbers stay numbers and show what is printed: thousands are separated where the table does so. */
function cellMaker({ rows, textSize }: Table, looks: Looks): (cell: TableCell) => SheetCell {
  const separates = rows.some(({ cells }) => cells.some((cell) => figureOf(cell)?.text.includes(',')));
  return (cell) => {
    const { column, columnSpan = 1, rowSpan = 1, style } = cell;
    const figure = figureOf(cell);
    const number = figure && numberOf(figure.text, separates);
    const value: CellValue = number ? { number: number.number } : { text: inlineText(cell.content) };
    return { column, columnSpan, rowSpan, value, style: looks.cell(style, number?.format, textSize), figure: figure?.figure };
  };
}

/** The figure that a cell prints and nothing else. */
function figureOf({ content }: TableCell): FigureInline | undefined {
  const [only] = content;
  return content.length === 1 && only?.type === 'figure' ? only : undefined;
}

/** A printed number as the cell's value and the format that prints it again. */
function numberOf(printed: string, separates: boolean): { number: string; format: string } | undefined {
  const [, number = '', fraction = '', percent = ''] = /^(-?\d[\d,]*(?:\.(\d+))?)(%?)$/.exec(printed) ?? [];
  if (number === '') return undefined;
  const plain = number.replaceAll(',', '');
  const decimals = fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`;
  if (percent !== '') return { number: new Decimal(plain).div(100).toFixed(), format: `0${decimals}%` };
  return { number: plain, format: `${separates ? '#,##0' : '0'}${decimals}` };
}

const ALIGN = { left: 'left', centre: 'center', right: 'right', justify: 'left' } as const;

/** Looks of a workbook, each made once: equal cells share the object, which the writer knows it by. */
class Looks {
  private readonly known = new Map<string, CellStyle>();

  constructor(private readonly document: Document) {}

  plain(name: StyleName): CellStyle {
    const { face, size, align } = this.document.layout.styles[name];
    return this.once(`${name}/`, () => ({ font: faceName(face), size, align: ALIGN[align] }));
  }

  cell(name: StyleName, format: string | undefined, ownSize: number | undefined): CellStyle {
    return this.once(`${name}/${format}/${ownSize}`, () => this.cellStyle(name, format, ownSize));
  }

  private cellStyle(name: StyleName, format: string | undefined, ownSize: number | undefined): CellStyle {
    const { styles, table } = this.document.layout;
    const { face, size, align, leftIndent } = atSize(styles[name], ownSize);
    const isHeader = name.startsWith('tableHeader') || name === 'formHeader';
    return {
      font: faceName(face),
      size,
      align: ALIGN[align],
      hasBorder: true,
      wraps: format === undefined,
      indent: Math.round(leftIndent),
      ...(isHeader && table.headerFill !== undefined && { fill: table.headerFill }),
      ...(format !== undefined && { format }),
    };
  }

  private once(key: string, make: () => CellStyle): CellStyle {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }
}

const faceName = (face: FaceRole): string => OFFICIAL_FACES[face].name;

/** Excel's own limit, in UTF-16 units. */
const LONGEST = 31;

/** Names that Excel takes, each once: without the characters that it refuses, cut where they are too long. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return wanted.map((one) => {
    const plain = one.replace(/[[\]:*?/\\]/g, '-').replace(/^'+|'+$/g, '') || '表';
    let count = next.get(plain) ?? 1;
    let name = numbered(plain, count++);
    while (taken.has(name.toLowerCase())) name = numbered(plain, count++);
    next.set(plain, count);
    taken.add(name.toLowerCase());
    return name;
  });
}

const numbered = (plain: string, count: number): string => cut(plain, count === 1 ? '' : `（${count}）`);

function cut(text: string, ending: string): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length + ending.length > LONGEST) break;
    kept += character;
  }
  return `${kept}${ending}`;
}
