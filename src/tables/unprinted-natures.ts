import type { Budget } from '../budget/budget.js';
import { locateSource } from '../definition/definition.js';
import { EXPENDITURE_NATURES } from '../definition/schema/kinds.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Profile } from '../profile/profile.js';

/** A form that divides expenditure into 基本支出 and 项目支出 alone prints parts that fall short of the total where there is more. */
export function unprintedNatures(budget: Budget, { spec, tables }: Profile): Diagnostic[] {
  const said = JSON.stringify([tables, spec.数据 ?? {}]);
  const [basic, project, ...others] = EXPENDITURE_NATURES;
  if (![basic, project].some((nature) => said.includes(`"${nature}"`))) return [];
  return others
    .filter((nature) => !said.includes(`"${nature}"`))
    .flatMap((nature) => {
      const [fact] = budget.facts('支出').filter(({ dimensions, value }) => dimensions.性质 === nature && !value.isZero());
      const at = fact?.origin.kind === 'stated' ? locateSource(budget.definition, fact.origin.source) : undefined;
      if (!at) return [];
      const message = `这份方案没有“${nature}”一栏，印出的分项会少于支出合计。`;
      const hint = `在方案的报表里加上“取数: {性质: ${nature}}”的栏目；不是${nature}的，改写到基本支出或项目支出。`;
      return [{ code: 'nature-not-in-form', severity: 'error', message, at, hint }];
    });
}
