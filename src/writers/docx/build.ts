import { Document as DocxDocument, type PageNumberEstimator } from 'docx';
import type { Context } from './context.js';
import { LATIN_FACE } from './faces.js';
import { sectionToDocx } from './sections.js';
import { stylesXml } from './styles.js';

/**
 * The library's document: fresh objects each time, because it changes what it is given. It learns of the styles only
 * where it lays out pages itself; into the file they are put as a finished part.
 */
export function buildDocx(context: Context, pageNumbers?: PageNumberEstimator): DocxDocument {
  const { document, faces } = context;
  const face = { latin: LATIN_FACE, eastAsia: faces.宋.name };
  return new DocxDocument({
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: { headings: face, body: face } },
    sections: document.sections.map((section, index) => sectionToDocx(section, index, context)),
    ...(pageNumbers ? { pageNumbers, externalStyles: stylesXml(document, faces) } : {}),
  });
}
