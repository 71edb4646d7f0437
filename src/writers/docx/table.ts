import type { Document, Table, TableCell, TableRow } from '../../document/document.js';
import { total } from '../../plain/objects.js';
import { twipHeights, twipWidths } from './geometry.js';
import { headerShade, sizedStyle } from './helper-styles.js';
import { inlineToDocx } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { cleanText, type Markup, tableLook, val, type XmlChild, xml } from './xml.js';

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
function rowProperties(height: number, header: boolean): string {
  const size = `<w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/>`;
  return header ? `<w:trPr>${FIRST_ROW}${size}<w:tblHeader/></w:trPr>` : `<w:trPr>${size}</w:trPr>`;
}

/** Where a divided row goes on there is no rule, and its text begins at the top. */
interface Piece {
  readonly borders: Markup;
  readonly alignment: Markup;
}

/** A piece right under the one before it; one that begins a page is under a rule, as the page before ends with one. */
const goesOn = (row: TableRow | undefined): boolean => row?.piece === 'next' && !row.beginsPage;

function pieceOf(row: TableRow | undefined, below: TableRow | undefined): Piece | undefined {
  const [top, bottom] = [goesOn(row), goesOn(below)];
  return top || bottom ? { borders: withoutRules(top, bottom), alignment: val('w:vAlign', 'top') } : undefined;
}

const withoutRules = (top: boolean, bottom: boolean): Markup =>
  xml('w:tcBorders', undefined, top ? val('w:top', 'nil') : undefined, bottom ? val('w:bottom', 'nil') : undefined);

/** What all cells of a row share. */
interface RowLooks {
  readonly widths: readonly number[];
  readonly shade: XmlChild;
  readonly piece: Piece | undefined;
  readonly size: number | undefined;
}

/** There are thousands of cells: each is one text, without the tree that `xml` is called along. */
function slotToDocx(slot: Slot, looks: RowLooks): Markup {
  const { cell, column, span } = slot;
  const width = total(looks.widths, column, column + span);
  const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}${slotLooks(slot, looks)}</w:tcPr>`;
  const { style = 'tableText' } = cell ?? {};
  const id = looks.size === undefined ? styleId(style) : sizedStyle(style, looks.size).id;
  const text = cell === undefined || slot.merge === 'continue' ? '' : (inlineToDocx(cell.content) ?? '');
  return `<w:tc>${properties}<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${text}</w:p></w:tc>` as Markup;
}

function slotLooks({ cell, merge }: Slot, { shade, piece }: RowLooks): string {
  const { top, bottom }: Partial<PartCell> = cell ?? {};
  const own = merge === undefined ? piece : undefined;
  const borders = top || bottom ? withoutRules(top === 'open', bottom === 'open') : (own?.borders ?? '');
  const merged = merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`;
  return `${merged}${borders}${shade ?? ''}${own?.alignment ?? ''}`;
}

/** A part of a cell that Word has to have in two: no rule between them. */
interface PartCell extends TableCell {
  readonly top?: 'open';
  readonly bottom?: 'open';
}

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
  const below: PartCell[] = [];
  const whole = rows.map((row, index) => {
    if (!row.cells.some((cell) => isCut(cell, index))) return row;
    const cells = row.cells.map((cell): PartCell => {
      if (!isCut(cell, index)) return cell;
      below.push({ ...cell, content: [], rowSpan: index + (cell.rowSpan ?? 1) - cut, top: 'open' });
      return { ...cell, rowSpan: cut - index, bottom: 'open' };
    });
    return { ...row, cells };
  });
  const row = rows[cut];
  if (row && below.length > 0) whole[cut] = { ...row, cells: [...row.cells, ...below].sort((a, b) => a.column - b.column) };
  return whole;
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
    const piece = pieceOf(table.rows[index], table.rows[index + 1]);
    const looks = { widths, shade: ownShade, piece, size: table.textSize };
    let row = `<w:tr>${rowProperties(heights[index] ?? 0, header)}`;
    for (const slot of slots) row += slotToDocx(slot, looks);
    yield `${row}</w:tr>` as Markup;
    index += 1;
  }
  yield '</w:tbl>' as Markup;
}

/** One `w:tc`: a cell, the part of a cell that comes down from a row above, or a hole in the grid. */
interface Slot {
  readonly column: number;
  readonly span: number;
  readonly merge: 'restart' | 'continue' | undefined;
  /** Of a part that comes down, the cell that it belongs to: its text stands above. */
  readonly cell: TableCell | undefined;
}

/** A cell that goes on below its row. */
interface Open {
  readonly cell: TableCell;
  readonly rowsLeft: number;
}

function slotAt(column: number, cell: TableCell | undefined, open: Open | undefined): Slot {
  if (cell !== undefined) return { column, span: cell.columnSpan ?? 1, merge: (cell.rowSpan ?? 1) > 1 ? 'restart' : undefined, cell };
  if (open !== undefined) return { column, span: open.cell.columnSpan ?? 1, merge: 'continue', cell: open.cell };
  return { column, span: 1, merge: undefined, cell };
}

/** Every row with all its cells, those included that a span covers: Word wants each row to fill the grid. */
export function* gridOf(table: Table): Iterable<Slot[]> {
  const columns = table.columnWidths.length;
  const open = new Map<number, Open>();
  for (const row of table.rows) {
    yield slotsOf(row, open, columns);
    goOn(open, row);
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

/** What goes on below a row: the cells that came down to it, but for those that end there, and those that begin in it. */
function goOn(open: Map<number, Open>, row: TableRow): void {
  for (const [column, { cell, rowsLeft }] of open)
    if (rowsLeft > 1) open.set(column, { cell, rowsLeft: rowsLeft - 1 });
    else open.delete(column);
  for (const cell of row.cells) if ((cell.rowSpan ?? 1) > 1) open.set(cell.column, { cell, rowsLeft: (cell.rowSpan ?? 1) - 1 });
}
