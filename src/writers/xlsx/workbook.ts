/** A workbook before it is written: what stands where, and how it looks. */
export interface Workbook {
  readonly title: string;
  readonly author: string;
  /** ISO date that the file carries, never the clock's. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** From the first row on, without gaps. */
  readonly rows: readonly SheetRow[];
  readonly print: PrintSetup;
  /** Only its unlocked cells can be typed into; there is no password, as it keeps from slips, not from people. */
  readonly isProtected?: boolean;
  readonly isHidden?: boolean;
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly offers?: readonly Offer[];
  /** The look of all columns behind those that are named. */
  readonly beyond?: CellStyle;
  /** Cells that turn red where a formula holds. */
  readonly alarms?: readonly { readonly range: string; readonly formula: string }[];
}

export interface SheetColumn {
  /** Points. */
  readonly width: number;
  readonly isHidden?: boolean;
  /** Of cells that are not written: an unlocked column takes what is typed below the last row. */
  readonly style?: CellStyle;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** Points; absent: as high as its text. */
  readonly height?: number;
}

export interface SheetCell {
  /** From 0. */
  readonly column: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly value?: CellValue;
  readonly style: CellStyle;
  /** The figure that it prints, by its id: not written, for whoever holds another workbook against this one. */
  readonly figure?: string | undefined;
}

/** A number is given as its decimal text: the sheet's own text is exact where a JS number is not. */
export type CellValue = { readonly text: string } | { readonly number: string } | { readonly formula: string };

/** How a cell looks; equal looks are written once. */
export interface CellStyle {
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly isBold?: boolean;
  /** RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly hasBorder?: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly wraps?: boolean;
  /** Of Excel: `0.00`, `#,##0.00`, `@` for text. */
  readonly format?: string;
  readonly isUnlocked?: boolean;
}

/** Values that a range offers to choose from, and a note that appears beside its cells. Another value is warned of, never stopped. */
export interface Offer {
  readonly range: string;
  /** A range of another sheet, or a short list of words. */
  readonly values?: string | readonly string[];
  readonly note?: { readonly title: string; readonly text: string };
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Absent: A4. */
  readonly paper?: 'A3' | 'A4';
  /** The rows that every page repeats, counted from 1. */
  readonly titleRows?: readonly [first: number, last: number];
  /** How many pages its columns take side by side; absent: one. */
  readonly pagesWide?: number;
  /** The first columns that every page repeats. */
  readonly titleColumns?: number;
  /** Over every page. */
  readonly header?: string;
}
