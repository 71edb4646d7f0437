import type { z } from 'zod';
import { nearestWord } from '../plain/nearest-word.js';
import { type Refusal, refusalOf } from './fields/scalar-field.js';
import type { YamlPath } from './parse-yaml.js';
import { type Problem, quoted, subjectOf, valueAt } from './problem.js';
import { type KeyPlaces, unknownKeys } from './unknown-key.js';
import { fullWidthColon, missingSpace } from './yaml/known-causes.js';

type Issue = z.core.$ZodIssue;

/** What the explanations need besides the issue: the data, and the schema that raised the issue. */
export interface IssueContext {
  readonly root: unknown;
  /** Where the keys of the whole schema stand. */
  readonly places: KeyPlaces;
  readonly schemaOf: (issue: Issue) => z.core.$ZodType | undefined;
  /** Words of a zod issue whose schema brings its own message. */
  readonly ownMessage: (issue: Issue) => string | undefined;
}

/** Says one zod issue in Chinese; `base` is the place of the union that it was found in. */
export function explainIssue(issue: Issue, context: IssueContext, base: YamlPath = []): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const value = valueAt(context.root, path);
  switch (issue.code) {
    case 'custom':
      return [custom(issue, path, value)];
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, path, value, context.schemaOf(issue), context.places);
    case 'invalid_key':
      return invalidKey(path, context, context.schemaOf(issue));
    case 'invalid_type':
      return [value === undefined ? missing(path) : typeProblem(issue, path, value, context)];
    case 'invalid_value':
      return [value === undefined ? missing(path) : choiceProblem(path, value, issue.values)];
    case 'invalid_union':
      return value === undefined ? [missing(path)] : unionProblems(issue, path, value, context);
    case 'too_small':
    case 'too_big':
      return [outOfBounds(issue, path, context)];
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return [plain(path, context.ownMessage(issue))];
  }
}

function custom(issue: z.core.$ZodIssueCustom, path: YamlPath, value: unknown): Problem {
  const refusal = refusalOf(issue);
  if (refusal) return explainRefusal(refusal, path, value);
  const hint = issue.params?.['hint'] as string | undefined;
  return { ...plain(path, issue.message), hint };
}

function plain(path: YamlPath, words = '的内容不合要求'): Problem {
  return { code: 'value-invalid', path, message: `${subjectOf(path)}${words.replace(/。$/, '')}。` };
}

function missing(path: YamlPath): Problem {
  const last = path.at(-1);
  if (typeof last === 'number') {
    return { code: 'empty-item', path, message: `${subjectOf(path)}是空的。`, hint: '填写内容，或删去这一项。' };
  }
  const parent = subjectOf(path.slice(0, -1));
  const message = `${parent === '' ? '' : `${parent}中`}缺少${quoted(last ?? '')}。`;
  return { code: 'missing-key', path, part: 'key', message, hint: `补上${quoted(last ?? '')}及其内容。` };
}

/** A record refuses a key together with the path to it. */
function invalidKey(path: YamlPath, { root, places }: IssueContext, schema: z.core.$ZodType | undefined): Problem[] {
  const within = path.slice(0, -1);
  return unknownKeys([String(path.at(-1))], within, valueAt(root, within), schema, places);
}

function typeProblem(issue: z.core.$ZodIssueInvalidType, path: YamlPath, value: unknown, context: IssueContext): Problem {
  const own = issue.expected === 'string' ? undefined : context.ownMessage(issue);
  return own === undefined ? wrongType(path, value, [issue.expected]) : plain(path, own);
}

function choiceProblem(path: YamlPath, value: unknown, values: readonly unknown[]): Problem {
  if (typeof value !== 'string') return wrongType(path, value, ['string']);
  const words = values.map(String);
  const suggestion = nearestWord(value, words);
  const question = suggestion === undefined ? '' : `是否为${quoted(suggestion)}？`;
  const message = `${subjectOf(path)}不能写成${quoted(value)}。`;
  return { code: 'choice-invalid', path, message, hint: `${question}可以写：${listed(words)}。` };
}

