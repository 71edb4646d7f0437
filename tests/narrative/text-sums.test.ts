import { expect, test } from 'vitest';
import type { Inline } from '../../src/document/document.js';
import { isTail, textSums } from '../../src/narrative/text-sums.js';

/** «收入[20000080:2,000.01]万元»: an amount as its exact value and as printed. */
function paragraph(text: string): Inline[] {
  return text.split(/(\[[^\]]*\])/).map((part): Inline => {
    const [, value, printed] = /^\[(-?[\d.]+):([\d,.]+)\]$/.exec(part) ?? [];
    return value && printed ? { type: 'figure', figure: value, unit: 'yuan', value, text: printed } : { type: 'text', text: part };
  });
}
const tails = (...texts: string[]) => textSums(texts.map(paragraph)).map((one) => `${one.total.text} ${one.parts.length} ${isTail(one)}`);

test.each([
  [
    '支出[20000080:2,000.01]万元，比上年增加[80:0.01]万元。其中：基本支出[10300040:1,030.00]万元，项目支出[9700040:970.00]万元。',
    ['2,000.01 2 true'],
  ],
  ['支出[20000000:2,000.00]万元，其中：基本支出[10300000:1,030.00]万元；项目支出[9700000:970.00]万元。', ['2,000.00 2 false']],
  [
    '收入[300:0.03]万元。其中：甲[149:0.01]万元（含上年结转[20:0.00]万元），比上年增加[7:0.00]万元；乙[151:0.02]万元，与上年持平。',
    ['0.03 2 false'],
  ],
  ['预算[250:0.03]万元。按年度分，当年[125:0.01]万元，上年结转[125:0.01]万元。', ['0.03 2 true']],
  ['预算[250:0.03]万元，其中：货物[250:0.03]万元、工程[0:0]万元。', []],
  ['预算[250:0.03]万元，比上年[125:0.01]万元增加[125:0.01]万元。', []],
])('%s', (text, expected) => {
  expect(tails(text)).toEqual(expected);
});

test('parts in the items of a list belong to the sentence before it', () => {
  expect(tails('预算[30000:3.00]万元。其中：', '1.接待费[14950:1.50]万元，持平。', '2.用车[15050:1.51]万元，持平。')).toEqual([
    '3.00 2 true',
  ]);
});

test('amounts in 元 beside 万元 are no parts of one printed sum', () => {
  expect(tails('预算[30000:3.00]万元。其中：甲[10000:10,000.00]元，乙[20000:20,000.00]元。')).toEqual([]);
});
