import type { UnitKind } from '../../definition/schema/department.js';
import { Decimal } from '../../money/decimal.js';
import type { Budget } from '../budget.js';
import { countFigure, type Figure } from '../figure.js';

/** The basic budget units of a department: its own office first, then its member units, and how many of each kind. */
export interface UnitFigures {
  readonly units: readonly { readonly name: string; readonly kind: UnitKind }[];
  readonly all: Figure;
  readonly administrative: Figure;
  /** 事业单位, those under the 公务员法 among them. */
  readonly institutions: Figure;
  readonly underCivilServiceLaw: Figure;
}

export function unitFigures({ definition }: Budget): UnitFigures {
  const { 部门: self } = definition.department;
  const members = (self.所属单位 ?? []).map((unit) => ({ name: unit.名称, kind: unit.单位性质 }));
  const units = [{ name: self.名称, kind: self.单位性质 }, ...members];
  const count = (label: string, kinds: readonly UnitKind[]) =>
    countFigure({ id: label, label }, [], new Decimal(units.filter((unit) => kinds.includes(unit.kind)).length));
  return {
    units,
    all: count('预算单位数', ['行政', '参公', '事业']),
    administrative: count('行政单位数', ['行政']),
    institutions: count('事业单位数', ['参公', '事业']),
    underCivilServiceLaw: count('参公单位数', ['参公']),
  };
}
