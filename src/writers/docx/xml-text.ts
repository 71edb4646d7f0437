import type { IXmlableObject } from 'docx';
import { escapeMarkup } from '../../plain/escape-markup.js';

function attributesText(attributes: Readonly<Record<string, unknown>>): string {
  let markup = '';
  for (const name in attributes) markup += ` ${name}="${escapeMarkup(String(attributes[name]))}"`;
  return markup;
}

/** The markup of a tree made by `xml`. Written as loops: a document has a hundred thousand elements. */
export function xmlText(tree: IXmlableObject | string): string {
  if (typeof tree === 'string') return escapeMarkup(tree);
  for (const name in tree) return elementText(name, tree[name]);
  return '';
}

/** An element's content is a list, its attributes among it; or only attributes; or only a text. */
function elementText(name: string, content: unknown): string {
  let attributes = '';
  let inner = '';
  for (const part of Array.isArray(content) ? content : [content]) {
    if (typeof part === 'object' && '_attr' in part) attributes += attributesText(part._attr);
    else inner += xmlText(typeof part === 'object' ? part : String(part));
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

/** A whole part: declaration and root. */
export function xmlPart(tree: IXmlableObject): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xmlText(tree)}`;
}
