import type { PdfFonts } from '../fonts/pdf-fonts.js';
import type { LaidPage, Mark, PageItem, RulesItem, ShapeItem, StructureNode, TextItem } from '../layout/page.js';
import { operands, pdfNumber } from '../layout/paths.js';
import type { FontBook } from './embedded-font.js';
import type { PdfFile } from './pdf-file.js';
import type { StructureWriter } from './structure-writer.js';
import { type TextRun, textRuns } from './text-runs.js';

/** Artifacts by kind, as marked content operators. */
const ARTIFACTS = {
  artifact: '/Artifact <</Type /Layout>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
  // It has no text to be found or copied: across the page, it would stand in the midst of sentences.
  watermark: '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC /Span <</ActualText ()>> BDC',
} as const;

/** Writes the marks of one page. State that holds is not set again. */
export class PageWriter {
  private readonly content: string[] = [];
  private mark: Mark | undefined;
  private font = '';
  private spacing = 0;
  private stretch = 1;
  private fill = '000000';
  /** Cells of this page whose text stands on several lines, with the whole text. */
  private broken: ReadonlyMap<Mark, string> = new Map();

  constructor(
    private readonly file: PdfFile,
    private readonly fonts: PdfFonts,
    private readonly book: FontBook,
    private readonly structure: StructureWriter,
    private readonly pageIndex: number,
  ) {}

  write(page: LaidPage): void {
    this.broken = brokenCells(page.items);
    for (const item of page.items) this.writeItem(item);
    this.open(undefined);
    this.file.page.write(this.content.join('\n'));
  }

  private writeItem(item: PageItem): void {
    switch (item.kind) {
      case 'text':
        return this.writeText(item);
      case 'rules':
        return this.writeRules(item);
      case 'shape':
        return this.writeShape(item);
      case 'link':
        return this.structure.addLink(item, this.pageIndex);
      case 'tocTail':
        throw new Error('the TOC numbers have not been filled in');
    }
  }

  /** Neighbouring items of one element share a marked sequence. */
  private open(mark: Mark | undefined): void {
    if (mark === this.mark) return;
    if (this.mark !== undefined) this.content.push(this.mark === 'watermark' || this.broken.has(this.mark) ? 'EMC EMC' : 'EMC');
    this.mark = mark;
    if (mark === undefined) return;
    this.content.push(typeof mark === 'string' ? ARTIFACTS[mark] : this.element(mark));
  }

  /** A cell that was broken into lines says its text whole, so that it is found and copied as one. */
  private element(mark: StructureNode): string {
    const whole = this.broken.get(mark);
    const span = whole === undefined ? '' : ` /Span <</ActualText <FEFF${utf16(whole)}>>> BDC`;
    return `/${mark.type} <</MCID ${this.structure.addContent(mark, this.pageIndex)}>> BDC${span}`;
  }

  private setFill(colour: string): void {
    if (colour === this.fill) return;
    this.fill = colour;
    this.content.push(`${rgb(colour)} rg`);
  }

  private writeText(item: TextItem): void {
    const runs = textRuns(item, this.fonts);
    if (item.lead === undefined) return this.writeRuns(runs, item, item.mark);
    const isLead = (run: TextRun): boolean => run.lead === true;
    this.writeRuns(runs.filter(isLead), item, item.lead.mark);
    this.writeRuns(
      runs.filter((run) => !isLead(run)),
      item,
      item.mark,
    );
  }

  private writeRuns(runs: readonly TextRun[], item: TextItem, mark: Mark): void {
    if (runs.length === 0) return;
    this.open(mark);
    this.setFill(item.colour ?? '000000');
    this.content.push('BT');
    for (const run of runs) this.writeRun(run, item);
    this.content.push('ET');
  }

  private writeRun(run: TextRun, item: TextItem): void {
    const font = this.book.fontOf(run.face);
    this.file.page.fonts[font.name] ??= font.reference;
    const state = this.textState(`/${font.name} ${pdfNumber(item.size)} Tf`, run);
    const matrix = item.rotation === undefined ? '1 0 0 -1' : rotated(item.rotation);
    let codes = '';
    for (const glyph of run.glyphs) codes += font.code(glyph);
    this.content.push(`${state}${matrix} ${operands(run.x, item.baseline)} Tm <${codes}> Tj`);
  }

  /** Tz scales the spacing too: it is divided out. */
  private textState(font: string, run: TextRun): string {
    const spacing = run.spacing / run.stretch;
    const changes: string[] = [];
    if (font !== this.font) changes.push(font);
    if (spacing !== this.spacing) changes.push(`${pdfNumber(spacing)} Tc`);
    if (run.stretch !== this.stretch) changes.push(`${pdfNumber(run.stretch * 100)} Tz`);
    this.font = font;
    this.spacing = spacing;
    this.stretch = run.stretch;
    return changes.length === 0 ? '' : `${changes.join(' ')} `;
  }

  private writeRules(item: RulesItem): void {
    this.open(item.mark);
    this.content.push(`${pdfNumber(item.width)} w`);
    for (const [x1, y1, x2, y2] of item.segments) this.content.push(`${operands(x1, y1)} m ${operands(x2, y2)} l`);
    this.content.push('S');
  }

  private writeShape(item: ShapeItem): void {
    this.open(item.mark);
    this.setFill(item.fill);
    if (item.outline === undefined) this.content.push(item.path, 'f');
    else this.content.push(`q ${rgb(item.outline)} RG 1 w 1 j`, item.path, 'B Q');
  }
}

/** The lines of a cell follow one another. */
function brokenCells(items: readonly PageItem[]): Map<Mark, string> {
  const broken = new Map<Mark, string>();
  let before: TextItem | undefined;
  for (const item of items) {
    if (item.kind !== 'text' || typeof item.mark === 'string' || !CELLS.has(item.mark.type)) continue;
    if (item.mark === before?.mark) broken.set(item.mark, (broken.get(item.mark) ?? before.text) + item.text);
    before = item;
  }
  return broken;
}

const CELLS: ReadonlySet<string> = new Set(['TH', 'TD']);

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
    .map((unit) => unit.toString(16).padStart(4, '0'))
    .join('');
}

/** RRGGBB as three shares. */
function rgb(colour: string): string {
  return operands(...[0, 2, 4].map((at) => Number(`0x${colour.slice(at, at + 2)}`) / 255));
}

/** pdfkit's pages count downwards: text is turned back upright, then by the angle. */
function rotated(angle: number): string {
  return operands(Math.cos(angle), -Math.sin(angle), -Math.sin(angle), -Math.cos(angle));
}
