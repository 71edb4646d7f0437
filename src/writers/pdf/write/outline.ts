import type { OutlineEntry } from '../layout/context.js';
import { type PdfFile, type PdfReference, textString } from './pdf-file.js';

/** An outline entry with those under it. */
interface Item {
  readonly entry: OutlineEntry;
  readonly reference: PdfReference;
  readonly children: Item[];
}

/** Not pdfkit's outline: its entries lead to the page's top right corner, and its root has no Count. */
export function writeOutline(file: PdfFile, entries: readonly OutlineEntry[], destination: (id: string) => readonly unknown[]): void {
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
