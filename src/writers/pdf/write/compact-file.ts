import { deflated } from '../../compressed.js';
import { FileBytes, type FileObject, type Trailer } from './file-bytes.js';

/** Objects of one stream: more pack a little better, but a program has to unpack all of them for one. */
const PACKED = 500;

/** What the cross-reference says of an object: where it begins; or the stream it is packed in, and its place there. */
type Entry = readonly [kind: 1, offset: number, none: 0] | readonly [kind: 2, stream: number, place: number];

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
  file.addObject(await crossReference(id, entriesOf(file, packs), trailer));
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
  let head = '';
  let at = 0;
  for (const object of texts) {
    head += `${object.id} ${at} `;
    at += object.text.length + 1;
  }
  const content = await deflated(Buffer.from(head + texts.map((object) => object.text).join('\n'), 'latin1'));
  return { id, data: { Type: 'ObjStm', N: texts.length, First: head.length, Filter: 'FlateDecode' }, content };
}

function entriesOf(file: FileBytes, packs: readonly Pack[]): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  for (const [id, offset] of file.offsets) entries.set(id, [1, offset, 0]);
  for (const pack of packs) pack.texts.forEach(({ id }, place) => entries.set(id, [2, pack.id, place]));
  return entries;
}

/** Bytes of the three fields of an entry: kind, offset or stream, place. */
const WIDTHS = [1, 4, 2] as const;
const ENTRY = 7;

/** The table as a stream, whose dictionary is the trailer, too; what has no entry is free. */
async function crossReference(id: number, entries: ReadonlyMap<number, Entry>, trailer: Trailer): Promise<FileObject> {
  const table = Buffer.alloc((id + 1) * ENTRY);
  table.writeUInt16BE(0xffff, ENTRY - WIDTHS[2]);
  for (const [number, [kind, where, place]] of entries) {
    table.writeUInt8(kind, number * ENTRY);
    table.writeUInt32BE(where, number * ENTRY + WIDTHS[0]);
    table.writeUInt16BE(place, number * ENTRY + WIDTHS[0] + WIDTHS[1]);
  }
  const content = await deflated(table);
  return { id, data: { ...trailer, Type: 'XRef', Size: id + 1, W: WIDTHS, Filter: 'FlateDecode' }, content };
}
