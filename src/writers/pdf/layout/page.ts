import type { FaceRole } from '../../../document/layout.js';

/** What a mark on the page belongs to: an element of the structure, or furniture that is not read aloud. */
export type Mark = StructureNode | 'artifact' | 'footer' | 'watermark';

/** One line of text of one style. Lengths in points from the page's top left. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly face: FaceRole;
  readonly size: number;
  readonly spacing: number;
  readonly x: number;
  readonly baseline: number;
  /** Points to distribute over the gaps of the line. */
  readonly slack: number;
  /** The last mark stands in the margin: no gap before it stretches. */
  readonly hung?: true | undefined;
  readonly mark: Mark;
  /** The line's first characters are another element's: a list item's label. */
  readonly lead?: Lead | undefined;
  /** The text that the line is a part of; absent for repeats and furniture. */
  readonly source?: TextSource | undefined;
  /** RRGGBB; absent: black. */
  readonly colour?: string;
  /** Radians anticlockwise around the beginning of the text; absent: level. */
  readonly rotation?: number;
}

type Parts = Pick<TextItem, 'text' | 'face' | 'size' | 'x' | 'baseline' | 'mark'>;

/** A text that is no line of a paragraph; with the same keys in the same order, since writing looks at thousands of both. */
export const textItem = ({ text, face, size, x, baseline, mark }: Parts): TextItem => ({
  kind: 'text',
  text,
  face,
  size,
  spacing: 0,
  x,
  baseline,
  slack: 0,
  hung: undefined,
  mark,
  lead: undefined,
  source: undefined,
});

export interface Lead {
  readonly length: number;
  readonly mark: StructureNode;
}

/** A text of the document that must be on the pages once, whole. */
export interface TextSource {
  readonly text: string;
}

/** Straight lines of one width. */
export interface RulesItem {
  readonly kind: 'rules';
  readonly width: number;
  readonly segments: ReadonlyArray<readonly [x1: number, y1: number, x2: number, y2: number]>;
  readonly mark: Mark;
}

/** A filled area; `path` holds PDF path operators in the page's coordinates. */
export interface ShapeItem {
  readonly kind: 'shape';
  readonly path: string;
  /** RRGGBB. */
  readonly fill: string;
  /** RRGGBB of a hairline around it; absent: none. */
  readonly outline?: string;
  readonly mark: Mark;
}

/** An area that leads to a heading. */
export interface LinkItem {
  readonly kind: 'link';
  readonly box: Box;
  readonly target: string;
  readonly description: string;
  readonly node: StructureNode;
}

/** Room for the leader and the page number of a TOC entry, filled in when pages are known. */
export interface TocTailItem {
  readonly kind: 'tocTail';
  readonly target: string;
  readonly from: number;
  readonly to: number;
  readonly text: Pick<TextItem, 'face' | 'size' | 'baseline' | 'mark'>;
}

export type PageItem = TextItem | RulesItem | ShapeItem | LinkItem | TocTailItem;

/** A page with everything on it, in reading order. */
export interface LaidPage {
  readonly width: number;
  readonly height: number;
  readonly items: PageItem[];
  /** Counts on through pages that print none. */
  readonly number: number;
  readonly numbered: boolean;
}

/** Where a heading or table title stands: a page from 0 and a height from its top. */
export interface Landing {
  readonly page: number;
  readonly top: number;
}

/** Structure types of ISO 32000-1 §14.8.4 that the writer uses. */
type StructureType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Caption'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

/** What a reader's software is told about an element beyond its type. */
export interface StructureAttributes {
  /** How the items of a list are counted. */
  readonly numbering?: 'Decimal' | 'Disc';
  readonly scope?: 'Column' | 'Row' | undefined;
  readonly columnSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
  readonly summary?: string;
  readonly alternativeText?: string;
}

/** Corners of an area, from the page's top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An element of the logical structure; its children are in reading order. */
export class StructureNode {
  readonly children: StructureNode[] = [];
  /** Where a figure stands on its page. */
  box?: Box;

  constructor(
    readonly type: StructureType,
    /** Most have none. */
    readonly attributes?: StructureAttributes,
  ) {}

  add(type: StructureType, attributes?: StructureAttributes): StructureNode {
    const child = new StructureNode(type, attributes);
    this.children.push(child);
    return child;
  }
}
