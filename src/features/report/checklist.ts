import type { Outcome, Place } from '../../checks/check.js';
import { type CheckOutcome, type CheckReport, otherFindings, stateOfFinding } from '../../checks/check-report.js';
import { REQUIREMENT_IDS, REQUIREMENTS, type Requirement, type RequirementId, requirementOf } from '../../checks/requirements.js';
import { placesOf, requirementsOf, type State, worstState } from '../../checks/states.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { oncePer } from '../../plain/objects.js';

/** One line of the readiness checklist. */
export interface ChecklistLine {
  readonly id: string;
  readonly requirement: string;
  readonly basis: string;
  /** Absent: the budget has nothing that it is about. */
  readonly state?: State;
  /** What the state rests on. */
  readonly evidence: readonly string[];
  /** Page where the thing stands, if it stands in the document: as printed, and which page of the PDF it is. */
  readonly page?: string;
  readonly pdfPage?: number;
}

export interface ChecklistInput {
  readonly checks: CheckReport;
  /** Findings of every stage, those of the checks among them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Printed page numbers by the id of a heading or table title, and which page of the file each is. */
  readonly pages?: ReadonlyMap<string, string> | undefined;
  readonly pdfPages?: ReadonlyMap<string, number> | undefined;
}

/** Every requirement that is published of, in its state: a line that a finding speaks of is never 符合. */
export function checklist(input: ChecklistInput): ChecklistLine[] {
  const lines = REQUIREMENT_IDS.filter((id) => requirementOf(id).kind === '公开要求');
  const about = outcomesByLine(input.checks);
  const line = (id: string, requirement: Asked) => lineOf(id, requirement, about.get(id) ?? [], input);
  return [...lines.map((id) => line(id, requirementOf(id))), ...[...input.checks.ownRequirements].map(([id, own]) => line(id, own))];
}

type Asked = Pick<Requirement, 'sentence' | 'basis' | 'absent'>;

function lineOf(id: string, { sentence, basis, absent }: Asked, about: readonly CheckOutcome[], input: ChecklistInput): ChecklistLine {
  const base = { id, requirement: sentence, basis };
  return { ...base, ...(id === 'C22' ? otherProblems(input) : decided(about, input, absent)) };
}

function outcomesByLine({ outcomes }: CheckReport): Map<string, readonly CheckOutcome[]> {
  const byLine = new Map<string, CheckOutcome[]>();
  for (const one of outcomes)
    for (const id of linesAbout(requirementsOf(one))) {
      const all = byLine.get(id);
      if (all) all.push(one);
      else byLine.set(id, [one]);
    }
  return byLine;
}

/** Most outcomes speak of all that their check serves. */
const linesAbout = oncePer((ids: readonly string[]) => new Set(ids.flatMap((id) => [id, lineOfRelation(id) ?? id])));

/** Relations between figures have one line together. */
const lineOfRelation = (id: string) => (REQUIREMENTS[id as RequirementId]?.kind === '勾稽关系' ? 'C21' : undefined);

type Decided = Pick<ChecklistLine, 'state' | 'evidence' | 'page' | 'pdfPage'>;

function decided(outcomes: readonly CheckOutcome[], input: ChecklistInput, absent = '本年没有这一项内容。'): Decided {
  const state = worstState(outcomes.map((one) => one.state));
  if (!state) return { evidence: [absent] };
  const [place] = outcomes.flatMap(({ outcome }) => placesOf(outcome)).flatMap((one) => pageOf(one, input));
  return { state, evidence: evidenceOf(state, outcomes), ...place };
}

/** What is wrong, each of it; what holds, in a sentence. */
function evidenceOf(state: State, outcomes: readonly CheckOutcome[]): string[] {
  const inState = outcomes.filter((one) => one.state === state);
  const compared = outcomes.filter((one) => one.outcome.kind === 'comparison' && (one.state === '符合' || one.state === '尾差')).length;
  if (state !== '符合' && state !== '尾差') return [...inState.filter((one) => one.causedBy === undefined).map(told), ...folded(inState)];
  const tails = state === '尾差' ? [`${inState.length} 处有四舍五入的尾差。`] : [];
  const texts = outcomes.flatMap(({ outcome }) => (outcome.kind === 'clean' ? [outcome.message] : []));
  return [...(compared > 0 ? [`${compared} 处金额核对相符。`] : []), ...tails, ...new Set(texts)];
}

function told({ outcome, reason }: CheckOutcome): string {
  return `${outcomeText(outcome)}${reason === undefined ? '' : `已确认：${reason}`}`;
}

function folded(outcomes: readonly CheckOutcome[]): string[] {
  const count = outcomes.filter((one) => one.causedBy !== undefined).length;
  return count === 0 ? [] : [`由别的不符引起的 ${count} 处。`];
}

function outcomeText(outcome: Outcome): string {
  if (outcome.kind !== 'comparison') return outcome.message;
  return outcome.message ?? `${outcome.left.label}与${outcome.right.label}不符。`;
}

function pageOf(place: Place, { pages, pdfPages }: ChecklistInput): { page: string; pdfPage?: number }[] {
  const id = place.kind === 'document' ? place.anchor : undefined;
  const [page, pdfPage] = id === undefined ? [] : [pages?.get(id), pdfPages?.get(id)];
  return page === undefined ? [] : [{ page, ...(pdfPage !== undefined && { pdfPage }) }];
}

/** Findings of the other stages: of the files that were read, of the pages, and of confirmations that confirm nothing. */
function otherProblems({ checks, diagnostics }: ChecklistInput): Decided {
  const others = otherFindings(checks, diagnostics);
  const state = worstState(others.map(stateOfFinding));
  return state ? { state, evidence: others.map((one) => one.message) } : { state: '符合', evidence: ['没有。'] };
}
