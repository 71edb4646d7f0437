/** Typeface by role; each writer maps it to a face it has. */
export type FaceRole = '宋' | '小标宋' | '黑' | '仿宋' | '楷';

/** Named styles of text. The profile gives each its face, size and spacing. */
export const STYLE_NAMES = [
  'coverDepartment',
  'coverTitle',
  'coverNote',
  'tocTitle',
  'toc1',
  'toc2',
  'toc3',
  'heading1',
  'heading2',
  'heading3',
  'body',
  'chartTitle',
  'tableLabel',
  'tableTitle',
  'tableInfo',
  'tableHeader',
  'tableText',
  'tableTextIndent1',
  'tableTextIndent2',
  'tableTextCentred',
  'tableTextStrong',
  'tableAmount',
  'tableAmountStrong',
  'tableHeaderSmall',
  'tableTextSmall',
  'tableTextIndent1Small',
  'tableTextIndent2Small',
  'tableTextCentredSmall',
  'tableTextStrongSmall',
  'tableAmountSmall',
  'tableAmountStrongSmall',
  'tableNote',
  'formTitle',
  'formHeader',
  'formText',
  'formTextCentred',
  'formAmount',
  'pageNumber',
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

/** How text of one style looks. All lengths in points. */
export interface TextStyle {
  readonly face: FaceRole;
  readonly size: number;
  /** Exact distance of two baselines. */
  readonly linePitch: number;
  /** Added to every character's advance; GB/T 9704 sets 28 characters of 16 pt in 156 mm with -0.25. */
  readonly characterSpacing: number;
  readonly align: 'left' | 'centre' | 'right' | 'justify';
  /** First-line indent, in characters of the style's own size. */
  readonly firstLineIndent: number;
  /** Left indent, in characters. */
  readonly leftIndent: number;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** Never separated from what follows. */
  readonly keepWithNext: boolean;
}

/** Page geometry in points, for portrait; landscape turns the sheet and uses its own margins. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly landscapeMargins: Margins;
  /** From the page's bottom edge to the baseline of the page number. */
  readonly pageNumberOffset: number;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The looks of a document, resolved from the profile: shared by all writers. */
export interface Layout {
  readonly page: PageGeometry;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  readonly table: {
    /** Width of every border. */
    readonly border: number;
    /** Left and right padding of a cell. */
    readonly cellPadding: number;
    /** That of a performance form, which has more columns on a narrower page. */
    readonly formPadding: number;
    /** Colour of header cells, RRGGBB; absent: none. */
    readonly headerFill?: string;
  };
}
