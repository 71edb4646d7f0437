import type { Document, Table, TableCell, TableRow } from '../../document/document.js';
import { total } from '../../plain/objects.js';
import { twipHeights, twipWidths } from './geometry.js';
import { headerShade, sizedStyle } from './helper-styles.js';
import { inlineToDocx } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { cleanText, type Markup, on, paragraphXml, tableLook, val, type XmlChild, xml } from './xml.js';

const width = (name: string, value: number): Markup => xml(name, { 'w:w': value, 'w:type': 'dxa' });

/** Marks for programs that do not work out themselves which rows are headers. */
const FIRST_ROW = val('w:cnfStyle', '100000000000');

/** The first column names its row where a cell of it says so. */
function namesRows(table: Table): boolean {
  return table.rows.some((row) => row.cells.some((cell) => cell.column === 0 && cell.scope === 'row'));
}

function tableProperties(table: Table, widths: readonly number[]): Markup {
  return xml(
    'w:tblPr',
    undefined,
    val('w:tblStyle', (table.cellPadding === undefined ? HELPER_STYLES.table : HELPER_STYLES.form).id),
    width('w:tblW', total(widths)),
    val('w:jc', 'center'),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    tableLook({ firstRow: table.headerRows > 0, firstColumn: namesRows(table) }),
    val('w:tblCaption', cleanText(table.title)),
    val('w:tblDescription', cleanText(table.alternativeText)),
  );
}

/** Rows are never split, and exactly as high as the PDF draws them; the first are repeated on every page. */
function rowProperties(height: number, header: boolean): Markup {
  return xml(
    'w:trPr',
    undefined,
    header ? FIRST_ROW : undefined,
    on('w:cantSplit'),
    xml('w:trHeight', { 'w:val': height, 'w:hRule': 'exact' }),
    header ? on('w:tblHeader') : undefined,
  );
}

function cellText({ style = 'tableText', content = [] }: Partial<TableCell> = {}, size: number | undefined): Markup {
  const id = size === undefined ? styleId(style) : sizedStyle(style, size).id;
  return paragraphXml({ properties: [val('w:pStyle', id)], content: [inlineToDocx(content)] });
}

/** Where a divided row goes on there is no rule, and its text begins at the top. */
interface Piece {
  readonly goesOn: boolean;
  readonly goesOnBelow: boolean;
}

/** A piece right under the one before it; one that begins a page is under a rule, as the page before ends with one. */
const goesOn = (row: TableRow | undefined): boolean => row?.piece === 'next' && !row.beginsPage;

function pieceProperties({ goesOn, goesOnBelow }: Piece): XmlChild[] {
  const none = (side: string) => xml(side, { 'w:val': 'nil' });
  const borders = xml('w:tcBorders', undefined, goesOn ? none('w:top') : undefined, goesOnBelow ? none('w:bottom') : undefined);
  return goesOn || goesOnBelow ? [borders, val('w:vAlign', 'top')] : [];
}

/** What all cells of a row share. */
interface RowLooks {
  readonly widths: readonly number[];
  readonly shade: XmlChild;
  readonly piece: Piece;
  readonly size: number | undefined;
}

function slotToDocx({ cell, span, merge, column }: Slot, { widths, shade, piece, size }: RowLooks): Markup {
  const [borders, alignment] = merge === undefined ? pieceProperties(piece) : [];
  const open = OPEN_SIDES.flatMap((side) => (cell && (cell as PartCell)[side] ? [val(`w:${side}`, 'nil')] : []));
  return xml(
    'w:tc',
    undefined,
    xml(
      'w:tcPr',
      undefined,
      width('w:tcW', total(widths.slice(column, column + span))),
      span > 1 ? val('w:gridSpan', span) : undefined,
      merge === undefined ? undefined : val('w:vMerge', merge),
      open.length > 0 ? xml('w:tcBorders', undefined, ...open) : borders,
      shade,
      alignment,
    ),
    cellText(cell, size),
  );
}

/** A part of a cell that Word has to have in two: no rule between them. */
interface PartCell extends TableCell {
  readonly top?: 'open';
  readonly bottom?: 'open';
}
const OPEN_SIDES = ['top', 'bottom'] as const;

/**
 * Word repeats only the first rows of a table: where rows within it are heads of those below, the table is given to Word
 * in parts, each with its heads first.
 */
