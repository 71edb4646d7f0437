import { escapeMarkup } from '../../plain/escape-markup.js';

/** Finished markup. Strings all the way: trees of a hundred thousand elements cost more to keep than to write. */
export type Markup = string & { readonly isMarkup: true };
export type XmlChild = Markup | undefined;

/** Attributes of an element; those without a value are not written. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 cannot hold: controls, lone surrogates, U+FFFE and U+FFFF. */
const UNWRITABLE = /[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const BLANKS = /[\t\n\r]+/g;

/** Text as XML can hold it: what it cannot is left out, a line break becomes a space. */
export function cleanText(text: string): string {
  return text.replace(BLANKS, ' ').replace(UNWRITABLE, '');
}

/** Clean text between tags. */
export const characters = (text: string): Markup => escapeMarkup(text) as Markup;

export function xml(name: string, attributes?: Attributes, ...children: readonly XmlChild[]): Markup {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) start += ` ${key}="${escapeMarkup(String(value))}"`;
  }
  let inner = '';
  for (const child of children) if (child !== undefined) inner += child;
  return (inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`) as Markup;
}

/** The most frequent form: an element with nothing but `w:val`. */
export const val = (name: string, value: string | number): Markup => xml(name, { 'w:val': value });

/** An element without attributes and children: a switch that is on. */
export const on = (name: string): Markup => xml(name);

/** An on/off element written out, where the default is the other way. */
export const off = (name: string): Markup => val(name, 0);

/** A whole part: declaration and root. */
export const xmlPart = (root: Markup): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

/** A paragraph before it is written: its properties in the order of the schema, and its runs. */
export interface ParagraphParts {
  readonly properties: readonly XmlChild[];
  readonly content: readonly XmlChild[];
}

export function paragraphXml({ properties, content }: ParagraphParts): Markup {
  return xml('w:p', undefined, xml('w:pPr', undefined, ...properties), ...content);
}

const FIRST_ROW = 0x20;
const FIRST_COLUMN = 0x80;
const NO_BANDS = 0x600;

/** Which parts of its style a table uses, as the bits that every version of Word reads. */
export function tableLook(use: { readonly firstRow?: boolean; readonly firstColumn?: boolean } = {}): Markup {
  const bits = NO_BANDS | (use.firstRow ? FIRST_ROW : 0) | (use.firstColumn ? FIRST_COLUMN : 0);
  return val('w:tblLook', bits.toString(16).toUpperCase().padStart(4, '0'));
}
