import { inlineText, itemContent, type List } from '../../../document/document.js';
import { tracked } from '../../../typesetting/line-setting.js';
import type { LayoutContext } from './context.js';
import { placeParagraph } from './place-paragraph.js';

/** Items as the paragraphs they are printed as; only the structure tells label and text apart. */
export function placeList(context: LayoutContext, { style, items }: List): void {
  const list = context.root.add('L', { numbering: items.every(({ label }) => NUMBER.test(label)) ? 'Decimal' : 'Disc' });
  for (const item of items) {
    const element = list.add('LI');
    const lead = { length: item.label.trimEnd().length, mark: element.add('Lbl') };
    placeParagraph(context, inlineText(itemContent(item)), tracked(context.style(style), item.tracking), element.add('LBody'), { lead });
  }
}

/** Chinese numerals count as decimal ones: PDF 1.7 has no word for them. */
const NUMBER = /[0-9一二三四五六七八九十]/;
