const OK = '部门:\n  名称: 政府办公室\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** 部门 in GBK, as an old Notepad saves it. */
const GBK = Uint8Array.from([0x23, 0x20, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a, 0xb2, 0xbf, 0xc3, 0xc5, 0x3a, 0x20, 0x31, 0x0a]);

/** Inputs of the gallery that are no text, or too large to keep. */
export const GENERATED: Readonly<Record<string, () => Uint8Array>> = {
  'file-encoding': () => GBK,
  'file-encoding+utf-16-le': () => Uint8Array.from([0xff, 0xfe, ...Buffer.from(OK, 'utf16le')]),
  'file-encoding+utf-16-be': () => Uint8Array.from([0xfe, 0xff, ...Buffer.from(OK, 'utf16le').swap16()]),
  'file-encoding+utf-16-without-mark': () => Uint8Array.from(Buffer.from('a: 1\nb: 2\n', 'utf16le')),
  'file-encoding+bad-byte': () => Uint8Array.from([...utf8(`${OK}说明: 好`), 0xff, 0x0a]),
  'file-encoding+cut': () => utf8(OK).slice(0, -2),
  'file-format': () => Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]),
  'file-format+html': () => utf8('<!DOCTYPE html>\n<html></html>\n'),
  'file-format+pdf': () => utf8('%PDF-1.7\n'),
  'file-format+binary': () => Uint8Array.from([...utf8(OK), 0, 1, 2, 3]),
  'file-too-large': () => utf8(`${OK}${'#'.repeat(5 * 1024 * 1024)}`),
  'file-line-too-long': () => utf8(`${OK}说明: ${'好'.repeat(40_000)}\n`),
  'yaml-empty+no-bytes': () => new Uint8Array(),
  'yaml-too-complex': () => utf8(`${OK}职责:\n${'  - [a, b]\n'.repeat(60_000)}`),
  'yaml-too-deep+ten-thousand': () => utf8(`${OK}职责: ${'['.repeat(10_000)}\n`),
  'yaml-too-many-items': () => utf8(`${OK}职责:\n${'  - 负责有关工作。\n'.repeat(3001)}`),
  'yaml-too-many-items+section': () => utf8(`${OK}核对数:\n${Array.from({ length: 3001 }, (_, index) => `  数${index}: 1\n`).join('')}`),
  'yaml-too-many-items+brackets': () => utf8(`${OK}职责: [\n${'  a,\n'.repeat(3001)}  ]\n`),
  'too-many-mistakes': () => utf8(`部门:\n  名称: 政府办公室\n支出:\n${'  - 1\n'.repeat(1001)}`),
};
