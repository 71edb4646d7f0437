import type { UnitKind } from '../../definition/schema/kinds.js';
import { Decimal } from '../../money/decimal.js';
import type { Budget } from '../budget.js';
import { countFigure, type Figure, type SourcePath } from '../figure.js';

/** The basic budget units of a department: its own office first, then its member units, and how many of each kind. */
export interface UnitFigures {
  readonly units: readonly { readonly name: string; readonly kind: UnitKind }[];
  readonly all: UnitCounts;
  /** Member units alone, without the department's own office. */
  readonly members: UnitCounts;
}

/** How many units there are of each kind; each figure by the name under which texts print it. */
export interface UnitCounts {
  readonly total: Figure;
  readonly administrative: Figure;
  readonly underCivilServiceLaw: Figure;
  /** 事业单位 proper, which are not under the 公务员法. */
  readonly institutions: Figure;
  /** Both: forms that name 参公 in brackets count them here. */
  readonly allInstitutions: Figure;
}

export function unitFigures({ definition }: Budget): UnitFigures {
  const { 部门: self } = definition.department;
  const members = (self.所属单位 ?? []).map((unit) => ({ name: unit.名称, kind: unit.单位性质 }));
  const units = [{ name: self.名称, kind: self.单位性质 }, ...members];
  const isWhole = self.所属单位 !== undefined || definition.superior !== undefined;
  const unstated = isWhole ? [] : [{ file: definition.file, path: ['部门', '所属单位'] }];
  return { units, all: countsOf(units, '预算', '', unstated), members: countsOf(members, '所属', '所属', unstated) };
}

function countsOf(units: UnitFigures['units'], all: string, prefix: string, unstated: readonly SourcePath[]): UnitCounts {
  const count = (label: string, kinds: readonly UnitKind[]) =>
    countFigure({ id: label, label, unstated }, [], new Decimal(units.filter((unit) => kinds.includes(unit.kind)).length));
  return {
    total: count(`${all}单位数`, ['行政', '参公', '事业']),
    administrative: count(`${prefix}行政单位数`, ['行政']),
    underCivilServiceLaw: count(`${prefix}参公单位数`, ['参公']),
    institutions: count(`${prefix}事业单位数`, ['事业']),
    allInstitutions: count(`${prefix}事业单位数（含参公）`, ['参公', '事业']),
  };
}
