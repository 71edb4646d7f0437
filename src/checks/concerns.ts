import type { Check, Outcome } from './check.js';
import type { Place } from './place.js';
import { REQUIREMENTS, type RequirementId, requirementsAbout } from './requirements.js';

/** Every place that an outcome names, its own first. */
export function placesOf(outcome: Outcome): readonly Place[] {
  if (outcome.kind === 'comparison') return [...outcome.left.places, ...outcome.right.places];
  return outcome.place ? [outcome.place] : [];
}

/** The requirements that an outcome speaks of: those that it names, else those of its check that its places belong to. */
export function requirementsOf({ check, outcome }: { readonly check: Check; readonly outcome: Outcome }): readonly string[] {
  const paths = placesOf(outcome).flatMap((place) => (place.kind === 'definition' ? [place.path] : []));
  return outcome.requirements ?? requirementsAbout(check.relations, paths);
}

/** Lines of the checklist among them; relations between figures have one line together. */
export const linesOf = (ids: readonly string[]): string[] => ids.filter((id) => REQUIREMENTS[id as RequirementId]?.kind !== '勾稽关系');
