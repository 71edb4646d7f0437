import type { Document } from '../../../document/document.js';
import type { PdfFonts } from '../fonts/pdf-fonts.js';
import type { LayoutContext } from '../layout/context.js';
import type { Landing } from '../layout/page.js';
import { type Attachment, associatedFiles } from './associated-files.js';
import { FontBook } from './font-book.js';
import { writeOutline } from './outline.js';
import { pageLabelTree } from './page-labels.js';
import { PageWriter } from './page-writer.js';
import { type Conformance, isFirstPart, PdfFile } from './pdf-file.js';
import { StructureWriter } from './structure-writer.js';

export interface RenderOptions {
  readonly conformance?: Conformance;
  /** PDF/A-3 alone may carry them: at other levels they are left out. */
  readonly attachments?: readonly Attachment[];
}

/** Writes laid-out pages as a tagged PDF/A file. */
export function writePdf(document: Document, context: LayoutContext, fonts: PdfFonts, options: RenderOptions): Promise<Uint8Array> {
  const conformance = options.conformance ?? 'PDF/A-3a';
  const { pages } = context.flow;
  const file = new PdfFile(document.metadata, conformance);
  // All pages first: links and outline lead forwards.
  const dictionaries = pages.map((page) => file.addPage({ size: [page.width, page.height] }).page.dictionary);
  const structure = new StructureWriter(file, pages, dictionaries, context.landings);
  const book = new FontBook(file);
  pages.forEach((page, index) => {
    file.switchToPage(index);
    new PageWriter(file, fonts, book, structure, index).write(page);
  });
  const carried = conformance === 'PDF/A-3a' ? (options.attachments ?? []) : [];
  structure.end(context.root, associatedFiles(file, carried, document.metadata.date));
  book.end(isFirstPart(conformance));
  writeOutline(file, context.outline, (id) => structure.destination(context.landings.get(id) as Landing));
  file._root.data['PageLabels'] = pageLabelTree(pages);
  return file.bytes();
}
