import { z } from 'zod';

/** A length or count of the layout: plain decimal, possibly negative. Never money. */
export const layoutNumber = () =>
  z
    .string({ error: '应为数字' })
    .regex(/^-?\d+(?:\.\d+)?$/, { error: '应为数字，如 16 或 28.95' })
    .transform((text) => +text);
