import type { FigureInline, FigureRecord } from './figure.js';
import type { Layout, StyleName } from './layout.js';
import type { Sheet } from './sheet.js';

/** Running text between figures. Never holds line breaks or markup. */
export interface TextInline {
  readonly type: 'text';
  readonly text: string;
}

export type Inline = TextInline | FigureInline;

/** A heading that the TOC and the outline may list. `level` 1 is a 部分, 2 is 一、, 3 is （一）. */
export interface Heading {
  readonly type: 'heading';
  /** Unique in the document, ASCII, stable: bookmark and destination name. */
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly style: StyleName;
  readonly content: readonly Inline[];
  /** Text of the TOC entry; absent: not in the TOC. */
  readonly tocText?: string;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly style: StyleName;
  readonly content: readonly Inline[];
  /** Never the last line of a page while its follower starts the next one. */
  readonly keepWithNext?: boolean;
  /** Points between characters, on top of the style's: with them every program sets it in the same number of lines. */
  readonly tracking?: number;
}

/** A numbered or bulleted item: one paragraph that begins with its label. */
export interface ListItem {
  /** Typed text, such as «1.» or «（一）»: printed as it stands, never counted by a writer. */
  readonly label: string;
  readonly content: readonly Inline[];
  /** As a paragraph's. */
  readonly tracking?: number;
}

/** Items that follow one another, each printed as a paragraph of the style. */
export interface List {
  readonly type: 'list';
  readonly style: StyleName;
  readonly items: readonly ListItem[];
}

/** One cell of a table grid. Cells covered by a span are not written. */
export interface TableCell {
  readonly style: StyleName;
  readonly content: readonly Inline[];
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** For a row's own header in an accessible table. */
  readonly scope?: 'column' | 'row';
  /** Column in the grid, from 0: where the cell starts. */
  readonly column: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Exact height in points, borders included; enough for every cell's lines. */
  readonly height: number;
  /**
   * Of a row that was divided because no page holds it well: the first piece, or one that goes on without a rule above it.
   * The text of pieces begins at their top.
   */
  readonly piece?: 'first' | 'next';
  /** The row of column heads within the table that it stands under: repeated, instead of the table's first rows, where a page begins with it. */
  readonly under?: number;
  /** Compose saw to it that this row begins a page. */
  readonly beginsPage?: true;
}

/** A table whose geometry is settled: writers only draw it. */
export interface Table {
  readonly type: 'table';
  readonly id: string;
  /** Its name, as a reader would say it. */
  readonly title: string;
  /** What a screen reader says: title and content in a sentence. */
  readonly alternativeText: string;
  /** Points; their sum is at most the text width of the section. */
  readonly columnWidths: readonly number[];
  /** Size of the text in all of its cells, in points; absent: that of their styles. */
  readonly textSize?: number;
  /** Left and right padding of its cells; absent: that of the layout. */
  readonly cellPadding?: number;
  /** The first rows, repeated on each page. */
  readonly headerRows: number;
  readonly rows: readonly TableRow[];
}

/** The block over a table: label («预算公开表1»), centred title, and the line «部门名称：… / 预算年度：… / 单位：万元». Kept with the table. */
export interface TableTitle {
  readonly type: 'tableTitle';
  readonly id: string;
  /** Outline level of the title, one below its 部分. */
  readonly level: 2;
  readonly label?: string;
  readonly title: readonly Inline[];
  readonly tocText: string;
  readonly left: string;
  /** Between them, such as «预算年度：2026». */
  readonly middle?: string;
  readonly right: string;
  /** Starts a new page. */
  readonly pageBreakBefore: boolean;
}

export interface ChartSlice {
  readonly label: string;
  readonly amount: FigureInline;
  /** Of the whole, in a chart whose parts make up one. */
  readonly share?: FigureInline;
}

/** A chart: its slices, or columns, or bars. Zero ones are not in it. */
export interface Chart {
  readonly type: 'chart';
  readonly shape: 'pie' | 'column' | 'bar';
  readonly id: string;
  readonly title: string;
  readonly alternativeText: string;
  readonly slices: readonly ChartSlice[];
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Lines of the cover, each with its style, from top to bottom; the whole fills the first page. */
export interface Cover {
  readonly type: 'cover';
  readonly lines: readonly Paragraph[];
  /** Points of empty space above the first line. */
  readonly offset: number;
}

/** The table of contents: a title and every heading or table title that has a `tocText`. */
export interface TableOfContents {
  readonly type: 'toc';
  readonly title: string;
}

/** A forced new page between blocks. */
export interface PageBreak {
  readonly type: 'pageBreak';
}

export type Block = Heading | Paragraph | List | Table | TableTitle | Chart | Cover | TableOfContents | PageBreak;

/** A run of pages on one kind of sheet, with one way of numbering. Starts a new page. */
export interface Section extends Sheet {
  /** `none`: no number is printed; a number: numbering restarts at it; `continue`: goes on. */
  readonly pageNumbers: 'none' | 'continue' | number;
  readonly blocks: readonly Block[];
}

export interface DocumentMetadata {
  readonly title: string;
  readonly subject: string;
  /** The department that publishes. */
  readonly author: string;
  readonly keywords: readonly string[];
  readonly language: 'zh-CN';
  /** ISO date that the files carry, never the clock’s: that of publication, else of approval, else the first of the year. */
  readonly date: string;
  /** ISO date of publication, where the office states it: a date that files call 公开日期 is never made up. */
  readonly published?: string;
}

/** The neutral document: plain JSON, everything a writer needs and nothing it has to decide. */
/** A figure that readers ask for first, with the unit that follows it in the text. */
export interface HeadlineItem {
  readonly called: string;
  readonly content: readonly Inline[];
}

export interface Document {
  readonly metadata: DocumentMetadata;
  readonly layout: Layout;
  readonly sections: readonly Section[];
  readonly figures: Readonly<Record<string, FigureRecord>>;
  /** For readers who see no pages: what stands on top. Every item is said in a sentence, too. */
  readonly headline?: readonly HeadlineItem[];
  /** 草稿 printed across every page. */
  readonly watermark?: string;
}

/** An item as the paragraph that is printed. */
export function itemContent({ label, content }: ListItem): readonly Inline[] {
  return [{ type: 'text', text: label }, ...content];
}

/** The plain text of inline content, as printed. */
export function inlineText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) text += inline.text;
  return text;
}
