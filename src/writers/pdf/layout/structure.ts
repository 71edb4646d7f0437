/** Structure types of ISO 32000-1 §14.8.4 that the writer uses. */
export type StructureType =
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
  readonly scope?: 'Column' | 'Row';
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly summary?: string;
  readonly alternativeText?: string;
}

const NO_ATTRIBUTES: StructureAttributes = {};

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
    readonly attributes: StructureAttributes = NO_ATTRIBUTES,
  ) {}

  add(type: StructureType, attributes?: StructureAttributes): StructureNode {
    const child = new StructureNode(type, attributes);
    this.children.push(child);
    return child;
  }
}
