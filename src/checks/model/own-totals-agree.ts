import { measureFigure } from '../../profile/measure.js';
import type { Check } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     方案改动:
 *       方案.yaml: {"\n图:": "\n明细: {采购: {栏目: {项目: {类型: 文字}, 金额: {类型: 金额}}, 相等: [{栏目: 金额, 等于: {表: 政府采购}}]}}\n图:"}
 *       说明/09-政府采购.hbs: {"{{万元 政府采购.合计}}": "{{万元 政府采购.合计}}（{{#逐项 明细.采购.条目 \"、\"}}{{项目}}{{万元 金额}}{{/逐项}}）"}
 *     明细: {采购: [{项目: 电脑, 金额: 60000}, {项目: 打印, 金额: 40000}]}
 *     政府采购: {货物: 100000}
 *     核对数: 删除
 * 不符：
 *     方案改动:
 *       方案.yaml: {"\n图:": "\n明细: {采购: {栏目: {项目: {类型: 文字}, 金额: {类型: 金额}}, 相等: [{栏目: 金额, 等于: {表: 政府采购}}]}}\n图:"}
 *       说明/09-政府采购.hbs: {"{{万元 政府采购.合计}}": "{{万元 政府采购.合计}}（{{#逐项 明细.采购.条目 \"、\"}}{{项目}}{{万元 金额}}{{/逐项}}）"}
 *     明细: {采购: [{项目: 电脑, 金额: 60000}]}
 *     政府采购: {货物: 100000}
 *     核对数: 删除
 */
export const ownTotalsAgree: Check = {
  code: 'own-totals-agree',
  group: '勾稽关系',
  severity: '错误',
  rule: '方案“明细”里一个清单的合计，应等于方案“相等”里写的预算数。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ budget, profile }) =>
    Object.entries(profile.spec.明细 ?? {}).flatMap(([name, { 相等: equals = [] }]) =>
      equals.flatMap(({ 栏目: column, 等于: measure }) => {
        const own = budget.total({ cube: '明细', where: { 明细: name, 栏目: column } });
        const other = measureFigure(budget, measure);
        if (own.unstated) return [];
        return [
          compare({
            left: sideOf(`明细“${name}”的“${column}”合计`, own, ['明细', name]),
            right: sideOf(other.label, other, ['明细', name]),
            hint: '核对清单里有没有漏填、重填，以及合计数本身。',
          }),
        ];
      }),
    ),
};
