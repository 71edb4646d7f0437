import type { Budget } from '../budget/budget.js';
import { type Change, changeOf, type Figure, shareFigure, sumFigure } from '../budget/figure.js';
import { measureFigure } from '../profile/measure.js';
import type { NamedFigureSpec } from '../profile/profile-schema.js';

/** A figure that the profile defines in 数据: by itself, or against last year's. */
export interface ProfileFigure {
  readonly name: string;
  readonly current: Figure;
  readonly change?: Change;
  /** Of what it is a part, where the profile says so. */
  readonly share?: { readonly figure: Figure; readonly hasWhole: boolean };
}

export function profileFigures(budget: Budget, specs: Readonly<Record<string, NamedFigureSpec>>): ProfileFigure[] {
  return Object.entries(specs).map(([name, spec]) => {
    const current = measureFigure(budget, spec.取数);
    const whole = spec.占 && measureFigure(budget, spec.占);
    const share = whole && { share: shareOf(name, current, whole) };
    if (!spec.上年取数) return { name, current, ...share };
    const last = measureFigure(budget, spec.上年取数);
    const previous = sumFigure({ id: `数据/${name}上年数`, label: `${name}上年数` }, [last]);
    const reason = spec.原因 && budget.definition.department.增减原因?.[spec.原因];
    return { name, current, ...share, change: changeOf(`数据/${name}`, current, previous, reason) };
  });
}

const shareOf = (name: string, part: Figure, whole: Figure): NonNullable<ProfileFigure['share']> => ({
  figure: shareFigure({ id: `数据/${name}占比`, label: `${name}占比` }, part, whole),
  hasWhole: !whole.value.isZero(),
});
