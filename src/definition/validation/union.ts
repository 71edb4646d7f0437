import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * The branch of a union that the value was probably meant for: of those whose outer type fits, the one with the fewest
 * complaints. Nothing where no branch takes this type of value.
 */
export function nearestBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly Issue[] | undefined {
  const fitting = issue.errors.filter((branch) => branch.every((inner) => outerType(inner, value) === undefined));
  return fitting.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best && complaints(best) <= complaints(branch) ? best : branch),
    undefined,
  );
}

/** The types that the branches would take. */
export function expectedTypes(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string[] {
  return issue.errors.flatMap((branch) => branch.flatMap((inner) => outerType(inner, value) ?? []));
}

/** The type that a branch wanted of the whole value, where that is its complaint; a choice wants a text. */
function outerType(issue: Issue, value: unknown): string | undefined {
  if (issue.path.length > 0) return undefined;
  if (issue.code === 'invalid_type') return issue.expected;
  return issue.code === 'invalid_value' && typeof value !== 'string' ? 'string' : undefined;
}

/** Each unknown key counts: it tells most about which branch was not meant. */
function complaints(branch: readonly Issue[]): number {
  return branch.reduce((total, issue) => total + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}
