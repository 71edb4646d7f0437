import { z } from 'zod';

/** A length or a size of the layout within its range: plain decimal. Never money. */
export const layoutNumber = (least: number, most: number) =>
  z
    .string({ error: '应为数字' })
    .regex(/^-?\d+(?:\.\d+)?$/, { error: '应为数字，如 16 或 28.95' })
    .transform((text) => +text)
    .refine((value) => value >= least && value <= most, { error: `应在 ${least} 到 ${most} 之间` })
    .meta({ kind: `数，${least} 到 ${most}` });

/** A whole number within its range: of decimals, columns, levels. */
export const layoutCount = (least: number, most: number) =>
  z
    .string({ error: '应为整数' })
    .regex(/^\d+$/, { error: '应为整数，如 2' })
    .transform((text) => +text)
    .refine((value) => value >= least && value <= most, { error: `应为 ${least} 到 ${most} 的整数` })
    .meta({ kind: `整数，${least} 到 ${most}` });
