import { FileChild, type IContext, type IXmlableObject, Paragraph, type SectionProperties } from 'docx';

/** Attributes of an element; those without a value are not written. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type XmlChild = IXmlableObject | string | undefined;

/** Characters that XML 1.0 cannot hold: controls, lone surrogates, U+FFFE and U+FFFF. */
const UNWRITABLE = /[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const BLANKS = /[\t\n\r]+/g;

/** Text as XML can hold it: what it cannot is left out, a line break becomes a space. */
export function cleanText(text: string): string {
  return text.replace(BLANKS, ' ').replace(UNWRITABLE, '');
}

/**
 * An element as the plain object that `docx` serialises. Two to three times faster than its component objects,
 * and every attribute can be said.
 */
export function xml(name: string, attributes?: Attributes, ...children: readonly XmlChild[]): IXmlableObject {
  const content: unknown[] = [];
  const written = attributes && definedOnly(attributes);
  if (written !== undefined) content.push({ _attr: written });
  for (const child of children) if (child !== undefined) content.push(child);
  return { [name]: content };
}

/** Written as loops: a document has a hundred thousand elements. */
function definedOnly(attributes: Attributes): Attributes | undefined {
  let written: Record<string, string | number> | undefined;
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    written ??= {};
    written[name] = value;
  }
  return written;
}

/** The most frequent form: an element with nothing but `w:val`. */
export const val = (name: string, value: string | number): IXmlableObject => ({ [name]: { _attr: { 'w:val': value } } });

/** An element without attributes and children: a switch that is on. */
export const on = (name: string): IXmlableObject => ({ [name]: {} });

/** An on/off element written out, where the default is the other way. */
export const off = (name: string): IXmlableObject => val(name, 0);

/** A block of the body given as its finished tree, or as the way to make it once the package is known. */
export class XmlBlock extends FileChild {
  readonly #tree: (context: IContext) => IXmlableObject;

  constructor(tree: IXmlableObject | ((context: IContext) => IXmlableObject)) {
    super('w:p');
    this.#tree = typeof tree === 'function' ? (tree as (context: IContext) => IXmlableObject) : () => tree;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.#tree(context);
  }
}

/** A paragraph before it is written: its properties in the order of the schema, and its runs. */
export interface ParagraphParts {
  readonly properties: readonly XmlChild[];
  readonly content: readonly XmlChild[];
}

export function paragraphXml({ properties, content }: ParagraphParts): IXmlableObject {
  return xml('w:p', undefined, xml('w:pPr', undefined, ...properties), ...content);
}

/** A paragraph for the places where `docx` insists on its own: the last of a section, into which it puts the section's properties. */
export class XmlParagraph extends Paragraph {
  readonly #parts: ParagraphParts;
  #section: SectionProperties | undefined;

  constructor(parts: ParagraphParts) {
    super({});
    this.#parts = parts;
  }

  override addSectionProperties(section: SectionProperties): void {
    this.#section = section;
  }

  override removeSectionProperties(_section: SectionProperties): void {
    this.#section = undefined;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { properties, content } = this.#parts;
    return paragraphXml({ properties: [...properties, this.#section?.prepForXml(context)], content });
  }
}
