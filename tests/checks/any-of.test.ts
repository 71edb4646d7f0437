import { expect, test } from 'vitest';
import { anyOf } from '../../src/checks/shared/lint.js';

const worded = (...sources: readonly string[]) =>
  anyOf(sources.map((source) => ({ pattern: new RegExp(source, 'gu'), written: `/${source}/` })));

test('wordings in one expression find what one of them finds, and nothing else', () => {
  expect(['其它', '账户', '帐户'].map((text) => worded('其它', '帐户').test(text))).toEqual([true, false, true]);
  expect(worded().test('其它')).toBe(false);
});

test('wordings whose groups are named or referred to are each tried', () => {
  expect(worded('其它', '(.)(?!\\1)费').test('会议费')).toBe(true);
  expect(worded('(?<一>帐)户', '(?<一>帐)目').test('帐目')).toBe(true);
});
