import { describe, expect, it, vi } from 'vitest';
import { verifyLayout } from '../../../src/writers/docx/index.js';
import { heading, paragraph, sampleDocument, tableTitle } from '../../support/sample-document.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

const front = sampleDocument().sections.slice(0, 2);

describe('the model of Word', () => {
  it('agrees with right numbers, and names each wrong one', async () => {
    const blocks = [heading(1, 'a', '第一部分'), paragraph('body', '2026年预算1,262.80万元。'), tableTitle(1, '部门收支总表', { id: 'b' })];
    const document = sampleDocument({ sections: [...front, { orientation: 'portrait', pageNumbers: 1, blocks }] });
    expect(
      await verifyLayout(
        document,
        new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
      ),
    ).toEqual([]);
    expect(
      await verifyLayout(
        document,
        new Map([
          ['a', '1'],
          ['b', '3'],
        ]),
      ),
    ).toEqual([{ id: 'b', tocText: '预算公开表1：2026年部门收支总表', written: '3', modelled: '2' }]);
  });
});
