/** The few variables that short texts of a profile (titles, labels, notes) may name. */
export const FILL_NAMES = ['年度', '上年度', '部门', '地区', '级次', '序号', '中文序号', '单位', '名称'] as const;
export type FillValues = Readonly<Partial<Record<(typeof FILL_NAMES)[number], string>>>;

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Puts values for `{{变量}}`; names are checked when the profile is read. */
export function fill(text: string, values: FillValues): string {
  return text.replace(VARIABLE, (whole, name: string) => values[name as (typeof FILL_NAMES)[number]] ?? whole);
}

/** Names in the text that no one fills. */
export function unknownNames(text: string): string[] {
  const known: readonly string[] = FILL_NAMES;
  return [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '').filter((name) => !known.includes(name));
}
