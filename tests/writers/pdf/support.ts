import { fileURLToPath } from 'node:url';
import type { Block, Document, Section } from '../../../src/document/document.js';
import { layoutPdf, loadFonts, type PdfLayout } from '../../../src/writers/pdf/index.js';
import { sampleDocument } from '../../support/sample-document.js';

/** The faces that the program ships. */
export const fonts = loadFonts(fileURLToPath(new URL('../../../fonts', import.meta.url)));

export const layout = (document: Document): PdfLayout => layoutPdf(document, fonts);

/** A document of some blocks on portrait pages that are numbered from 1. */
export function documentOf(blocks: readonly Block[], more: Partial<Section> = {}): Document {
  return sampleDocument({ sections: [{ orientation: 'portrait', pageNumbers: 1, blocks, ...more }] });
}

export const codes = (pdf: PdfLayout): string[] => pdf.findings.map((finding) => finding.code);
