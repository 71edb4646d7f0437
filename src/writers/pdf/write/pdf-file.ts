import type { ZlibOptions } from 'node:zlib';
import type { DocumentMetadata } from '../../../document/document.js';
import { deflated } from '../../zip.js';
import { FileBytes, type FileObject, pdfObject, type Trailer } from './pdf-object.js';
import { PdfMakeDocumentClass, type PdfReference } from './pdfmake-document.js';
import { PRODUCER, xmpDate, xmpDescriptions } from './xmp.js';

/** PDF/A level of a file; 1b is for the validator of the CI, which knows no other. */
export type Conformance = 'PDF/A-3a' | 'PDF/A-2a' | 'PDF/A-1a' | 'PDF/A-1b';

/** A text string of a PDF object: pdfkit writes plain strings as names, and tells text by the wrapper object. */
export const textString = (text: string): unknown => new String(text);

/** PDF/A-1 is PDF 1.4: no file attached, no objects packed. */
export const isFirstPart = (conformance: Conformance): boolean => conformance.startsWith('PDF/A-1');

/**
 * The document class of pdfmake, with metadata of our own: pdfkit's are not escaped and lack the date of change. Its objects
 * are gathered and put together by us: pdfkit would write each of them by itself, and compress on this thread.
 */
export class PdfFile extends PdfMakeDocumentClass {
  private readonly objects: FileObject[] = [];
  /** Streams that are still being deflated. */
  private readonly deflating: Promise<void>[] = [];
  private complete = false;

  constructor(
    /** Not `metadata`: pdfkit has its own field of that name. */
    private readonly about: DocumentMetadata,
    private readonly conformance: Conformance,
  ) {
    super({}, {}, {}, {}, fileOptions(about, conformance));
  }

  override ref(data?: Record<string, unknown>): PdfReference {
    const reference = super.ref(data);
    reference.finalize = () => this.gather(reference);
    return reference;
  }

  /** A number for an object that is put into the file as text. */
  reserve(): number {
    return this._offsets.push(null);
  }

  put(id: number, text: string): void {
    this.objects.push({ id, text });
  }

  private gather(reference: PdfReference): void {
    const { id, data, buffer } = reference;
    if (buffer.length === 0) this.put(id, pdfObject(data));
    else this.putStream(reference, buffer.length === 1 ? (buffer[0] as Uint8Array) : Buffer.concat(buffer));
    reference.buffer = [];
    this._refEnd(reference);
  }

  private putStream({ id, data, compress }: PdfReference, content: Uint8Array): void {
    const place = this.objects.push({ id, data, content }) - 1;
    if (!compress) return;
    const packing = packedQuietly(content).then((packed) => {
      this.objects[place] = { id, data, content: packed };
    });
    this.deflating.push(packing);
  }

  override _addInfo(): void {
    this.appendXML(xmpDescriptions(this.about));
  }

  /** Called when every object has been ended. */
  override _finalize(): void {
    this.complete = true;
  }

  /** Ends the file and gives its bytes. */
  async bytes(): Promise<Uint8Array> {
    this.end();
    if (!this.complete) throw new Error('a PDF with objects that were never ended');
    await Promise.all(this.deflating);
    const trailer = { Size: this._offsets.length + 1, Root: this._root, Info: this._info, ID: [this._id, this._id] };
    return isFirstPart(this.conformance) ? plainFile(this.objects, trailer) : compactFile(this.objects, trailer);
  }
}

/** Short names of actions. Gateways of mail and some checks look for them among a file's bytes, without reading it. */
const ALARMS = ['/AA', '/JS'];
/** Tried one after the other; each gives other bytes. */
const OTHER_WAYS: readonly ZlibOptions[] = [{ level: 6 }, { level: 4 }, { memLevel: 7 }, { memLevel: 6 }, { memLevel: 5 }, { level: 1 }];

/** Deflated, without such a name in it: by chance, one of some twenty files would have one. */
export async function packedQuietly(content: Uint8Array): Promise<Uint8Array> {
  const usual = await deflated(content);
  if (isQuiet(usual)) return usual;
  for (const way of OTHER_WAYS) {
    const packed = await deflated(content, way);
    if (isQuiet(packed)) return packed;
  }
  return usual;
}

const isQuiet = (bytes: Buffer): boolean => !ALARMS.some((name) => bytes.includes(name));

