import type { Document } from '../../document/document.js';
import type { PdfFonts } from './fonts/pdf-fonts.js';
import type { LayoutFinding } from './layout/context.js';
import { layoutDocument, pageLabels } from './layout/layout-document.js';
import { type RenderOptions, writePdf } from './write/write-pdf.js';

export { loadFonts } from './fonts/load-fonts.js';
export type { FaceUse, PdfFonts } from './fonts/pdf-fonts.js';
export type { LayoutFinding } from './layout/context.js';
export type { Conformance } from './write/pdf-file.js';
export type { Attachment, RenderOptions } from './write/write-pdf.js';

/** A document laid out on pages, not yet written. */
export interface PdfLayout {
  /** Heading or table title to the page number printed where it stands. */
  readonly pageLabels: ReadonlyMap<string, string>;
  /** The same to the physical page, from 1. */
  readonly pages: ReadonlyMap<string, number>;
  readonly pageCount: number;
  /** Missing glyphs, tables that do not fit, text lost: an error among them blocks the official file. */
  readonly findings: readonly LayoutFinding[];
  /** Writes the file; the same bytes for the same document and fonts. */
  render(options?: RenderOptions): Promise<Uint8Array>;
}

/** Lays a document out on pages: where everything stands is known before anything is written. */
export function layoutPdf(document: Document, fonts: PdfFonts): PdfLayout {
  const context = layoutDocument(document, fonts);
  return {
    pageLabels: pageLabels(context),
    pages: new Map([...context.landings].map(([id, landing]) => [id, landing.page + 1])),
    pageCount: context.flow.pages.length,
    findings: [...fonts.findings, ...context.findings.list],
    render: (options = {}) => writePdf(document, context, fonts, options),
  };
}
