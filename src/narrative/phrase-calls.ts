import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Shape } from './shape.js';

/** A call of a phrase: the values that it is given, and what of the phrase they have not got. */
export interface Call {
  readonly self: Shape;
  readonly lacking: readonly Diagnostic[];
  readonly report: (lacking: readonly Diagnostic[]) => Diagnostic;
}

/** What templates place by name. */
export interface Placeable {
  readonly charts: readonly string[];
  readonly tables: readonly string[];
  readonly hasWholeForm: boolean;
}

/** The phrases that templates call, and each of their calls. */
export interface Phrases {
  readonly sources: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
  readonly places: Placeable;
  readonly fileOf: (name: string) => string;
  /** What was found in each, by what it was given. */
  readonly walked: Map<string, Map<Shape, readonly Diagnostic[]>>;
  /** From chapters. */
  readonly calls: Map<string, Call[]>;
}

/** What is wrong with a phrase only for some of its callers. */
export const GIVEN_TOO_LITTLE = ['template-unknown-name', 'template-wrong-kind', 'template-not-text', 'template-bare-figure'];

/**
 * What the values of a phrase's callers lack. Where none of several has it, the phrase itself is wrong; else it is told
 * once at each call that gives too little.
 */
export function misfits(calls: readonly Call[]): Diagnostic[] {
  const given = [...new Map(calls.map((call) => [call.self, call])).values()];
  const keyOf = (one: Diagnostic) => `${one.at?.line}:${one.at?.column}`;
  const everywhere = new Set(
    (given[0]?.lacking ?? []).map(keyOf).filter((key) => given.every(({ lacking }) => lacking.some((one) => keyOf(one) === key))),
  );
  const isOwn = (one: Diagnostic) => everywhere.has(keyOf(one)) && given.length > 1;
  const own = (given[0]?.lacking ?? []).filter(isOwn);
  const atCalls = calls.flatMap((call) => {
    const missing = call.lacking.filter((one) => !isOwn(one));
    return missing.length === 0 ? [] : [call.report(missing)];
  });
  return [...own, ...atCalls];
}
