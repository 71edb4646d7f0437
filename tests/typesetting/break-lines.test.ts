import { describe, expect, it } from 'vitest';
import { breakLines, lineCounts } from '../../src/typesetting/break-lines.js';
import { textWidth } from '../../src/typesetting/text-width.js';

const PARAGRAPHS = [
  '2026年本部门预算收入1,262.80万元，比上年增加327.12万元，增长34.96%，主要原因是：一是人员工资正常晋级晋档；二是“一网通办”平台由试运行转为正式运行（含12345热线），新增运行维护费180.00万元；三是政府性基金预算拨款0万元，与上年持平。',
  '“三公”经费预算12.60万元，其中：因公出国（境）费0万元；公务用车购置及运行维护费9.60万元；公务接待费3.00万元。严格落实‘过紧日子’要求，把“要”与“只”分清——不得突破……',
  '现有内设机构6个，在职人员86人，离退休人员34人，办公用房面积540平方米，公务用车3辆；纳入《2026年部门预算》编制范围的单位共2个，增幅≥97%，降幅-3.50%。',
];
const NEVER_FIRST = /^[、，。：；！？）》〉」』】〕”’％%·]/;
const NEVER_LAST = /[（《〈「『【〔“‘]$/;
const NUMBER_TORN = [/[0-9,.]$/, /^[0-9,.%万元]/] as const;

const setting = (width: number, size = 16) => ({ width, size, characterSpacing: 0, firstLineIndent: 0 });
const set = (text: string, width: number, size = 16): string[] =>
  breakLines(text, setting(width, size)).map((line) => text.slice(line.start, line.end));

describe('避头尾 at eight widths', () => {
  it.each([120, 150, 180, 220, 260, 310, 380, 442])('breaks no rule in a column of %d points', (width) => {
    for (const text of PARAGRAPHS) {
      const lines = set(text, width);
      expect(lines.join('')).toBe(text);
      lines.slice(1).forEach((line) => expect(line).not.toMatch(NEVER_FIRST));
      lines.slice(0, -1).forEach((line) => expect(line).not.toMatch(NEVER_LAST));
      for (const line of breakLines(text, setting(width))) expect(line.width).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it.each([120, 150, 180, 220, 260, 310, 380, 442])('tears no figure from its unit in a column of %d points', (width) => {
    for (const text of PARAGRAPHS) {
      const lines = set(text, width);
      for (let index = 1; index < lines.length; index++) {
        const torn = NUMBER_TORN[0].test(lines[index - 1] ?? '') && NUMBER_TORN[1].test(lines[index] ?? '');
        expect(torn, `${lines[index - 1]} / ${lines[index]}`).toBe(false);
      }
    }
  });

  it('breaks on the outer sides of quotes, never on their inner sides', () => {
    expect(set('要“只”要“只”', 16 * 4.5)).toEqual(['要“只”', '要“只”']);
    expect(set('要要要“只”', 16 * 4)).toEqual(['要要要', '“只”']);
  });
});

describe('units', () => {
  it.each(['1,262.80万元', '0万元', '34.96%', '6个', '540平方米', '2026年', '3辆', '12,000件', '86人'])('keeps %s together', (figure) => {
    const text = `甲乙丙${figure}`;
    const room = textWidth('甲乙丙', 16) + textWidth(figure, 16) - 1;
    expect(set(text, room)).toEqual(['甲乙丙', figure]);
  });
});

describe('columns too narrow for a figure', () => {
  it('tears the unit off before it tears the number, and says so', () => {
    const lines = breakLines('1,262.80万元', setting(textWidth('1,262.80', 16) + 1));
    expect(lines.map((line) => '1,262.80万元'.slice(line.start, line.end))).toEqual(['1,262.80', '万元']);
    expect(lines[0]?.torn).toBe(true);
  });

  it('cuts between characters when there is nothing else, losing none', () => {
    expect(set('1,262.80', 20).join('')).toBe('1,262.80');
    expect(set('政务', 10)).toEqual(['政', '务']);
  });

  it('never cuts a character beyond the BMP in two', () => {
    expect(set('𠮷𠮷𠮷', 10)).toEqual(['𠮷', '𠮷', '𠮷']);
    expect(set('𠮷𠮷𠮷', 33)).toEqual(['𠮷𠮷', '𠮷']);
  });
});

describe('gaps between scripts', () => {
  it('are a quarter of an em between Chinese characters and letters or digits, and count in the width', () => {
    expect(textWidth('共6个', 16)).toBe(16 * 2 + 8 + 8);
    expect(textWidth('，6%个', 16)).toBe(textWidth('，', 16) + textWidth('6%', 16) + 16);
  });

  it('do not begin a line', () => {
    const [first, second] = breakLines('预算2026年', setting(34));
    expect([first?.width, second?.width]).toEqual([32, 32]);
  });
});

describe('hanging punctuation', () => {
  const hang = (text: string, width: number) =>
    breakLines(text, { ...setting(width), hangingPunctuation: true }).map((line) => [
      text.slice(line.start, line.end),
      line.width,
      line.hung === true,
    ]);

  it('lets one mark that just misses the line stand in the margin', () => {
    expect(hang('预算收入，支出。', 64)).toEqual([
      ['预算收入，', 64, true],
      ['支出。', 48, false],
    ]);
    expect(hang('预算收入。', 64)).toEqual([['预算收入。', 64, true]]);
  });

  it('lets no two marks', () => {
    expect(hang('“预算收。”支出', 80).every(([, , hung]) => hung === false)).toBe(true);
  });

  it('is for running text, not for cells', () => {
    expect(breakLines('预算收入，支出。', setting(64)).some((line) => line.hung)).toBe(false);
  });
});

describe('lines', () => {
  it('gives the empty text one empty line', () => {
    expect(breakLines('', setting(100))).toEqual([{ start: 0, end: 0, width: 0, last: true }]);
  });

  it('takes the indent from the first line only', () => {
    const lines = breakLines('一二三四五六七八九十', { ...setting(80), firstLineIndent: 32 });
    expect(lines.map((line) => line.end - line.start)).toEqual([3, 5, 2]);
  });

  it('sets 28 characters of 16 points in 156 mm at a spacing of -0.25', () => {
    const text = '国'.repeat(56);
    const lines = breakLines(text, { width: 442.2, size: 16, characterSpacing: -0.25, firstLineIndent: 0 });
    expect(lines.map((line) => line.end - line.start)).toEqual([28, 28]);
  });

  it('hangs spaces over the end of a line', () => {
    const lines = breakLines('budget disclosure', setting(textWidth('budget', 16) + 1));
    expect(lines[0]).toMatchObject({ start: 0, end: 7, width: textWidth('budget', 16) });
  });

  it('takes a time that grows with the text, not with its square', () => {
    const text = PARAGRAPHS.join('').repeat(400);
    // Processor time: others may be at work on the machine.
    const begun = process.cpuUsage();
    expect(breakLines(text, setting(442)).at(-1)?.end).toBe(text.length);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});

it.each([undefined, 'word', 'libreOffice'] as const)('counts the lines that it would set (%s)', (habits) => {
  const widths = [120, 121, 119, 442, 100_000];
  const own = { ...setting(120), hangingPunctuation: true, ...(habits && { habits }) };
  for (const text of ['', ...PARAGRAPHS])
    expect(lineCounts(text, own, widths)).toEqual(widths.map((width) => breakLines(text, { ...own, width }).length));
});
