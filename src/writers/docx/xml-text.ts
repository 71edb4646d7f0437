import type { IXmlableObject } from 'docx';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const MARKUP = /[&<>"]/;

/** Most texts have nothing to escape: they are only tested. */
function escapeXml(value: unknown): string {
  const text = String(value);
  return MARKUP.test(text) ? text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character) : text;
}

function attributesText(attributes: Readonly<Record<string, unknown>>): string {
  let markup = '';
  for (const name in attributes) markup += ` ${name}="${escapeXml(attributes[name])}"`;
  return markup;
}

/** The markup of a tree made by `xml`. Written as loops: a document has a hundred thousand elements. */
export function xmlText(tree: IXmlableObject | string): string {
  if (typeof tree === 'string') return escapeXml(tree);
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
