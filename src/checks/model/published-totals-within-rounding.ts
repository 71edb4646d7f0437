import { CUBES } from '../../budget/cubes/index.js';
import type { Fact } from '../../budget/facts.js';
import { listProjects } from '../../budget/list-projects.js';
import { roundingOf, type StatedTotal, statedTotals } from '../../budget/published-totals.js';
import type { Member } from '../../definition/definition.js';
import { Decimal } from '../../money/decimal.js';
import { POWER } from '../../money/units.js';
import { tableAmounts } from '../../profile/amount-format.js';
import type { Check, CheckContext, Comparison } from '../check.js';
import { compare, statedSide, sumSide } from '../shared/sides.js';

/**
 * 符合：
 *     公布数: [{表: 支出, 性质: 基本支出, 资金: 一般公共预算, 时段: 当年, 金额: 792100}, {表: 基本支出经济分类, 金额: 792100}]
 *     收入.一般公共预算: 1000100
 *     核对数: 删除
 * 不符（公布数/0/金额）：
 *     公布数: [{表: 支出, 性质: 基本支出, 资金: 一般公共预算, 金额: 793000}]
 * 不符（公布数/0/金额）：
 *     公布数: [{表: 支出, 科目: "2010301", 资金: 一般公共预算, 金额: 600100}]
 * 不符（公布数/0/金额）：
 *     公布数: [{表: 支出, 性质: 基本支出, 资金: 一般公共预算, 金额: 792100}]
 *     支出[0].基本支出.一般公共预算: 600000.01
 *     支出[2].基本支出.一般公共预算: 80000.01
 *     支出[3].基本支出.一般公共预算: 52000.01
 *     支出[5].基本支出.一般公共预算: 60000.01
 */
export const publishedTotalsWithinRounding: Check = {
  code: 'published-totals-within-rounding',
  group: '勾稽关系',
  severity: '错误',
  rule: '“公布数”里的合计与它的各项相加，相差要小于四舍五入可能带来的半个末位×(n+1)，n 为印出来之前可能四舍五入过的项数；差得更多的是错误，不是尾差。',
  relations: ['H'],
  basis: '财预〔2016〕143号：内容准确；尾差的界限同 XBRL Calculations 1.1',
  run: (context) =>
    context.members
      .filter(({ content }) => content.公布数 !== undefined)
      .flatMap((member) =>
        statedTotals(member, typedIn(member.file, context), projectsOf(member, context)).map((total) => heldAgainst(total, context)),
      ),
};

const projectsOf = (member: Member, { definition }: CheckContext) => listProjects(definition).filter((one) => one.member === member);
const typedIn = (file: string, { budget }: CheckContext): Fact[] =>
  CUBES.flatMap((cube) => budget.facts(cube)).filter(({ origin }) => origin.kind === 'stated' && origin.source.file === file);

function heldAgainst({ stated, leaves, query }: StatedTotal, { profile }: CheckContext): Comparison {
  const { unit, decimals } = tableAmounts(profile.spec);
  const step = new Decimal(10).pow(POWER[unit] - decimals);
  const bound = roundingOf(leaves, step);
  const place = stated.origin.kind === 'stated' ? stated.origin.source : { file: '', path: ['公布数'] };
  const outcome = compare({
    left: statedSide(stated.label, stated.value, { kind: 'definition', ...place }),
    right: sumSide(`它的 ${leaves.length} 项相加`, leaves, [query.cube]),
    hint: '照公布的表核对这个合计和它的各项；自己填写了准确数的，删去这一条“公布数”。',
  });
  if (outcome.verdict === '符合') return outcome;
  const isTail = outcome.difference.abs().lt(bound);
  const cause = `合计和它的各项都是四舍五入以后公布的，相差小于 ${bound.toFixed()}元。`;
  return isTail ? { ...outcome, verdict: '尾差', bound, cause } : { ...outcome, bound };
}
