import type { Document } from '../../document/document.js';
import { STYLE_NAMES, type StyleName, type TextStyle } from '../../document/layout.js';
import type { Face, Faces } from '../official-faces.js';
import { styleTabs, twips } from './geometry.js';
import { helperStyles, singleTableStyles } from './helper-styles.js';
import { HELPER_STYLES, WORD_STYLES } from './style-names.js';
import { styleParagraphProperties, styleRunProperties } from './text-style-xml.js';
import { type Markup, off, on, val, type XmlChild, xml, xmlPart } from './xml.js';

/** Styles that follow another one: whoever makes 表格文字 larger in Word makes all of these larger. */
const BASES: Partial<Record<StyleName, StyleName>> = {
  tableTextIndent1: 'tableText',
  tableTextIndent2: 'tableText',
  tableTextCentred: 'tableText',
  tableTextStrong: 'tableText',
  tableAmount: 'tableText',
  tableAmountStrong: 'tableAmount',
  tableHeader: 'tableText',
  tableHeaderSmall: 'tableTextSmall',
  tableTextIndent1Small: 'tableTextSmall',
  tableTextIndent2Small: 'tableTextSmall',
  tableTextCentredSmall: 'tableTextSmall',
  tableTextStrongSmall: 'tableTextSmall',
  tableAmountSmall: 'tableTextSmall',
  tableAmountStrongSmall: 'tableAmountSmall',
  tableNote: 'tableText',
  formTextCentred: 'formText',
  formAmount: 'formText',
  formHeader: 'formText',
};

/** Which style Word gives the paragraph that is typed after one of this style. */
const NEXT: Partial<Record<StyleName, StyleName>> = { heading1: 'body', heading2: 'body', heading3: 'body', tableTitle: 'tableInfo' };

/**
 * Line breaking said once, for all styles, so that it has one meaning everywhere: 避头尾, one hanging mark, a quarter
 * em between Chinese and digits, two lines of a paragraph on either page, no grid. The PDF is set the same way, and
 * LibreOffice does so whatever the file says. `w:overflowPunct` is left at its default, which is on: LibreOffice reads
 * the element the wrong way round, and with it would not let a mark hang.
 */
const LINE_BREAKING: readonly XmlChild[] = [
  on('w:widowControl'),
  on('w:kinsoku'),
  on('w:wordWrap'),
  off('w:topLinePunct'),
  on('w:autoSpaceDE'),
  on('w:autoSpaceDN'),
  off('w:adjustRightInd'),
  off('w:snapToGrid'),
];

/** Running text without an indent: what every style is based on. */
function normalStyle(document: Document): TextStyle {
  const { body } = document.layout.styles;
  return {
    ...body,
    align: 'left',
    characterSpacing: 0,
    firstLineIndent: 0,
    leftIndent: 0,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: false,
  };
}

function defaults(normal: TextStyle, faces: Faces): Markup {
  const language = xml('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' });
  return xml(
    'w:docDefaults',
    undefined,
    xml('w:rPrDefault', undefined, xml('w:rPr', undefined, ...styleRunProperties(normal, undefined, faces), language)),
    xml('w:pPrDefault', undefined, xml('w:pPr', undefined, ...LINE_BREAKING)),
  );
}

function normalXml(normal: TextStyle, faces: Faces): Markup {
  const [keepNext, , ...measures] = styleParagraphProperties(normal, undefined);
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    val('w:name', 'Normal'),
    on('w:qFormat'),
    xml('w:pPr', undefined, keepNext, ...LINE_BREAKING, ...measures),
    xml('w:rPr', undefined, ...styleRunProperties(normal, undefined, faces)),
  );
}

function textStyleXml(name: StyleName, document: Document, faces: Faces): Markup {
  const { styles } = document.layout;
  const word = WORD_STYLES[name];
  const baseName = BASES[name];
  const base = baseName ? styles[baseName] : normalStyle(document);
  const next = NEXT[name];
  const outline = word.outline === undefined ? undefined : val('w:outlineLvl', word.outline - 1);
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': word.id, 'w:customStyle': word.builtIn ? undefined : 1 },
    val('w:name', word.name),
    val('w:basedOn', baseName ? WORD_STYLES[baseName].id : 'Normal'),
    next ? val('w:next', WORD_STYLES[next].id) : undefined,
    val('w:uiPriority', STYLE_NAMES.indexOf(name) + 1),
    on('w:qFormat'),
    xml('w:pPr', undefined, ...styleParagraphProperties(styles[name], base, styleTabs(name, document)), outline),
    xml('w:rPr', undefined, ...styleRunProperties(styles[name], base, faces)),
  );
}

/** The page number is written by its own rule, once for odd and once for even pages. */
const TEXT_STYLES = STYLE_NAMES.filter((name) => name !== 'pageNumber');

/** All that is not listed here stays out of the gallery of styles. */
const LATENT = xml('w:latentStyles', {
  'w:defLockedState': 0,
  'w:defUIPriority': 99,
  'w:defSemiHidden': 1,
  'w:defUnhideWhenUsed': 1,
  'w:defQFormat': 0,
  'w:count': 376,
});

/** `word/styles.xml`: every style of the layout under its Chinese or built-in name. */
export function stylesXml(document: Document, faces: Faces): string {
  const normal = normalStyle(document);
  const texts = TEXT_STYLES.map((name) => textStyleXml(name, document, faces));
  const namespace = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };
  return xmlPart(
    xml(
      'w:styles',
      namespace,
      defaults(normal, faces),
      LATENT,
      normalXml(normal, faces),
      ...texts,
      ...helperStyles(document),
      ...singleTableStyles(document),
      ...footerStyles(document, normal, faces),
    ),
  );
}

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
function footerStyles(document: Document, normal: TextStyle, faces: Faces): Markup[] {
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
