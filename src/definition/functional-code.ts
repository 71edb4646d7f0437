/** Digits of a functional code (支出功能分类科目) at each level: 类, 款, 项; a lower one begins with the higher. */
export const CODE_LENGTHS = [3, 5, 7] as const;

/** The 类 that a code belongs to. */
export const categoryOf = (code: string): string => code.slice(0, CODE_LENGTHS[0]);

/** The 款 that a code belongs to. */
export const sectionOf = (code: string): string => code.slice(0, CODE_LENGTHS[1]);

export const isCategory = (code: string): boolean => code.length === CODE_LENGTHS[0];
