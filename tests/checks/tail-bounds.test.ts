import { describe, expect, test } from 'vitest';
import type { CheckContext } from '../../src/checks/check.js';
import { sharesSum } from '../../src/checks/narrative/shares-sum.js';
import { tableSumsPrinted } from '../../src/checks/tables/table-sums-printed.js';
import { Decimal } from '../../src/money/decimal.js';
import { loadedProfile } from '../support/build-case.js';
import { paragraph, sampleDocument } from '../support/sample-document.js';

/* A tail is what rounding may account for: half of the last digit for each part that is printed, and for the total. */

const profile = loadedProfile();

/** A column of printed amounts, in 万元, of which the first is the sum of the others. */
function tableOf(texts: readonly string[]) {
  const rows = texts.map((text) => ({
    cells: [
      {
        column: 0,
        columnSpan: 1,
        rowSpan: 1,
        role: 'amount',
        text,
        strong: false,
        indent: 0,
        ...(text && { figure: { value: new Decimal(1) } }),
      },
    ],
  }));
  const places = texts.map((_, row) => ({ row, column: 0 }));
  const table = {
    id: 't',
    number: 1,
    label: '表1',
    name: '甲',
    columns: [],
    header: [],
    rows,
    sums: [{ total: places[0], parts: places.slice(1) }],
  };
  return { tables: [table], profile } as unknown as CheckContext;
}

describe('a table in 万元 with two decimals', () => {
  test.each([
    [['0.51', '0.50'], '尾差'],
    [['0.52', '0.50'], '不符'],
    [['1.01', '0.50', '0.50'], '尾差'],
    [['1.02', '0.50', '0.50'], '不符'],
    [['1.52', '0.50', '0.50', '0.50'], '尾差'],
    [['1.53', '0.50', '0.50', '0.50'], '不符'],
    [['1.48', '0.50', '0.50', '0.50'], '尾差'],
    [['1.47', '0.50', '0.50', '0.50'], '不符'],
    [['1.02', '0.50', '0.50', ''], '不符'],
  ])('%j: %s', (texts, verdict) => {
    expect(tableSumsPrinted.run(tableOf(texts)).map((one) => one.verdict)).toEqual([verdict]);
  });
});

/** A sentence with these shares, in percent, whose exact values are equal parts of the whole. */
function sentenceOf(texts: readonly string[]) {
  const value = new Decimal(1).div(texts.length).toString();
  const shares = texts.map((text, index) => ({
    type: 'figure' as const,
    figure: `f${index}`,
    unit: 'ratio' as const,
    value,
    text: `${text}%`,
  }));
  const record = (id: string) => ({
    id,
    label: id,
    unit: 'ratio' as const,
    value,
    origin: { kind: 'derived' as const, formula: 'share', inputs: ['a', 'all'] },
  });
  const all = { id: 'all', label: '全部', unit: 'yuan' as const, value: '3', origin: { kind: 'stated' as const, path: 'a#/b' } };
  const blocks = [{ ...paragraph('body', ''), content: shares }];
  const figures = Object.fromEntries([['all', all] as const, ...shares.map(({ figure }) => [figure, record(figure)] as const)]);
  return {
    document: { ...sampleDocument({ sections: [{ orientation: 'portrait', pageNumbers: 1, blocks }] }), figures },
  } as unknown as CheckContext;
}

describe('shares of one whole in a sentence', () => {
  test.each([
    [['33.33', '33.33', '33.34'], '符合'],
    [['33.33', '33.33', '33.33'], '尾差'],
    [['33.33', '33.33', '33.32'], '尾差'],
    [['33.33', '33.33', '33.31'], '不符'],
    [['50.01', '50.01'], '不符'],
    [['50.01', '50.00'], '尾差'],
  ])('%j: %s', (texts, verdict) => {
    expect(sharesSum.run(sentenceOf(texts)).map((one) => one.verdict)).toEqual([verdict]);
  });
});
