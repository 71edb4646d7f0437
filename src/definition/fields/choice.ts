import { z } from 'zod';
import { editorWords, notFilledIn } from './scalar-field.js';

/** One of the given words. */
export function choice<const T extends readonly [string, ...string[]] | readonly string[]>(values: T) {
  return z.enum(values as unknown as readonly [T[number], ...T[number][]]).meta({ newYear: 'confirm' });
}

/** 是 or 否. Never yes, no, on or true: those mean different things to different readers of YAML. */
export function yesNo() {
  return z
    .enum(['是', '否'])
    .transform((word) => word === '是')
    .meta({ newYear: 'confirm' });
}

/** A map of known keys; unknown ones are refused with the nearest known key. */
export function section<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape);
}

/** By which an office says itself that it has nothing of a kind; saying nothing is not a statement. */
export const NONE = '无';

/** The key by which a section says that it has nothing but what it lists. */
export const REST = '其余';

/** A section or list, or 无 in its place, which reads as `none`: both at once cannot be written. */
export function orNone<T extends z.ZodType>(field: T, none: unknown, words: readonly string[] = []) {
  const either = z.preprocess((value, context) => {
    const open = notFilledIn(value);
    if (open) context.addIssue(open);
    return value === NONE ? none : value;
  }, field);
  editorWords.add(either, { words: [...words, NONE] });
  return either;
}

/** A section that may be closed by «其余: 无»; then `close` puts in what it does not list. */
export function closable<S extends z.core.$ZodLooseShape, R>(shape: S, close: (listed: R) => R) {
  const rest = choice([NONE]).optional().meta({ title: REST, description: '写“无”，表示没有写到的都没有。' });
  return section({ ...shape, [REST]: rest }).transform((stated): R => {
    const { [REST]: closed, ...listed } = stated as Record<string, unknown>;
    return closed === undefined ? (listed as R) : close(listed as R);
  });
}
