import type { Diagnostic, RelatedPlace, SourceLocation } from '../diagnostics/diagnostic.js';
import { exactValue } from '../document/figure.js';
import type { Check, CheckContext, Comparison, DocumentPlace, Finding, Outcome, Place, Side } from './check.js';
import { writtenIn } from './shared/written-in.js';
import type { CheckSeverity } from './states.js';

/** What rests on no notice says so. */
const INFERENCE = '本程序的推断';
export const basisOf = ({ basis, inference }: Check): string | undefined => (inference ? INFERENCE : basis);

/** A finding as a message with its places; nothing for what holds, for tails and for what could not be checked. */
export function toDiagnostic(outcome: Outcome, check: Check, severity: CheckSeverity, context: CheckContext): Diagnostic | undefined {
  if (outcome.verdict !== '不符' && outcome.verdict !== '未填') return undefined;
  if (outcome.kind === 'unstated' && outcome.byHand) return undefined;
  const basis = basisOf(check);
  const base = {
    code: check.code,
    severity: severity === '错误' ? ('error' as const) : ('warning' as const),
    ...(basis !== undefined && { basis }),
  };
  const part = outcome.kind === 'comparison' ? fromComparison(outcome, context) : fromFinding(outcome, context);
  return {
    ...base,
    ...part,
    ...(check.inference && check.severity === '错误' && { hint: `${part.hint ?? ''}${mayBeConfirmed(check.code)}` }),
  };
}

/** No notice says it: who knows better may publish, and answers for it. */
const mayBeConfirmed = (code: string): string =>
  `没有文件这样规定；确实如此的，在“已确认的提醒”里写“检查: ${code}”、“内容”（照抄上面的金额或项目）和“理由”，就可以公开。`;

type Part = Omit<Diagnostic, 'code' | 'severity' | 'basis'>;

function fromFinding({ message, place, related, hint }: Omit<Finding, 'kind' | 'verdict'>, context: CheckContext): Part {
  const at = locateOrigin(place, context);
  const others = [
    ...(place.kind === 'document' ? [{ message: describePlace(place) }] : []),
    ...(related ?? []).map((one) => relatedPlace(one.message, one.place, context)),
  ];
  return { message, at, ...(others.length > 0 && { related: others }), ...(hint !== undefined && { hint }) };
}

function fromComparison(comparison: Comparison, context: CheckContext): Part {
  const { left, right, operator, hint } = comparison;
  const [main, ...others] = [left, right].flatMap((side) => side.places.map((place) => ({ side, at: locate(place, context), place })));
  const related = others.map(({ side, at, place }) => ({ message: at ? side.label : describePlace(place), ...(at && { at }) }));
  const at = main && locateOrigin(main.place, context);
  const words = main && !main.at ? [{ message: describePlace(main.place) }] : [];
  return {
    message: comparison.message ?? comparisonText(comparison, context),
    ...(at && { at }),
    related: [...words, ...related],
    expected: `${operator === '＝' ? '' : `${operator} `}${valueText(right, context)}`,
    actual: valueText(left, context),
    ...(hint !== undefined && { hint }),
  };
}

/** What the first of two figures lacks, or has too much. */
export const SHORT = { '≥': '少', '≤': '多' } as const;

/** «收入总计 1,000.00元，支出总计 999.00元，相差 1.00元。» */
function comparisonText({ left, operator, right, difference, bound }: Comparison, context: CheckContext): string {
  const relation = operator === '＝' ? '相差' : SHORT[operator];
  const gap = exactValue(difference.abs(), left.unit, context.department.金额单位);
  const allowed = bound === undefined ? '' : `，超过四舍五入可能带来的 ${exactValue(bound, left.unit, context.department.金额单位)}`;
  return `${left.label} ${valueText(left, context)}，${right.label} ${valueText(right, context)}，${relation} ${gap}${allowed}。`;
}

function valueText(side: Side, context: CheckContext): string {
  return side.printed ?? exactValue(side.value, side.unit, context.department.金额单位);
}

/** What follows from a finding, in one line under it. */
export function consequenceNote(follow: readonly { readonly check: Check }[]): RelatedPlace {
  const codes = [...new Set(follow.map(({ check }) => check.code))];
  return { message: `由它引起的不符另有 ${follow.length} 处（${codes.join('、')}），改正后应随之消失，列在核对报告里` };
}

function relatedPlace(message: string, place: Place | undefined, context: CheckContext): RelatedPlace {
  const at = place && locate(place, context);
  return { message: place && !at ? `${message}（${describePlace(place)}）` : message, ...(at && { at }) };
}

/** File, line and column of what is to be mended: for a place of the composed document, where the profile says what is printed there. */
function locateOrigin(place: Place, context: CheckContext): SourceLocation {
  return locateInFile(place.kind === 'document' ? writtenIn(place, context) : place, context);
}

/** File, line and column of a place; undefined for places of the composed document. */
export function locate(place: Place, context: Pick<CheckContext, 'definition'>): SourceLocation | undefined {
  return place.kind === 'document' ? undefined : locateInFile(place, context);
}

function locateInFile(place: Exclude<Place, DocumentPlace>, { definition }: Pick<CheckContext, 'definition'>): SourceLocation {
  switch (place.kind) {
    case 'definition':
      return (definition.members.find((member) => member.file === place.file) ?? definition).locate(place.path, place.part);
    case 'district':
      return definition.locateInDistrict(place.path, place.part);
    case 'profile':
      return place.at();
    default:
      return place satisfies never;
  }
}

/** A place in words. */
export function describePlace(place: Place): string {
  if (place.kind === 'document') return place.text;
  if (place.kind === 'profile') {
    const { file, line, column } = place.at();
    return `${file}:${line}:${column}`;
  }
  return place.path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : step)).join(' › ');
}
