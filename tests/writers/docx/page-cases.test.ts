import { expect, test } from 'vitest';
import { textArea } from '../../../src/document/sheet.js';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { buildWell, profileNamed } from '../../profile/support.js';
import { loadedProfile, ORIGINAL_YAML } from '../../support/build-case.js';
import { all, child, children, type Element, labelsOf, part, shownText, val } from './support.js';

/** Different characters, so that none can stand for another. */
const longText = (count: number, from: number) => Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index)).join('');
const GOAL = longText(850, 0x4e00);
const OVERVIEW = longText(1700, 0x5200);
const INDICATOR = longText(320, 0x6000);

const { document } = buildWell(
  profileNamed('shanxi'),
  ORIGINAL_YAML.replace('实施期目标: 年度内完成相关工作', `实施期目标: ${GOAL}`)
    .replace('项目概况: 机要保密系统升级改造费用（政府办）', `项目概况: ${OVERVIEW}`)
    .replace('值: 保障', `值: ${INDICATOR}`),
);
const bytes = await documentToDocx(document, labelsOf(document));
const body = part(bytes, 'word/document.xml');

/** The text of each column of a table from top to bottom: a row that no page holds is written as several. */
function columnsOf(table: Element): string[] {
  const columns = new Map<number, string>();
  for (const row of children(table, 'w:tr')) {
    let start = 0;
    for (const cell of children(row, 'w:tc')) {
      columns.set(start, (columns.get(start) ?? '') + shownText(cell));
      start += Number(val(child(cell, 'w:tcPr', 'w:gridSpan')) ?? 1);
    }
  }
  return [...columns.values()];
}

test('G1: long fields of a form stand in Word whole, and no row of exact height is higher than the page body', () => {
  const texts = all(body, 'w:tbl').flatMap(columnsOf);
  for (const one of [GOAL, OVERVIEW, INDICATOR]) expect(texts.some((text) => text.includes(one))).toBe(true);
  const { layout } = loadedProfile();
  const heights = all(body, 'w:trHeight').filter(({ attributes }) => attributes['w:hRule'] === 'exact');
  expect(heights.length).toBeGreaterThan(100);
  expect(Math.max(...heights.map((one) => Number(val(one))))).toBeLessThan(textArea(layout.page, { orientation: 'portrait' }).height * 20);
});

test('G2: Word is told that no line begins with a single dash', () => {
  const [rule] = all(part(bytes, 'word/settings.xml'), 'w:noLineBreaksBefore');
  expect(rule?.attributes['w:lang']).toBe('zh-CN');
  for (const mark of '—，。、；：！？”’）》') expect(val(rule)).toContain(mark);
  expect(val(rule)).not.toMatch(/[“‘（《]/);
});

test('G3: a table is called in Word what it is called on the page, its shape is the description', () => {
  const captions = all(body, 'w:tblCaption').map((one) => val(one) ?? '');
  const titles = document.sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.type === 'table' ? [one.title] : [])));
  expect(new Set(captions)).toEqual(new Set(titles));
  expect(captions).toContain('2026年预算收支总表');
  expect(captions.filter((one) => /grid|form-|table-/.test(one))).toEqual([]);
  for (const table of all(body, 'w:tbl')) {
    if (!child(table, 'w:tblPr', 'w:tblCaption')) continue;
    const caption = val(child(table, 'w:tblPr', 'w:tblCaption')) ?? '';
    expect(val(child(table, 'w:tblPr', 'w:tblDescription'))).toMatch(/^.+，\d+行\d+列/);
    expect(val(child(table, 'w:tblPr', 'w:tblDescription'))?.startsWith(caption)).toBe(true);
  }
});

test('G7: the cells of tables keep their texts clear of the rules', () => {
  const styles = all(part(bytes, 'word/styles.xml'), 'w:style').filter((one) => child(one, 'w:tblPr', 'w:tblBorders'));
  expect(styles.length).toBeGreaterThanOrEqual(2);
  for (const style of styles)
    for (const side of ['w:left', 'w:right'])
      expect(Number(child(style, 'w:tblPr', 'w:tblCellMar', side)?.attributes['w:w'])).toBeGreaterThanOrEqual(2.5 * 20);
});
