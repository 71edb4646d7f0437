import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildCase, type Edit, ORIGINAL_YAML, patchYaml } from '../support/build-case.js';
import { differences } from '../support/differences.js';
import { originalCase } from '../support/original.js';

interface LeafChange {
  readonly name: string;
  readonly input: Readonly<Record<string, string>>;
  readonly output: Readonly<Record<'单元格' | '表上文字' | '原来的句子' | '改后的句子', readonly string[]>>;
}

// tests/budget/leaf-change.yaml lists what changes, and with it that nothing else does.
const changes = parse(readFileSync(join(import.meta.dirname, 'leaf-change.yaml'), 'utf8')) as readonly LeafChange[];
const before = originalCase();

describe('one changed leaf', () => {
  it.each(changes.map((change) => [change.name, change] as const))('%s', { timeout: 20_000 }, (_, { input, output }) => {
    const after = buildCase(patchYaml(ORIGINAL_YAML, ...(Object.entries(input) as Edit[])));
    const { cells, labels, sentencesBefore, sentencesAfter } = differences(before, after);
    expect(cells).toEqual(output.单元格);
    expect(labels).toEqual(output.表上文字);
    expect(sentencesBefore).toEqual(output.原来的句子);
    expect(sentencesAfter).toEqual(output.改后的句子);
  });
});

it('a build of the unchanged text differs in nothing', () => {
  expect(differences(before, buildCase(patchYaml(ORIGINAL_YAML)))).toEqual({
    cells: [],
    labels: [],
    sentencesBefore: [],
    sentencesAfter: [],
  });
});

it('what a document says beside money does not move with it', () => {
  const after = buildCase(patchYaml(ORIGINAL_YAML, ...(Object.entries(changes[0]?.input ?? {}) as Edit[])));
  const outline = ({ document }: Pick<typeof before, 'document'>) =>
    document.sections.map((section) => [
      section.orientation,
      section.pageNumbers,
      section.blocks.map((block) => [block.type, 'id' in block ? block.id : '']),
    ]);
  expect(after.document && outline({ document: after.document })).toEqual(outline(before));
  expect(after.document?.metadata).toEqual(before.document.metadata);
  expect(after.document?.layout).toEqual(before.document.layout);
});
