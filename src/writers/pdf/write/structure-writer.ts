import type { LaidPage, Landing, LinkItem, StructureNode } from '../layout/page.js';
import { type PdfFile, type PdfReference, textString } from './pdf-file.js';
import { pdfObject } from './pdf-object.js';

/** Content of an element: a marked sequence of a page, or an annotation on it. */
interface Content {
  readonly page: number;
  readonly mcid?: number;
  readonly annotation?: PdfReference;
}

/** An element as other objects name it, and what belongs to it; it is written at the end, and as text: there are many. */
class Element {
  readonly contents: Content[] = [];

  constructor(readonly id: number) {}

  toString(): string {
    return `${this.id} 0 R`;
  }
}

/** Gathers what belongs to each element while pages are written, and writes the tree at the end. */
export class StructureWriter {
  private readonly elements = new Map<StructureNode, Element>();
  /** By the key of a page or an annotation, as the parent tree has them: the elements of its marks, or its own. */
  private readonly parents = new Map<number, Element[] | Element>();

  constructor(
    private readonly file: PdfFile,
    private readonly pages: readonly LaidPage[],
    private readonly dictionaries: readonly PdfReference[],
    private readonly landings: ReadonlyMap<string, Landing>,
  ) {}

  private elementOf(node: StructureNode): Element {
    const known = this.elements.get(node);
    if (known !== undefined) return known;
    const element = new Element(this.file.reserve());
    this.elements.set(node, element);
    return element;
  }

  /** Begins a marked sequence on the current page; gives its number there. */
  addContent(node: StructureNode, page: number): number {
    const element = this.elementOf(node);
    const marks = this.marksOf(this.file.page.structParentTreeKey);
    element.contents.push({ page, mcid: marks.length });
    return marks.push(element) - 1;
  }

  private marksOf(key: number): Element[] {
    const known = this.parents.get(key);
    if (Array.isArray(known)) return known;
    const marks: Element[] = [];
    this.parents.set(key, marks);
    return marks;
  }

  /** A link annotation on the current page that leads to a heading. */
  addLink(item: LinkItem, page: number): void {
    const landing = this.landings.get(item.target);
    if (landing === undefined) throw new Error(`a link to ${item.target}, which is nowhere`);
    const key = this.file.createStructParentTreeNextKey();
    const { height } = this.file.page;
    const { left, top, right, bottom } = item.box;
    const annotation = this.file.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [left, height - bottom, right, height - top],
      Border: [0, 0, 0],
      F: 4,
      Dest: this.destination(landing),
      StructParent: key,
      Contents: textString(item.description),
    });
    annotation.end();
    this.file.page.annotations.push(annotation);
    const element = this.elementOf(item.node);
    this.parents.set(key, element);
    element.contents.push({ page, annotation });
  }

  /** The page with the landing's height at the window's top, zoom unchanged. */
  destination(landing: Landing): readonly unknown[] {
    const height = this.pages[landing.page]?.height ?? 0;
    return [this.dictionaries[landing.page], 'XYZ', 0, height - landing.top, null];
  }

  /** `files` belong to the whole document. */
  end(root: StructureNode, files: readonly PdfReference[]): void {
    const tree = this.file.getStructTreeRoot();
    tree.data['K'] = [this.elementOf(root)];
    // pdfkit's own tree can name its own objects only.
    tree.data['ParentTree'] = { Nums: [...this.parents].sort(([one], [other]) => one - other).flat() };
    this.endNode(root, String(tree), files.length === 0 ? '' : `/AF ${pdfObject(files)}`);
  }

  private endNode(node: StructureNode, parent: string, more = ''): void {
    const element = this.elementOf(node);
    const page = element.contents[0]?.page;
    const onPage = page === undefined ? '' : `/Pg ${this.dictionaries[page]}`;
    const text = `<</Type /StructElem/S /${node.type}${more}/P ${parent}${onPage}${this.kids(node, element, page)}${this.attributes(node, page)}>>`;
    this.file.put(element.id, text);
    const own = String(element);
    for (const child of node.children) this.endNode(child, own);
  }

  /** What belongs to the element: the elements under it, then its content. */
  private kids(node: StructureNode, { contents }: Element, page: number | undefined): string {
    const count = node.children.length + contents.length;
    if (count === 0) return '';
    let kids = '';
    for (const child of node.children) kids += ` ${this.elementOf(child)}`;
    for (const content of contents) kids += ` ${this.kid(content, page)}`;
    return count === 1 ? `/K${kids}` : `/K [${kids.slice(1)}]`;
  }

  private kid(content: Content, page: number | undefined): string {
    const dictionary = this.dictionaries[content.page];
    if (content.annotation !== undefined) return pdfObject({ Type: 'OBJR', Pg: dictionary, Obj: content.annotation });
    return content.page === page ? String(content.mcid) : pdfObject({ Type: 'MCR', Pg: dictionary, MCID: content.mcid });
  }

  private attributes(node: StructureNode, page: number | undefined): string {
    const { numbering, scope, columnSpan, rowSpan, summary, alternativeText } = node.attributes;
    const lists: unknown[] = [];
    if (scope || columnSpan || rowSpan || summary) {
      const said = summary && { Summary: textString(summary) };
      const spans = { ...(columnSpan && { ColSpan: columnSpan }), ...(rowSpan && { RowSpan: rowSpan }) };
      lists.push({ O: 'Table', ...(scope && { Scope: scope }), ...spans, ...said });
    }
    if (numbering !== undefined) lists.push({ O: 'List', ListNumbering: numbering });
    if (node.box !== undefined) lists.push(this.layoutOf(node.box, page));
    const own = lists.length === 0 ? '' : `/A ${pdfObject(lists.length === 1 ? lists[0] : lists)}`;
    return alternativeText === undefined ? own : `${own}/Alt ${pdfObject(textString(alternativeText))}`;
  }

  private layoutOf(box: NonNullable<StructureNode['box']>, page: number | undefined): Record<string, unknown> {
    const height = this.pages[page ?? 0]?.height ?? 0;
    return { O: 'Layout', Placement: 'Block', BBox: [box.left, height - box.bottom, box.right, height - box.top] };
  }
}
