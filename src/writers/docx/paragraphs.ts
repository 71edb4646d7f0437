import { type Heading, type Inline, inlineText, type Paragraph, type TableTitle } from '../../document/document.js';
import type { StyleName } from '../../document/layout.js';
import { textArea } from '../../document/sheet.js';
import { paragraphLines } from '../../typesetting/line-setting.js';
import type { Anchor, Context } from './context.js';
import { twips } from './geometry.js';
import { infoStyle } from './helper-styles.js';
import { HELPER_STYLES, styleId, WORD_STYLES } from './style-names.js';
import { characters, cleanText, type Markup, on, type ParagraphParts, val, type XmlChild, xml } from './xml.js';

/** What a paragraph says for itself because no style can. */
export interface Breaks {
  readonly pageBreakBefore?: boolean;
  readonly keepWithNext?: boolean | undefined;
}

/** Properties in the order of the schema. */
export function properties(style: string, { pageBreakBefore, keepWithNext }: Breaks = {}, outline?: number): XmlChild[] {
  return [
    val('w:pStyle', style),
    keepWithNext ? on('w:keepNext') : undefined,
    pageBreakBefore ? on('w:pageBreakBefore') : undefined,
    outline === undefined ? undefined : val('w:outlineLvl', outline - 1),
  ];
}

export function paragraphToDocx(
  { style, content, keepWithNext, tracking }: Paragraph,
  context: Context,
  breaks: Breaks,
  name = styleId(style),
): ParagraphParts {
  const { document } = context;
  const spacing = tracking === undefined ? undefined : document.layout.styles[style].characterSpacing + tracking;
  return { properties: properties(name, { ...breaks, keepWithNext }), content: linesToDocx(content, style, context, spacing) };
}

