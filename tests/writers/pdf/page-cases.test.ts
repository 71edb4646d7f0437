import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/document.js';
import { oncePer } from '../../../src/plain/once-per.js';
import { textWidth } from '../../../src/typesetting/text-width.js';
import { layoutDocument } from '../../../src/writers/pdf/layout/layout-document.js';
import type { PageItem, TextItem } from '../../../src/writers/pdf/layout/page.js';
import { LineSpacing } from '../../../src/writers/pdf/write/line-spacing.js';
import { buildWell, profileNamed, RICH_YAML } from '../../profile/support.js';
import { ORIGINAL_YAML } from '../../support/build-case.js';
import { fonts } from './support.js';

const DOCUMENTS = [
  ['the sample', () => buildWell(profileNamed('shanxi'), ORIGINAL_YAML).document],
  ['nine tables', () => buildWell(profileNamed('nine-tables'), ORIGINAL_YAML).document],
  ['nine tables with all funds', () => buildWell(profileNamed('nine-tables'), RICH_YAML).document],
] as const;

const pagesOf = oncePer((make: () => Document) => layoutDocument(make(), fonts).flow.pages);
const isText = (item: PageItem): item is TextItem => item.kind === 'text';

describe.each(DOCUMENTS)('%s', (_, make) => {
  test('G4: no line is pulled apart by more than a quarter em a gap', () => {
    const lines = pagesOf(make)
      .flatMap(({ items }) => items.filter(isText))
      .filter(({ slack }) => slack > 0);
    expect(lines.length).toBeGreaterThan(20);
    const looser = lines.filter((item) => {
      const codes = Array.from(item.text, (character) => character.codePointAt(0) ?? 0);
      return new LineSpacing(item, codes).regular - item.spacing > 0.25 * item.size + 1e-6;
    });
    expect(looser.map(({ text }) => text)).toEqual([]);
  });

  test('G7: an amount stands clear of the rule behind it, and the next text of the rule before it', () => {
    const near: string[] = [];
    let looked = 0;
    for (const { items } of pagesOf(make)) {
      const rules = items.flatMap((item) => (item.kind === 'rules' ? item.segments.filter(([x1, , x2]) => x1 === x2) : []));
      for (const item of items.filter(isText)) {
        const [left, right] = [item.x, item.x + textWidth(item.text, item.size)];
        const beside = rules
          .filter(([, y1, , y2]) => Math.min(y1, y2) <= item.baseline && item.baseline <= Math.max(y1, y2))
          .map(([x]) => x);
        if (beside.length < 2) continue;
        looked += 1;
        if (beside.some((x) => (x >= right - 0.5 && x - right < 2.5) || (x <= left + 0.5 && left - x < 2.5))) near.push(item.text);
      }
    }
    expect(looked).toBeGreaterThan(100);
    expect(near).toEqual([]);
  });
});

describe('G11: composed on purpose', () => {
  const pages = () => pagesOf(DOCUMENTS[1][1]);
  const lines = (page: number) => (pages()[page]?.items ?? []).filter(isText);

  test('the cover has its title above the middle, the place over it and the office in the lower third', () => {
    const height = pages()[0]?.height ?? 0;
    const at = (word: string) => (lines(0).find(({ text }) => text.includes(word))?.baseline ?? 0) / height;
    expect(at('平鲁区')).toBeLessThan(at('年区级部门预算'));
    expect(at('年区级部门预算')).toBeGreaterThan(0.33);
    expect(at('年区级部门预算')).toBeLessThan(0.5);
    expect(at('预算主管部门')).toBeGreaterThan(0.66);
  });

  test('a short part goes on under the one before, with white before its heading', () => {
    const page = pages().findLastIndex((_, index) => lines(index).some(({ text }) => text === '二、机构设置'));
    const heading = lines(page).findIndex(({ text }) => text === '二、机构设置');
    expect(heading).toBeGreaterThan(0);
    const [before, second] = [lines(page)[heading - 1]?.baseline ?? 0, lines(page)[heading]?.baseline ?? 0];
    expect(second - before).toBeGreaterThan(45);
  });
});

test('G12: two items of one name are told apart by 类、款 and 项', () => {
  const yaml = ORIGINAL_YAML.replace('科目: 2010303', '科目: 2012902').replace('科目: 2010399', '科目: 2013202');
  const { document } = buildWell(profileNamed('nine-tables'), yaml);
  const text = layoutDocument(document, fonts)
    .flow.pages.flatMap(({ items }) => items.filter(isText).map((item) => item.text))
    .join('');
  expect(text).toContain('群众团体事务（款）一般行政管理事务（项）');
  expect(text).toContain('组织事务（款）一般行政管理事务（项）');
  expect(text).not.toContain('“一般行政管理事务”科目');
});
