import { z } from 'zod';
import type { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/units.js';
import { amount, choice, code, date, measure, orNone, section, text } from '../fields.js';

/** What a field that a form declares for itself may hold. */
export const FIELD_TYPES = ['文字', '金额', '数量', '日期', '功能分类', '部门经济分类', '政府经济分类'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of a form's own: its type, or the words that it may hold; whether it may be left out. */
export interface OwnField {
  readonly 类型: FieldType | readonly string[];
  readonly 可空?: boolean | undefined;
  readonly 说明?: string | undefined;
}

/** What a form asks for besides what every budget has: lists with columns (明细), and single fields (自有数据). */
export interface OwnDeclarations {
  readonly 明细?: Readonly<Record<string, { readonly 栏目: Readonly<Record<string, OwnField>> }>> | undefined;
  readonly 自有数据?: Readonly<Record<string, OwnField>> | undefined;
}

/** One entry of a list, or all single fields: texts and codes as texts, amounts in 元 and quantities as decimals. */
export type OwnValues = Readonly<Record<string, string | Decimal>>;

/** 明细 and 自有数据 as a department states them, once they are read by what the form declares. */
export interface OwnData {
  readonly 明细?: Readonly<Record<string, readonly OwnValues[]>> | undefined;
  readonly 自有数据?: OwnValues | undefined;
}

/** The schema of both sections of a department's file, by what the form declares. */
export function ownDataSchema(unit: AmountUnit, { 明细: lists = {}, 自有数据: fields = {} }: OwnDeclarations) {
  const list = (columns: Readonly<Record<string, OwnField>>) => orNone(z.array(section(shapeOf(unit, columns))), []).optional();
  const single = section(shapeOf(unit, fields));
  const needed = Object.values(fields).filter((field) => field.可空 !== true);
  return section({
    明细: section(Object.fromEntries(Object.entries(lists).map(([name, { 栏目: columns }]) => [name, list(columns)]))).optional(),
    自有数据: needed.length > 0 ? single : single.optional(),
  });
}

/** What may not be left out is asked for at once: it belongs to every disclosure of the form. */
function shapeOf(unit: AmountUnit, fields: Readonly<Record<string, OwnField>>) {
  const entries = Object.entries(fields).map(([name, field]) => {
    const schema = fieldSchema(unit, name, field.类型).meta({ title: name, ...(field.说明 !== undefined && { description: field.说明 }) });
    return [name, field.可空 === true ? schema.optional() : schema] as const;
  });
  return Object.fromEntries(entries);
}

function fieldSchema(unit: AmountUnit, name: string, type: OwnField['类型']): z.ZodType {
  switch (type) {
    case '文字':
      return text(name);
    case '金额':
      return amount(unit, { negative: true, orNone: true });
    case '数量':
      return measure({ orNone: true });
    case '日期':
      return date();
    case '功能分类':
      return code({ digits: [7] });
    case '部门经济分类':
    case '政府经济分类':
      return code({ digits: [5] });
    default:
      return choice(type);
  }
}