/** The entry's own text for the TOC field: it need not be the text on the page. */
function tocMark({ block }: Anchor): Markup[] {
  const text = cleanText(block.tocText ?? '').replace(/[\\"]/g, '\\$&');
  return markField(`TC "${text}" \\f t \\l ${block.level}`, HELPER_STYLES.tocMark.id);
}

/** The content between the bookmark's two ends. */
function anchored(anchor: Anchor | undefined, marked: boolean, content: readonly XmlChild[]): XmlChild[] {
  if (anchor === undefined) return [...content];
  const start = xml('w:bookmarkStart', { 'w:id': anchor.number, 'w:name': anchor.bookmark });
  return [start, ...(marked ? tocMark(anchor) : []), ...content, xml('w:bookmarkEnd', { 'w:id': anchor.number })];
}

/**
 * Centred text in the lines that the layout chose, by words: Word would fill the first and tear one. Not a heading that
 * Word's own contents collect, for its entry would break there too.
 */
function linesToDocx(content: readonly Inline[], style: StyleName, { document, sheet }: Context, spacing?: number): XmlChild[] {
  const { layout } = document;
  const { [style]: looks } = layout.styles;
  const text = inlineText(content);
  const lines = looks.align === 'centre' ? paragraphLines(text, looks, textArea(layout.page, sheet).width) : [];
  if (lines.length < 2) return [inlineToDocx(content, spacing)];
  return lines.flatMap(({ start, end }, index) => [
    ...(index === 0 ? [] : [xml('w:r', undefined, on('w:br'))]),
    runToDocx(text.slice(start, end).trimEnd(), spacing),
  ]);
}

export function headingToDocx(heading: Heading, context: Context, breaks: Breaks): ParagraphParts {
  const anchor = context.anchors.get(heading.id);
  const marked = !context.collectedLevels.includes(heading.level);
  const outline = WORD_STYLES[heading.style].outline === heading.level ? undefined : heading.level;
  return {
    properties: properties(styleId(heading.style), breaks, outline),
    content: anchored(anchor, marked, marked ? linesToDocx(heading.content, heading.style, context) : [inlineToDocx(heading.content)]),
  };
}

const line = (style: StyleName, breaks: Breaks, text: string): ParagraphParts => ({
  properties: properties(styleId(style), breaks),
  content: [runToDocx(text)],
});

/** Label, title and the line with 部门名称 and 单位: up to three paragraphs, the first of which starts the page. */
export function tableTitleToDocx(block: TableTitle, context: Context, breaks: Breaks): ParagraphParts[] {
  const label = block.label === undefined ? [] : [line('tableLabel', breaks, block.label)];
  const title = {
    properties: properties(HELPER_STYLES.listedTitle.id, label.length === 0 ? breaks : {}),
    content: anchored(context.anchors.get(block.id), true, linesToDocx(block.title, 'tableTitle', context)),
  };
  return [...label, title, ...infoLine(block, context)];
}

function infoLine(block: TableTitle, { sheet }: Context): ParagraphParts[] {
  const { left, middle, right } = block;
  if (left === '' && right === '' && middle === undefined) return [];
  const between = middle === undefined ? [] : [runToDocx(middle), tab()];
  return [{ properties: properties(infoStyle(block, sheet).id), content: [runToDocx(left), tab(), ...between, runToDocx(right)] }];
}

/** Characters that both scripts use, such as “ ” — ·: only the hint makes Word take them from the Chinese face. */
const SHARED = /[\u0080-\u2E7F]/;
const EAST_ASIAN_FONTS = xml('w:rFonts', { 'w:hint': 'eastAsia' });
const EAST_ASIAN_HINT = xml('w:rPr', undefined, EAST_ASIAN_FONTS);

/** Word drops blanks at the ends of a text, and doubled ones, unless told to keep them. */
const BLANKS_TO_KEEP = /^ | $| {2}/;

function textToDocx(text: string, name: 'w:t' | 'w:instrText' = 'w:t'): Markup {
  return xml(name, { 'xml:space': BLANKS_TO_KEEP.test(text) ? 'preserve' : undefined }, characters(text));
}

/** Most texts: no blank, nothing to leave out or to escape, no character of both scripts. */
const PLAIN = /^[!#-%'-;=?-~\u2E80-\uD7FF\uE000-\uFFFD]*$/;

/** A run of plain text; its looks come from the style of its paragraph, a spacing of its own apart. */
export function runToDocx(text: string, spacing?: number): Markup {
  if (spacing === undefined && text !== '' && PLAIN.test(text)) return `<w:r><w:t>${text}</w:t></w:r>` as Markup;
  const clean = cleanText(text);
  const hint = SHARED.test(clean) ? EAST_ASIAN_FONTS : undefined;
  const properties = spacing === undefined ? hint && EAST_ASIAN_HINT : xml('w:rPr', undefined, hint, val('w:spacing', twips(spacing)));
  return xml('w:r', undefined, properties, textToDocx(clean));
}

/** Text and figures look alike on paper, so they are one run: easier to edit, and smaller. */
export function inlineToDocx(content: readonly Inline[], spacing?: number): XmlChild {
  const text = inlineText(content);
  return text === '' ? undefined : runToDocx(text, spacing);
}

export const tab = (): Markup => xml('w:r', undefined, on('w:tab'));

const fieldMark = (type: 'begin' | 'separate' | 'end', properties?: XmlChild): Markup =>
  xml('w:r', undefined, properties, xml('w:fldChar', { 'w:fldCharType': type }));

const instruction = (code: string, properties?: XmlChild): Markup =>
  xml('w:r', undefined, properties, textToDocx(` ${code} `, 'w:instrText'));

/** The start of a field with a result, whose runs follow, to be closed by `fieldEnd`. Never dirty: Word would ask. */
export const fieldStart = (code: string): Markup[] => [fieldMark('begin'), instruction(code), fieldMark('separate')];
export const fieldEnd = (): Markup => fieldMark('end');

/** A field with its result as it was when the file was written. */
export const field = (code: string, result: string): Markup[] => [...fieldStart(code), runToDocx(result), fieldEnd()];

/** A field that shows nothing, such as the mark of a TOC entry; its style hides the code, too. */
function markField(code: string, styleId: string): Markup[] {
  const hidden = xml('w:rPr', undefined, val('w:rStyle', styleId));
  return [fieldMark('begin', hidden), instruction(code, hidden), fieldMark('end', hidden)];
}
