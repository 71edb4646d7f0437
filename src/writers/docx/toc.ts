import type { IXmlableObject } from 'docx';
import type { TableOfContents } from '../../document/document.js';
import type { Anchor } from './anchors.js';
import type { Context } from './context.js';
import { field, fieldEnd, fieldStart, runToDocx, tab } from './inline.js';
import { properties } from './paragraphs.js';
import { styleId } from './style-names.js';
import { on, paragraphXml, val, type XmlChild, xml } from './xml.js';

/** `\o` takes headings by style, `\f t` the marked entries, `\h` makes links. Never `\u`: it would take titles twice. */
function tocCode({ collectedLevels }: Context): string {
  const first = collectedLevels[0];
  const range = first === undefined ? '' : `\\o "${first}-${collectedLevels.at(-1)}" `;
  return `TOC ${range}\\h \\z \\f t`;
}

/** The number comes from the page map of the PDF; a heading that it does not know is our bug. */
function pageLabel({ block }: Anchor, { pageLabels }: Context): string {
  const label = pageLabels.get(block.id);
  if (label === undefined) throw new Error(`No page label for ${block.id}`);
  return label;
}

function entryLink(anchor: Anchor, context: Context): IXmlableObject {
  const number = field(`PAGEREF ${anchor.bookmark} \\h`, pageLabel(anchor, context));
  const attributes = { 'w:anchor': anchor.bookmark, 'w:history': 1 };
  return xml('w:hyperlink', attributes, runToDocx(anchor.block.tocText ?? ''), tab(), ...number);
}

function entriesToDocx(context: Context): IXmlableObject[] {
  const anchors = [...context.anchors.values()];
  return anchors.map((anchor, index) => {
    const start = index === 0 ? fieldStart(tocCode(context)) : [];
    const end = index === anchors.length - 1 ? [fieldEnd()] : [];
    const style = styleId(`toc${anchor.block.level}`);
    return paragraphXml({ properties: properties(style), content: [...start, entryLink(anchor, context), ...end] });
  });
}

/** Word's own frame around a table of contents, with its entries as they are; nothing is left to be updated. */
export function tocToDocx(toc: TableOfContents, context: Context): IXmlableObject {
  const title = paragraphXml({ properties: properties(styleId('tocTitle')), content: [runToDocx(toc.title)] });
  const gallery: XmlChild[] = [val('w:docPartGallery', 'Table of Contents'), on('w:docPartUnique')];
  return xml(
    'w:sdt',
    undefined,
    xml('w:sdtPr', undefined, val('w:alias', '目录'), val('w:id', 20260001), xml('w:docPartObj', undefined, ...gallery)),
    xml('w:sdtContent', undefined, title, ...entriesToDocx(context)),
  );
}
