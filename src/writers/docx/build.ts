import { Document as DocxDocument } from 'docx';
import type { Context, Purpose } from './context.js';
import { LATIN_FACE } from './faces.js';
import { sectionToDocx } from './sections.js';
import { stylesXml } from './styles.js';

/**
 * The library's document: fresh objects each time, because it changes what it is given. It learns of the styles only
 * where it lays out pages itself; into the file they are put as a finished part.
 */
export function buildDocx(context: Context, purpose: Purpose): DocxDocument {
  const { document, faces } = context;
  const face = { latin: LATIN_FACE, eastAsia: faces.宋.name };
  return new DocxDocument({
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: { headings: face, body: face } },
    sections: document.sections.map((section, index) => sectionToDocx(section, index, context, purpose)),
    ...('pageNumbers' in purpose && { ...purpose, externalStyles: stylesXml(document, faces) }),
  });
}
