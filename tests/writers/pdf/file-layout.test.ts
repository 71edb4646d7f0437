import { inflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { compactFile, plainFile } from '../../../src/writers/pdf/write/pdf-file.js';
import { type FileObject, pdfObject } from '../../../src/writers/pdf/write/pdf-object.js';

/** More small objects than go into one stream, finished in another order than that of their numbers, and a stream among them. */
const COUNT = 1200;
const STREAM = 7;
const OBJECTS: readonly FileObject[] = Array.from({ length: COUNT }, (_, index) => COUNT - index).map((id) =>
  id === STREAM ? { id, data: { Type: 'Probe' }, content: Buffer.from('content') } : { id, text: `<</Number ${id}>>` },
);
const TRAILER = { Size: COUNT + 1, Root: { toString: () => '1 0 R' } };
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const startOf = (file: string): number => Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
const STANDING = `${STREAM} 0 obj\n<</Type /Probe/Length 7>>\nstream\ncontent\nendstream\nendobj\n`;

test('a plain file: the table says where each object begins', () => {
  const file = latin(plainFile(OBJECTS, TRAILER));
  const [, head, ...lines] = file.slice(startOf(file)).split('\n');
  expect([file.slice(0, 9), head, lines[0]]).toEqual(['%PDF-1.4\n', `0 ${COUNT + 1}`, '0000000000 65535 f ']);
  for (let id = 1; id <= COUNT; id += 1) {
    expect(lines[id]).toMatch(/^\d{10} 00000 n $/);
    expect(file.startsWith(id === STREAM ? STANDING : `${id} 0 obj\n<</Number ${id}>>\nendobj\n`, Number(lines[id]?.slice(0, 10)))).toBe(
      true,
    );
  }
  expect(lines.slice(COUNT + 1, COUNT + 3)).toEqual(['trailer', `<</Size ${COUNT + 1}/Root 1 0 R>>`]);
});

/** The content of the stream that begins at an offset. */
function unpacked(bytes: Uint8Array, offset: number): { readonly dictionary: string; readonly content: Buffer } {
  const file = latin(bytes);
  const start = file.indexOf('stream\n', offset) + 'stream\n'.length;
  const dictionary = file.slice(offset, start);
  return { dictionary, content: inflateSync(bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]))) };
}

test('a compact file: each object is found in its stream, and what is a stream by itself', async () => {
  const bytes = await compactFile(OBJECTS, TRAILER);
  const { dictionary, content: table } = unpacked(bytes, startOf(latin(bytes)));
  const entry = (id: number) => [table.readUInt8(id * 7), table.readUInt32BE(id * 7 + 1), table.readUInt16BE(id * 7 + 5)] as const;
  expect(dictionary).toContain(`/Size ${table.length / 7}/Root 1 0 R/Type /XRef/W [1 4 2]`);
  expect(entry(0)).toEqual([0, 0, 0xffff]);
  for (let id = 1; id <= COUNT; id += 1) {
    const [kind, where, place] = entry(id);
    if (id === STREAM) expect([kind, latin(bytes).startsWith(STANDING, where)]).toEqual([1, true]);
    else expect([kind, packedObject(bytes, entry(where)[1], place)]).toEqual([2, [id, `<</Number ${id}>>`]]);
  }
  expect(entry(table.length / 7 - 1)).toEqual([1, startOf(latin(bytes)), 0]);
});

function packedObject(bytes: Uint8Array, offset: number, place: number): [number, string] {
  const { dictionary, content } = unpacked(bytes, offset);
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const pairs = latin(content.subarray(0, first)).split(' ').map(Number);
  const end = pairs[place * 2 + 3];
  const object = latin(content.subarray(first + (pairs[place * 2 + 1] ?? 0), end === undefined ? undefined : first + end));
  return [pairs[place * 2] ?? 0, object.trim()];
}

describe('values', () => {
  it.each([
    ['Name', '/Name'],
    [new String('a (b) \\'), '(a \\(b\\) \\\\)'],
    [new String('文'), '(\u00fe\u00ff\u0065\u0087)'],
    [1 / 3, '0.333333'],
    [new Date('2026-02-10T08:09:10Z'), '(D:20260210080910Z)'],
    [Buffer.from([0, 255]), '<00ff>'],
    [{ A: [1, null, true], B: { C: 'D' } }, '<</A [1 null true]/B <</C /D>>>>'],
    [{ toString: () => '9 0 R' }, '9 0 R'],
  ])('%o as %s', (value, text) => {
    expect(pdfObject(value)).toBe(text);
  });
});
