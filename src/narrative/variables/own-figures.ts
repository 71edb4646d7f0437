import type { Budget } from '../../budget/budget.js';
import { placesOf } from '../../budget/dictionary.js';
import type { NamedFigureSpec, ProfileSpec } from '../../profile/profile-schema.js';
import type { Measure } from '../../profile/table-schema.js';
import { type ProfileFigure, profileFigures } from '../profile-figures.js';
import { figureValue, flagValue, from, type Placed, recordValue } from '../shape.js';
import { allZero, not } from '../unstated.js';
import type { Values } from './values.js';

/** 数据 of the profile: a figure with 金额, or one against last year's. 有 where there is money, this year or last. */
export function ownFigures(budget: Budget, specs: ProfileSpec['数据'] = {}, values: Values): Placed {
  const named = profileFigures(budget, specs).map((one) => [one.name, ownFigure(one, specs[one.name], values)] as const);
  return from([], recordValue(Object.fromEntries(named)));
}

function ownFigure({ name, current, change, share }: ProfileFigure, spec: NamedFigureSpec | undefined, values: Values): Placed {
  const has = not(allZero(change ? [current, change.previous] : [current]));
  const part = share && { 占比: figureValue(share.figure), 有占比: flagValue(share.hasWhole) };
  const base = { 名称: values.text(name), 金额: figureValue(current), 有: values.flag(has), ...part };
  const fields = change ? { ...base, ...values.changeFields(change, [spec?.原因 ?? []].flat()) } : base;
  return from(measurePlaces([spec?.取数, spec?.上年取数, spec?.占]), recordValue(fields));
}

/** The places that what a profile asks for (取数) rests on. */
export function measurePlaces(measures: readonly (Measure | undefined)[]): string[] {
  return [...new Set(measures.flatMap((measure) => (measure ? placesOfMeasure(measure) : [])))];
}

/** Of a form's own data: the list or the field that is asked for. */
function placesOfMeasure({ 表 = [], 明细: lists, 栏目: fields }: Measure): readonly string[] {
  return [表].flat().flatMap((cube) => {
    const names = cube === '明细' ? lists : cube === '自有数据' ? fields : undefined;
    return names === undefined ? placesOf(cube) : [names].flat().flatMap((name) => [`${cube}/${name}`, `${cube}/${name}/**`]);
  });
}
