import { inflateRawSync } from 'node:zlib';

/** The parts of a package; each is inflated when it is asked for, and never beyond its limit. */
export interface Package {
  readonly names: readonly string[];
  /** Undefined where there is none. */
  read(name: string): Buffer | undefined;
}

/** Why an archive is not read. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Bytes that one part, and all parts together, may come to: what a department fills in takes some hundred kilobytes. */
const LARGEST_PART = 48 * 1024 * 1024;
const LARGEST_PACKAGE = 96 * 1024 * 1024;
const MOST_PARTS = 2000;

interface Entry {
  readonly method: number;
  readonly offset: number;
  readonly size: number;
  readonly flags: number;
}

/** Reads the directory of a zip archive. Sizes that it states are not believed: inflating stops at the limit. */
export function openPackage(bytes: Uint8Array): Package {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(data);
  let inflated = 0;
  const read = (name: string): Buffer | undefined => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const part = inflate(data, entry, Math.min(LARGEST_PART, LARGEST_PACKAGE - inflated));
    inflated += part.length;
    return part;
  };
  return { names: [...entries.keys()], read };
}

const DAMAGED = '用 Excel 或 WPS 打开，能打开的另存为 .xlsx 再导入；打不开的请重新导出或索取。';
const damaged = (): Unreadable => new Unreadable('文件不完整或已损坏', DAMAGED);

function directoryOf(data: Buffer): Map<string, Entry> {
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > data.length) throw damaged();
  const count = data.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new Unreadable('文件里的部件太多', DAMAGED);
  const entries = new Map<string, Entry>();
  let at = data.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameLength = data.readUInt16LE(at + 28);
    const name = data.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const entry = {
      flags: data.readUInt16LE(at + 8),
      method: data.readUInt16LE(at + 10),
      size: data.readUInt32LE(at + 20),
      offset: data.readUInt32LE(at + 42),
    };
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

function inflate(data: Buffer, { method, offset, size, flags }: Entry, limit: number): Buffer {
  if (flags & 1) throw new Unreadable('文件设了密码', '在 Excel 或 WPS 里取消密码，保存后再导入。');
  if (offset + 30 > data.length || data.readUInt32LE(offset) !== 0x04034b50) throw damaged();
  const start = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  const packed = data.subarray(start, start + size);
  if (start + size > data.length) throw damaged();
  if (method === 0) return packed;
  if (method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw damaged();
  }
}

export const tooLarge = (): Unreadable =>
  new Unreadable('表格太大，不像填报或导出的预算数据', '只留下要导入的工作表和行，删去空白的行、列和格式后另存，再导入。');
