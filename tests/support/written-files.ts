import { join } from 'node:path';
import type { Document } from '../../src/document/document.js';
import { documentToDocx } from '../../src/writers/docx/index.js';
import { layoutPdf, loadFonts } from '../../src/writers/pdf/index.js';
import { ROOT } from './build-case.js';
import { type DocxParagraph, type DocxTable, docxBody } from './docx-body.js';
import { type PdfText, pdfTexts } from './pdf-text.js';

/** Both files of a document, read back by other libraries than those that wrote them. */
export interface WrittenFiles {
  readonly word: readonly (DocxParagraph | DocxTable)[];
  readonly pdf: readonly PdfText[];
  /** Codes of what the PDF writer found. */
  readonly findings: readonly string[];
}

export async function writeFiles(document: Document): Promise<WrittenFiles> {
  const layout = layoutPdf(document, loadFonts(join(ROOT, 'fonts')));
  const [word, pdf] = await Promise.all([documentToDocx(document, layout.pageLabels), layout.render()]);
  return { word: docxBody(word), pdf: await pdfTexts(pdf), findings: layout.findings.map((finding) => finding.code) };
}
