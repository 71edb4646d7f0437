import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Section } from '../document/document.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedTable } from '../tables/published-table.js';
import { tableBlocks } from './published-table-blocks.js';
import { textArea } from './table-geometry.js';

/**
 * Tables into sections by orientation, after the part's heading. A table starts a new page, unless it fits whole
 * under the one before: row heights are exact, so Word and PDF agree on that.
 */
export function packTables(
  tables: readonly PublishedTable[],
  profile: Profile,
  heading: Block,
): { sections: Section[]; diagnostics: Diagnostic[] } {
  const sections: { orientation: Section['orientation']; pageNumbers: Section['pageNumbers']; blocks: Block[] }[] = [];
  const diagnostics: Diagnostic[] = [];
  const { heading1, tableNote } = profile.layout.styles;
  const headingHeight = heading1.spaceBefore + heading1.linePitch + heading1.spaceAfter;
  let used = 0;
  for (const table of tables) {
    let section = sections.at(-1);
    const first = section === undefined;
    const starts = section?.orientation !== table.orientation;
    if (!section || starts) {
      section = { orientation: table.orientation, pageNumbers: 'continue', blocks: first ? [heading] : [] };
      sections.push(section);
      used = first ? headingHeight : 0;
    }
    const result = tableBlocks(table, profile, starts ? used : 0);
    diagnostics.push(...result.diagnostics);
    if (!result.blocks) continue;
    const { title, rest, height } = result.blocks;
    const room = textArea(profile.layout.page, table.orientation).height - used;
    const follows = !starts && height + tableNote.linePitch <= room;
    if (follows) section.blocks.push({ type: 'paragraph', style: 'tableNote', content: [] });
    section.blocks.push({ ...title, pageBreakBefore: !starts && !follows }, ...rest);
    used = (follows ? used + tableNote.linePitch : starts ? used : 0) + height;
  }
  return { sections, diagnostics };
}
