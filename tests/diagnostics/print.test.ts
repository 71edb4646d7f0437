import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, diagnosticsToJson } from '../../src/diagnostics/diagnostic.js';
import { printDiagnostics } from '../../src/diagnostics/print.js';
import { locationAt, sourceText } from '../../src/diagnostics/source-text.js';

const at = (line: number, column: number, file = 'budget.yaml') => ({ file, line, column });
const error = (message: string, place?: Diagnostic['at']): Diagnostic => ({
  code: 'shares-sum',
  severity: 'error',
  message,
  ...(place ? { at: place } : {}),
});
const print = (diagnostics: readonly Diagnostic[], ...texts: string[]) =>
  printDiagnostics(
    diagnostics,
    texts.map((text) => sourceText('budget.yaml', text)),
    { color: false },
  );

describe('printDiagnostics', () => {
  test('prints in the form of the style guide', () => {
    const finding: Diagnostic = {
      code: 'revenue-equals-expenditure',
      severity: 'error',
      message: '收入总计 1,234.56 万元，支出总计 1,230.00 万元，相差 4.56 万元。',
      at: at(42, 12),
      related: [{ message: '支出总计', at: at(87, 12) }],
      hint: '核对上年结转是否已列入收入。',
      basis: '财预〔2016〕143号',
    };
    const warning: Diagnostic = { ...error('没有地方。'), severity: 'warning' };
    expect(print([warning, finding])).toBe(`budget.yaml:42:12 错误 revenue-equals-expenditure
  收入总计 1,234.56 万元，支出总计 1,230.00 万元，相差 4.56 万元。
  另见 budget.yaml:87:12 支出总计
  提示：核对上年结转是否已列入收入。
  依据：财预〔2016〕143号

提醒 shares-sum
  没有地方。

共 1 个错误、1 个提醒。
`);
  });

  test('prints nothing for nothing', () => expect(print([])).toBe(''));

  test('sorts by file, line and column', () => {
    const places = [at(2, 1, 'b'), at(10, 1, 'a'), at(9, 2, 'a'), at(9, 1, 'a'), at(1, 1)];
    const printed = print(
      places.map((place) => error('x', place)),
      '甲: 1',
    );
    expect(printed.match(/^\S+:\d+:\d+/gm)).toEqual(['budget.yaml:1:1', 'a:9:1', 'a:9:2', 'a:10:1', 'b:2:1']);
  });

  test.each([
    ['部门: 办公室', 5],
    ['abc: 1', 6],
    ['𠮷: 甲', 4],
    ['\t甲: 乙', 2],
    [`${'好'.repeat(100)}坏${'好'.repeat(100)}`, 101],
    [`${'x'.repeat(500)}`, 500],
    ['“甲”', 2],
  ])('puts the caret under column %2$s of %1$s', (line, column) => {
    const [, , code = '', caret = ''] = print([error('x', at(1, column))], line).split('\n');
    const before = stringWidth(caret.slice(0, caret.indexOf('^')));
    let shown = '';
    for (const character of code) {
      if (stringWidth(shown) >= before) break;
      shown += character;
    }
    expect(stringWidth(shown)).toBe(before);
    const pointed = [...code.slice(shown.length)][0];
    expect(pointed).toBe([...line][column - 1]);
    expect(stringWidth(code)).toBeLessThan(90);
  });

  test('shows control characters instead of obeying them', () => {
    const printed = print([error('坏\u001B[31m\u202E值', at(1, 1))], '甲: \u001B[2J\u200B乙');
    expect(printed).not.toMatch(/[\u001B\u202E\u200B]/);
    expect(printed).toContain('甲: ·[2J·乙');
  });

  test('colours only on demand, and never as the only sign', () => {
    const coloured = printDiagnostics([error('x', at(1, 1))], [], { color: true });
    expect(coloured).toContain('\u001B[31;1m错误\u001B[0m');
    expect(coloured.replace(/\u001B\[[\d;]*m/g, '')).toBe(print([error('x', at(1, 1))]));
  });

  test('lists 200 and counts all', () => {
    const printed = print(Array.from({ length: 250 }, (_, index) => error('x', at(index + 1, 1))));
    expect(printed).toContain('另有 50 条没有列出。');
    expect(printed).toContain('共 250 个错误。');
  });
});

test('locationAt counts characters', () => {
  const source = sourceText('a', '甲\n𠮷乙\n');
  expect(locationAt(source, 2)).toEqual({ file: 'a', line: 2, column: 1 });
  expect(locationAt(source, 4)).toEqual({ file: 'a', line: 2, column: 2 });
  expect(locationAt(source, 6)).toEqual({ file: 'a', line: 3, column: 1 });
});

test('diagnosticsToJson keeps all, in order', () => {
  const json = diagnosticsToJson([error('乙', at(2, 1)), { ...error('甲', at(1, 1)), severity: 'warning' }]);
  expect(json).toMatchObject({
    schemaVersion: 1,
    summary: { errors: 1, warnings: 1 },
    diagnostics: [{ message: '甲' }, { message: '乙' }],
  });
});
