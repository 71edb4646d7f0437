import type { Document } from '../../../document/document.js';
import type { PdfFonts } from '../fonts/pdf-fonts.js';
import type { LayoutContext } from '../layout/context.js';
import type { Landing } from '../layout/page.js';
import { FontBook } from './font-book.js';
import { writeOutline } from './outline.js';
import { pageLabelTree } from './page-labels.js';
import { PageWriter } from './page-writer.js';
import { type Conformance, PdfFile } from './pdf-file.js';
import { StructureWriter } from './structure-writer.js';
import { xmpDate } from './xmp.js';

/** A file put into the PDF, such as the data it was made from. */
export interface Attachment {
  readonly name: string;
  /** Media type: `application/json`. */
  readonly type: string;
  readonly description: string;
  readonly data: Uint8Array;
}

export interface RenderOptions {
  readonly conformance?: Conformance;
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
  structure.end(context.root);
  book.end(conformance.startsWith('PDF/A-1'));
  writeOutline(file, context.outline, (id) => structure.destination(context.landings.get(id) as Landing));
  file._root.data['PageLabels'] = pageLabelTree(pages);
  for (const attachment of options.attachments ?? []) attach(file, attachment, document.metadata.date);
  return file.bytes();
}

function attach(file: PdfFile, attachment: Attachment, date: string): void {
  const when = new Date(xmpDate(date));
  const { name, type, description } = attachment;
  file.file(Buffer.from(attachment.data), { name, type, description, relationship: 'Data', creationDate: when, modifiedDate: when });
}
