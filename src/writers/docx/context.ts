import type { PageNumberEstimator } from 'docx';
import type { Document } from '../../document/document.js';
import type { Sheet } from '../../document/sheet.js';
import { type Faces, OFFICIAL_FACES } from '../official-faces.js';
import { type Anchor, anchorsOf, collectedLevels } from './anchors.js';
import type { ToTree } from './body-markup.js';

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
