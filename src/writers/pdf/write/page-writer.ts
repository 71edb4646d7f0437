import type { LaidPage, Mark, PageItem, RulesItem, ShapeItem, StructureNode, TextItem } from '../layout/page.js';
import { operands, pdfNumber, pointOperands } from '../layout/paths.js';
import type { EmbeddedFont } from './embedded-font.js';
import type { PdfFile } from './pdf-file.js';
import type { StructureWriter } from './structure-writer.js';
import type { LineSetter, TextRun } from './text-runs.js';

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
  /** The open mark's sequence holds another. */
  private nested = false;
  private font: EmbeddedFont | undefined;
  private size = 0;
  private spacing = 0;
  private stretch = 1;
  private fill = '000000';
  /** Cells of this page whose text stands on several lines, with the whole text. */
  private broken: ReadonlyMap<Mark, string> = new Map();

  constructor(
    private readonly file: PdfFile,
    private readonly lines: LineSetter,
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
    if (this.mark !== undefined) this.content.push(this.nested ? 'EMC EMC' : 'EMC');
    this.mark = mark;
    if (mark === undefined) return;
    const whole = typeof mark === 'string' ? undefined : this.broken.get(mark);
    this.nested = mark === 'watermark' || whole !== undefined;
    this.content.push(typeof mark === 'string' ? ARTIFACTS[mark] : this.element(mark, whole));
  }

  /** A cell that was broken into lines says its text whole, so that it is found and copied as one. */
  private element(mark: StructureNode, whole: string | undefined): string {
    const span = whole === undefined ? '' : ` /Span <</ActualText <FEFF${utf16(whole)}>>> BDC`;
    return `/${mark.type} <</MCID ${this.structure.addContent(mark, this.pageIndex)}>> BDC${span}`;
  }

  private setFill(colour: string): void {
    if (colour === this.fill) return;
    this.fill = colour;
    this.content.push(`${rgb(colour)} rg`);
  }

  private writeText(item: TextItem): void {
    const runs = this.lines.runs(item);
    if (item.lead === undefined) return this.writeRuns(runs, item, item.mark);
    const rest = runs.filter(({ isLead }) => !isLead);
    this.writeRuns(runs.slice(0, runs.length - rest.length), item, item.lead.mark);
    this.writeRuns(rest, item, item.mark);
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
    const matrix = item.rotation === undefined ? '1 0 0 -1' : rotated(item.rotation);
    const state = this.textState(run, item.size);
    this.content.push(`${state}${matrix} ${pointOperands((run.pen ?? item.x) + run.shift, item.baseline)} Tm <${run.codes}> Tj`);
  }

  /** Tz scales the spacing too: it is divided out. */
  private textState({ font, spacing: between, stretch }: TextRun, size: number): string {
    const spacing = between / stretch;
    let changes = '';
    if (font !== this.font || size !== this.size) changes += this.useFont(font, size);
    if (spacing !== this.spacing) changes += `${pdfNumber(spacing)} Tc `;
    if (stretch !== this.stretch) changes += `${pdfNumber(stretch * 100)} Tz `;
    this.spacing = spacing;
    this.stretch = stretch;
    return changes;
  }

  private useFont(font: EmbeddedFont, size: number): string {
    this.file.page.fonts[font.name] ??= font.reference;
    this.font = font;
    this.size = size;
    return `/${font.name} ${pdfNumber(size)} Tf `;
  }

  private writeRules(item: RulesItem): void {
    this.open(item.mark);
    this.content.push(`${pdfNumber(item.width)} w`);
    for (const segment of item.segments)
      this.content.push(`${pointOperands(segment[0], segment[1])} m ${pointOperands(segment[2], segment[3])} l`);
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
    if (item.kind !== 'text' || typeof item.mark === 'string' || !isCell(item.mark)) continue;
    if (item.mark === before?.mark) broken.set(item.mark, (broken.get(item.mark) ?? before.text) + item.text);
    before = item;
  }
  return broken;
}

const isCell = ({ type }: StructureNode): boolean => type === 'TD' || type === 'TH';

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** RRGGBB as three shares. */
function rgb(colour: string): string {
  return operands(...[0, 2, 4].map((at) => Number(`0x${colour.slice(at, at + 2)}`) / 255));
}

/** pdfkit's pages count downwards: text is turned back upright, then by the angle. */
function rotated(angle: number): string {
  return operands(Math.cos(angle), -Math.sin(angle), -Math.sin(angle), -Math.cos(angle));
}
