import { computeBudget } from '../budget/budget.js';
import type { Classifications } from '../definition/classifications.js';
import type { Definition } from '../definition/definition.js';
import { Decimal } from '../money/decimal.js';
import { oncePer } from '../plain/objects.js';
import { type ProfileNames, templateContext } from './context.js';
import type { Shape } from './shape.js';

/** The places of a department's file that a variable rests on; undefined where no variable of the name has any. */
export function sourcesOf(name: string, names: ProfileNames): readonly string[] | undefined {
  let shape: Shape | undefined = shapeOf(names);
  let places: readonly string[] | undefined;
  for (const step of name.split('.')) {
    while (shape?.kind === 'list') shape = shape.item;
    shape = shape?.kind === 'record' && Object.hasOwn(shape.fields, step) ? shape.fields[step] : undefined;
    places = shape?.places ?? places;
  }
  return places;
}

/** Names and places are the same for any department: one that states nothing has them all. */
const shapeOf = oncePer((names: ProfileNames): Shape => {
  const budget = computeBudget(NOBODY, NO_CODES, names);
  return templateContext(budget, undefined, names).shape;
});

const nowhere = () => ({ file: '', line: 1, column: 1 });

const NOBODY: Definition = {
  file: '',
  department: { 金额单位: '元', 部门: { 名称: '', 代码: '', 单位性质: '行政' }, 职责: [], 收入: {}, 支出: [] },
  district: { 年度: new Decimal(0), 地区: '', 级次: '区级' },
  members: [],
  locate: nowhere,
  locateInDistrict: nowhere,
};

const NO_CODES: Classifications = {
  year: '',
  functional: new Map(),
  departmentEconomic: new Map(),
  governmentEconomic: new Map(),
  revenue: new Map(),
  expenseKind: () => '',
  fundOf: () => undefined,
  governmentCounterpart: () => undefined,
};
