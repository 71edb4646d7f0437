import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import type { Document } from '../../../src/document/document.js';

/** An element of a part, read for the tests. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Ordered = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
});

function elementOf(node: Ordered): Element {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (name === '#text') return { name, attributes: {}, children: [], text: String(node['#text']) };
  const children = (node[name] as Ordered[]).map(elementOf);
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  return { name, attributes, children, text: children.map((child) => child.text).join('') };
}

export function parseXml(markup: string): Element {
  const roots = (parser.parse(markup) as Ordered[]).map(elementOf).filter((element) => !element.name.startsWith('?'));
  const root = roots[0];
  if (root === undefined) throw new Error('no root element');
  return root;
}

/** The parts of a Word file by their names. */
export function openDocx(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = openDocx(bytes)[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

export const part = (bytes: Uint8Array, name: string): Element => parseXml(partText(bytes, name));

/** All elements of a name, at any depth, in the order of the file. */
export function all(element: Element, name: string, found: Element[] = []): Element[] {
  if (element.name === name) found.push(element);
  for (const child of element.children) all(child, name, found);
  return found;
}

export const children = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);

export const child = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((found, name) => found?.children.find((each) => each.name === name), element);

export const val = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

/** The text a paragraph shows. */
export const shownText = (paragraph: Element): string =>
  all(paragraph, 'w:t')
    .map((run) => run.text)
    .join('');

/** A page number for everything the contents can list, each its own. */
export function labelsOf(document: Document): ReadonlyMap<string, string> {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const targets = blocks.filter((block) => block.type === 'heading' || block.type === 'tableTitle');
  return new Map(targets.map((block, index) => [block.id, String(index + 1)]));
}
