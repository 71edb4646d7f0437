import type { Figure } from '../../budget/figure.js';
import { MONEY_VALUES } from '../../definition/schema/project.js';
import { Decimal } from '../../money/decimal.js';
import { type AmountUnit, inYuan } from '../../money/units.js';
import type { Check, Comparison } from '../check.js';
import { type PublishedForm, publishedForms } from '../shared/forms.js';
import { compare, inMember, sideOf, statedSide } from '../shared/sides.js';

const AMOUNT = /^(\d[\d,]*(?:\.\d+)?)\s*(万?元)$/;

/**
 * 符合：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 财政资金, 值: 20.8万元}]
 * 不符（项目/0/绩效目标表/指标/产出指标/成本指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 财政资金, 值: 100万元}]
 * 不符：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 项目总成本, 实施期值: 20.8万元, 年度值: "208,000元"}, {名称: 财政资金, 值: 20800元}]
 */
export const formCostEqualsMoney: Check = {
  code: 'form-cost-equals-money',
  group: '绩效与资产',
  severity: '错误',
  inference: true,
  rule: '绩效目标表的成本指标写资金总额的，应等于项目的资金。',
  relations: ['X-2', 'C10'],
  run: (context) => publishedForms(context).flatMap(costs),
};

/** Only indicators that name the project's whole money are held against it. */
const WHOLE = /资金|总成本|总额|项目成本|预算/;

/** Indicators of cost, wherever the form has them: a second level of 产出指标, or a first level of their own. */
function costIndicators({ form, path }: PublishedForm) {
  return Object.entries(form.指标 ?? {}).flatMap(([first, lists]) =>
    Object.entries(lists ?? {}).flatMap(([second, list]) =>
      `${first}${second}`.includes('成本')
        ? (list ?? []).map((indicator, index) => ({ indicator, at: [...path, '绩效目标表', '指标', first, second, index] }))
        : [],
    ),
  );
}

/** Such a value is held against the money to the 分: nothing more need be said of it. */
export const statesWholeMoney = (name: string, text: string | undefined): boolean => WHOLE.test(name) && AMOUNT.test(text ?? '');

function costs(published: PublishedForm): Comparison[] {
  const { name, member, path, period, year } = published;
  return costIndicators(published).flatMap(({ indicator, at }) => {
    if (!WHOLE.test(indicator.名称)) return [];
    const one = (key: '值' | '实施期值' | '年度值', label: string, money: Figure): Comparison[] => {
      const value = typedAmount(indicator[key]);
      if (value === undefined) return [];
      const left = statedSide(`项目“${name}”成本指标的${label}`, value, inMember(member, ...at, key));
      const right = sideOf(`项目的${label === '实施期指标值' ? '实施期' : '年度'}资金`, money, [...path, '资金']);
      return [compare({ left, right, hint: `把指标值写成“${MONEY_VALUES[1]}”，由程序填入金额。` })];
    };
    return [
      ...one('实施期值', '实施期指标值', period.total),
      ...one('年度值', '年度指标值', year.total),
      ...one('值', '指标值', year.total),
    ];
  });
}

function typedAmount(text: string | undefined): Decimal | undefined {
  const [, digits, unit = '元'] = AMOUNT.exec(text ?? '') ?? [];
  if (digits === undefined) return undefined;
  const value = new Decimal(digits.replaceAll(',', ''));
  return inYuan(value, unit as AmountUnit);
}
