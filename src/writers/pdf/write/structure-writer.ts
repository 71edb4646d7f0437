import type { Box, LaidPage, Landing, LinkItem, StructureAttributes, StructureNode } from '../layout/page.js';
import { type PdfFile, type PdfReference, textString } from './pdf-file.js';
import { pdfObject } from './pdf-object.js';

/** An element as other objects name it, and what belongs to it; it is written at the end, and as text: there are many. */
class Element {
  readonly name: string;
  /** The first of its pages, which others than its own marks need not name. */
  page: number | undefined;
  /** Its marked sequences and annotations, as its kids name them. */
  content = '';
  count = 0;

  constructor(readonly id: number) {
    this.name = `${id} 0 R`;
  }

  add(page: number, kid: string): void {
    this.page ??= page;
    this.content += ` ${kid}`;
    this.count += 1;
  }

  toString(): string {
    return this.name;
  }
}

/** Gathers what belongs to each element while pages are written, and writes the tree at the end. */
export class StructureWriter {
  private readonly elements = new Map<StructureNode, Element>();
  /** By the key of a page or an annotation, as the parent tree has them: the elements of its marks, or its own. */
  private readonly parents = new Map<number, Element[] | Element>();
  private readonly pageEntries: readonly string[];

  constructor(
    private readonly file: PdfFile,
    private readonly pages: readonly LaidPage[],
    private readonly dictionaries: readonly PdfReference[],
    private readonly landings: ReadonlyMap<string, Landing>,
  ) {
    this.pageEntries = dictionaries.map((dictionary) => `/Pg ${dictionary}`);
  }

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
    const mcid = marks.push(element) - 1;
    const isNear = element.page === undefined || element.page === page;
    element.add(page, isNear ? String(mcid) : pdfObject({ Type: 'MCR', Pg: this.dictionaries[page], MCID: mcid }));
    return mcid;
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
    element.add(page, pdfObject({ Type: 'OBJR', Pg: this.dictionaries[page], Obj: annotation }));
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
    tree.data['ParentTree'] = { toString: () => this.parentTree() };
    this.endNode(root, this.elementOf(root), `/P ${tree}`, files.length === 0 ? '' : `/AF ${pdfObject(files)}`);
  }

  private parentTree(): string {
    const nums = [...this.parents].sort(([one], [other]) => one - other);
    return `<</Nums [${nums.map(([key, own]) => `${key} ${Array.isArray(own) ? `[${own.join(' ')}]` : own}`).join(' ')}]>>`;
  }

  private endNode(node: StructureNode, element: Element, parent: string, more = ''): void {
    const children = node.children.map((child) => this.elementOf(child));
    const onPage = element.page === undefined ? '' : this.pageEntries[element.page];
    const rest = kids(element, children) + this.attributes(node, element.page);
    this.file.put(element.id, `<</Type /StructElem/S /${node.type}${more}${parent}${onPage}${rest}>>`);
    if (children.length === 0) return;
    const own = `/P ${element.name}`;
    node.children.forEach((child, index) => {
      this.endNode(child, children[index] as Element, own);
    });
  }

  private attributes({ attributes, box }: StructureNode, page: number | undefined): string {
    if (attributes === undefined && box === undefined) return '';
    const { numbering, alternativeText } = attributes ?? {};
    const table = attributes ? tableAttributes(attributes) : '';
    if (!(numbering || box || alternativeText)) return table && `/A ${table}`;
    const list = numbering && `<</O /List/ListNumbering /${numbering}>>`;
    const lists = [table, list, box && pdfObject(this.layoutOf(box, page))].filter((one) => one);
    const own = lists.length === 0 ? '' : `/A ${lists.length === 1 ? lists[0] : `[${lists.join(' ')}]`}`;
    return alternativeText === undefined ? own : `${own}/Alt ${pdfObject(textString(alternativeText))}`;
  }

  private layoutOf(box: Box, page: number | undefined): Record<string, unknown> {
    const height = this.pages[page ?? 0]?.height ?? 0;
    return { O: 'Layout', Placement: 'Block', BBox: [box.left, height - box.bottom, box.right, height - box.top] };
  }
}

/** What belongs to the element: the elements under it, then its content. */
function kids({ content, count }: Element, children: readonly Element[]): string {
  let names = '';
  for (const child of children) names += ` ${child.name}`;
  const all = names + content;
  return children.length + count > 1 ? `/K [${all.slice(1)}]` : all && `/K${all}`;
}

/** Of a table, and of its cells; '' where there are none. */
function tableAttributes({ scope, columnSpan, rowSpan, summary }: StructureAttributes): string {
  let text = '';
  if (scope) text += `/Scope /${scope}`;
  if (columnSpan) text += `/ColSpan ${columnSpan}`;
  if (rowSpan) text += `/RowSpan ${rowSpan}`;
  if (summary) text += `/Summary ${pdfObject(textString(summary))}`;
  return text && `<</O /Table${text}>>`;
}
