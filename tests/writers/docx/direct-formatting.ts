import { all, type Element, part } from './support.js';

const PROPERTIES = ['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr'];

/** All that paragraphs, runs, tables, rows and cells of the body say for themselves: «w:pPr/w:keepNext» and how often. */
export function directFormatting(bytes: Uint8Array): ReadonlyMap<string, number> {
  const body = part(bytes, 'word/document.xml');
  const said = PROPERTIES.flatMap((name) => all(body, name).flatMap((properties) => names(properties)));
  const counts = new Map<string, number>();
  for (const each of said) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

const names = (properties: Element): string[] => properties.children.map((child) => `${properties.name}/${child.name}${faces(child)}`);

/** A face is formatting; the hint which of its style's faces a shared character takes is not. */
const faces = ({ name, attributes }: Element): string =>
  name === 'w:rFonts' ? ` ${Object.keys(attributes).join(' ')}=${Object.values(attributes).join(' ')}` : '';

/**
 * What no style can say, and why it is said in the body. Everything else comes from styles: who changes a style in
 * Word changes all that has it.
 */
export const ALLOWED: Readonly<Record<string, string>> = {
  'w:pPr/w:pStyle': 'the style',
  'w:pPr/w:keepNext': 'kept with what follows: where the paragraph stands decides, not what it is',
  'w:pPr/w:pageBreakBefore': 'starts a page: where the paragraph stands decides',
  'w:pPr/w:outlineLvl': 'a heading in the style of another level',
  'w:pPr/w:sectPr': 'the end of a section',
  'w:rPr/w:rFonts w:hint=eastAsia': '“ ” and other marks of both scripts are taken from the Chinese face',
  'w:rPr/w:spacing': 'a paragraph that this program and others would set in another number of lines',
  'w:rPr/w:rStyle': 'the style of a mark for the contents',
  'w:tblPr/w:tblStyle': 'the style',
  'w:tblPr/w:tblW': 'the width of this table',
  'w:tblPr/w:jc': 'other programs than Word read little of table styles',
  'w:tblPr/w:tblLayout': 'fixed widths: table styles cannot say it',
  'w:tblPr/w:tblLook': 'which parts of its style the table uses',
  'w:tblPr/w:tblCaption': 'alternative text',
  'w:tblPr/w:tblDescription': 'alternative text',
  'w:trPr/w:cnfStyle': 'a header row: for programs that do not work it out',
  'w:trPr/w:cantSplit': 'other programs than Word read little of table styles',
  'w:trPr/w:trHeight': 'the height of this row',
  'w:trPr/w:tblHeader': 'a header row',
  'w:tcPr/w:tcW': 'the width of this cell',
  'w:tcPr/w:gridSpan': 'the shape of the table',
  'w:tcPr/w:vMerge': 'the shape of the table',
  'w:tcPr/w:shd': 'a header row after the first; a swatch of the legend',
  'w:tcPr/w:tcBorders': 'a swatch of the legend stands apart from the next',
  'w:tcPr/w:vAlign': 'a chart begins at the top of its cell',
};
