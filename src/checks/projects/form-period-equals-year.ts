import type { Check } from '../check.js';
import { lastsOneYear, publishedForms } from '../shared/forms.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.项目期: 3年
 *     项目[0].绩效目标表.实施期资金来源: {市县（区）财政资金: 600000}
 * 不符（项目/0/绩效目标表/实施期资金来源/市县（区）财政资金）：
 *     项目[0].绩效目标表.实施期资金来源: {市县（区）财政资金: 1000000}
 */
export const formPeriodEqualsYear: Check = {
  code: 'form-period-equals-year',
  group: '绩效与资产',
  severity: '错误',
  inference: true,
  rule: '实施期为一年的项目，实施期资金总额应等于年度资金总额；多年的项目不应小于它。',
  relations: ['X-2', 'C10'],
  run: (context) =>
    publishedForms(context).map((one) =>
      compare({
        left: sideOf(`项目“${one.name}”的实施期资金`, one.period.total, [...one.path, '绩效目标表', '实施期资金来源']),
        operator: lastsOneYear(one) ? '＝' : '≥',
        right: sideOf('年度资金', one.year.total, [...one.path, '资金']),
        hint: '项目只有一年的，删去“实施期资金来源”；不止一年的，改正“项目期”和“项目属性”。',
      }),
    ),
};