function fileOptions(metadata: DocumentMetadata, conformance: Conformance): Readonly<Record<string, unknown>> {
  // pdfkit wants a Date; the document's own date is the only one in the file.
  const date = new Date(xmpDate(metadata.date));
  return {
    pdfVersion: isFirstPart(conformance) ? '1.4' : '1.7',
    subset: conformance,
    tagged: true,
    displayTitle: true,
    lang: metadata.language,
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: metadata.title,
      Author: metadata.author,
      Subject: metadata.subject,
      Keywords: metadata.keywords.join(', '),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: date,
      ModDate: date,
    },
  };
}

export type { PdfReference };

/** A file of PDF 1.4, which PDF/A-1 wants: each object by itself, and a table of where they begin. */
export function plainFile(objects: readonly FileObject[], trailer: Trailer): Uint8Array {
  const file = new FileBytes('1.4');
  for (const object of objects) file.addObject(object);
  const start = file.offset;
  file.add(`xref\n0 ${trailer.Size}\n0000000000 65535 f \n`);
  for (let id = 1; id < trailer.Size; id += 1) file.add(`${String(file.offsets.get(id)).padStart(10, '0')} 00000 n \n`);
  file.add(`trailer\n${pdfObject(trailer)}\n`);
  return file.end(start);
}

/** Objects of one stream: more pack a little better, but a program has to unpack all of them for one. */
const PACKED = 500;

interface Pack {
  readonly id: number;
  readonly texts: readonly { readonly id: number; readonly text: string }[];
}

/**
 * A file of PDF 1.7 with its small objects in compressed streams (ISO 32000-1 §7.5.7): a tagged document has some
 * thousands, the elements of its structure, which take more room by themselves than the pages and the fonts.
 */
export async function compactFile(objects: readonly FileObject[], trailer: Trailer): Promise<Uint8Array> {
  const file = new FileBytes('1.7');
  const packs = packed(objects, trailer.Size);
  const streams = await Promise.all(packs.map(packStream));
  for (const object of objects) if ('content' in object) file.addObject(object);
  for (const stream of streams) file.addObject(stream);
  const id = trailer.Size + packs.length;
  const start = file.offset;
  file.offsets.set(id, start);
  file.addObject(await crossReference(id, file, packs, trailer));
  return file.end(start);
}

function packed(objects: readonly FileObject[], firstId: number): Pack[] {
  const texts = objects.filter((object) => 'text' in object);
  return Array.from({ length: Math.ceil(texts.length / PACKED) }, (_, index) => ({
    id: firstId + index,
    texts: texts.slice(index * PACKED, (index + 1) * PACKED),
  }));
}

/** First the number of each object and where it begins, then the objects. */
async function packStream({ id, texts }: Pack): Promise<FileObject> {
  const places: number[] = [];
  let at = 0;
  for (const object of texts) {
    places.push(object.id, at);
    at += object.text.length + 1;
  }
  const head = `${places.join(' ')} `;
  const content = await packedQuietly(Buffer.from(head + texts.map((object) => object.text).join('\n'), 'latin1'));
  return { id, data: { Type: 'ObjStm', N: texts.length, First: head.length, Filter: 'FlateDecode' }, content };
}

/** Bytes of the three fields of an entry: kind, offset or stream, place. */
const WIDTHS = [1, 4, 2] as const;
const ENTRY = 7;

/** The table as a stream, whose dictionary is the trailer, too; what has no entry is free. */
async function crossReference(id: number, file: FileBytes, packs: readonly Pack[], trailer: Trailer): Promise<FileObject> {
  const table = Buffer.alloc((id + 1) * ENTRY);
  writeEntry(table, 0, 0, 0, 0xffff);
  for (const [number, offset] of file.offsets) writeEntry(table, number, 1, offset, 0);
  for (const pack of packs) pack.texts.forEach((object, place) => writeEntry(table, object.id, 2, pack.id, place));
  const content = await packedQuietly(table);
  return { id, data: { ...trailer, Type: 'XRef', Size: id + 1, W: WIDTHS, Filter: 'FlateDecode' }, content };
}

/** An object begins somewhere in the file (1), or is packed in a stream, where it has a place (2). */
function writeEntry(table: Buffer, number: number, kind: 0 | 1 | 2, where: number, place: number): void {
  const at = number * ENTRY;
  table.writeUInt8(kind, at);
  table.writeUInt32BE(where, at + WIDTHS[0]);
  table.writeUInt16BE(place, at + WIDTHS[0] + WIDTHS[1]);
}
