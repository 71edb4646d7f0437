import { z } from 'zod';

/** One of the given words. */
export function choice<const T extends readonly [string, ...string[]] | readonly string[]>(values: T) {
  return z.enum(values as unknown as readonly [T[number], ...T[number][]]);
}

/** 是 or 否. Never yes, no, on or true: those mean different things to different readers of YAML. */
export function yesNo() {
  return z.enum(['是', '否']).transform((word) => word === '是');
}
