import type { DocumentMetadata } from '../../document/document.js';
import { cleanText, xml } from './xml.js';
import { xmlPart } from './xml-text.js';

const instantOf = (date: string): string => `${date.slice(0, 10)}T00:00:00Z`;

/** The day that the file carries; the only date in it. */
export const publicationInstant = ({ date }: DocumentMetadata): string => instantOf(date);

/** `docProps/core.xml`: title, subject, department, keywords. */
export function coreXml(metadata: DocumentMetadata): string {
  const root = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const author = cleanText(metadata.author);
  const date = { 'xsi:type': 'dcterms:W3CDTF' };
  return xmlPart(
    xml(
      'cp:coreProperties',
      root,
      xml('dc:title', undefined, cleanText(metadata.title)),
      xml('dc:subject', undefined, cleanText(metadata.subject)),
      xml('dc:creator', undefined, author),
      xml('cp:keywords', undefined, cleanText(metadata.keywords.join('；'))),
      xml('dc:language', undefined, metadata.language),
      xml('cp:lastModifiedBy', undefined, author),
      xml('cp:revision', undefined, '1'),
      xml('dcterms:created', date, publicationInstant(metadata)),
      xml('dcterms:modified', date, publicationInstant(metadata)),
    ),
  );
}

/** `docProps/app.xml`. */
export function appXml(metadata: DocumentMetadata): string {
  const root = { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' };
  return xmlPart(
    xml(
      'Properties',
      root,
      xml('DocSecurity', undefined, '0'),
      xml('Company', undefined, cleanText(metadata.author)),
      xml('AppVersion', undefined, '16.0000'),
    ),
  );
}

/** `docProps/custom.xml`: 公开日期, where it is stated, as a date that Word and Explorer can sort by. */
export function customXml({ published }: DocumentMetadata): string {
  const root = {
    xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  };
  if (published === undefined) return xmlPart(xml('Properties', root));
  const property = { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: '公开日期' };
  return xmlPart(xml('Properties', root, xml('property', property, xml('vt:filetime', undefined, instantOf(published)))));
}
