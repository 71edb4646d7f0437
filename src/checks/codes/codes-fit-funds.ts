import type { Fact } from '../../budget/facts.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';

/** Debts and what goes from one budget to another: each fund has codes of its own among them. */
const BETWEEN_BUDGETS = /^23[0-4]/;
/** 超长期特别国债: a 款 of every 类, paid for out of either budget from year to year. */
const SPECIAL_BONDS = /^\d{3}98/;

/**
 * 符合：
 *     支出[0].科目: "2010301"
 * 不符（支出/1/项目支出/一般公共预算）：
 *     支出[1].科目: "2120803"
 * 不符（支出/1/项目支出/政府性基金预算）：
 *     支出[1].项目支出: {政府性基金预算: 1000}
 * 不符（支出/1/项目支出/国有资本经营预算）：
 *     支出[1].项目支出: {国有资本经营预算: 1000}
 */
export const codesFitFunds: Check = {
  code: 'codes-fit-funds',
  group: '科目',
  severity: '提醒',
  strict: '错误',
  rule: '政府性基金、国有资本经营预算有自己的支出科目：它们的科目不用别的资金，它们的资金不用别的科目。',
  relations: ['C03'],
  basis: '政府收支分类科目',
  run: (context) => {
    const facts = context.budget.facts('支出').filter(({ value }) => !value.isZero());
    return findingsOr(
      facts.flatMap((fact) => strange(fact, context)),
      facts.length,
      '各支出科目用的都是它的资金。',
    );
  },
};

function strange({ dimensions: { 科目: code = '', 资金: fund = '' }, origin }: Fact, { budget }: CheckContext): Finding[] {
  const { functional, fundOf } = budget.classifications;
  const own = fundOf(code);
  if (own === fund || origin.kind !== 'stated' || SPECIAL_BONDS.test(code)) return [];
  const place = { kind: 'definition', file: origin.source.file, path: origin.source.path } as const;
  const called = `科目 ${code}（${budget.names.functional(code)}）`;
  if (own !== undefined)
    return [
      finding(`${called}是${own}的科目，这里用的是${fund}的钱。`, place, { hint: '核对科目编码有没有抄错，金额有没有填错资金来源。' }),
    ];
  const hasOwnCodes = fund === '政府性基金预算' || fund === '国有资本经营预算';
  if (!hasOwnCodes || BETWEEN_BUDGETS.test(code) || !functional.has(code)) return [];
  const hint = `改用${fund}的科目，或核对金额有没有填错资金来源。`;
  return [finding(`${called}不是${fund}的科目，这里用的却是${fund}的钱。`, place, { hint })];
}
