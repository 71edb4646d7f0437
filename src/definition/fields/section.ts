import { z } from 'zod';

/** A map of known keys; unknown ones are refused with the nearest known key. */
export function section<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape);
}
