import type { Section } from '../../../document/document.js';
import type { PageGeometry } from '../../../document/layout.js';
import { pageBox } from '../../../document/sheet.js';
import type { LaidPage, PageItem } from './page.js';

/** Lengths are sums of decimals: what misses the page by less than this fits. */
export const TOLERANCE = 0.01;

/** The pages being filled, from top to bottom. */
export class PageFlow {
  readonly pages: LaidPage[] = [];
  y = 0;
  left = 0;
  width = 0;
  private top = 0;
  private bottom = 0;
  private section: Section | undefined;
  /** The page began because the one before was full. */
  private overflowed = false;

  constructor(private readonly geometry: PageGeometry) {}

  startSection(section: Section): void {
    const { margins, width, height } = pageBox(this.geometry, section);
    this.section = section;
    this.left = margins.left;
    this.top = margins.top;
    this.width = width - margins.left - margins.right;
    this.bottom = height - margins.bottom;
    this.addPage(typeof section.pageNumbers === 'number' ? section.pageNumbers : this.nextNumber);
    this.overflowed = false;
  }

  /** A page that the document asks for. */
  breakPage(): void {
    this.addPage(this.nextNumber);
    this.overflowed = false;
  }

  /** A page because the one before is full. */
  overflow(): void {
    this.addPage(this.nextNumber);
    this.overflowed = true;
  }

  private get nextNumber(): number {
    return (this.pages.at(-1)?.number ?? 0) + 1;
  }

  private addPage(number: number): void {
    const { width, height } = pageBox(this.geometry, this.section ?? { orientation: 'portrait' });
    const numbered = this.section?.pageNumbers !== 'none';
    this.pages.push({ width, height, items: [], number, numbered });
    this.y = this.top;
  }

  get page(): LaidPage {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('no section has been started');
    return page;
  }

  get pageIndex(): number {
    return this.pages.length - 1;
  }

  get fresh(): boolean {
    return this.y <= this.top + TOLERANCE;
  }

  /** Word drops the space above a paragraph that begins a page only where the page before was full. */
  get dropsSpace(): boolean {
    return this.fresh && this.overflowed;
  }

  get pageHeight(): number {
    return this.bottom - this.top;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  has(height: number): boolean {
    return height <= this.room + TOLERANCE;
  }

  put(item: PageItem): void {
    this.page.items.push(item);
  }
}
