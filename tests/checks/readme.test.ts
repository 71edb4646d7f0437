import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import { checksReadme } from '../../src/checks/readme.js';

test('src/checks/README.md lists the checks as they are (vitest -u writes it)', async () => {
  await expect(checksReadme(ALL_CHECKS)).toMatchFileSnapshot(join(import.meta.dirname, '../../src/checks/README.md'));
});
