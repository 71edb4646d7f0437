import type { Layout } from '../../../document/layout.js';
import { textWidth } from '../../../typesetting/text-width.js';
import type { LaidPage, TextItem } from './page.js';

/** GB/T 9704-2012 §7.5: «— 1 —», odd pages right and even pages left, one character in from the edge. */
export function placePageNumbers(pages: readonly LaidPage[], layout: Layout): void {
  for (const page of pages) if (page.numbered) page.items.push(pageNumber(page, layout));
}

function pageNumber(page: LaidPage, layout: Layout): TextItem {
  const { face, size } = layout.styles.pageNumber;
  const { margins, landscapeMargins, pageNumberOffset } = layout.page;
  const { left, right, bottom } = page.width > page.height ? landscapeMargins : margins;
  // As far under the text on a landscape page, whose lower margin is narrower.
  const baseline = page.height - (bottom - (margins.bottom - pageNumberOffset));
  const text = `— ${page.number} —`;
  const x = page.number % 2 === 1 ? page.width - right - size - textWidth(text, size) : left + size;
  return { kind: 'text', text, face, size, spacing: 0, x, baseline, slack: 0, mark: 'footer' };
}

const WATERMARK_GREY = 'DCDCDC';
/** Of the page's diagonal. */
const WATERMARK_SHARE = 0.6;
const LARGEST_WATERMARK = 160;

/** A word across every page, under all else, since PDF/A-1 knows no transparency. */
export function placeWatermark(pages: readonly LaidPage[], text: string): void {
  for (const page of pages) page.items.unshift(watermark(page, text));
}

function watermark(page: LaidPage, text: string): TextItem {
  const diagonal = Math.hypot(page.width, page.height);
  const size = Math.min(LARGEST_WATERMARK, (diagonal * WATERMARK_SHARE) / textWidth(text, 1));
  const rotation = Math.atan2(page.height, page.width);
  const half = textWidth(text, size) / 2;
  const drop = size * 0.38;
  const x = page.width / 2 - half * Math.cos(rotation) + drop * Math.sin(rotation);
  const baseline = page.height / 2 + half * Math.sin(rotation) + drop * Math.cos(rotation);
  return { kind: 'text', text, face: '黑', size, spacing: 0, x, baseline, slack: 0, mark: 'watermark', colour: WATERMARK_GREY, rotation };
}
