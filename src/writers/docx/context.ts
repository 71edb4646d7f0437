import type { PageNumberEstimator } from 'docx';
import { type Document, type Heading, inlineText, type TableTitle } from '../../document/document.js';
import type { Sheet } from '../../document/sheet.js';
import { blocksOfType, listedEntries } from '../../document/walk.js';
import { type Faces, OFFICIAL_FACES } from '../official-faces.js';
import type { ToTree } from './body-markup.js';
import { WORD_STYLES } from './style-names.js';

/** What the parts of the writer share while one document is written. */
export interface Context {
  readonly document: Document;
  readonly pageLabels: ReadonlyMap<string, string>;
  readonly faces: Faces;
  readonly anchors: ReadonlyMap<string, Anchor>;
  readonly collectedLevels: readonly number[];
  /** The number of the next drawing: Word wants them apart. */
  readonly nextDrawing: () => number;
  /** Of the section that is being written. */
  readonly sheet: Sheet;
}

/** To be written, with stand-ins for its blocks; or to be laid out by the library, which has to see them. */
export interface Purpose {
  readonly toTree: ToTree;
  readonly pageNumbers?: PageNumberEstimator;
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}

export function contextOf(document: Document, pageLabels: ReadonlyMap<string, string>, faces: Faces = OFFICIAL_FACES): Context {
  return {
    document,
    pageLabels,
    faces,
    anchors: anchorsOf(document),
    collectedLevels: collectedLevels(document),
    nextDrawing: counter(),
    sheet: { orientation: 'portrait' },
  };
}

/** A place that the table of contents may lead to. */
export interface Anchor {
  /** Word's own pattern of names, so that a new table of contents made in Word replaces it. */
  readonly bookmark: string;
  readonly number: number;
  readonly block: Heading | TableTitle;
}

/** One bookmark for each heading and table title that has a TOC entry, in the order of the document. */
function anchorsOf(document: Document): ReadonlyMap<string, Anchor> {
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
function collectedLevels(document: Document): readonly number[] {
  const headings = blocksOfType(document, 'heading');
  const collected: number[] = [];
  for (const level of [1, 2, 3]) {
    const ofLevel = headings.filter((heading) => heading.level === level);
    if (ofLevel.length > 0 && ofLevel.every(collectedAsIs)) collected.push(level);
    else if (collected.length > 0) break;
  }
  return collected;
}
