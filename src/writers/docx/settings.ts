import { off, on, val, type XmlChild, xml, xmlPart } from './xml.js';

/**
 * What Word never lets begin a line in Chinese, with the dash, which it would (GB/T 15834-2011 §5.1.6). The list stands for
 * Word's own, so that it names all of it.
 */
const NEVER_FIRST_IN_WORD = '!%),.:;>?]}¢¨°·ˇˉ—―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';

const MICROSOFT_WORD = 'http://schemas.microsoft.com/office/word';

/** As Word 2013 and later lay out. Without it, Word opens the file in compatibility mode. */
const COMPATIBILITY: Readonly<Record<string, number>> = {
  compatibilityMode: 15,
  overrideTableStyleFontSizeAndJustification: 1,
  enableOpenTypeFeatures: 1,
  doNotFlipMirrorIndents: 1,
  differentiateMultirowTableHeaders: 1,
};

function compatibility(): XmlChild {
  const settings = Object.entries(COMPATIBILITY).map(([name, value]) =>
    xml('w:compatSetting', { 'w:name': name, 'w:uri': MICROSOFT_WORD, 'w:val': value }),
  );
  return xml('w:compat', undefined, ...settings);
}

const COLOURS = {
  'w:bg1': 'light1',
  'w:t1': 'dark1',
  'w:bg2': 'light2',
  'w:t2': 'dark2',
  'w:accent1': 'accent1',
  'w:accent2': 'accent2',
  'w:accent3': 'accent3',
  'w:accent4': 'accent4',
  'w:accent5': 'accent5',
  'w:accent6': 'accent6',
  'w:hyperlink': 'hyperlink',
  'w:followedHyperlink': 'followedHyperlink',
};

/**
 * `word/settings.xml`. Punctuation keeps its full width, as in the PDF; odd and even footers differ.
 * No `w:updateFields`: Word would ask before it shows the document.
 */
export function settingsXml(): string {
  const root = {
    'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  };
  return xmlPart(
    xml(
      'w:settings',
      root,
      xml('w:zoom', { 'w:percent': 100 }),
      val('w:defaultTabStop', 420),
      off('w:autoHyphenation'),
      on('w:evenAndOddHeaders'),
      val('w:characterSpacingControl', 'doNotCompress'),
      xml('w:noLineBreaksBefore', { 'w:lang': 'zh-CN', 'w:val': NEVER_FIRST_IN_WORD }),
      compatibility(),
      xml('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      xml('w:clrSchemeMapping', COLOURS),
      val('w:decimalSymbol', '.'),
      val('w:listSeparator', ','),
    ),
  );
}