/** The words to choose from; of very many, the first. */
function listed(words: readonly string[]): string {
  return words.length <= 20 ? words.join('、') : `${words.slice(0, 20).join('、')} 等 ${words.length} 种`;
}

function unionProblems(issue: z.core.$ZodIssueInvalidUnion, path: YamlPath, value: unknown, context: IssueContext): Problem[] {
  if ('options' in issue && issue.options) return [choiceProblem(path, value, issue.options)];
  const branch = nearestBranch(issue, value);
  if (branch) return branch.flatMap((inner) => explainIssue(inner, context, path));
  return [wrongType(path, value, expectedTypes(issue, value))];
}

function outOfBounds(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: YamlPath, context: IssueContext): Problem {
  if (issue.origin !== 'array') return plain(path, context.ownMessage(issue));
  const bound = issue.code === 'too_small' ? `至少要有 ${issue.minimum} 项` : `最多 ${issue.maximum} 项`;
  const hint = issue.code === 'too_small' ? '每项一行，以“- ”开头。' : '删去多余的项。';
  return { code: 'list-length', path, part: 'key', message: `${subjectOf(path)}${bound}。`, hint };
}

/** Says why a field refused its text. A long text is not repeated, a figure is. */
function explainRefusal(refusal: Refusal, path: YamlPath, value: unknown): Problem {
  const { code, reason, suggestion } = refusal;
  const subject = subjectOf(path);
  const typed = quoted(String(value));
  const message = code === 'text-invalid' || code === 'not-filled-in' ? `${subject}${reason}。` : `${subject}不能写成${typed}：${reason}。`;
  const hint = refusal.hint ?? (suggestion === undefined ? undefined : `是否为 ${suggestion}？`);
  return { code, path, message, hint };
}

/**
 * The branch of a union that the value was probably meant for: of those whose outer type fits, the one with the fewest
 * complaints. Nothing where no branch takes this type of value.
 */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly Issue[] | undefined {
  const fitting = issue.errors.filter((branch) => branch.every((inner) => outerType(inner, value) === undefined));
  return fitting.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best && complaints(best) <= complaints(branch) ? best : branch),
    undefined,
  );
}

/** The types that the branches would take. */
function expectedTypes(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string[] {
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

/** A text where a section is wanted, a list where a text is, and so on. `expected` are zod's type names. */
function wrongType(path: YamlPath, value: unknown, expected: readonly string[]): Problem {
  const wanted = [...new Set(expected.map(typeName))].join('或');
  const message = `${subjectOf(path) || '文件'}应为${wanted}，这里写成了${received(value)}。`;
  const slip = typeof value === 'string' && !expected.includes('string') ? colonSlip(path, value) : undefined;
  const part = typeof value === 'string' ? 'value' : 'key';
  return slip ?? { code: 'wrong-type', path, part, message, hint: hint(value, expected) };
}

function typeName(expected: string): string {
  switch (expected) {
    case 'object':
    case 'record':
      return '下一层的“键: 值”';
    case 'array':
    case 'tuple':
      return '清单（每项以“- ”开头）';
    default:
      return '一个值（文字或数字）';
  }
}

function received(value: unknown): string {
  if (Array.isArray(value)) return '清单';
  return typeof value === 'string' ? `文字${quoted(value)}` : '下一层的“键: 值”';
}

/** `名称：内容` under a key is one text to YAML: the colon is the mistake, not the type. */
function colonSlip(path: YamlPath, value: string): Problem | undefined {
  const slip = fullWidthColon(value) ?? missingSpace(value);
  if (slip?.code !== 'yaml-full-width-colon' && slip?.code !== 'yaml-missing-space') return undefined;
  return { code: slip.code, path, message: `${quoted(value)}不是“键: 值”：${slip.message}`, hint: slip.hint };
}

function hint(value: unknown, expected: readonly string[]): string {
  if (expected.includes('string')) return '把内容写在冒号后面的同一行；内容里有“: ”时请给整段文字加上引号。';
  if (expected.includes('array')) return '另起一行，每项缩进并以“- ”开头。';
  return Array.isArray(value) ? '去掉“- ”，直接写“键: 值”。' : '另起一行，缩进两个空格，写“键: 值”。';
}
