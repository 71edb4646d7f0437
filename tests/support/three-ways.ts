import { type Document, inlineText, type TableCell } from '../../src/document/document.js';
import { blocksOfType } from '../../src/document/walk.js';
import { squeeze, textsOf } from './document-text.js';
import { type DocxParagraph, type DocxRow, type DocxTable, docxBody } from './docx-body.js';
import { documentTexts } from './html-body.js';
import { pdfTexts } from './pdf-text.js';

/** Word's own texts, in order; the number after the last tab of an entry of the contents is its page. */
const wordTexts = (body: readonly (DocxParagraph | DocxTable)[]): string[] =>
  body
    .flatMap((one) => (one.kind === 'paragraph' ? one.text.replace(/\t[\d—]+$/, '').split('\t') : one.rows.flatMap(rowTexts)))
    .map(squeeze)
    .filter(Boolean);

const rowTexts = ({ cells }: DocxRow): string[] => cells.map(({ text }) => text);

const cellsText = (cells: readonly TableCell[]): string => squeeze(cells.map(({ content }) => inlineText(content)).join(''));

/** What the PDF prints again on each page of a table: its head, and cells that reach over a page's end. */
function repeated(document: Document): (gap: string) => boolean {
  const tables = blocksOfType(document, 'table');
  const heads = tables.map(({ rows, headerRows }) => cellsText(rows.slice(0, headerRows).flatMap(({ cells }) => cells)));
  const spanning = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ rowSpan = 1 }) => rowSpan > 1)));
  const texts = new Set(['', ...spanning.map((cell) => cellsText([cell]))]);
  return (gap) => heads.some((head) => gap.startsWith(head) && texts.has(gap.slice(head.length)));
}

/** What stands in a running text before each of the texts, which follow one another; undefined where one is missing. */
function gaps(texts: readonly string[], running: string): (string | undefined)[] {
  let at = 0;
  return texts.map((text) => {
    const found = running.indexOf(text, at);
    if (found < 0) return undefined;
    const gap = running.slice(at, found);
    at = found + text.length;
    return gap;
  });
}

const expectedTexts = (document: Document): string[] =>
  textsOf(document)
    .map(({ text }) => squeeze(text))
    .filter(Boolean);

/** The legend of a chart is a drawing in Word, which its own tests read. */
const withoutLegends = (document: Document): Document => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.type === 'chart' ? { ...block, slices: [] } : block)),
  })),
});

/** A document as each of its editions says it, read back by other libraries than those that wrote them. */
export interface ReadBack {
  readonly word: Uint8Array;
  readonly pdf: Uint8Array;
  readonly page: string;
}

/** Every text of the document is in all three, in the same order, and nothing else is; what is not so, one line each. */
export async function textDifferences(document: Document, { word, pdf, page }: ReadBack): Promise<string[]> {
  const expected = expectedTexts(document);
  const isRepeated = repeated(document);
  const running = (await pdfTexts(pdf)).flatMap(({ text }) => (text === document.watermark ? [] : [text])).join('');
  const inPdf = gaps(expected, running).flatMap((gap, index) =>
    gap !== undefined && (/^[.…\d]*$/.test(gap) || isRepeated(gap)) ? [] : [`PDF: ${gap} | ${expected[index]}`],
  );
  const inWord = firstApart('Word', wordTexts(docxBody(word)), expectedTexts(withoutLegends(document)));
  return [...firstApart('HTML', documentTexts(page), expected), ...inWord, ...inPdf];
}

function firstApart(where: string, given: readonly string[], expected: readonly string[]): string[] {
  const index = Array.from({ length: Math.max(given.length, expected.length) }, (_, at) => at).find((at) => given[at] !== expected[at]);
  return index === undefined ? [] : [`${where}: ${given[index]} | ${expected[index]}`];
}
