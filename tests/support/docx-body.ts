import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A node of an ordered XML tree: its tag, its attributes without prefix `w:`, its children. */
interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

export interface DocxParagraph {
  readonly kind: 'paragraph';
  readonly style: string;
  readonly text: string;
}

export interface DocxRow {
  readonly header: boolean;
  readonly cells: readonly { readonly column: number; readonly text: string }[];
}

export interface DocxTable {
  readonly kind: 'table';
  readonly columns: number;
  readonly rows: readonly DocxRow[];
}

/** Paragraphs and tables of a Word file's body, in order; what Word computes (the TOC's field) is as stored. */
export function docxBody(bytes: Uint8Array): (DocxParagraph | DocxTable)[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
  });
  const [root] = (parser.parse(xml) as unknown[]).map(toElement).filter(({ tag }) => tag === 'w:document');
  return flow(find(root, 'w:body')?.children ?? []);
}

function toElement(raw: unknown): Element {
  const { ':@': attributes = {}, ...rest } = raw as Record<string, unknown>;
  const [tag = '', value] = Object.entries(rest)[0] ?? [];
  if (tag === '#text') return { tag, attributes: {}, children: [], text: String(value) };
  const children = Array.isArray(value) ? value.map(toElement) : [];
  return { tag, attributes: attributes as Record<string, string>, children, text: '' };
}

function find(element: Element | undefined, tag: string): Element | undefined {
  return element?.children.find((child) => child.tag === tag);
}

function flow(elements: readonly Element[]): (DocxParagraph | DocxTable)[] {
  return elements.flatMap((element): (DocxParagraph | DocxTable)[] => {
    if (element.tag === 'w:p') return [paragraph(element)];
    if (element.tag === 'w:tbl') return [table(element)];
    const content = element.tag === 'w:sdt' ? find(element, 'w:sdtContent') : undefined;
    return content ? flow(content.children) : [];
  });
}

function paragraph(element: Element): DocxParagraph {
  const style = find(find(element, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '';
  return { kind: 'paragraph', style, text: textOf(element) };
}

/** Printed text: runs and tabs, without field codes. */
function textOf(element: Element): string {
  if (element.tag === 'w:t') return element.children.map((child) => child.text).join('');
  if (element.tag === 'w:tab') return '\t';
  return element.tag === 'w:pPr' || element.tag === 'w:instrText' ? '' : element.children.map(textOf).join('');
}

function table(element: Element): DocxTable {
  const columns = find(element, 'w:tblGrid')?.children.length ?? 0;
  return { kind: 'table', columns, rows: element.children.filter(({ tag }) => tag === 'w:tr').map(row) };
}

function row(element: Element): DocxRow {
  const cells: { column: number; text: string }[] = [];
  let column = 0;
  for (const cell of element.children.filter(({ tag }) => tag === 'w:tc')) {
    const properties = find(cell, 'w:tcPr');
    const merge = find(properties, 'w:vMerge');
    const covered = merge !== undefined && merge.attributes['w:val'] !== 'restart';
    const text = cell.children
      .filter(({ tag }) => tag === 'w:p')
      .map(textOf)
      .join('\n');
    if (!covered) cells.push({ column, text });
    column += Number(find(properties, 'w:gridSpan')?.attributes['w:val'] ?? 1);
  }
  return { header: find(find(element, 'w:trPr'), 'w:tblHeader') !== undefined, cells };
}

/** The table under a label («预算公开表1»). */
export function tableAfter(body: readonly (DocxParagraph | DocxTable)[], label: string): DocxTable {
  const start = body.findIndex((block) => block.kind === 'paragraph' && block.text === label);
  const found = body.slice(start).find((block): block is DocxTable => block.kind === 'table');
  if (start < 0 || !found) throw new Error(`no table under ${label}`);
  return found;
}
