import { escapeMarkup } from '../../plain/escape-markup.js';
import { cellName, columnLetters } from '../../spreadsheet/cells.js';
import type { StyleTable } from './styles.js';
import type { CellStyle, Offer, Sheet, SheetCell, SheetColumn, SheetRow } from './workbook.js';

/** As the format knows them. */
const PAPER_NUMBERS = { A3: 8, A4: 9 } as const;

/** One worksheet; its parts in the order of the schema. */
export function sheetXml(sheet: Sheet, styles: StyleTable, isFirst: boolean): string {
  const { columns, rows, isProtected = false, alarms = [], offers = [], print } = sheet;
  return ''.concat(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="18"/>',
    `<cols>${columns.map((column, index) => columnXml(column, index, styles)).join('')}${beyondXml(sheet, styles)}</cols>`,
    `<sheetData>${rowsXml(rows, styles)}</sheetData>`,
    isProtected ? PROTECTION : '',
    mergesXml(rows),
    alarms.map(({ range, formula }, index) => alarmXml(range, formula, index + 1)).join(''),
    offers.length > 0 ? `<dataValidations count="${offers.length}">${offers.map(offerXml).join('')}</dataValidations>` : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${PAPER_NUMBERS[print.paper ?? 'A4']}" orientation="${print.orientation}" fitToWidth="${print.pagesWide ?? 1}" fitToHeight="0"/>`,
    `<headerFooter>${print.header === undefined ? '' : `<oddHeader>&amp;C${safeText(print.header)}</oddHeader>`}<oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  );
}

/** Everything that does not hurt the form stays allowed; rows may be put in and taken out where a sheet is protected. */
const PROTECTION =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>';

/** Characters that XML 1.0 cannot hold. */
const UNWRITABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Most texts: neither unwritable characters nor an underline. */
const PLAIN = /^[\t\n\u0020-^`-\uD7FF\uE000-\uFFFD]*$/;

/** Text as a sheet holds it: `_x0041_` is Excel's own way to write a character, so one that is typed is escaped. */
export const safeText = (text: string): string =>
  escapeMarkup(PLAIN.test(text) ? text : text.replace(UNWRITABLE, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

function viewXml({ frozen, isHidden }: Sheet, isFirst: boolean): string {
  const selected = isFirst && !isHidden ? ' tabSelected="1"' : '';
  if (!frozen) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`;
  const { rows, columns } = frozen;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const paneXml = `<pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${pane}" state="frozen"/>`;
  return `<sheetViews><sheetView${selected} workbookViewId="0">${paneXml}<selection pane="${pane}"/></sheetView></sheetViews>`;
}

/** A width in characters of the body's face at 11 points, of which a digit takes 5.25. */
function columnXml({ width, isHidden = false, style }: SheetColumn, index: number, styles: StyleTable): string {
  const look = style ? ` style="${styles.of(style)}"` : '';
  const characters = Math.round((width / 5.25 + 0.7) * 100) / 100;
  return `<col min="${index + 1}" max="${index + 1}" width="${characters}" customWidth="1"${look}${isHidden ? ' hidden="1"' : ''}/>`;
}

/** As many columns as a sheet has. */
const MOST_COLUMNS = 16384;

const beyondXml = ({ columns, beyond }: Sheet, styles: StyleTable): string =>
  beyond ? `<col min="${columns.length + 1}" max="${MOST_COLUMNS}" width="12" style="${styles.of(beyond)}"/>` : '';

/** The most that Excel takes. */
const HIGHEST_ROW = 409;

function rowsXml(rows: readonly SheetRow[], styles: StyleTable): string {
  const covered = coveredFromAbove(rows);
  let all = '';
  for (const [index, row] of rows.entries()) all += rowXml(row, index, styles, covered.get(index));
  return all;
}

function rowXml({ cells, height }: SheetRow, index: number, styles: StyleTable, underOthers: readonly SheetCell[] = []): string {
  const places: string[] = [];
  for (const cell of underOthers) blanks(places, cell, cell.column, index, styles);
  for (const cell of cells) {
    places[cell.column] = cellXml(cell, index, styles);
    blanks(places, cell, cell.column + 1, index, styles);
  }
  const high = height === undefined ? '' : ` ht="${Math.min(Math.round(height * 100) / 100, HIGHEST_ROW)}" customHeight="1"`;
  let row = `<row r="${index + 1}"${high}>`;
  for (const place of places) if (place !== undefined) row += place;
  return `${row}</row>`;
}

/** The places that a cell covers, from one of them on. */
function blanks(places: string[], { column, columnSpan = 1, style }: SheetCell, from: number, row: number, styles: StyleTable): void {
  for (let at = from; at < column + columnSpan; at += 1) places[at] = blankXml(row, at, style, styles);
}

/** By row: the cells of rows above that reach down into it. Without a look of their own these places would have no borders. */
function coveredFromAbove(rows: readonly SheetRow[]): ReadonlyMap<number, readonly SheetCell[]> {
  const found = new Map<number, SheetCell[]>();
  for (const [row, { cells }] of rows.entries())
    for (const cell of cells) {
      const { rowSpan = 1 } = cell;
      for (let below = row + 1; below < row + rowSpan; below += 1) {
        const others = found.get(below);
        if (others) others.push(cell);
        else found.set(below, [cell]);
      }
    }
  return found;
}

const blankXml = (row: number, column: number, style: CellStyle, styles: StyleTable): string =>
  `<c r="${cellName(row, column)}" s="${styles.of(style)}"/>`;

function cellXml({ column, value, style }: SheetCell, row: number, styles: StyleTable): string {
  const head = `<c r="${cellName(row, column)}" s="${styles.of(style)}"`;
  if (value === undefined || ('text' in value && value.text === '')) return `${head}/>`;
  if ('number' in value) return `${head}><v>${value.number}</v></c>`;
  if ('formula' in value) return `${head}><f>${safeText(value.formula)}</f></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${safeText(value.text)}</t></is></c>`;
}

function mergesXml(rows: readonly SheetRow[]): string {
  let [count, merges] = [0, ''];
  for (const [row, { cells }] of rows.entries())
    for (const { column, columnSpan = 1, rowSpan = 1 } of cells) {
      if (columnSpan === 1 && rowSpan === 1) continue;
      count += 1;
      merges += `<mergeCell ref="${cellName(row, column)}:${cellName(row + rowSpan - 1, column + columnSpan - 1)}"/>`;
    }
  return count === 0 ? '' : `<mergeCells count="${count}">${merges}</mergeCells>`;
}

const alarmXml = (range: string, formula: string, priority: number): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="0" priority="${priority}"><formula>${safeText(formula)}</formula></cfRule></conditionalFormatting>`;

/** What Excel takes of a note: 32 characters of title, 255 of text. */
const cut = (text: string, length: number): string => safeText([...text].slice(0, length).join(''));

function offerXml({ range, values, note }: Offer): string {
  const title = note ? ` showInputMessage="1" promptTitle="${cut(note.title, 32)}" prompt="${cut(note.text, 250)}"` : '';
  if (values === undefined) return `<dataValidation allowBlank="1"${title} sqref="${range}"/>`;
  const list = typeof values === 'string' ? values : `"${values.join(',')}"`;
  const warning = ' errorStyle="warning" showErrorMessage="1" errorTitle="不在清单里" error="清单里没有这个写法。确认没有写错的，选“是”。"';
  return `<dataValidation type="list" allowBlank="1"${warning}${title} sqref="${range}"><formula1>${safeText(list)}</formula1></dataValidation>`;
}

/** The rows and columns that a sheet's printed pages repeat, as a name of the workbook. */
export function printTitles({ name, print: { titleRows, titleColumns } }: Sheet): string | undefined {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const columns = titleColumns === undefined ? [] : [`${sheet}$A:$${columnLetters(titleColumns - 1)}`];
  const rows = titleRows === undefined ? [] : [`${sheet}$${titleRows[0]}:$${titleRows[1]}`];
  return [...columns, ...rows].join(',') || undefined;
}
