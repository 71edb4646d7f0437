/** The few variables that short texts of a profile (titles, labels, notes) may name. */
export const FILL_NAMES = ['年度', '上年度', '部门', '地区', '级次', '序号', '中文序号', '单位', '名称'] as const;
export type FillName = (typeof FILL_NAMES)[number];
/** By the name of each: a text of the form's own, the number of a table. They may stand wherever a variable of the document may. */
export const FILL_FAMILIES = ['自有数据', '报表号'] as const;
export type FillFamily = (typeof FILL_FAMILIES)[number];
export type OwnFillName = `${FillFamily}.${string}`;
export type FillValues = Readonly<Partial<Record<FillName | OwnFillName, string>>>;

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Puts values for `{{变量}}`; names are checked when the profile is read. */
export function fill(text: string, values: FillValues): string {
  return text.replace(VARIABLE, (whole, name: string) => values[name as FillName] ?? whole);
}

/** Every name between braces. */
export const namesIn = (text: string): string[] => [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '');

/** Names in the text that no one fills. */
export function unknownNames(text: string): string[] {
  const known: readonly string[] = FILL_NAMES;
  return namesIn(text).filter((name) => !known.includes(name));
}
