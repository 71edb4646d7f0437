import type { Margins, PageGeometry, StyleName, TextStyle } from './layout.js';

/** Sizes that a page may have for itself, upright, in points. */
const PAPER_SIZES = { A3: [841.89, 1190.55], A4: [595.28, 841.89] } as const;
export type Paper = keyof typeof PAPER_SIZES;
export const PAPERS = Object.keys(PAPER_SIZES) as readonly Paper[];

/** What some pages are printed on: how it lies, and its size where that is not the document's own. */
export interface Sheet {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper?: Paper;
}

interface Area {
  readonly width: number;
  readonly height: number;
}

/** Width and height of the paper held upright, in points. */
export function uprightPaper(page: PageGeometry, { paper }: Sheet): Area {
  const [width, height] = paper === undefined ? [page.width, page.height] : PAPER_SIZES[paper];
  return { width, height };
}

/** Width and height of a page as it lies, with its margins, in points. */
export function pageBox(page: PageGeometry, sheet: Sheet): Area & { readonly margins: Margins } {
  const { width, height } = uprightPaper(page, sheet);
  return sheet.orientation === 'portrait'
    ? { width, height, margins: page.margins }
    : { width: height, height: width, margins: page.landscapeMargins };
}

/** Width and height of a page within its margins, in points. */
export function textArea(page: PageGeometry, sheet: Sheet): Area {
  const { width, height, margins } = pageBox(page, sheet);
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}

export function isSameSheet(page: PageGeometry, one: Sheet, other: Sheet): boolean {
  const [first, second] = [pageBox(page, one), pageBox(page, other)];
  return one.orientation === other.orientation && first.width === second.width && first.height === second.height;
}

/** Lines of text in whole twentieths of a point, as Word counts them. */
const inTwips = (points: number): number => Math.round(points * 20) / 20;

/** A style at a size of the table's own, its lines as near to each other as before. */
export const atSize = (style: TextStyle, size: number | undefined): TextStyle =>
  size === undefined ? style : { ...style, size, linePitch: inTwips((style.linePitch * size) / style.size) };

export const stylesAtSize = (
  styles: Readonly<Record<StyleName, TextStyle>>,
  size: number | undefined,
): Readonly<Record<StyleName, TextStyle>> =>
  size === undefined
    ? styles
    : (Object.fromEntries(Object.entries(styles).map(([name, style]) => [name, atSize(style, size)])) as Record<StyleName, TextStyle>);
