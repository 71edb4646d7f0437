import type { Document, DocumentMetadata } from '../../document/document.js';
import { type Face, type Faces, LATIN_FACE, OFFICIAL_FACES } from '../official-faces.js';
import { BodyMarkup } from './body-markup.js';
import { buildDocx } from './build.js';
import { contextOf } from './context.js';
import { partsOf, settleParts, zipped } from './package.js';
import { stylesXml } from './styles.js';
import { characters, cleanText, type Markup, off, on, val, type XmlChild, xml, xmlPart } from './xml.js';

export { type LayoutDifference, verifyLayout } from './verify-layout.js';

/** Parts that the library cannot say all of. */
function ownParts(document: Document): [name: string, markup: string][] {
  return [
    ['word/styles.xml', stylesXml(document, OFFICIAL_FACES)],
    ['word/settings.xml', settingsXml()],
    ['word/fontTable.xml', fontTableXml(OFFICIAL_FACES)],
    ['docProps/core.xml', coreXml(document.metadata)],
    ['docProps/app.xml', appXml(document.metadata)],
    ['docProps/custom.xml', customXml(document.metadata)],
  ];
}

/**
 * The Word file of a document. `pageLabels` gives the printed page number of each heading and table title by its id:
 * the PDF's page map, with which Word's pages agree by construction.
 */
export async function documentToDocx(document: Document, pageLabels: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const body = new BodyMarkup();
  const parts = partsOf(buildDocx(contextOf(document, pageLabels), { toTree: body.standIn }), OFFICIAL_FACES);
  for (const [name, markup] of ownParts(document)) parts.set(name, markup);
  await settleParts(parts, publicationInstant(document.metadata));
  for (const [name, part] of parts) if (typeof part === 'string') parts.set(name, body.fill(part));
  return zipped(parts);
}

/** Character set 134 is GB 2312. */
function chineseFont({ name, alternative, panose, family }: Face): Markup {
  return xml(
    'w:font',
    { 'w:name': name },
    val('w:altName', alternative),
    val('w:panose1', panose),
    val('w:charset', '86'),
    val('w:family', family),
    val('w:pitch', 'default'),
  );
}

const latinFont = (): Markup =>
  xml(
    'w:font',
    { 'w:name': LATIN_FACE },
    val('w:panose1', '02020603050405020304'),
    val('w:charset', '00'),
    val('w:family', 'roman'),
    val('w:pitch', 'variable'),
  );

/** `word/fontTable.xml`: the alternate names tell Word which face to take where the official one is not installed. */
function fontTableXml(faces: Faces): string {
  const root = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };
  return xmlPart(xml('w:fonts', root, latinFont(), ...Object.values(faces).map(chineseFont)));
}

const instantOf = (date: string): string => `${date.slice(0, 10)}T00:00:00Z`;

/** The day that the file carries; the only date in it. */
const publicationInstant = ({ date }: DocumentMetadata): string => instantOf(date);

/** `docProps/core.xml`: title, subject, department, keywords. */
function coreXml(metadata: DocumentMetadata): string {
  const root = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const author = characters(cleanText(metadata.author));
  const date = { 'xsi:type': 'dcterms:W3CDTF' };
  return xmlPart(
    xml(
      'cp:coreProperties',
      root,
      xml('dc:title', undefined, characters(cleanText(metadata.title))),
      xml('dc:subject', undefined, characters(cleanText(metadata.subject))),
      xml('dc:creator', undefined, author),
      xml('cp:keywords', undefined, characters(cleanText(metadata.keywords.join('；')))),
      xml('dc:language', undefined, characters(metadata.language)),
      xml('cp:lastModifiedBy', undefined, author),
      xml('cp:revision', undefined, characters('1')),
      xml('dcterms:created', date, characters(publicationInstant(metadata))),
      xml('dcterms:modified', date, characters(publicationInstant(metadata))),
    ),
  );
}

/** `docProps/app.xml`. */
function appXml(metadata: DocumentMetadata): string {
  const root = { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' };
  return xmlPart(
    xml(
      'Properties',
      root,
      xml('DocSecurity', undefined, characters('0')),
      xml('Company', undefined, characters(cleanText(metadata.author))),
      xml('AppVersion', undefined, characters('16.0000')),
    ),
  );
}

/** `docProps/custom.xml`: 公开日期, where it is stated, as a date that Word and Explorer can sort by. */
function customXml({ published }: DocumentMetadata): string {
  const root = {
    xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  };
  if (published === undefined) return xmlPart(xml('Properties', root));
  const property = { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: '公开日期' };
  return xmlPart(xml('Properties', root, xml('property', property, xml('vt:filetime', undefined, characters(instantOf(published))))));
}

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
function settingsXml(): string {
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