export function tableParts(table: Table): readonly Table[] {
  const { rows } = table;
  if (rows.every(({ under }) => under === undefined)) return [table];
  const headOf = (index: number): number | undefined => rows[index]?.under ?? (rows[index + 1]?.under === index ? index : undefined);
  const starts = rows.flatMap((_, index) => (index === 0 || headOf(index) !== headOf(index - 1) ? [index] : []));
  const heads = starts.filter((start) => headOf(start) === start);
  const whole = [...starts.slice(1), ...heads.map((head) => head + 1)].sort((a, b) => a - b).reduce(cutSpans, rows);
  return starts.map((start, index) => ({
    ...table,
    id: `${table.id}-${index + 1}`,
    headerRows: index === 0 ? table.headerRows : heads.includes(start) ? 1 : 0,
    rows: whole.slice(start, starts[index + 1]),
  }));
}

/** Cells that reach over a cut end there, and go on empty below it. */
function cutSpans(rows: readonly TableRow[], cut: number): readonly TableRow[] {
  const isCut = (cell: TableCell, row: number): boolean => row < cut && row + (cell.rowSpan ?? 1) > cut;
  const below = rows.flatMap((row, index) =>
    row.cells
      .filter((cell) => isCut(cell, index))
      .map((cell): PartCell => ({ ...cell, content: [], rowSpan: index + (cell.rowSpan ?? 1) - cut, top: 'open' })),
  );
  return rows.map((row, index) => {
    if (index === cut) return { ...row, cells: [...row.cells, ...below].sort((a, b) => a.column - b.column) };
    return {
      ...row,
      cells: row.cells.map((cell): PartCell => (isCut(cell, index) ? { ...cell, rowSpan: cut - index, bottom: 'open' } : cell)),
    };
  });
}

/** A table with fixed widths, row after row; borders, padding and vertical centring come from its style. */
export function* tableToDocx(table: Table, document: Document): Iterable<Markup> {
  const widths = twipWidths(table.columnWidths);
  const heights = twipHeights(table.rows.map((row) => row.height));
  const shade = headerShade(document);
  const grid = xml('w:tblGrid', undefined, ...widths.map((column) => xml('w:gridCol', { 'w:w': column })));
  yield `<w:tbl>${tableProperties(table, widths)}${grid}` as Markup;
  let index = 0;
  for (const slots of gridOf(table)) {
    const header = index < table.headerRows;
    // The table style shades the first row; further header rows have to say it themselves.
    const ownShade = header && index > 0 ? shade : undefined;
    const piece = { goesOn: goesOn(table.rows[index]), goesOnBelow: goesOn(table.rows[index + 1]) };
    const cells = slots.map((slot) => slotToDocx(slot, { widths, shade: ownShade, piece, size: table.textSize }));
    yield xml('w:tr', undefined, rowProperties(heights[index] ?? 0, header), ...cells);
    index += 1;
  }
  yield '</w:tbl>' as Markup;
}

/** One `w:tc`: a cell, the part of a cell that comes down from a row above, or a hole in the grid. */
interface Slot {
  readonly column: number;
  readonly span: number;
  readonly merge?: 'restart' | 'continue';
  readonly cell?: TableCell;
}

/** A cell that goes on below its row. */
interface Open {
  readonly cell: TableCell;
  readonly rowsLeft: number;
}

function slotAt(column: number, cell: TableCell | undefined, open: Open | undefined): Slot {
  if (cell !== undefined)
    return { column, span: cell.columnSpan ?? 1, cell, ...((cell.rowSpan ?? 1) > 1 ? { merge: 'restart' as const } : {}) };
  if (open !== undefined) return { column, span: open.cell.columnSpan ?? 1, merge: 'continue', cell: { ...open.cell, content: [] } };
  return { column, span: 1 };
}

/** Every row with all its cells, those included that a span covers: Word wants each row to fill the grid. */
export function* gridOf(table: Table): Iterable<Slot[]> {
  const columns = table.columnWidths.length;
  let open = new Map<number, Open>();
  for (const row of table.rows) {
    const slots = slotsOf(row, open, columns);
    yield slots;
    open = new Map(goingOn(row, open));
  }
}

function slotsOf(row: TableRow, open: ReadonlyMap<number, Open>, columns: number): Slot[] {
  const slots: Slot[] = [];
  let next = 0;
  for (let column = 0; column < columns; ) {
    const cell = row.cells[next]?.column === column ? row.cells[next++] : undefined;
    const slot = slotAt(column, cell, open.get(column));
    slots.push(slot);
    column += slot.span;
  }
  return slots;
}

/** The cells that go on below a row: those that came down to it, and those that begin in it. */
function* goingOn(row: TableRow, open: ReadonlyMap<number, Open>): Iterable<[column: number, Open]> {
  for (const [column, { cell, rowsLeft }] of open) if (rowsLeft > 1) yield [column, { cell, rowsLeft: rowsLeft - 1 }];
  for (const cell of row.cells) if ((cell.rowSpan ?? 1) > 1) yield [cell.column, { cell, rowsLeft: (cell.rowSpan ?? 1) - 1 }];
}
