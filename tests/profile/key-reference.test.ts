import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEY_NOTES } from '../../src/features/guide/key-notes.js';
import { keyReference, keysOf, PROFILE_SCHEMAS, type ProfileFile } from '../../src/features/guide/key-reference.js';
import { ROOT } from '../support/build-case.js';

const FILES = Object.keys(PROFILE_SCHEMAS) as ProfileFile[];

test.each(FILES)('%s: no key without an entry, no entry without a key', (file) => {
  expect(Object.keys(KEY_NOTES[file]).sort()).toEqual(
    keysOf(file)
      .map(({ path }) => path)
      .sort(),
  );
});

test.each(FILES)('%s: what must be there says so, and nothing else does', (file) => {
  for (const { path, needed } of keysOf(file).filter((key) => !key.path.endsWith('<名称>'))) {
    const [, absent] = KEY_NOTES[file][path] ?? [];
    expect(absent === '必填', path).toBe(needed);
  }
});

test('templates/键的说明.md is what the schemas say now (npm run test:update writes it)', async () => {
  await expect(keyReference()).toMatchFileSnapshot(join(ROOT, 'templates/键的说明.md'));
});
