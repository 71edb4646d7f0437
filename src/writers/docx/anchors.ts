import type { Document, Heading, TableTitle } from '../../document/document.js';
import { inlineText } from '../../document/document.js';
import { blocksOfType, listedEntries } from '../../document/walk.js';
import { WORD_STYLES } from './style-names.js';

/** A place that the table of contents may lead to. */
export interface Anchor {
  /** Word's own pattern of names, so that a new table of contents made in Word replaces it. */
  readonly bookmark: string;
  readonly number: number;
  readonly block: Heading | TableTitle;
}

/** One bookmark for each heading and table title that has a TOC entry, in the order of the document. */
export function anchorsOf(document: Document): ReadonlyMap<string, Anchor> {
  return new Map(
    listedEntries(document).map((block, index) => [block.id, { bookmark: `_Toc${202600001 + index}`, number: index + 1, block }]),
  );
}

/** Does the field find this heading by its style, with the text that the entry shows? */
function collectedAsIs(heading: Heading): boolean {
  return heading.tocText === inlineText(heading.content) && WORD_STYLES[heading.style].outline === heading.level;
}

/**
 * The levels of headings that the TOC field collects by style: from the first such level as far as each level is
 * collected whole and unchanged. Entries of other levels are marked one by one with TC fields.
 */
export function collectedLevels(document: Document): readonly number[] {
  const headings = blocksOfType(document, 'heading');
  const collected: number[] = [];
  for (const level of [1, 2, 3]) {
    const ofLevel = headings.filter((heading) => heading.level === level);
    if (ofLevel.length > 0 && ofLevel.every(collectedAsIs)) collected.push(level);
    else if (collected.length > 0) break;
  }
  return collected;
}
