import { computeBudget } from '../budget/budget.js';
import type { Check, CheckContext, Outcome, Side } from './check.js';

/** The context of one member unit with a file of its own, as if it were the whole department. */
export interface MemberContext {
  readonly name: string;
  readonly context: CheckContext;
}

/** The department itself and its member units, each by itself; none where the department is its only file. */
export function memberContexts(context: CheckContext): MemberContext[] {
  const { definition, members, budget } = context;
  if (members.length < 2) return [];
  return members.map((member) => {
    const own = { ...definition, file: member.file, department: member.content, members: [member], locate: member.locate };
    const alone = computeBudget(own, budget.classifications, budget.declared);
    return {
      name: member.content.部门.名称,
      context: { ...context, definition: own, department: member.content, members: [member], budget: alone },
    };
  });
}

/** What does not hold within a unit, with the unit's name; what holds is said once, of the whole. */
export function memberOutcomes(check: Check, context: CheckContext, units: readonly MemberContext[]): Outcome[] {
  if (!check.perMember || units.length === 0) return [];
  const whole = new Set(check.run(context).map(difference));
  const [, ...members] = units;
  return (check.perMember === 'units' ? members : units).flatMap(({ name, context: unit }) =>
    check.run(unit).flatMap((outcome) => {
      if (outcome.kind !== 'comparison' || outcome.verdict !== '不符') return [];
      // A mistake of one unit shows in the whole as well, by the same amount: it is reported once, there.
      if (whole.has(difference(outcome))) return [];
      return [{ ...outcome, left: named(outcome.left, name), right: named(outcome.right, name) }];
    }),
  );
}

const difference = (outcome: Outcome) => (outcome.kind === 'comparison' ? `${outcome.left.label} ${outcome.difference.toFixed()}` : '');

function named(side: Side, unit: string): Side {
  return { ...side, label: `${unit}的${side.label}` };
}
