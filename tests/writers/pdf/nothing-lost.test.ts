import { expect, test } from 'vitest';
import { Findings } from '../../../src/writers/pdf/layout/context.js';
import { layoutDocument } from '../../../src/writers/pdf/layout/layout-document.js';
import { checkNothingLost } from '../../../src/writers/pdf/layout/nothing-lost.js';
import type { LaidPage } from '../../../src/writers/pdf/layout/page.js';
import { paragraph } from '../../support/sample-document.js';
import { documentOf, fonts } from './support.js';

const document = documentOf([paragraph('body', '收入预算1,262.80万元'), paragraph('body', ''), paragraph('body', '支出预算47.81万元')]);
const pages = layoutDocument(document, fonts).flow.pages;

function found(laid: readonly LaidPage[]): string[] {
  const findings = new Findings();
  checkNothingLost(document, laid, findings);
  return findings.list.map(({ code, message }) => `${code} ${message}`);
}

const isRevenue = (item: LaidPage['items'][number]) => item.kind === 'text' && item.text.startsWith('收入');

test('every text stands on the pages once, empty lines apart', () => {
  expect(found(pages)).toEqual([]);
});

test('a line that is not there is missed', () => {
  const without = pages.map((page) => ({ ...page, items: page.items.filter((item) => !isRevenue(item)) }));
  expect(found(without)).toEqual([expect.stringMatching(/^text-lost .*收入预算1,262.80万元/)]);
});

test('a line that stands there by another source, too, is noticed', () => {
  const twice = pages.map((page) => {
    const again = page.items.flatMap((item) => (isRevenue(item) && item.kind === 'text' ? [{ ...item, source: { text: item.text } }] : []));
    return { ...page, items: [...page.items, ...again] };
  });
  expect(found(twice)).toEqual([expect.stringMatching(/^text-doubled .*收入预算1,262.80万元/)]);
});
