import type { Comparison, Place, Side } from '../../checks/check.js';
import type { CheckReport } from '../../checks/check-report.js';
import type { State } from '../../checks/states.js';
import { describePlace, locate, SHORT } from '../../checks/to-diagnostic.js';
import type { Definition } from '../../definition/definition.js';
import { exactValue } from '../../document/figure.js';
import type { AmountUnit } from '../../money/units.js';

/** One side as the report shows it. */
export interface ReportedSide {
  readonly label: string;
  readonly value: string;
  readonly places: readonly string[];
}

/** Two figures held against each other, in words and exact. */
export interface ReportedComparison {
  readonly check: string;
  readonly relations: readonly string[];
  readonly state: State;
  readonly left: ReportedSide;
  readonly operator: string;
  readonly right: ReportedSide;
  /** Absent where it holds: an excess over what is asked for is no difference. */
  readonly difference?: string;
  readonly bound?: string;
  readonly cause?: string;
  /** Why the office says that it is a tail. */
  readonly statedTail?: string;
}

export function reportedComparisons({ outcomes }: CheckReport, definition: Definition): ReportedComparison[] {
  return outcomes.flatMap((one) => {
    const { check, outcome, state, reason } = one;
    if (outcome.kind !== 'comparison') return [];
    const { left, right, operator, verdict, bound, cause } = outcome;
    const unit = definition.department.金额单位;
    const tail = one.tail === true && reason !== undefined;
    return [
      {
        check: check.code,
        relations: check.relations,
        state,
        left: side(left, definition),
        operator,
        right: side(right, definition),
        ...(verdict !== '符合' && { difference: differenceText(outcome, unit) }),
        ...(bound && { bound: exactValue(bound, left.unit, unit) }),
        ...(verdict === '尾差' && cause !== undefined && { cause }),
        ...(tail && { statedTail: reason }),
      },
    ];
  });
}

/** Signed where the two should be equal; else what the first lacks, or has too much. */
function differenceText({ operator, difference, left }: Comparison, unit: AmountUnit): string {
  return operator === '＝'
    ? exactValue(difference, left.unit, unit)
    : `${SHORT[operator]} ${exactValue(difference.abs(), left.unit, unit)}`;
}

function side({ label, value, unit, printed, places }: Side, definition: Definition): ReportedSide {
  return {
    label,
    value: printed ?? exactValue(value, unit, definition.department.金额单位),
    places: places.map((place) => placeText(place, definition)),
  };
}

function placeText(place: Place, definition: Definition): string {
  const at = locate(place, { definition });
  return at ? `${at.file}:${at.line}:${at.column}` : describePlace(place);
}
