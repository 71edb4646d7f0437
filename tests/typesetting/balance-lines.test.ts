import { describe, expect, it } from 'vitest';
import type { TextStyle } from '../../src/document/layout.js';
import { breakLines } from '../../src/typesetting/break-lines.js';
import { lineSetting, paragraphLines } from '../../src/typesetting/line-setting.js';

const SIZE = 10;
const STYLE: TextStyle = {
  face: '黑',
  size: SIZE,
  linePitch: 15,
  characterSpacing: 0,
  align: 'centre',
  firstLineIndent: 0,
  leftIndent: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  keepWithNext: false,
};

/** Centred text in a column of so many characters. */
const centred = (text: string, characters: number): string[] =>
  paragraphLines(text, STYLE, characters * SIZE).map((line) => text.slice(line.start, line.end));

describe('centred text', () => {
  it.each([
    ['政府性基金预算', 4, ['政府性', '基金预算']],
    ['一般公共预算', 4, ['一般公共', '预算']],
    ['国有资本经营预算', 5, ['国有资本', '经营预算']],
    ['朔州市平鲁区人民政府办公室', 8, ['朔州市平鲁区', '人民政府办公室']],
    ['财政专户管理资金', 5, ['财政专户', '管理资金']],
    ['2026年一般公共预算安排基本支出分经济科目表（不含上年结转）', 25, ['2026年一般公共预算安排基本支出分经济科目表', '（不含上年结转）']],
  ])('%s in a column of %d characters', (text, characters, lines) => {
    expect(centred(text, characters)).toEqual(lines);
  });

  it('tears a word rather than need another line', () => {
    expect(centred('政府性基金预算', 3.5)).toHaveLength(breakLines('政府性基金预算', lineSetting(STYLE, 35)).length);
    expect(centred('满意度指标', 2)).toHaveLength(3);
  });

  it.each(Array.from({ length: 24 }, (_, index) => [index + 2]))(
    'is whole, fits and has as many lines at a width of %d characters',
    (characters) => {
      for (const text of [
        '政府性基金预算拨款收入（不含上年结转）',
        '“三公”经费预算1,262.80万元',
        '机关事业单位基本养老保险缴费支出',
        'OA系统运行短信服务费',
      ]) {
        const filled = breakLines(text, lineSetting(STYLE, characters * SIZE));
        const lines = paragraphLines(text, STYLE, characters * SIZE);
        expect(lines.map((line) => text.slice(line.start, line.end)).join('')).toBe(text);
        expect(lines).toHaveLength(filled.length);
        expect(lines.filter((line) => line.torn).length).toBe(filled.filter((line) => line.torn).length);
        if (filled.every((line) => !line.torn)) for (const line of lines) expect(line.width).toBeLessThanOrEqual(characters * SIZE + 0.001);
        expect(lines.map((line) => line.last)).toEqual(lines.map((_, index) => index === lines.length - 1));
      }
    },
  );
});
