import type { Budget } from '../../budget/budget.js';
import type { ProfileSpec } from '../../profile/profile-schema.js';
import { type ProfileFigure, profileFigures } from '../profile-figures.js';
import { figureValue, flagValue, recordValue, type Shaped } from '../shape.js';
import { allZero, not } from '../unstated.js';
import type { Values } from './values.js';

/** 数据 of the profile: a figure with 金额, or one against last year's. 有 where there is money, this year or last. */
export function ownFigures(budget: Budget, specs: ProfileSpec['数据'], values: Values): Shaped {
  const named = profileFigures(budget, specs ?? {}).map((one) => [one.name, ownFigure(one, values)] as const);
  return recordValue(Object.fromEntries(named));
}

function ownFigure({ name, current, change, share }: ProfileFigure, values: Values): Shaped {
  const has = not(allZero(change ? [current, change.previous] : [current]));
  const part = share && { 占比: figureValue(share.figure), 有占比: flagValue(share.hasWhole) };
  const base = { 名称: values.text(name), 金额: figureValue(current), 有: values.flag(has), ...part };
  return recordValue(change ? { ...base, ...values.changeFields(change) } : base);
}
