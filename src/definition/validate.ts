import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { defined } from '../plain/objects.js';
import { explainIssue, type IssueContext } from './explain-issue.js';
import { MAX_DIAGNOSTICS, withinLimit } from './limits.js';
import type { YamlPath, YamlTree } from './parse-yaml.js';
import { type Problem, quoted } from './problem.js';
import { keyPlaces } from './unknown-key.js';

export interface Validated<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a file's content against a schema: the typed value, or every mistake with its place. */
export function validate<S extends z.ZodType>(schema: S, tree: YamlTree): Validated<z.output<S>> {
  const raised: z.core.$ZodRawIssue[] = [];
  // zod's final issues forget the schema that raised them: the message carries the number under which it is kept.
  const result = schema.safeParse(tree.value, { error: (raw) => `#${raised.push(raw) - 1}` });
  const context = issueContext(tree.value, raised, schema);
  // One more than are printed, so that «and more» is known.
  const issues = result.error?.issues.slice(0, MAX_DIAGNOSTICS + 1) ?? [];
  const refused = withoutConsequences(issues.flatMap((issue) => explainIssue(issue, context)));
  const problems = [...refused, ...emptyKeys(tree.value, refused)];
  if (result.success && problems.length === 0) return { value: result.data, diagnostics: [] };
  const { file } = tree.locate([]);
  const told = ({ code, path, part, message, hint }: Problem): Diagnostic =>
    defined({ code, severity: 'error' as const, message, at: tree.locate(path, part), hint });
  return { diagnostics: withinLimit(problems, told, file) };
}

function issueContext(root: unknown, raised: readonly z.core.$ZodRawIssue[], schema: z.ZodType): IssueContext {
  const kept = (message: string) => (/^#\d+$/.test(message) ? raised.at(Number(message.slice(1))) : undefined);
  return {
    root,
    get places() {
      return keyPlaces(schema);
    },
    schemaOf: (issue) => kept(issue.message)?.inst as z.core.$ZodType | undefined,
    ownMessage: (issue) => (kept(issue.message) ? undefined : issue.message),
  };
}

/** A misspelt required key is one mistake, not an unknown and a missing one. */
function withoutConsequences(problems: readonly Problem[]): Problem[] {
  const meant = new Set(problems.flatMap((problem) => (problem.meant ? [JSON.stringify(problem.meant)] : [])));
  return problems.filter((problem) => problem.code !== 'missing-key' || !meant.has(JSON.stringify(problem.path)));
}

/**
 * Keys that the schema would take without a value, and nothing else is said of. Blank may mean «none» or «not yet», and
 * printed as none it would be a statement that nobody made: an error, like a text of no characters and a 待填.
 */
function emptyKeys(root: unknown, named: readonly Problem[]): Problem[] {
  const said = new Set(named.map(({ path }) => JSON.stringify(path)));
  const whole = new Set(named.filter(({ code }) => REFUSED_WHOLE.includes(code)).map(({ path }) => JSON.stringify(path)));
  const isWithin = (path: YamlPath) => path.some((_, index) => whole.has(JSON.stringify(path.slice(0, index))));
  return emptyPaths(root).flatMap((path) => (said.has(JSON.stringify(path)) || isWithin(path) ? [] : [emptyKey(path)]));
}

/** What is wrong with a section as a whole; what is in it is not looked at. */
const REFUSED_WHOLE: readonly string[] = ['unknown-key', 'wrong-type'];

function emptyKey(path: YamlPath): Problem {
  const message = `${quoted(String(path.at(-1)))}后面没有内容。`;
  return { code: 'empty-key', path, part: 'key', message, hint: '填写内容；没有这一项的，把这个键删去。' };
}

/** Hardly a file has one: no path is made for what is filled in. */
function emptyPaths(root: unknown): YamlPath[] {
  const found: YamlPath[] = [];
  const steps: (string | number)[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    for (const [step, item] of isList ? value.entries() : Object.entries(value)) {
      steps.push(step);
      if (item === undefined && !isList) found.push([...steps]);
      else visit(item);
      steps.pop();
    }
  };
  visit(root);
  return found;
}
