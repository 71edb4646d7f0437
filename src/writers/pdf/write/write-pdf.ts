import type { Document } from '../../../document/document.js';
import type { PdfFonts } from '../fonts/pdf-fonts.js';
import type { LayoutContext, OutlineEntry } from '../layout/context.js';
import type { LaidPage, Landing } from '../layout/page.js';
import { FontBook } from './embedded-font.js';
import { PageWriter } from './page-writer.js';
import { type Conformance, isFirstPart, PdfFile, type PdfReference, textString } from './pdf-file.js';
import { StructureWriter } from './structure-writer.js';
import { LineSetter } from './text-runs.js';
import { xmpDate } from './xmp.js';

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
  const lines = new LineSetter(fonts, book);
  pages.forEach((page, index) => {
    file.switchToPage(index);
    new PageWriter(file, lines, structure, index).write(page);
  });
  const carried = conformance === 'PDF/A-3a' ? (options.attachments ?? []) : [];
  structure.end(context.root, associatedFiles(file, carried, document.metadata.date));
  book.end(isFirstPart(conformance));
  writeOutline(file, context.outline, (id) => structure.destination(context.landings.get(id) as Landing));
  file._root.data['PageLabels'] = pageLabelTree(pages);
  return file.bytes();
}

/** The number tree by which a viewer shows the printed numbers; pages that print none count in Roman. */
function pageLabelTree(pages: readonly LaidPage[]): { readonly Nums: readonly unknown[] } {
  const nums: unknown[] = [];
  pages.forEach((page, index) => {
    const before = pages[index - 1];
    const runsOn = before !== undefined && before.numbered === page.numbered && before.number + 1 === page.number;
    if (!runsOn) nums.push(index, { S: page.numbered ? 'D' : 'r', St: page.number });
  });
  return { Nums: nums };
}

/** An outline entry with those under it. */
interface Item {
  readonly entry: OutlineEntry;
  readonly reference: PdfReference;
  readonly children: Item[];
}

/** Not pdfkit's outline: its entries lead to the page's top right corner, and its root has no Count. */
function writeOutline(file: PdfFile, entries: readonly OutlineEntry[], destination: (id: string) => readonly unknown[]): void {
  const top = nest(file, entries);
  if (top.length === 0) return;
  const root = file.ref({ Type: 'Outlines', Count: top.length });
  linkSiblings(root, top);
  writeItems(top, root, destination);
  root.end();
  file._root.data['Outlines'] = root;
  file._root.data['PageMode'] = 'UseOutlines';
}

function nest(file: PdfFile, entries: readonly OutlineEntry[]): Item[] {
  const top: Item[] = [];
  const path: Item[] = [];
  for (const entry of entries) {
    while (path.length > 0 && (path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop();
    const item = { entry, reference: file.ref(), children: [] };
    (path.at(-1)?.children ?? top).push(item);
    path.push(item);
  }
  return top;
}

function linkSiblings(parent: PdfReference, items: readonly Item[]): void {
  parent.data['First'] = items[0]?.reference;
  parent.data['Last'] = items.at(-1)?.reference;
}

function writeItems(items: readonly Item[], parent: PdfReference, destination: (id: string) => readonly unknown[]): void {
  items.forEach((item, index) => {
    const { data } = item.reference;
    Object.assign(data, { Title: textString(item.entry.title), Parent: parent, Dest: destination(item.entry.id) });
    if (index > 0) data['Prev'] = items[index - 1]?.reference;
    if (index < items.length - 1) data['Next'] = items[index + 1]?.reference;
    if (item.children.length > 0) {
      linkSiblings(item.reference, item.children);
      data['Count'] = -item.children.length;
    }
    item.reference.end();
    writeItems(item.children, item.reference, destination);
  });
}

/** A file put into the PDF, such as the data it was made from. */
export interface Attachment {
  readonly name: string;
  /** Media type: `application/json`. */
  readonly type: string;
  readonly description: string;
  readonly data: Uint8Array;
}

/**
 * Files that belong to the document as a whole: ISO 19005-3 §6.8 lets any element of the structure carry them, and the
 * root element stands for all of it. Not pdfkit's attachments: those are also listed for people to open, and a public
 * document that offers a download in its viewer worries its readers.
 */
function associatedFiles(file: PdfFile, attachments: readonly Attachment[], date: string): PdfReference[] {
  return attachments.map((attachment) => specification(file, attachment, embedded(file, attachment, new Date(xmpDate(date)))));
}

function embedded(file: PdfFile, { type, data }: Attachment, when: Date): PdfReference {
  const stream = file.ref({
    Type: 'EmbeddedFile',
    // A name: the stroke is no character of it.
    Subtype: type.replace('/', '#2F'),
    Params: { CreationDate: when, ModDate: when, Size: data.length },
  });
  stream.end(data);
  return stream;
}

function specification(file: PdfFile, { name, description }: Attachment, stream: PdfReference): PdfReference {
  const reference = file.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    EF: { F: stream, UF: stream },
  });
  reference.end();
  return reference;
}
