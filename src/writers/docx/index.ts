import type { Document } from '../../document/document.js';
import { BodyMarkup } from './body-markup.js';
import { buildDocx } from './build.js';
import { contextOf } from './context.js';
import { appXml, coreXml, customXml, publicationInstant } from './document-properties.js';
import { OFFICIAL_FACES } from './faces.js';
import { fontTableXml } from './font-table.js';
import { packParts, partsOf } from './package.js';
import { settingsXml } from './settings.js';
import { stylesXml } from './styles.js';

export { type LayoutDifference, verifyLayout } from './verify-layout.js';

const BODY = 'word/document.xml';

/** Parts that the library cannot say all of. */
function ownParts(document: Document): [name: string, markup: string][] {
  return [
    ['word/styles.xml', stylesXml(document, OFFICIAL_FACES)],
    ['word/settings.xml', settingsXml()],
    ['word/fontTable.xml', fontTableXml(OFFICIAL_FACES)],
    ['docProps/core.xml', coreXml(document.metadata)],
    ['docProps/app.xml', appXml(document.metadata)],
    ['docProps/custom.xml', customXml(document.metadata)],
  ];
}

/**
 * The Word file of a document. `pageLabels` gives the printed page number of each heading and table title by its id:
 * the PDF's page map, with which Word's pages agree by construction.
 */
export async function documentToDocx(document: Document, pageLabels: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const body = new BodyMarkup();
  const parts = partsOf(buildDocx(contextOf(document, pageLabels), { body }));
  parts.set(BODY, body.fill(String(parts.get(BODY))));
  for (const [name, markup] of ownParts(document)) parts.set(name, markup);
  return packParts(parts, publicationInstant(document.metadata));
}
