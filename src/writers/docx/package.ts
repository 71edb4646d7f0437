import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Parts = Readonly<Record<string, Uint8Array>>;

/** Fields of a zip entry are local time: only a local date is the same in every time zone. */
const ZIP_DATE = new Date(1980, 0, 1);
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];

function inOrder(names: readonly string[]): string[] {
  const first = FIRST.filter((name) => names.includes(name));
  return [...first, ...names.filter((name) => !FIRST.includes(name)).sort()];
}

export function zipParts(parts: Parts): Uint8Array {
  const entries = inOrder(Object.keys(parts)).map((name) => [name, parts[name] as Uint8Array]);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: ZIP_DATE });
}

/** The part whose relationships a `.rels` part holds. */
const ownerOf = (rels: string): string => rels.replace(/_rels\/([^/]+)\.rels$/, '$1');

/** Charts get random relationship ids from the library: they are numbered in the order of the file. */
function numberRelationships(parts: Record<string, Uint8Array>, rels: string): void {
  const markup = strFromU8(parts[rels] as Uint8Array);
  const owner = ownerOf(rels);
  const ids = [...markup.matchAll(/ Id="([^"]*)"/g)].map((match) => match[1] as string);
  const random = ids.filter((id) => !/^rId\d+$/.test(id));
  const content = parts[owner];
  if (random.length === 0 || content === undefined) return;
  const names = new Map(random.map((id, index) => [id, `rIdChart${index + 1}`]));
  const renamed = (text: string): string =>
    text.replace(/"(rId[^"]*)"/g, (whole, id: string) => (names.has(id) ? `"${names.get(id)}"` : whole));
  parts[rels] = strToU8(renamed(markup));
  parts[owner] = strToU8(renamed(strFromU8(content)));
}

const isPackage = (name: string): boolean => /\.(xlsx|docx)$/.test(name);

/** Dates inside the workbook of a chart are those of the run that made it. */
function withoutDates(name: string, data: Uint8Array, date: string): Uint8Array {
  if (!name.endsWith('core.xml')) return data;
  return strToU8(strFromU8(data).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, date));
}

function normaliseInner(data: Uint8Array, date: string): Uint8Array {
  const parts = Object.entries(unzipSync(data)).map(([name, content]) => [name, withoutDates(name, content, date)]);
  return zipParts(Object.fromEntries(parts));
}

/** The library says that every chart is in English. */
const inChinese = (data: Uint8Array): Uint8Array => strToU8(strFromU8(data).replace('<c:lang val="en-US"/>', '<c:lang val="zh-CN"/>'));

/** Parts that the library always writes and these documents never use. */
const UNUSED = ['word/footnotes.xml', 'word/endnotes.xml', 'word/numbering.xml'];

/** Takes a part out together with all that names it. */
function removePart(parts: Record<string, Uint8Array>, name: string): void {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const edit = (part: string, pattern: RegExp): void => {
    parts[part] = strToU8(strFromU8(parts[part] as Uint8Array).replace(pattern, ''));
  };
  delete parts[name];
  delete parts[`word/_rels/${file}.rels`];
  edit('[Content_Types].xml', new RegExp(`<Override[^>]*PartName="/${name}"[^>]*/>`));
  edit('word/_rels/document.xml.rels', new RegExp(`<Relationship [^>]*Target="${file}"[^>]*/>`));
}

/**
 * The library's package made the same in every run, process and time zone: parts replaced by our own, random ids
 * numbered, the chart's workbook packed anew, entries in a fixed order with a fixed date.
 */
export function normalisePackage(bytes: Uint8Array, own: Readonly<Record<string, string>>, date: string): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  for (const name of UNUSED) removePart(parts, name);
  for (const [name, text] of Object.entries(own)) parts[name] = strToU8(text);
  for (const name of Object.keys(parts)) {
    if (name.endsWith('.rels')) numberRelationships(parts, name);
    else if (name.startsWith('word/charts/')) parts[name] = inChinese(parts[name] as Uint8Array);
    else if (isPackage(name)) parts[name] = normaliseInner(parts[name] as Uint8Array, date);
  }
  return zipParts(parts);
}
