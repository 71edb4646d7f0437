import { promisify } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { deflate, deflateSync, gzip, gzipSync, type ZlibOptions } from 'node:zlib';

/** Files of a zip archive by name, in the order in which they stand there. */
export type Entries = ReadonlyMap<string, string | Uint8Array>;

interface Packed {
  readonly name: Buffer;
  /** What the entry's header and the directory say alike: version, deflated, date, CRC-32, lengths. */
  readonly facts: Buffer;
  readonly content: Uint8Array;
}

/** A gzip stream is a header of ten bytes, the deflated data, their CRC-32 and their length: all that an entry needs. */
const GZIP_HEADER = 10;
const GZIP_FOOTER = 8;
const FACTS = 26;
/** 1 January 1980: the same in every run. */
const DATE = 0x21;
const UTF_8_NAME = 0x800;

/** A zip archive that says nothing of when and where it was made. What is large is deflated elsewhere, all at once. */
export async function zip(entries: Entries): Promise<Uint8Array> {
  const packed = await Promise.all([...entries].map(([name, data]) => pack(name, data)));
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, facts, content } of packed) {
    const header = [Buffer.from('PK\x03\x04'), facts, name, content];
    directory.push(Buffer.from('PK\x01\x02\x14\0'), facts, placeOf(offset), name);
    files.push(...header);
    offset += lengthOf(header);
  }
  return Buffer.concat([...files, ...directory, endOf(packed.length, lengthOf(directory), offset)]);
}

async function pack(path: string, data: string | Uint8Array): Promise<Packed> {
  const stream = await gzipped(typeof data === 'string' ? Buffer.from(data) : data);
  const content = stream.subarray(GZIP_HEADER, -GZIP_FOOTER);
  const name = Buffer.from(path);
  const facts = Buffer.alloc(FACTS);
  [20, UTF_8_NAME, 8, 0, DATE].forEach((value, index) => facts.writeUInt16LE(value, index * 2));
  stream.copy(facts, 10, stream.length - GZIP_FOOTER, stream.length - 4);
  facts.writeUInt32LE(content.length, 14);
  stream.copy(facts, 18, stream.length - 4);
  facts.writeUInt16LE(name.length, 22);
  return { name, facts, content };
}

/** The directory's further words on an entry: no comment, first disk, no attributes, where it begins. */
function placeOf(offset: number): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return place;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  [count, count].forEach((value, index) => end.writeUInt16LE(value, 8 + index * 2));
  [size, offset].forEach((value, index) => end.writeUInt32LE(value, 12 + index * 4));
  return end;
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/**
 * From how many bytes on another thread compresses. Handing over takes 0.16 ms of processor time, mostly for the memory that
 * each compression begins with: 16 KiB are done by then, and most streams of a document have fewer. A thread of a batch hands
 * over nothing: its like have the other processors.
 */
const WORTH_A_THREAD = isMainThread ? 16_384 : Number.POSITIVE_INFINITY;

/** Of nine. Six is usual, takes a fifth longer and makes files a hundredth smaller: most of a PDF are outlines of characters. */
const EFFORT = 5;

/** As a PDF wants it. Mostly in one go: a chunk that holds all needs no turn of this thread. Pages come down to a fifth. */
export const deflated = (data: Uint8Array, how: ZlibOptions = {}): Promise<Buffer> => here(data, how, deflateSync, deflateElsewhere);

/** As the entries of a zip archive want it, with a header and a footer around it. */
const gzipped = (data: Uint8Array): Promise<Buffer> => here(data, {}, gzipSync, gzipElsewhere);

const deflateElsewhere = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);
const gzipElsewhere = promisify<Uint8Array, ZlibOptions, Buffer>(gzip);

async function here(data: Uint8Array, how: ZlibOptions, now: typeof deflateSync, elsewhere: typeof deflateElsewhere): Promise<Buffer> {
  const options = { level: EFFORT, chunkSize: (data.length >> 2) + 1024, ...how };
  return data.length < WORTH_A_THREAD ? now(data, options) : elsewhere(data, options);
}
