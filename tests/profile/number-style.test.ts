import { describe, expect, test } from 'vitest';
import { ORIGINAL_YAML } from '../support/build-case.js';
import { squeeze, textsOf } from '../support/document-text.js';
import { type Built, buildWell, profileNamed, SPLIT_YAML } from './support.js';

const overlay = (spec: string) => ({ folder: '方案', files: new Map([['方案.yaml', new TextEncoder().encode(spec)]]) });
const PLAIN = overlay('数字写法: {千分位: 否, 零: "0.00"}\n表内金额: {零: 印出}\n');

/** What is printed of figures, wherever they stand: tables, sentences, charts and forms are in the text. */
const printed = ({ document }: Built): string =>
  textsOf(document)
    .map(({ text }) => squeeze(text))
    .join('\n');

describe.each([
  ['shanxi', ORIGINAL_YAML],
  ['nine-tables', ORIGINAL_YAML],
  ['nine-tables-unit', SPLIT_YAML],
])('%s writes numbers in one way', (profile, yaml) => {
  test('as it is: thousands separated everywhere, nothing is 0', () => {
    const text = printed(buildWell(profileNamed(profile), yaml));
    expect(text.match(/(?<![\d,.])\d{4,}\.\d\d(?!\d)/g)).toBeNull();
    expect(text.match(/(?<![\d,.])0\.00/g)).toBeNull();
    expect(text).toMatch(/(?<![\d,.])0万元/);
    expect(text).toContain('1,262.80万元');
  });

  test('chosen once: no separators and 0.00 everywhere, and no other', () => {
    const built = buildWell(profileNamed(profile), yaml, { overlay: PLAIN });
    const text = printed(built);
    expect(text.match(/\d,\d{3}/g)).toBeNull();
    expect(text.match(/(?<![\d,.])0(?:万元|%)/g)).toBeNull();
    expect(text).toContain('1262.80万元');
    expect(text).toMatch(/(?<![\d,.])0\.00万元/);
    const zeros = built.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ figure }) => figure?.value.isZero())));
    expect(new Set(zeros.map((cell) => cell.text))).toEqual(new Set(['0.00']));
  });
});

test('a dash for zero is the cell’s, not the number’s: sentences keep theirs', () => {
  const built = buildWell(profileNamed('shanxi'), ORIGINAL_YAML, { overlay: overlay('表内金额: {零: 短横}\n') });
  const zeros = built.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ figure }) => figure?.value.isZero())));
  expect(new Set(zeros.map((cell) => cell.text))).toEqual(new Set(['-']));
  expect(printed(built)).toMatch(/(?<![\d,.])0万元/);
});
