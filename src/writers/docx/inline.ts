import { type Inline, inlineText } from '../../document/document.js';
import { twips } from './units.js';
import { characters, cleanText, type Markup, on, val, type XmlChild, xml } from './xml.js';

/** Characters that both scripts use, such as “ ” — ·: only the hint makes Word take them from the Chinese face. */
const SHARED = /[\u0080-\u2E7F]/;
const EAST_ASIAN_FONTS = xml('w:rFonts', { 'w:hint': 'eastAsia' });
const EAST_ASIAN_HINT = xml('w:rPr', undefined, EAST_ASIAN_FONTS);

/** Word drops blanks at the ends of a text, and doubled ones, unless told to keep them. */
const BLANKS_TO_KEEP = /^ | $| {2}/;

export function textToDocx(text: string, name: 'w:t' | 'w:instrText' = 'w:t'): Markup {
  return xml(name, { 'xml:space': BLANKS_TO_KEEP.test(text) ? 'preserve' : undefined }, characters(text));
}

/** A run of plain text; its looks come from the style of its paragraph, a spacing of its own apart. */
export function runToDocx(text: string, spacing?: number): Markup {
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
export function markField(code: string, styleId: string): Markup[] {
  const hidden = xml('w:rPr', undefined, val('w:rStyle', styleId));
  return [fieldMark('begin', hidden), instruction(code, hidden), fieldMark('end', hidden)];
}
