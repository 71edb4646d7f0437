import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../../src/document/document.js';
import { textArea } from '../../../src/document/sheet.js';
import { oncePer } from '../../../src/plain/objects.js';
import { textWidth } from '../../../src/typesetting/text-width.js';
import { layoutDocument } from '../../../src/writers/pdf/layout/layout-document.js';
import type { PageItem, TextItem } from '../../../src/writers/pdf/layout/page.js';
import { LineSpacing } from '../../../src/writers/pdf/write/line-spacing.js';
import { buildWell, profileNamed, RICH_YAML } from '../../profile/support.js';
import { loadedProfile, ORIGINAL_YAML } from '../../support/build-case.js';
import { flatten, PdfStructure } from '../../support/pdf-structure.js';
import { fonts, layout } from './support.js';

const DOCUMENTS = [
  ['the sample', () => buildWell(profileNamed('shanxi'), ORIGINAL_YAML).document],
  ['nine tables', () => buildWell(profileNamed('nine-tables'), ORIGINAL_YAML).document],
  ['nine tables with all funds', () => buildWell(profileNamed('nine-tables'), RICH_YAML).document],
] as const;

const pagesOf = oncePer((make: () => Document) => layoutDocument(make(), fonts).flow.pages);
const BODY = textArea(loadedProfile().layout.page, { orientation: 'portrait' }).height;
const isText = (item: PageItem): item is TextItem => item.kind === 'text';

describe.each(DOCUMENTS)('%s', (_, make) => {
  test('G4: no line is pulled apart by more than a quarter em a gap', () => {
    const lines = pagesOf(make)
      .flatMap(({ items }) => items.filter(isText))
      .filter(({ slack }) => slack > 0);
    expect(lines.length).toBeGreaterThan(20);
    const looser = lines.filter((item) => new LineSpacing(item).regular - item.spacing > 0.25 * item.size + 1e-6);
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

test('G8: the words of a form’s labels are not torn', () => {
  const texts = pagesOf(DOCUMENTS[0][1]).flatMap(({ items }) => items.filter(isText).map(({ text }) => text));
  const count = (line: string) => texts.filter((text) => text === line).length;
  expect(count('满意度')).toBeGreaterThanOrEqual(6);
  expect(count('指标')).toBeGreaterThanOrEqual(count('满意度'));
  expect(texts.filter((text) => ['满意', '满', '度', '度指标'].includes(text))).toEqual([]);
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

describe('a performance form over several pages', () => {
  const goal = '保障平台稳定运行。'.repeat(106);
  const indicatorsNamed = Array.from({ length: 30 }, (_, index) => `第${index + 1}项工作`);
  const indicators = indicatorsNamed.map((name) => `            - {名称: ${name}, 值: 1件}`).join('\n');
  const yaml = ORIGINAL_YAML.replace('实施期目标: 年度内完成相关工作', `实施期目标: ${goal}`).replace(
    '            - 名称: 项目个数\n              值: 1个',
    indicators,
  );
  const { document } = buildWell(profileNamed('shanxi'), yaml);
  const form = document.sections.flatMap(({ blocks }) => blocks).find((one) => one.type === 'table' && one.id === 'form-1-6') as Table;
  const { flow } = layoutDocument(document, fonts);
  const textsOf = (page: number) => (flow.pages[page]?.items ?? []).filter(isText).map(({ text }) => text);
  const own = flow.pages.flatMap((_, page) => (textsOf(page).some((text) => /^第\d+项工作$/.test(text)) ? [page] : []));

  test('G13: heads stand over the indicators of every page, and end none', () => {
    expect(own.length).toBeGreaterThan(1);
    for (const page of own) {
      const texts = textsOf(page);
      const first = texts.findIndex((text) => /^第\d+项工作$/.test(text));
      expect(texts.slice(0, first)).toContain('三级指标');
      expect(texts.slice(texts.lastIndexOf('三级指标')).length).toBeGreaterThan(10);
    }
    const printed = own.flatMap((page) => textsOf(page).filter((text) => /^第\d+项工作$/.test(text)));
    // Those of the whole term and, as the file states no others, of the year.
    const counts = indicatorsNamed.map((name) => printed.filter((text) => text === name).length);
    expect(counts).toEqual(indicatorsNamed.map(() => 2));
  });

  test('G13: no row stands alone on the last page, and no page is left half white before one', () => {
    const starts = form.rows.flatMap(({ beginsPage }, index) => (beginsPage ? [index] : []));
    expect(starts.length).toBeGreaterThan(0);
    expect(form.rows.length - (starts.at(-1) ?? 0)).toBeGreaterThan(1);
    const taken = (from: number, to: number) => form.rows.slice(from, to).reduce((sum, { height }) => sum + height, 0);
    const pages = starts.map((start, index) => taken(index === 0 ? 0 : (starts[index - 1] ?? 0), start));
    for (const height of pages) expect(height).toBeGreaterThan(0.5 * BODY);
  });
});

test('G9: values of a form are data to a screen reader, its labels are heads of rows', async () => {
  const structure = new PdfStructure(await layout(DOCUMENTS[0][1]()).render());
  const forms = flatten(structure.root).filter((one) => one.type === 'Table' && one.reading.includes('实施期目标'));
  expect(forms.length).toBe(6);
  for (const form of forms) {
    const cells = flatten(form).filter(({ type }) => type === 'TH' || type === 'TD');
    expect(cells[0]).toMatchObject({ type: 'TH', reading: '项目名称', attributes: { Scope: { value: 'Row' } } });
    expect(cells[1]).toMatchObject({ type: 'TD', reading: expect.stringContaining('（政府办）') });
    expect(cells.filter(({ reading, type }) => type === 'TH' && /政府办|^\d+个$|%$/.test(reading))).toEqual([]);
  }
});
