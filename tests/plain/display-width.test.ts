import { readdirSync, readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/plain/display-width.js';

test.each(['', 'abc', '部门预算', '　全角，空格', 'e\u0301\u200B', '\t\u001F', '𠮷ｱﾞ①·—…“”', '한국어'])(
  '«%s» takes what a terminal gives it',
  (text) => {
    expect(displayWidth(text)).toBe(stringWidth(text));
  },
);

test('so does every line of the files in data/', () => {
  const files = readdirSync('data/2026').filter((name) => name.endsWith('.yaml'));
  const lines = files.flatMap((name) => readFileSync(`data/2026/${name}`, 'utf8').split('\n'));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => displayWidth(line) !== stringWidth(line))).toEqual([]);
});
