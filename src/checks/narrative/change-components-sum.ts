import type { Budget } from '../../budget/budget.js';
import type { Change } from '../../budget/figure.js';
import { expenditureFigures } from '../../budget/figures/expenditure.js';
import { revenueFigures } from '../../budget/figures/revenue.js';
import { threePublicFigures } from '../../budget/figures/three-public.js';
import { FUNDS } from '../../definition/schema/funds.js';
import { type Decimal, sum } from '../../money/decimal.js';
import type { Check, Place } from '../check.js';
import { compare, keyInDefinition } from '../shared/sides.js';

const signed = ({ current, previous }: Change): Decimal => current.value.minus(previous.value);

/**
 * 符合：
 *     上年预算: {一般公共预算: 850000, 政府性基金预算: 200000, 单位资金: 40000, 上年结转: {一般公共预算: 50000}}
 * 不符（上年预算）：
 *     收入.一般公共预算: 1000000.01
 *     方案改动: {核对.yaml: {"必备报表:": "基本: {funds-balance: 不查, revenue-equals-expenditure: 不查}\n必备报表:"}}
 */
export const changeComponentsSum: Check = {
  code: 'change-components-sum',
  sameAmountAs: ['basic-expenditure-equals-economic', 'project-expenditure-equals-projects', 'funds-balance', 'revenue-equals-expenditure'],
  group: '文字说明',
  severity: '错误',
  rule: '收入与支出比上年的增减应相等，各资金来源的增减相加、“三公”经费各项的增减相加，应等于总的增减。',
  relations: ['N-3', 'C06'],
  basis: '财预〔2021〕29号：说明收支增减变化及原因',
  run: ({ budget }) => {
    const revenue = signed(revenueFigures(budget).change);
    const expenditure = signed(expenditureFigures(budget).change);
    const { total, items } = threePublicFigures(budget);
    const hint = '核对本年各项金额和“上年预算”。';
    const pair = (label: string, value: Decimal, other: string, parts: Decimal, place: Place) =>
      compare({ left: side(label, value, place), right: side(other, parts, place), hint });
    const lastYear = keyInDefinition('上年预算');
    const outcomes = [
      pair('收入总计的增减', revenue, '支出总计的增减', expenditure, lastYear),
      pair('收入总计的增减', revenue, '各资金来源增减之和', sum(FUNDS.map((fund) => fundChange(budget, fund))), lastYear),
    ];
    if (total.direction === 'none') return outcomes;
    return [
      ...outcomes,
      pair('“三公”经费的增减', signed(total), '各项增减之和', sum(items.map((item) => signed(item.change))), keyInDefinition('三公经费')),
    ];
  },
};

function fundChange(budget: Budget, fund: string): Decimal {
  const current = budget.total({ cube: '收入', where: { 资金: fund } });
  return current.value.minus(budget.total({ cube: '上年预算', where: { 资金: fund } }).value);
}

function side(label: string, value: Decimal, place: Place) {
  return { label, value, unit: 'yuan' as const, places: [place] };
}
