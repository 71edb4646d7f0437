import { z } from 'zod';
import { choice } from './choice.js';
import { editorWords, notFilledIn } from './scalar-field.js';
import { section } from './section.js';

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
