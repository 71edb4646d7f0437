import { expect, test } from 'vitest';
import { breakLines } from '../../src/typesetting/break-lines.js';

const beginnings = (text: string, width: number): string[] =>
  breakLines(text, { width, size: 16, characterSpacing: 0, firstLineIndent: 0 }).map(({ start }) => text[start] ?? '');

test.each([
  '按照GB/T 9704—2012和2021—2025年、第12—15项的要求',
  '办公厅——负责公文运转的内设机构，二〇二一—二〇二五年',
  '北京—上海—广州三地同时执行',
])('no line of «%s» begins with a dash, at any width that a page or a cell has', (text) => {
  for (let width = 48; width < 450; width += 4) expect(beginnings(text, width)).not.toContain('—');
});
