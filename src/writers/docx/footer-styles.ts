import type { Document } from '../../document/document.js';
import type { TextStyle } from '../../document/layout.js';
import type { Face, Faces } from '../official-faces.js';
import { HELPER_STYLES, WORD_STYLES } from './style-names.js';
import { styleParagraphProperties, styleRunProperties } from './text-style-xml.js';
import { twips } from './units.js';
import { type Markup, val, xml } from './xml.js';

/** GB/T 9704: odd pages right, even pages left, one character of the number's own size in from the edge. */
function indent(style: TextStyle, side: 'left' | 'right'): Markup {
  const other = side === 'left' ? 'right' : 'left';
  return xml('w:ind', { [`w:${side}Chars`]: 100, [`w:${side}`]: twips(style.size), [`w:${other}Chars`]: 0, [`w:${other}`]: 0 });
}

/** GB/T 9704 wants 宋体 for the digits, too, which elsewhere are Times New Roman. */
function songDigits({ name }: Face): Markup {
  return xml('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name });
}

/** The styles of the page number: on odd pages, and based on it, on even pages. */
export function footerStyles(document: Document, normal: TextStyle, faces: Faces): Markup[] {
  const style: TextStyle = { ...document.layout.styles.pageNumber, align: normal.align, leftIndent: 0, firstLineIndent: 0 };
  const odd = WORD_STYLES.pageNumber;
  const even = HELPER_STYLES.evenPage;
  return [
    xml(
      'w:style',
      { 'w:type': 'paragraph', 'w:styleId': odd.id },
      val('w:name', odd.name),
      val('w:basedOn', 'Normal'),
      val('w:uiPriority', 91),
      xml('w:pPr', undefined, ...styleParagraphProperties(style, normal), indent(style, 'right'), val('w:jc', 'right')),
      xml('w:rPr', undefined, songDigits(faces[style.face]), ...styleRunProperties({ ...style, face: normal.face }, normal, faces)),
    ),
    xml(
      'w:style',
      { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': even.id },
      val('w:name', even.name),
      val('w:basedOn', odd.id),
      val('w:uiPriority', 92),
      xml('w:pPr', undefined, indent(style, 'left'), val('w:jc', 'left')),
    ),
  ];
}
