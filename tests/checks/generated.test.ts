import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { allChecksSource, checkCodesSource, checksFound } from '../support/check-fixtures.js';
import { checksReadme } from '../support/checks-readme.js';

const CHECKS = join(import.meta.dirname, '../../src/checks');
const found = await checksFound();

test('src/checks/all-checks.ts lists the checks that there are (npm run test:update writes it)', async () => {
  await expect(allChecksSource(found)).toMatchFileSnapshot(join(CHECKS, 'all-checks.ts'));
});

test('each has the name of its file', () => {
  expect(found.map(({ check }) => check.code)).toEqual(found.map(({ path }) => basename(path, '.ts')));
});

test('src/diagnostics/check-codes.ts lists their codes (npm run test:update writes it)', async () => {
  await expect(checkCodesSource(found)).toMatchFileSnapshot(join(CHECKS, '../diagnostics/check-codes.ts'));
});

test('src/checks/README.md says of the checks what they say of themselves (npm run test:update writes it)', async () => {
  await expect(checksReadme(found.map((one) => one.check))).toMatchFileSnapshot(join(CHECKS, 'README.md'));
});
