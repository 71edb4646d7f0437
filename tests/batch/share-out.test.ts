import { expect, test } from 'vitest';
import { shareOut } from '../../src/features/batch/share-out.js';

/** Who made which pieces, in order; a piece takes as many turns as its digit says. */
async function made(families: readonly (readonly string[])[], workers: number): Promise<string[]> {
  const told: string[] = [];
  const running = new Set<string>();
  let most = 0;
  await shareOut(families, workers, async (piece) => {
    running.add(piece);
    most = Math.max(most, running.size);
    for (let turn = Number(piece.at(-1)); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
    running.delete(piece);
    told.push(piece);
  });
  expect(most).toBeLessThanOrEqual(workers);
  return told;
}

test('a worker stays with the family that it began, and begins the next where nobody has', async () => {
  expect(await made([['a4', 'aa4', 'ab4'], ['b3', 'ba3'], ['c9']], 2)).toEqual(['b3', 'a4', 'ba3', 'aa4', 'ab4', 'c9']);
});

test('where all are begun, it helps with the longest', async () => {
  expect(
    await made(
      [
        ['a9', 'aa1', 'ab1', 'ac1'],
        ['b1', 'ba1'],
      ],
      2,
    ),
  ).toEqual(['b1', 'ba1', 'aa1', 'ab1', 'ac1', 'a9']);
  expect(await made([['a1', 'aa1', 'ab1']], 8)).toHaveLength(3);
});

test('one worker goes through all of them in order', async () => {
  expect(await made([['a1', 'aa1'], [], ['b1']], 1)).toEqual(['a1', 'aa1', 'b1']);
  expect(await made([], 3)).toEqual([]);
});

test('what goes wrong with a piece is told', async () => {
  await expect(shareOut([['a'], ['b']], 2, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
