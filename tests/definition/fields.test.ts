import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { amount, code, count, date, measure, text, yesNo } from '../../src/definition/fields.js';

// Random runs take as long as the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const read = (field: z.ZodType, typed: string): unknown => {
  const result = field.safeParse(typed);
  return result.success ? String(result.data) : result.error.issues[0]?.message;
};
const accepts = (field: z.ZodType, typed: string) => field.safeParse(typed).success;

describe('amount', () => {
  test.each([
    ['1262.80', '1262.8'],
    ['0', '0'],
    ['-0', '0'],
    ['9007199254740.93', '9007199254740.93'],
    ['１２６２', '1262'],
  ])('%s is %s 元', (typed, yuan) => expect(read(amount('元'), typed)).toBe(yuan));

  test('9007199254740993 is refused by the stated limit, never rounded', () => {
    expect(read(amount('元'), '9007199254740993')).toContain('14 位');
    expect(read(amount('万元'), '90071992547409.930001')).toBe('900719925474099300.01');
  });

  test('negative only where the item may be', () => {
    expect(accepts(amount('元'), '-5')).toBe(false);
    expect(read(amount('万元', { negative: true }), '-5')).toBe('-50000');
  });

  test('any amount to the 分 is read exactly', () => {
    const yuan = fc.tuple(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(yuan, ([whole, fen]) => {
        const typed = `${whole}.${String(fen).padStart(2, '0')}`;
        const result = amount('元').safeParse(typed);
        expect(result.data?.toFixed(2)).toBe(typed);
      }),
      { numRuns: 2000 },
    );
  });

  test('any text is read or refused with a reason, never NaN', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE_xXNaInf()（）－−，．０１元万亿 　') });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (typed) => {
        const result = amount('万元', { negative: true }).safeParse(typed);
        if (result.success) expect(result.data.isFinite()).toBe(true);
        else expect(result.error.issues[0]?.message).toMatch(/[一-龥]/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('code', () => {
  test('stays as typed', () => expect(read(code({ digits: [4, 7] }), '0301')).toBe('0301'));
  test.each(['301', '2010301 ', '201030A', '２０１０３０１', ''])('%s is refused', (typed) => {
    expect(accepts(code({ digits: [4, 7] }), typed)).toBe(false);
  });
});

describe('date', () => {
  test.each(['2026-02-05', '2026-2-5', '2026年2月5日', '２０２６年２月５日'])('%s', (typed) => {
    expect(read(date(), typed)).toBe('2026-02-05');
  });
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-2', '26-2-5', '2026/2/5', '5/2/2026', ''])('%s is refused', (typed) => {
    expect(accepts(date(), typed)).toBe(false);
  });
  test('leap days are days', () => expect(read(date(), '2028-02-29')).toBe('2028-02-29'));
});

describe('count and measure', () => {
  test.each(['0', '12', '１２', '999999999999'])('count %s', (typed) => expect(accepts(count(), typed)).toBe(true));
  test.each(['-1', '1.0', '007', '1e3', '1000000000000', '3辆', ''])('no count: %s', (typed) =>
    expect(accepts(count(), typed)).toBe(false),
  );
  test.each(['0', '1234.5', '0.25'])('measure %s', (typed) => expect(read(measure(), typed)).toBe(typed));
  test.each(['-1', '.5', '1.234', '1,200', '约5'])('no measure: %s', (typed) => expect(accepts(measure(), typed)).toBe(false));
});

describe('yesNo', () => {
  test('是 and 否 only', () => {
    expect(yesNo().parse('是')).toBe(true);
    expect(yesNo().parse('否')).toBe(false);
    for (const typed of ['yes', 'NO', 'true', '1', '']) expect(accepts(yesNo(), typed)).toBe(false);
  });
});

describe('text', () => {
  test.each(['办公室', '<b>{{名称}}</b> & ${x} *甲*', '“三公”经费（2026）', '𠮷野家', '龍﨑', '项目　名称', '12'])(
    '%s is kept',
    (typed) => {
      expect(read(text('文字'), typed)).toBe(typed);
    },
  );

  test.each([
    ['控制', 0x07],
    ['制表', 0x09],
    ['C1', 0x85],
    ['零宽', 0x200b],
    ['零宽连字', 0x200d],
    ['从右到左', 0x202e],
    ['隔离', 0x2066],
    ['软连字符', 0xad],
    ['不换行空格', 0xa0],
    ['造字', 0xe000],
    ['补充造字', 0xf0000],
    ['非字符', 0xfffe],
    ['非字符', 0xffff],
    ['非字符', 0x1ffff],
    ['替换', 0xfffd],
    ['康熙部首', 0x2f08],
    ['部首补充', 0x2ecb],
    ['兼容汉字', 0xf900],
    ['选择符', 0xfe0f],
    ['行分隔', 0x2028],
    ['填充', 0x3164],
    ['标签', 0xe0041],
  ])('%s U+%x is refused by name', (_name, point) => {
    const message = read(text('文字'), `办公${String.fromCodePoint(point)}室`);
    expect(message).toContain(`第 3 个字是`);
    expect(message).toContain(`U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
  });

  test('a lone surrogate is refused', () => expect(read(text('文字'), '办\uD83D公')).toContain('U+D83D'));

  test('spaces and lines are never dropped in silence', () => {
    for (const typed of ['', ' ', ' 甲', '甲　', '甲\n乙']) expect(accepts(text('文字'), typed)).toBe(false);
    for (const typed of ['甲\n　乙', '甲\n\n乙', '甲 \n乙']) expect(accepts(text('文字', { multiline: true }), typed)).toBe(false);
    expect(read(text('文字', { multiline: true }), '甲\n乙\n')).toBe('甲\n乙');
  });

  test('length is counted in characters', () => {
    expect(accepts(text('文字', { max: 2 }), '𠮷𠮷')).toBe(true);
    expect(accepts(text('文字', { max: 2 }), '一二三')).toBe(false);
  });

  test('what is accepted is what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const result = text('文字').safeParse(typed);
        if (result.success) expect(result.data).toBe(typed.replace(/\n$/, ''));
      }),
      { numRuns: 3000 },
    );
  });
});
