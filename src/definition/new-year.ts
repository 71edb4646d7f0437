import { z } from 'zod';

/**
 * What the roll-over does with a part of last year's file. `fill`: it becomes 待填. `fillUnlessZero`: a zero stays, as the part
 * stands in a text to be confirmed. `previous`: all of it is read from last year's file. `confirm`: kept, and blocks publication
 * until a person has confirmed it, with all that it holds. `nextYear`: the new year.
 */
export type NewYear = 'keep' | 'fill' | 'fillUnlessZero' | 'confirm' | 'previous' | 'nextYear';

/**
 * Each kind of value in `fields/` says what becomes of it: figures and dates are of their year, texts and choices may be, codes
 * are not. A key that is another matter says so beside its title, and so does a section or list that is confirmed as a whole.
 */
declare module 'zod' {
  interface GlobalMeta {
    newYear?: NewYear;
  }
}

/** What becomes of the place with this path; undefined for a section that is gone through, and for what the schema does not know. */
export function newYearOf(schema: z.core.$ZodType, [step, ...below]: readonly (string | number)[]): NewYear | undefined {
  const here = saidOf(schema);
  if (step === undefined || here === 'previous') return here;
  return firstOf(stepsInto(schema, step), (one) => newYearOf(one, below));
}

/** By itself, or by what it wraps; a list of texts is one text. */
function saidOf(schema: z.core.$ZodType): NewYear | undefined {
  const element = schema instanceof z.ZodArray ? [schema.element] : [];
  return z.globalRegistry.get(schema)?.newYear ?? firstOf([...wrappedIn(schema), ...element], saidOf);
}

/** The places one step below: of an object, a list or a record, in whatever it is wrapped. */
function stepsInto(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject)
    return [Object.hasOwn(schema.shape, step) ? schema.shape[step] : schema.def.catchall].filter((one) => one !== undefined);
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return wrappedIn(schema).flatMap((one) => stepsInto(one, step));
}

/** A value that may be left out, may be a word, or is worked on after it was read. */
function wrappedIn(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return [schema.def.innerType];
  if (schema instanceof z.ZodPipe) return [schema.def.in, schema.def.out];
  return schema instanceof z.ZodUnion ? schema.def.options : [];
}

function firstOf<T, V>(all: readonly T[], valueOf: (one: T) => V | undefined): V | undefined {
  for (const one of all) {
    const value = valueOf(one);
    if (value !== undefined) return value;
  }
  return undefined;
}
