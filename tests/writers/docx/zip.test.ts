import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip } from '../../../src/writers/zip.js';

const NAMES = ['b.xml', '目录/空.xml', 'a.bin'];
const archive = () =>
  zip(
    new Map<string, string | Uint8Array>([
      ['b.xml', '一'.repeat(1000)],
      ['目录/空.xml', ''],
      ['a.bin', new Uint8Array([0, 255])],
    ]),
  );

test('is read back as it was written, in the order given', async () => {
  const files = unzipSync(await archive());
  expect(Object.keys(files)).toEqual(NAMES);
  expect(strFromU8(files['b.xml'] as Uint8Array)).toBe('一'.repeat(1000));
  expect(files['目录/空.xml']).toHaveLength(0);
  expect([...(files['a.bin'] as Uint8Array)]).toEqual([0, 255]);
});

test('each entry carries the check value of its content, before it and in the directory', async () => {
  const bytes = Buffer.from(await zip(new Map([['check', '123456789']])));
  // The check value that every description of CRC-32 gives for these nine digits.
  expect(bytes.readUInt32LE(14)).toBe(0xcbf43926);
  expect(bytes.readUInt32LE(bytes.indexOf('PK\x01\x02') + 16)).toBe(0xcbf43926);
});

test('the same bytes in every run', async () => {
  expect(Buffer.from(await archive()).equals(Buffer.from(await archive()))).toBe(true);
});
