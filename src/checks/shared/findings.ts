import type { Clean, Finding, Outcome, Place, Unchecked, Unstated } from '../check.js';

/** The findings, or «looked at and in order»; nothing where there was nothing to look at. */
export function findingsOr(findings: readonly (Finding | Unstated)[], looked: number, inOrder: string): Outcome[] {
  if (findings.length > 0) return [...findings];
  return looked === 0 ? [] : [clean(inOrder)];
}

export function finding(message: string, place: Place, more: Pick<Finding, 'hint' | 'related'> = {}): Finding {
  return { kind: 'finding', verdict: '不符', message, place, ...more };
}

/** A blank of the report, which may be filled in by hand as well. */
export function unstated(message: string, place: Place): Unstated {
  return { kind: 'unstated', verdict: '未填', message, byHand: true, place };
}

export function clean(message: string): Clean {
  return { kind: 'clean', verdict: '符合', message };
}

export function unchecked(message: string, place?: Place): Unchecked {
  return { kind: 'unchecked', verdict: '未能核对', message, ...(place && { place }) };
}
