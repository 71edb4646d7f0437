import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packedQuietly } from '../../../src/writers/pdf/write/pdf-file.js';
import { deflated } from '../../../src/writers/zip.js';

/** Numbers like those of outlines: they pack to half, and any bytes may come of it. */
function numbers(seed: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length: 16_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >>> 16) % 23;
    }),
  );
}

test('packed streams have no name of an action among their bytes, though by chance they would', async () => {
  const ALARM = /\/(?:AA|JS)/;
  let found = 0;
  for (let seed = 1; seed < 30_000 && found < 2; seed += 1) {
    const content = numbers(seed);
    if (!ALARM.test((await deflated(content)).toString('latin1'))) continue;
    found += 1;
    const quiet = Buffer.from(await packedQuietly(content));
    expect(quiet.toString('latin1')).not.toMatch(ALARM);
    expect(inflateSync(quiet).equals(content)).toBe(true);
  }
  expect(found).toBe(2);
});
