import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * The branch of a union that the value was probably meant for: of those whose outer type fits, the one with the fewest
 * complaints. Nothing where no branch takes this type of value.
 */
export function nearestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  const fitting = issue.errors.filter((branch) => !branch.some(isOuterType));
  return fitting.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best && complaints(best) <= complaints(branch) ? best : branch),
    undefined,
  );
}

function isOuterType(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_type';
}

/** Each unknown key counts: it tells most about which branch was not meant. */
function complaints(branch: readonly Issue[]): number {
  return branch.reduce((total, issue) => total + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** The types that the branches would take. */
export function expectedTypes(issue: z.core.$ZodIssueInvalidUnion): string[] {
  return issue.errors.flatMap((branch) =>
    branch.flatMap((inner) => (inner.code === 'invalid_type' && inner.path.length === 0 ? [inner.expected] : [])),
  );
}
