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
  return facts.filter((fact) => !fact.value.isZero()).flatMap((fact) => refusal(fact, budget));
}

function refusal({ origin }: Fact, budget: Budget): Diagnostic[] {
  if (origin.kind !== 'stated') return [];
  const at = locateSource(budget.definition, origin.source);
  const message = '这份方案分列单位资金的来源，这里只写了一个金额。';
  const hint = '按来源写，如 单位资金: {事业收入: …, 其他收入: …}。';
  return [{ code: 'unit-funds-unsplit', severity: 'error', message, ...(at && { at }), hint }];
}
