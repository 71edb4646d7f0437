import type { LaidPage, Landing, LinkItem } from '../layout/page.js';
import type { StructureNode } from '../layout/structure.js';
import { type PdfFile, type PdfReference, textString } from './pdf-file.js';

/** Content of an element: a marked sequence of a page, or an annotation on it. */
interface Content {
  readonly page: number;
  readonly mcid?: number;
  readonly annotation?: PdfReference;
}

/** Gathers what belongs to each element while pages are written, and writes the tree at the end. */
export class StructureWriter {
  private readonly references = new Map<StructureNode, PdfReference>();
  private readonly contents = new Map<StructureNode, Content[]>();

  constructor(
    private readonly file: PdfFile,
    private readonly pages: readonly LaidPage[],
    private readonly dictionaries: readonly PdfReference[],
    private readonly landings: ReadonlyMap<string, Landing>,
  ) {}

  private referenceOf(node: StructureNode): PdfReference {
    const known = this.references.get(node);
    if (known !== undefined) return known;
    const reference = this.file.ref({ Type: 'StructElem', S: node.type });
    this.references.set(node, reference);
    return reference;
  }

  private addTo(node: StructureNode, content: Content): void {
    const known = this.contents.get(node);
    if (known === undefined) this.contents.set(node, [content]);
    else known.push(content);
  }

  /** Begins a marked sequence on the current page; gives its number there. */
  addContent(node: StructureNode, page: number): number {
    const marks = this.file.getStructParentTree().get(this.file.page.structParentTreeKey) as PdfReference[];
    const mcid = marks.length;
    marks.push(this.referenceOf(node));
    this.addTo(node, { page, mcid });
    return mcid;
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
    this.file.getStructParentTree().add(key, this.referenceOf(item.node));
    this.addTo(item.node, { page, annotation });
  }

  /** The page with the landing's height at the window's top, zoom unchanged. */
  destination(landing: Landing): readonly unknown[] {
    const height = this.pages[landing.page]?.height ?? 0;
    return [this.dictionaries[landing.page], 'XYZ', 0, height - landing.top, null];
  }

  /** `files` belong to the whole document. */
  end(root: StructureNode, files: readonly PdfReference[]): void {
    const tree = this.file.getStructTreeRoot();
    if (files.length > 0) this.referenceOf(root).data['AF'] = files;
    tree.data['K'] = [this.referenceOf(root)];
    this.endNode(root, tree);
  }

  private endNode(node: StructureNode, parent: PdfReference): void {
    const reference = this.referenceOf(node);
    const { data } = reference;
    data['P'] = parent;
    const contents = this.contents.get(node) ?? [];
    const page = contents[0]?.page;
    if (page !== undefined) data['Pg'] = this.dictionaries[page];
    const kids = [...node.children.map((child) => this.referenceOf(child)), ...contents.map((content) => this.kid(content, page))];
    if (kids.length > 0) data['K'] = kids.length === 1 ? kids[0] : kids;
    Object.assign(data, this.attributes(node, page));
    reference.end();
    for (const child of node.children) this.endNode(child, reference);
  }

  private kid(content: Content, page: number | undefined): unknown {
    const dictionary = this.dictionaries[content.page];
    if (content.annotation !== undefined) return { Type: 'OBJR', Pg: dictionary, Obj: content.annotation };
    return content.page === page ? content.mcid : { Type: 'MCR', Pg: dictionary, MCID: content.mcid };
  }

  private attributes(node: StructureNode, page: number | undefined): Record<string, unknown> {
    const { numbering, scope, columnSpan, rowSpan, summary, alternativeText } = node.attributes;
    const table = { ...(scope && { Scope: scope }), ...(columnSpan && { ColSpan: columnSpan }), ...(rowSpan && { RowSpan: rowSpan }) };
    const said = summary === undefined || summary === '' ? {} : { Summary: textString(summary) };
    const attributes: Record<string, unknown> = { ...table, ...said };
    const lists: unknown[] = Object.keys(attributes).length === 0 ? [] : [{ O: 'Table', ...attributes }];
    if (numbering !== undefined) lists.push({ O: 'List', ListNumbering: numbering });
    if (node.box !== undefined) lists.push(this.layoutOf(node.box, page));
    return {
      ...(lists.length === 0 ? {} : { A: lists.length === 1 ? lists[0] : lists }),
      ...(alternativeText === undefined ? {} : { Alt: textString(alternativeText) }),
    };
  }

  private layoutOf(box: NonNullable<StructureNode['box']>, page: number | undefined): Record<string, unknown> {
    const height = this.pages[page ?? 0]?.height ?? 0;
    return { O: 'Layout', Placement: 'Block', BBox: [box.left, height - box.bottom, box.right, height - box.top] };
  }
}
