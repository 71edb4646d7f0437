import { distance } from 'fastest-levenshtein';
import type { DepartmentSummary, StatedReason } from './department-summary.js';

/** Shorter reasons say too little to be told apart. */
const SHORTEST = 6;
/** Of ten characters, one may differ. */
const TOLERANCE = 10;

/** The rule in words, beside its result. */
export const REPEATED_RULE = `不同部门的增减原因，去掉标点、空格、本部门名称，数字不论大小，相同或每 ${TOLERANCE} 个字至多差 1 个的列在一起；不足 ${SHORTEST} 个字的不比。`;

/** A reason and the departments that give it. */
export interface RepeatedReason {
  /** In the words of the first. */
  readonly text: string;
  readonly given: readonly { readonly department: DepartmentSummary; readonly about: StatedReason['about']; readonly same: boolean }[];
}

interface Candidate extends StatedReason {
  readonly department: DepartmentSummary;
  readonly plain: string;
}

/** Reasons that several departments give in nearly the same words; a unit's document is not held against its department's. */
export function repeatedReasons(summaries: readonly DepartmentSummary[]): RepeatedReason[] {
  const groups: Candidate[][] = [];
  for (const one of candidates(summaries)) {
    const group = groups.find(([first]) => first !== undefined && isNear(first.plain, one.plain));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const repeated = groups.filter((group) => new Set(group.map(({ department }) => owner(department))).size > 1);
  return repeated.map(toReason).sort((one, other) => other.given.length - one.given.length);
}

function candidates(summaries: readonly DepartmentSummary[]): Candidate[] {
  const all = summaries.flatMap((department) =>
    department.reasons.map((reason) => ({ ...reason, department, plain: plainWords(reason.text, department.name) })),
  );
  return all.filter(({ plain }) => plain.length >= SHORTEST);
}

/** The department that answers for a document. */
const owner = ({ partOf, name }: DepartmentSummary): string => partOf ?? name;

/** Words only: what differs in boilerplate is the figures and the department's own name. */
export function plainWords(text: string, department: string): string {
  const words = text.normalize('NFKC').replaceAll(department.normalize('NFKC'), '');
  return words
    .replace(/^主要原因是/, '')
    .replace(/\d+(?:[.,]\d+)*/g, '0')
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

function isNear(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  if (Math.abs(one.length - other.length) * TOLERANCE > longer) return false;
  return one === other || distance(one, other) * TOLERANCE <= longer;
}

function toReason(group: readonly Candidate[]): RepeatedReason {
  const [first] = group;
  return {
    text: first?.text ?? '',
    given: group.map(({ department, about, text }) => ({ department, about, same: text === first?.text })),
  };
}
