import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, districtTotals } from '../../src/features/batch/page/district-totals.js';
import { sum } from '../../src/money/decimal.js';
import { summary } from './entries.js';

const total = (totals: ReturnType<typeof districtTotals>) =>
  Object.fromEntries(COLUMNS.map((column) => [column, totals.total[column].toFixed()]));

test('sums are exact to the 分', () => {
  const totals = districtTotals([summary({ code: '001', total: '0.1' }), summary({ code: '002', total: '0.2' })]);
  expect(total(totals)).toMatchObject({ 收入总计: '0.3', 一般公共预算: '0.3', 支出总计: '0.3', 基本支出: '0.3', 项目支出: '0' });
  expect(totals.proofs.every(({ equal }) => equal)).toBe(true);
});

test("a unit's own document is in its department's already", () => {
  const department = summary({ code: '001', name: '教育局', total: '300' });
  const unit = summary({ code: '001001', name: '一小', total: '100', partOf: '教育局' });
  expect(total(districtTotals([department, unit]))).toMatchObject({ 收入总计: '300' });
  expect(districtTotals([department, unit]).rows).toHaveLength(1);
});

test('a total that its funds do not come to is seen, and by how much', () => {
  const wrong = summary({ code: '001', total: '100', funds: { 一般公共预算: '99.99' } });
  const { proofs } = districtTotals([wrong, summary({ code: '002', total: '5' })]);
  expect(proofs.filter(({ equal }) => !equal).map(({ left, right }) => left.minus(right).toFixed())).toEqual(['0.01', '0.01']);
});

test('columns whose printed rows do not add up are named', () => {
  const third = (code: string) => summary({ code, total: '33.33' });
  expect(districtTotals([third('001')]).tails).toEqual([]);
  // 0.003333 万元 each prints 0.00, together 0.01.
  expect(districtTotals([third('001'), third('002')]).tails).toEqual(['收入总计', '一般公共预算', '支出总计', '基本支出']);
});

test('no department at all: zero, and nothing to prove wrong', () => {
  const { rows, proofs } = districtTotals([]);
  expect(rows).toEqual([]);
  expect(proofs.every(({ equal }) => equal)).toBe(true);
});

test('any departments: the total is the sum of their lines, in whatever order', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { maxLength: 20 });
  fc.assert(
    fc.property(amounts, (fen) => {
      const all = fen.map((each, index) =>
        summary({ code: `${100 + index}`, total: `${Math.floor(each / 100)}.${`${each % 100}`.padStart(2, '0')}` }),
      );
      const [one, other] = [districtTotals(all), districtTotals([...all].reverse())];
      expect(total(one)).toEqual(total(other));
      expect(
        sum(one.rows.map((row) => row.amounts.收入总计))
          .times(100)
          .toFixed(),
      ).toBe(`${fen.reduce((a, b) => a + b, 0)}`);
    }),
  );
});
