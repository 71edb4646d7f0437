import { expect, test } from 'vitest';
import { blocksOfType, entryTitle, figuresIn, listedEntries, placedTexts, textsOfBlock } from '../../src/document/walk.js';
import { builtCase, caseNames } from '../support/cases.js';

/** Every object of that kind in a tree, found without knowing the tree. */
function deepFind(tree: unknown, type: string): { readonly [key: string]: unknown }[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const inside = Object.values(tree).flatMap((value) => deepFind(value, type));
  return 'type' in tree && tree.type === type ? [tree as { readonly [key: string]: unknown }, ...inside] : inside;
}

test.each(['原件', ...caseNames])('%s: the walk meets every figure and every text once, in order', (name) => {
  const { document } = builtCase(name);
  const walked = placedTexts(document);
  const figures = walked.flatMap(({ content }) => figuresIn(content).map(({ figure }) => figure.text));
  expect(figures).toEqual(deepFind(document.sections, 'figure').map(({ text }) => text));
  const labels = blocksOfType(document, 'list').flatMap(({ items }) => items.map(({ label }) => label));
  const texts = walked.flatMap(({ content }) => content.flatMap((inline) => (inline.type === 'text' ? [inline.text] : [])));
  expect(texts.length).toBe(deepFind(document.sections, 'text').length + labels.length);
});

test('what stands over a text: its part, its headings, the nearest title', () => {
  const { document } = builtCase('原件');
  const walked = placedTexts(document);
  const heading = walked.findIndex(({ block }) => block.type === 'heading' && block.level === 2);
  const sentence = walked[heading + 1];
  expect(sentence?.under).toBe(walked[heading]?.block);
  expect(sentence?.headings.map(({ level }) => level)).toEqual([1, 2]);
  expect(sentence?.part).toBe(sentence?.headings[0] && entryTitle(sentence.headings[0]));
  const cell = walked.find(({ cell: at }) => at !== undefined);
  expect(cell?.under?.type).toBe('tableTitle');
  expect(cell?.cell).toEqual({ row: 0, column: 0 });
  expect(walked[0]).toMatchObject({ block: { type: 'cover' }, part: '', headings: [] });
});

test('the contents list what has an entry', () => {
  const { document } = builtCase('原件');
  expect(listedEntries(document).map(({ tocText }) => tocText)).toEqual(
    deepFind(document.sections, 'heading')
      .concat(deepFind(document.sections, 'tableTitle'))
      .filter(({ tocText }) => tocText !== undefined)
      .sort((one, other) => orderOf(one, document) - orderOf(other, document))
      .map(({ tocText }) => tocText),
  );
  expect(textsOfBlock({ type: 'pageBreak' })).toEqual([]);
});

const orderOf = (block: unknown, { sections }: { readonly sections: readonly { readonly blocks: readonly unknown[] }[] }): number =>
  sections.flatMap(({ blocks }) => blocks).indexOf(block);
