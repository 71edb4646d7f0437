import type { Budget } from '../budget/budget.js';
import { chineseDate } from '../definition/dates.js';
import type { OwnField, OwnValues } from '../definition/schema/own-data.js';

/** The texts of one entry of a form's own, by column: dates in words, and the name of each code besides. */
export function entryTexts(
  values: OwnValues,
  fields: Readonly<Record<string, OwnField>>,
  budget: Pick<Budget, 'names'>,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    const { 类型: type } = fields[name] ?? {};
    texts[name] = type === '日期' ? chineseDate(value) : value;
    const codeName = nameOf(type, value, budget);
    if (codeName !== undefined) texts[`${name}名称`] = codeName;
  }
  return texts;
}

function nameOf(type: OwnField['类型'] | undefined, code: string, { names }: Pick<Budget, 'names'>): string | undefined {
  switch (type) {
    case '功能分类':
      return names.functional(code);
    case '部门经济分类':
      return names.departmentEconomic(code);
    case '政府经济分类':
      return names.governmentEconomic(code);
    default:
      return undefined;
  }
}
