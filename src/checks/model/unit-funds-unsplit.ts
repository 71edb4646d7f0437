import { CUBES } from '../../budget/cubes/index.js';
import type { Fact } from '../../budget/facts.js';
import { matcher, UNSPLIT } from '../../budget/query.js';
import type { Profile } from '../../profile/profile.js';
import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     收入.单位资金: {其他收入: 40000}
 * 不符（收入/单位资金）：
 *     方案改动: {方案.yaml: {"\n数据:\n": "\n数据:\n  其他收入: {取数: {表: 收入, 来源: 其他收入}}\n"}}
 */
export const unitFundsUnsplit: Check = {
  code: 'unit-funds-unsplit',
  group: '勾稽关系',
  severity: '错误',
  rule: '方案分列单位资金来源的，单位资金要按来源填写。',
  relations: ['T2-1', 'T2-2'],
  basis: '财预〔2016〕143号：收入总体情况表',
  run: ({ budget, profile, members }) => {
    if (!asksForSources(profile)) return [];
    // A form's own lists name the fund; what it is made of is stated where the fund is.
    const cubes = CUBES.filter((cube) => cube !== '明细');
    const facts = cubes.flatMap((cube) => budget.facts(cube).filter(matcher({ cube, where: { 来源: UNSPLIT } })));
    const unsplit = facts.filter((fact) => !fact.value.isZero());
    const findings = members.flatMap(({ file }) => refusal(unsplit, file));
    return findingsOr(findings, 1, '单位资金都按来源填写。');
  },
};

/** What is not split has no column of its own. */
function asksForSources({ tables, spec }: Profile): boolean {
  const asked = JSON.stringify([tables, spec.数据 ?? {}]);
  return asked.includes('"来源":') && !asked.includes(`"${UNSPLIT}"`);
}

/** One cause, one finding: the first place of a file, with its others beside it. */
function refusal(facts: readonly Fact[], file: string): Finding[] {
  const places = facts.flatMap(({ origin, label }) =>
    origin.kind === 'stated' && origin.source.file === file ? [{ place: inMember({ file }, ...origin.source.path), message: label }] : [],
  );
  const [first, ...others] = places;
  if (!first) return [];
  const also = others.length === 0 ? '' : `，还有 ${others.length} 处也是这样`;
  return [
    finding(`这份方案分列单位资金的来源，这里只写了一个金额${also}。`, first.place, {
      related: others,
      hint: '按来源写，如 单位资金: {事业收入: …, 其他收入: …}；收入、支出、项目和上年预算里都这样写。',
    }),
  ];
}
