import { describe, expect, it, vi } from 'vitest';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { EXAMPLES } from '../../support/examples.js';
import { ALLOWED, directFormatting } from './direct-formatting.js';
import { structureFaults } from './structure-faults.js';
import { labelsOf } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

describe.each(EXAMPLES)('%s', (_, make) => {
  it('has a structure without faults, and no formatting beside its styles', async () => {
    const document = make();
    const bytes = await documentToDocx(document, labelsOf(document));
    expect(structureFaults(bytes)).toEqual([]);
    expect([...directFormatting(bytes).keys()].filter((name) => !(name in ALLOWED))).toEqual([]);
  });
});
