import { type Dictionary, isDictionary, nameOf, ReadPdf, Reference, type Value } from './read-pdf.js';

/** An element of the structure tree with the text that stands in it. */
export interface Element {
  readonly type: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly alternativeText?: string;
  readonly children: readonly Element[];
  /** Text of its own marked sequences, in order. */
  readonly text: string;
  /** Its text and that of all under it, as it is read aloud. */
  readonly reading: string;
  /** Annotations it holds. */
  readonly annotations: readonly Dictionary[];
}

const PAINTING = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);

/** Everything a structure test asks of a file. */
export class PdfStructure {
  readonly pdf: ReadPdf;
  /** What is wrong with the marks: unmarked painting, dangling or unbalanced marks. */
  readonly faults: string[] = [];
  /** Text in artifacts, by page. */
  readonly artifacts: string[][] = [];
  /** Whole texts of cells that were broken into lines, as ActualText gives them. */
  readonly spans: string[] = [];
  private readonly marked = new Map<string, string>();
  private readonly owners = new Map<string, number>();
  private readonly fonts = new Map<number, ReadonlyMap<string, string>>();
  private readonly pageNumbers = new Map<number, number>();
  readonly root: Element;

  constructor(bytes: Uint8Array) {
    this.pdf = new ReadPdf(bytes);
    this.pdf.pages.forEach((page, index) => this.pageNumbers.set(page.id, index));
    const tree = this.pdf.dictionary(this.pdf.catalog['StructTreeRoot']);
    const parents = this.parentTree(tree);
    this.pdf.pages.forEach((page, index) => this.readPage(page, index, parents));
    const [top] = this.pdf.array(tree['K']);
    this.root = this.element(top as Reference);
    for (const key of this.marked.keys()) if (!this.owners.has(key)) this.faults.push(`mark ${key} is in no element`);
  }

  private parentTree(tree: Dictionary): Map<number, Value> {
    const nums = this.pdf.array(this.pdf.dictionary(tree['ParentTree'])['Nums']);
    const parents = new Map<number, Value>();
    for (let at = 0; at < nums.length; at += 2) parents.set(nums[at] as number, nums[at + 1] as Value);
    return parents;
  }

  private readPage(page: Reference, index: number, parents: ReadonlyMap<number, Value>): void {
    const dictionary = this.pdf.dictionary(page);
    const owners = this.pdf.array(parents.get(dictionary['StructParents'] as number));
    const fonts = this.pdf.dictionary(this.pdf.dictionary(dictionary['Resources'])['Font'] ?? {});
    const artifacts: string[] = [];
    let mark: string | undefined;
    /** A cell of several lines: its whole text, against what is painted. */
    let span: { actual: string; painted: string } | undefined;
    let font: ReadonlyMap<string, string> = new Map();
    for (const { operator, operands } of this.pdf.operations(page)) {
      if (operator === 'BDC' && nameOf(operands[0]) === 'Span') {
        if (mark === undefined || span !== undefined) this.faults.push(`page ${index + 1}: a span outside of any mark`);
        span = { actual: isDictionary(operands[1]) ? utf16(operands[1]['ActualText'] as string) : '', painted: '' };
      } else if (operator === 'BDC') mark = this.openMark(nameOf(operands[0]), operands[1], index, owners, mark);
      else if (operator === 'EMC' && span !== undefined) {
        this.spans.push(span.actual);
        if (span.actual.replace(/\s/g, '') !== span.painted.replace(/\s/g, ''))
          this.faults.push(`page ${index + 1}: “${span.actual}” is painted as “${span.painted}”`);
        span = undefined;
      } else if (operator === 'EMC') {
        if (mark === undefined) this.faults.push(`page ${index + 1}: EMC without a mark`);
        mark = undefined;
      } else if (operator === 'Tf') font = this.fontMap(fonts[nameOf(operands[0])] as Reference);
      else if (PAINTING.has(operator)) {
        if (mark === undefined) this.faults.push(`page ${index + 1}: ${operator} outside of any mark`);
        const text = operator === 'Tj' ? decode(operands[0] as string, font) : '';
        if (span !== undefined) span.painted += text;
        if (mark === 'artifact') artifacts.push(text);
        else if (mark !== undefined) this.marked.set(mark, (this.marked.get(mark) ?? '') + text);
      }
    }
    if (mark !== undefined) this.faults.push(`page ${index + 1}: a mark is left open`);
    this.artifacts.push(artifacts);
    this.checkAnnotations(dictionary, index, parents);
  }

  private openMark(tag: string, properties: Value | undefined, index: number, owners: readonly Value[], open: string | undefined): string {
    if (open !== undefined) this.faults.push(`page ${index + 1}: mark within a mark`);
    if (tag === 'Artifact') return 'artifact';
    const mcid = isDictionary(properties) ? (properties['MCID'] as number) : -1;
    const owner = owners[mcid];
    if (owner === undefined || nameOf(this.pdf.dictionary(owner)['S']) !== tag)
      this.faults.push(`page ${index + 1}: mark ${mcid} has no element ${tag}`);
    const key = `${index}:${mcid}`;
    this.marked.set(key, '');
    return key;
  }

