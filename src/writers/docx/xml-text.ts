import type { IXmlableObject } from 'docx';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

function attributesText(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** The markup of a tree made by `xml`: for the parts that are written without the library. */
export function xmlText(tree: IXmlableObject | string): string {
  if (typeof tree === 'string') return escapeXml(tree);
  const [name = '', content] = Object.entries(tree)[0] ?? [];
  const parts: readonly IXmlableObject[] = Array.isArray(content) ? content : [content];
  const attributes = parts.flatMap((part) => (part._attr === undefined ? [] : [attributesText(part._attr)])).join('');
  const inner = parts
    .filter((part) => typeof part === 'string' || (!('_attr' in part) && Object.keys(part).length > 0))
    .map(xmlText)
    .join('');
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

/** A whole part: declaration and root. */
export function xmlPart(tree: IXmlableObject): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xmlText(tree)}`;
}
