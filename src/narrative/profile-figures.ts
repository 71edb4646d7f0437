import type { Budget } from '../budget/budget.js';
import { type Change, changeOf } from '../budget/change.js';
import { type Figure, sumFigure } from '../budget/figure.js';
import { measureFigure } from '../profile/measure.js';
import type { NamedFigureSpec } from '../profile/profile-schema.js';

/** A figure that the profile defines in 数据: by itself, or against last year's. */
export type ProfileFigure = { readonly name: string; readonly current: Figure } & (
  | { readonly change: Change }
  | { readonly change?: undefined }
);

export function profileFigures(budget: Budget, specs: Readonly<Record<string, NamedFigureSpec>>): ProfileFigure[] {
  return Object.entries(specs).map(([name, spec]) => {
    const current = measureFigure(budget, spec.取数);
    if (!spec.上年取数) return { name, current };
    const last = measureFigure(budget, spec.上年取数);
    const previous = sumFigure({ id: `数据/${name}上年数`, label: `${name}上年数` }, [last]);
    const reason = spec.原因 && budget.definition.department.增减原因?.[spec.原因];
    return { name, current, change: changeOf(`数据/${name}`, current, previous, reason) };
  });
}
