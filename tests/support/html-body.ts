import { XMLParser } from 'fast-xml-parser';

/** A node of a page: its tag and attributes, its children in order; a text has no tag. */
export interface HtmlNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
  readonly text: string;
}

const VOID = ['meta', 'input', 'col', 'br'];
/** What a block of text is, to a reader. */
const TEXTS = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'li', 'td', 'th', 'figcaption', 'summary', 'label', 'dt', 'dd']);

/** A page as a parser sees it that knows nothing of how it was written. */
export function parseHtml(page: string): HtmlNode {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    allowBooleanAttributes: true,
    trimValues: false,
    parseTagValue: false,
    unpairedTags: VOID,
    stopNodes: ['*.script', '*.style'],
  });
  const nodes = (parser.parse(page.replace(/^<!doctype html>/, '')) as unknown[]).map(toNode);
  const [root] = nodes.filter(({ tag }) => tag === 'html');
  if (!root) throw new Error('no page');
  return root;
}

function toNode(raw: unknown): HtmlNode {
  const { ':@': attributes = {}, ...rest } = raw as Record<string, unknown>;
  const [tag = '', value] = Object.entries(rest)[0] ?? [];
  if (tag === '#text') return { tag: '', attributes: {}, children: [], text: String(value) };
  return { tag, attributes: attributes as Record<string, string>, children: Array.isArray(value) ? value.map(toNode) : [], text: '' };
}

/** Every node that passes, in order, without those within it. */
export function findAll(node: HtmlNode, test: (node: HtmlNode) => boolean): HtmlNode[] {
  return test(node) ? [node] : node.children.flatMap((child) => findAll(child, test));
}

/** Every node that passes, in order, also within one another. */
export function descendants(node: HtmlNode, test: (node: HtmlNode) => boolean): HtmlNode[] {
  return [...(test(node) ? [node] : []), ...node.children.flatMap((child) => descendants(child, test))];
}

export const textOf = (node: HtmlNode): string => (node.tag === '' ? node.text : node.children.map(textOf).join(''));

export const classesOf = ({ attributes }: HtmlNode): readonly string[] => attributes.class?.split(' ') ?? [];

/** Not the document's words: the page's own, and what only repeats a title for those who do not see. */
const isAside = (node: HtmlNode): boolean => classesOf(node).includes('own') || ['caption', 'head', 'script', 'style'].includes(node.tag);

/** The texts of the document on the page, in reading order: paragraphs, headings, cells; without white space, none empty. */
export function documentTexts(page: string): string[] {
  const visit = (node: HtmlNode): string[] => {
    if (isAside(node)) return [];
    if (TEXTS.has(node.tag) && !node.children.some(({ tag }) => TEXTS.has(tag))) return splitInfo(node);
    return node.children.flatMap(visit);
  };
  return visit(parseHtml(page))
    .map((text) => text.replace(/\s/g, ''))
    .filter(Boolean);
}

/** The line over a table has two ends. */
const splitInfo = (node: HtmlNode): string[] => (classesOf(node).includes('tableInfo') ? node.children.map(textOf) : [textOf(node)]);