  private checkAnnotations(page: Dictionary, index: number, parents: ReadonlyMap<number, Value>): void {
    for (const annotation of this.pdf.array(page['Annots'])) {
      const { StructParent, Contents } = this.pdf.dictionary(annotation);
      if (Contents === undefined) this.faults.push(`page ${index + 1}: a link says nothing`);
      if (parents.get(StructParent as number) === undefined) this.faults.push(`page ${index + 1}: a link is in no element`);
    }
  }

  private fontMap(reference: Reference): ReadonlyMap<string, string> {
    const known = this.fonts.get(reference.id);
    if (known !== undefined) return known;
    const map = readToUnicode(this.pdf.stream(this.pdf.dictionary(reference)['ToUnicode']).toString('latin1'));
    this.fonts.set(reference.id, map);
    return map;
  }

  private element(reference: Reference): Element {
    const dictionary = this.pdf.dictionary(reference);
    const children: Element[] = [];
    const annotations: Dictionary[] = [];
    let text = '';
    let reading = '';
    const page = dictionary['Pg'];
    const add = (taken: string): void => {
      text += taken;
      reading += taken;
    };
    for (const kid of this.pdf.array(dictionary['K'])) {
      if (typeof kid === 'number') add(this.take(page, kid));
      else if (isDictionary(kid) && nameOf(kid['Type']) === 'MCR') add(this.take(kid['Pg'], kid['MCID'] as number));
      else if (isDictionary(kid)) annotations.push(this.pdf.dictionary(kid['Obj']));
      else {
        children.push(this.child(kid as Reference, reference));
        reading += children.at(-1)?.reading;
      }
    }
    const alternativeText = dictionary['Alt'] as string | undefined;
    return {
      type: nameOf(dictionary['S']),
      attributes: this.attributes(dictionary['A']),
      children,
      text,
      reading,
      annotations,
      ...(alternativeText === undefined ? {} : { alternativeText }),
    };
  }

  private child(reference: Reference, parent: Reference): Element {
    const up = this.pdf.dictionary(reference)['P'];
    if (!(up instanceof Reference) || up.id !== parent.id) this.faults.push(`element ${reference.id} names another parent`);
    return this.element(reference);
  }

  private take(page: Value | undefined, mcid: number): string {
    const key = `${page instanceof Reference ? this.pageNumbers.get(page.id) : '?'}:${mcid}`;
    if (!this.marked.has(key)) this.faults.push(`mark ${key} of an element is on no page`);
    if (this.owners.has(key)) this.faults.push(`mark ${key} is in two elements`);
    this.owners.set(key, 1);
    return this.marked.get(key) ?? '';
  }

  private attributes(value: Value | undefined): Record<string, Value> {
    const lists = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return Object.assign({}, ...(lists as Value[]).map((list) => this.pdf.dictionary(list))) as Record<string, Value>;
  }
}

function decode(hexadecimal: string, font: ReadonlyMap<string, string>): string {
  return (hexadecimal.match(/.{4}/g) ?? []).map((code) => font.get(code) ?? '\ufffd').join('');
}

function readToUnicode(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...(list ?? '').matchAll(/<([0-9a-f]+)>/g)].forEach(([, units], index) => {
      map.set(
        (Number.parseInt(from ?? '', 16) + index).toString(16).padStart(4, '0'),
        Buffer.from(units ?? '', 'hex')
          .swap16()
          .toString('utf16le'),
      );
    });
  }
  return map;
}

/** An element with all that is under it, in reading order. */
export function flatten(element: Element): Element[] {
  return [element, ...element.children.flatMap(flatten)];
}

/** True where every row of a table covers the same columns, spans counted. */
export function isRectangular(table: Element): boolean {
  const rows = flatten(table).filter((each) => each.type === 'TR');
  const covered = rows.map(() => new Set<number>());
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.children) {
      while (covered[index]?.has(column)) column += 1;
      const width = (cell.attributes['ColSpan'] as number | undefined) ?? 1;
      const height = (cell.attributes['RowSpan'] as number | undefined) ?? 1;
      for (let down = 0; down < height; down++) for (let across = 0; across < width; across++) covered[index + down]?.add(column + across);
      column += width;
    }
  });
  const width = Math.max(0, ...covered.map((columns) => columns.size));
  return covered.every((columns) => columns.size === width && [...columns].every((column) => column < width));
}

/** A text string given in hexadecimal, with its byte order mark. */
function utf16(hexadecimal: string): string {
  return Buffer.from(hexadecimal.slice(4), 'hex').swap16().toString('utf16le');
}
