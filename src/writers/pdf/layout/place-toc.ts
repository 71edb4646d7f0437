import type { Document, TableOfContents } from '../../../document/document.js';
import type { StyleName } from '../../../document/layout.js';
import { listedEntries } from '../../../document/walk.js';
import { breakLines } from '../../../typesetting/break-lines.js';
import { lineSetting } from '../../../typesetting/line-setting.js';
import { textWidth } from '../../../typesetting/text-width.js';
import type { LayoutContext } from './context.js';
import { type LaidPage, type PageItem, type StructureNode, type TocTailItem, textItem } from './page.js';
import { baselineOf, placeLine, placeParagraph } from './place-paragraph.js';

/** One line of the contents. */
interface TocEntry {
  readonly target: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Room for the longest page number and the least leader, in ems of the entry. */
const NUMBER_COLUMN = 3;

const TOC_ID = 'toc';

/** Every heading and table title that the contents list. */
export function tocEntries(document: Document): TocEntry[] {
  return listedEntries(document).map(({ id, level, tocText }) => ({ target: id, level, text: tocText }));
}

export function placeToc(context: LayoutContext, block: TableOfContents): void {
  const toc = context.root.add('TOC');
  placeParagraph(context, block.title, context.style('tocTitle'), toc.add('Caption'), {
    onStart: (top) => context.land({ id: TOC_ID, level: 1, title: block.title.replace(/[\s\u3000]/g, '') }, top),
  });
  for (const entry of tocEntries(context.document)) placeEntry(context, entry, toc.add('TOCI').add('Reference').add('Link'));
}

/** An entry's lines; its whole width is a link, and its last line ends in leader and number. */
function placeEntry(context: LayoutContext, entry: TocEntry, node: StructureNode): void {
  const { flow } = context;
  const style = { ...context.style(`toc${entry.level}` satisfies StyleName), align: 'left' as const };
  const width = flow.width - NUMBER_COLUMN * style.size;
  const source = { text: entry.text };
  const right = flow.left + flow.width;
  flow.y += style.spaceBefore;
  for (const line of breakLines(entry.text, lineSetting(style, width))) {
    if (!flow.has(style.linePitch) && !flow.fresh) flow.overflow();
    const item = placeLine(entry.text, line, style, { left: flow.left, width, mark: node, source }, flow.y);
    const box = { left: item.x, top: flow.y, right, bottom: flow.y + style.linePitch };
    flow.put(item);
    const text = { face: style.face, size: style.size, baseline: baselineOf(style, flow.y), mark: node };
    context.tocPages.add(flow.page);
    if (line.last) flow.put({ kind: 'tocTail', target: entry.target, from: item.x + line.width, to: right, text });
    flow.put({ kind: 'link', box, target: entry.target, description: `转到：${entry.text}`, node });
    flow.y += style.linePitch;
  }
  flow.y += style.spaceAfter;
}

/** Puts leaders and numbers where the pages left room for them. */
export function fillTocNumbers(pages: Iterable<LaidPage>, labels: ReadonlyMap<string, string>): void {
  for (const page of pages) {
    const filled = page.items.flatMap((item): PageItem[] =>
      item.kind === 'tocTail' ? tocTail(item, labels.get(item.target) ?? '') : [item],
    );
    page.items.splice(0, page.items.length, ...filled);
  }
}

const DOT = '.';

/** Least white between leader and number, in ems. */
const LEADER_GAP = 0.25;

/** Dots stand on the same columns in every entry, since they are counted from the right edge. */
function tocTail(item: TocTailItem, label: string): PageItem[] {
  const { size } = item.text;
  const dot = textWidth(DOT, size);
  const x = item.to - textWidth(label, size);
  const end = item.to - Math.ceil((item.to - x) / dot + LEADER_GAP / (dot / size)) * dot;
  const count = Math.max(0, Math.floor((end - item.from - LEADER_GAP * size) / dot));
  const leader = textItem({ ...item.text, text: DOT.repeat(count), x: end - count * dot, mark: 'artifact' });
  return [leader, textItem({ ...item.text, text: label, x })];
}
