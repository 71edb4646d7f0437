import { FileChild, type IContext, type IXmlableObject, Paragraph, type SectionProperties } from 'docx';
import { escapeMarkup } from '../../plain/escape-markup.js';
import { type Markup, type ParagraphParts, paragraphXml } from './xml.js';

/** A block when its turn comes: it may add parts to the package. In pieces, so that a long table need not stand in memory whole. */
export type BlockMarkup = (context: IContext) => Iterable<Markup>;

/** What the library is given for markup of ours. */
export type ToTree = (markup: Iterable<Markup>, context: IContext) => IXmlableObject;

/** A block of ours among the library's. */
export class OwnBlock extends FileChild {
  readonly #markup: BlockMarkup;
  readonly #toTree: ToTree;

  constructor(markup: BlockMarkup, toTree: ToTree) {
    super('w:p');
    this.#markup = markup;
    this.#toTree = toTree;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.#toTree(this.#markup(context), context);
  }
}

/** A paragraph for the places where the library insists on its own: the last of a section takes the section's properties. */
export class OwnParagraph extends Paragraph {
  readonly #parts: ParagraphParts;
  readonly #toTree: ToTree;
  #section: SectionProperties | undefined;

  constructor(parts: ParagraphParts, toTree: ToTree) {
    super({});
    this.#parts = parts;
    this.#toTree = toTree;
  }

  override addSectionProperties(section: SectionProperties): void {
    this.#section = section;
  }

  override removeSectionProperties(_section: SectionProperties): void {
    this.#section = undefined;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { properties, content } = this.#parts;
    const section = this.#section && treeMarkup(this.#section.prepForXml(context) ?? {});
    return this.#toTree([paragraphXml({ properties: [...properties, section], content })], context);
  }
}

/** What stands in the library's markup where a block of ours belongs. */
const STAND_IN = 'w:block';
const STAND_INS = new RegExp(`<${STAND_IN}(\\d+)/>`);

/**
 * The blocks of a document as finished markup. The library walks and writes trees several times slower than we do; so it
 * gets an empty element for each block, which is replaced in the markup of its parts.
 */
export class BodyMarkup {
  private readonly blocks: Uint8Array[][] = [];

  readonly standIn: ToTree = (markup) => {
    this.blocks.push([...inChunks(markup)]);
    return { [`${STAND_IN}${this.blocks.length - 1}`]: {} };
  };

  /** A part with the blocks in their places. */
  fill(part: string): string | Uint8Array {
    const pieces = part.split(STAND_INS);
    if (pieces.length === 1) return part;
    return Buffer.concat(pieces.flatMap((piece, index) => (index % 2 === 0 ? [Buffer.from(piece)] : (this.blocks[Number(piece)] ?? []))));
  }
}

/** How many characters are made bytes at a time: each buffer costs, and a whole table of texts would take twice the room. */
const CHUNK = 32_768;

function* inChunks(markup: Iterable<Markup>): Generator<Uint8Array> {
  let chunk = '';
  for (const piece of markup) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}

/** The markup of a tree of the library's: an element's content is a list, its attributes in it; or only attributes; or only a text. */
export function treeMarkup(tree: IXmlableObject): Markup {
  return Object.entries(tree)
    .map(([name, content]) => elementMarkup(name, content))
    .join('') as Markup;
}

function elementMarkup(name: string, content: unknown): string {
  let attributes = '';
  let inner = '';
  for (const part of Array.isArray(content) ? content : [content]) {
    if (typeof part !== 'object') inner += escapeMarkup(String(part));
    else if ('_attr' in part) attributes += attributesMarkup(part._attr);
    else inner += treeMarkup(part);
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

function attributesMarkup(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');
}
