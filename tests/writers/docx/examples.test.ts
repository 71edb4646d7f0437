import { describe, expect, it, vi } from 'vitest';
import type { Document } from '../../../src/document/document.js';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { EXAMPLES } from '../../support/examples.js';
import { ALLOWED, directFormatting } from './direct-formatting.js';
import { structureFaults } from './structure-faults.js';
import { labelsOf } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

/** Paragraphs and items that say a spacing of their own; few of many. */
const trackedTexts = ({ sections }: Document) => {
  const blocks = sections.flatMap((section) => section.blocks);
  const texts = blocks.flatMap((block): readonly { readonly tracking?: number }[] =>
    block.type === 'paragraph' ? [block] : block.type === 'list' ? block.items : [],
  );
  const tracked = texts.filter(({ tracking }) => tracking !== undefined);
  expect(tracked.length).toBeLessThanOrEqual(texts.length / 8);
  return tracked;
};

describe.each(EXAMPLES)('%s', (_, make) => {
  it('has a structure without faults, and no formatting beside its styles', async () => {
    const document = make();
    const bytes = await documentToDocx(document, labelsOf(document));
    expect(structureFaults(bytes)).toEqual([]);
    const formatting = directFormatting(bytes);
    expect([...formatting.keys()].filter((name) => !(name in ALLOWED))).toEqual([]);
    expect(formatting.get('w:rPr/w:spacing') ?? 0).toBe(trackedTexts(document).length);
  });
});
