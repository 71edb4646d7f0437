import { describe, expect, it, vi } from 'vitest';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { fiftyThousandCharacters } from './documents.js';
import { everywhere, HOSTILE } from './hostile-documents.js';
import { structureFaults } from './structure-faults.js';
import { all, labelsOf, openDocx, parseXml, part, partText, shownText } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

describe('hostile text', () => {
  it.each(HOSTILE)('%s gives a sound file', async (_, value) => {
    const document = everywhere(value);
    const bytes = await documentToDocx(document, labelsOf(document));
    for (const name of Object.keys(openDocx(bytes)).filter((each) => /\.(xml|rels)$/.test(each))) {
      expect(() => parseXml(partText(bytes, name)), name).not.toThrow();
      expect(partText(bytes, name), name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
    expect(structureFaults(bytes)).toEqual([]);
  });

  it('keeps every character that XML can hold', async () => {
    const value = '<&>"\'“三公”]]>\u200f𠮷';
    const document = everywhere(value);
    const body = all(part(await documentToDocx(document, labelsOf(document)), 'word/document.xml'), 'w:p').map(shownText);
    expect(body).toContain(value);
  });

  it('writes a paragraph of fifty thousand characters', async () => {
    const document = fiftyThousandCharacters();
    const bytes = await documentToDocx(document, labelsOf(document));
    const longest = Math.max(...all(part(bytes, 'word/document.xml'), 'w:p').map((each) => shownText(each).length));
    expect(longest).toBe(51_200);
    expect(structureFaults(bytes)).toEqual([]);
  });
});
