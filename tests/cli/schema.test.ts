import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../src/features/schema/command.js';
import { ROOT } from '../support/build-case.js';

test.each([...schemaFiles()])('data/%s is what the definition says (else: npm run schema)', (name, text) => {
  expect(readFileSync(join(ROOT, 'data', name), 'utf8')).toBe(text);
});
