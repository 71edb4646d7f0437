import type { Budget } from '../budget/budget.js';
import { CUBES, type Fact } from '../budget/facts.js';
import { matcher, UNSPLIT } from '../budget/query.js';
import { locateSource } from '../definition/definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Profile } from '../profile/profile.js';

/** A form that publishes the sources of 单位资金 apart needs them apart: what is not split has no column of its own. */
export function unsplitFunds(budget: Budget, profile: Profile): Diagnostic[] {
  const asked = JSON.stringify([profile.tables, profile.spec.数据 ?? {}]);
  if (!asked.includes('"来源":') || asked.includes(`"${UNSPLIT}"`)) return [];
  const facts = CUBES.flatMap((cube) => budget.facts(cube).filter(matcher({ cube, where: { 来源: UNSPLIT } })));
  const unsplit = facts.filter((fact) => !fact.value.isZero());
  const files = [...new Set(unsplit.map(({ origin }) => (origin.kind === 'stated' ? origin.source.file : '')))];
  return files.flatMap((file) =>
    refusal(
      unsplit.filter(({ origin }) => origin.kind === 'stated' && origin.source.file === file),
      budget,
    ),
  );
}

/** One cause, one finding: the first place of a file, with its others beside it. */
function refusal(facts: readonly Fact[], budget: Budget): Diagnostic[] {
  const places = facts.flatMap(({ origin, label }) => {
    const at = origin.kind === 'stated' ? locateSource(budget.definition, origin.source) : undefined;
    return at ? [{ at, message: label }] : [];
  });
  const [first, ...others] = places;
  if (!first) return [];
  const also = others.length === 0 ? '' : `，还有 ${others.length} 处也是这样`;
  const message = `这份方案分列单位资金的来源，这里只写了一个金额${also}。`;
  const hint = '按来源写，如 单位资金: {事业收入: …, 其他收入: …}；收入、支出、项目和上年预算里都这样写。';
  return [{ code: 'unit-funds-unsplit', severity: 'error', message, at: first.at, ...(others.length > 0 && { related: others }), hint }];
}
