import { matcher } from '../../budget/query.js';
import { EXPENDITURE_NATURES } from '../../definition/schema/kinds.js';
import type { Profile } from '../../profile/profile.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     支出[1].基本支出: {单位资金: 10000}
 *     收入.单位资金: 50000
 *     上年预算.单位资金: 50000
 *     核对数: 删除
 * 不符（支出/1/上缴上级支出/单位资金）：
 *     支出[1].上缴上级支出: {单位资金: 10000}
 *     收入.单位资金: 50000
 *     上年预算.单位资金: 50000
 *     核对数: 删除
 */
export const natureNotInForm: Check = {
  code: 'nature-not-in-form',
  group: '勾稽关系',
  severity: '错误',
  rule: '方案把支出分成基本支出和项目支出的，别的支出（上缴上级、事业单位经营、对附属单位补助）也要有栏目，分项才等于合计。',
  relations: ['T1-2', 'T3-1', 'T4-1'],
  basis: '财预〔2016〕143号：支出总体情况表',
  run: (context) => {
    const findings = naturesLeftOut(context.profile).flatMap((nature) => refusals(nature, context));
    return findingsOr(findings, 1, '支出的各种性质，报表都有栏目。');
  },
};

/** Those of which the form's parts would fall short of its total. */
function naturesLeftOut({ spec, tables }: Profile) {
  const said = JSON.stringify([tables, spec.数据 ?? {}]);
  const [basic, project, ...others] = EXPENDITURE_NATURES;
  if (![basic, project].some((nature) => said.includes(`"${nature}"`))) return [];
  return others.filter((nature) => !said.includes(`"${nature}"`));
}

/** One cause, one finding: the first place of a file, with its others beside it. */
function refusals(nature: (typeof EXPENDITURE_NATURES)[number], { budget, members }: CheckContext): Finding[] {
  const facts = budget.facts('支出').filter(matcher({ cube: '支出', where: { 性质: nature } }));
  return members.flatMap(({ file }) => {
    const [first, ...related] = facts.flatMap(({ origin, label, value }) =>
      origin.kind === 'stated' && origin.source.file === file && !value.isZero()
        ? [{ place: inMember({ file }, ...origin.source.path), message: label }]
        : [],
    );
    if (!first) return [];
    const hint = `在方案的报表里加上“取数: {性质: ${nature}}”的栏目；不是${nature}的，改写到基本支出或项目支出。`;
    return [finding(`这份方案没有“${nature}”一栏，印出的分项会少于支出合计。`, first.place, { related, hint })];
  });
}
