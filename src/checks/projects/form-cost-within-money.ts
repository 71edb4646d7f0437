import { exactAmount } from '../../document/figure.js';
import { Decimal } from '../../money/decimal.js';
import { inYuan, type WrittenUnit } from '../../money/units.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { indicators, type PublishedForm, publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';
import { statesWholeMoney } from './form-cost-equals-money.js';

/** «≤50万元», «不超过25.8万元», «控制在258000元以内»: a bound, with its unit. */
const BOUND =
  /^\s*(?:[≤<＜＝=≦]|<=|不超过|不高于|不大于|控制在|小于等于|小于|低于|约)?\s*(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元)?\s*(?:以内|以下|之内|内)?\s*$/;
/** «成本（万元）»: the unit may stand with the name. */
const NAMED_UNIT = /[（(](亿元|万元|元)[)）]/;
/** 元 in one 万元. */
const UNIT = 10_000;

/**
 * 符合：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 维护成本, 值: "≤20.8万元"}, {名称: 每人次成本, 值: "≤50元"}]
 * 不符（项目/0/绩效目标表/指标/产出指标/成本指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 维护成本, 值: "≤50万元"}]
 * 不符（项目/0/绩效目标表/指标/产出指标/成本指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 维护成本, 值: 不超过208万元}]
 * 不符（项目/0/绩效目标表/指标/产出指标/成本指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 维护成本, 值: "≤20.8元"}]
 * 不符（项目/0/绩效目标表/指标/产出指标/成本指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 维护成本（万元）, 值: "≤50"}]
 */
export const formCostWithinMoney: Check = {
  code: 'form-cost-within-money',
  group: '绩效与资产',
  severity: '提醒',
  rule: '成本指标写的金额不应比项目的资金还多，也不应正好是它的一万分之一。',
  relations: ['X-2'],
  basis: '财预〔2021〕29号：公开项目绩效目标',
  run: (context) => {
    const forms = publishedForms(context);
    return findingsOr(
      forms.flatMap((form) => costs(form, context)),
      forms.length,
      '成本指标写的金额都不比项目的资金多。',
    );
  },
};

function costs(form: PublishedForm, { budget }: CheckContext): Finding[] {
  const carried = budget.total({ cube: '项目支出', where: { 项目: form.key, 时段: '上年结转' } }).value;
  const year = form.year.total.value.plus(Decimal.max(carried, 0));
  const most = { 年度值: year, 实施期值: Decimal.max(year, form.period.total.value), 值: Decimal.max(year, form.period.total.value) };
  return indicators(form)
    .filter(({ level, name }) => `${level}${name}`.includes('成本'))
    .flatMap(({ indicator, path }) =>
      (['值', '实施期值', '年度值'] as const).flatMap((key) => {
        const value = amountOf(indicator[key], indicator.名称);
        const isSlip = value?.gt(0) && [most[key], year, form.year.total.value].some((money) => value.times(UNIT).eq(money));
        if (!(value?.gt(most[key]) || isSlip) || statesWholeMoney(indicator.名称, indicator[key])) return [];
        const money = exactAmount(most[key], form.member.content.金额单位);
        const than = isSlip ? `项目的资金是 ${money}，正好差一万倍` : `项目的资金只有 ${money}`;
        const message = `项目“${form.name}”的成本指标“${indicator.名称}”写的是“${indicator[key]}”，${than}。`;
        return finding(message, inMember(form.member, ...path, key), { hint: '核对指标值的数和单位。' });
      }),
    );
}

function amountOf(text: string | undefined, name: string): Decimal | undefined {
  const [, digits, typed] = BOUND.exec(text ?? '') ?? [];
  const unit = typed ?? NAMED_UNIT.exec(name)?.[1];
  if (digits === undefined || unit === undefined) return undefined;
  return inYuan(new Decimal(digits.replaceAll(',', '')), unit as WrittenUnit);
}
