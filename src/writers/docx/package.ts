import { type Document as DocxDocument, Packer, XmlComponent } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { Faces } from '../official-faces.js';
import { zip } from '../zip.js';

/** Files of a package by name: markup as text, the rest as bytes. */
export type Parts = Map<string, string | Uint8Array>;

/** The part of docx 9.15.2's packer that is used, private there: it gives all parts before they are zipped. */
interface Compiler {
  compile(document: DocxDocument): Parts;
}

/** Written by us, or of no use here: the library takes longer to write them than all other parts together. */
const NOT_ITS_OWN = ['Styles', 'Numbering', 'Settings', 'CoreProperties', 'CustomProperties', 'AppProperties'] as const;

class Unwritten extends XmlComponent {
  readonly ConcreteNumbering: readonly [] = [];
}

function leaveOut(document: DocxDocument, names: readonly string[]): void {
  const value = new Unwritten('w:unwritten');
  for (const name of names) Object.defineProperty(document, name, { value });
}

const THEME = 'word/theme/theme1.xml';

/** It says the same of the same faces in every document: the library writes it for the first. */
const themes = new WeakMap<Faces, string | Uint8Array>();

/** The parts of the library's document: those that it zips itself would be unzipped again at once. */
export function partsOf(document: DocxDocument, faces: Faces): Parts {
  const known = themes.get(faces);
  leaveOut(document, known === undefined ? NOT_ITS_OWN : [...NOT_ITS_OWN, 'Theme']);
  const parts = (Packer as unknown as { readonly compiler: Compiler }).compiler.compile(document);
  const theme = known ?? parts.get(THEME) ?? '';
  themes.set(faces, theme);
  return parts.set(THEME, theme);
}

const FIRST = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];

function inOrder(parts: Parts): Parts {
  const names = [...parts.keys()];
  const first = FIRST.filter((name) => parts.has(name));
  const ordered = [...first, ...names.filter((name) => !FIRST.includes(name)).sort()];
  return new Map(ordered.map((name) => [name, parts.get(name) ?? '']));
}

function edit(parts: Parts, name: string, change: (markup: string) => string): void {
  const markup = parts.get(name);
  if (typeof markup !== 'string') throw new Error(`a package without the markup of ${name}`);
  parts.set(name, change(markup));
}

/** The part whose relationships a `.rels` part holds. */
const ownerOf = (rels: string): string => rels.replace(/_rels\/([^/]+)\.rels$/, '$1');

/** Of a chart by its number; the library gives it one at random. */
export const chartRelationship = (number: number): string => `rIdChart${number}`;

/** Random ids are numbered in the order of the file, which is that of the charts. */
function numberRelationships(parts: Parts, rels: string): void {
  const owner = ownerOf(rels);
  const ids = [...String(parts.get(rels)).matchAll(/ Id="([^"]*)"/g)].map((match) => match[1] as string);
  const random = ids.filter((id) => !/^rId\d+$/.test(id));
  if (random.length === 0 || !parts.has(owner)) return;
  const names = new Map(random.map((id, index) => [id, chartRelationship(index + 1)]));
  const renamed = (markup: string): string =>
    markup.replace(/"(rId[^"]*)"/g, (whole, id: string) => (names.has(id) ? `"${names.get(id)}"` : whole));
  edit(parts, rels, renamed);
  edit(parts, owner, renamed);
}

const isPackage = (name: string): boolean => /\.(xlsx|docx)$/.test(name);

/** A chart's workbook, packed anew: the dates in it are those of the run that made it. */
async function withoutDates(workbook: Uint8Array, date: string): Promise<Uint8Array> {
  const parts: Parts = new Map(Object.entries(unzipSync(workbook)));
  for (const [name, content] of parts)
    if (name.endsWith('core.xml')) parts.set(name, strFromU8(content as Uint8Array).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, date));
  return zip(inOrder(parts));
}

/** The library says that every chart is in English. */
const inChinese = (markup: string): string => markup.replace('<c:lang val="en-US"/>', '<c:lang val="zh-CN"/>');

/** Parts that the library always writes and these documents never use. */
const UNUSED = ['word/footnotes.xml', 'word/endnotes.xml', 'word/numbering.xml'];

/** Takes a part out together with all that names it. */
function removePart(parts: Parts, name: string): void {
  const file = name.slice(name.lastIndexOf('/') + 1);
  parts.delete(name);
  parts.delete(`word/_rels/${file}.rels`);
  edit(parts, '[Content_Types].xml', (markup) => markup.replace(new RegExp(`<Override[^>]*PartName="/${name}"[^>]*/>`), ''));
  edit(parts, 'word/_rels/document.xml.rels', (markup) => markup.replace(new RegExp(`<Relationship [^>]*Target="${file}"[^>]*/>`), ''));
}

/** Makes the parts the same in every run, process and time zone: random ids numbered, the chart's workbook packed anew. */
export async function settleParts(parts: Parts, date: string): Promise<void> {
  for (const name of UNUSED) removePart(parts, name);
  for (const [name, content] of parts) {
    if (name.endsWith('.rels')) numberRelationships(parts, name);
    else if (name.startsWith('word/charts/')) edit(parts, name, inChinese);
    else if (isPackage(name)) parts.set(name, await withoutDates(content as Uint8Array, date));
  }
}

/** The file of a package: entries in a fixed order, with a fixed date. */
export const zipped = (parts: Parts): Promise<Uint8Array> => zip(inOrder(parts));
