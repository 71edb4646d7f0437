import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../src/features/schema/command.js';
import { ROOT } from '../support/build-case.js';

test.each([...schemaFiles()])(
  'data/%s is what the definition says (npm run schema or npm run test:update writes it)',
  async (name, text) => {
    await expect(text).toMatchFileSnapshot(join(ROOT, 'data', name));
  },
);
