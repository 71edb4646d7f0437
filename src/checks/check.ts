import type { Budget } from '../budget/budget.js';
import type { SourcePath } from '../budget/figure.js';
import type { Definition, Member } from '../definition/definition.js';
import type { DepartmentDefinition } from '../definition/schema/department.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import type { Document } from '../document/document.js';
import { exactAmount, type FigureUnit } from '../document/figure.js';
import type { Decimal } from '../money/decimal.js';
import type { UnstatedUse } from '../narrative/tokens.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedTable } from '../tables/published-table.js';
import type { Place } from './place.js';
import type { RequirementId } from './requirements.js';
import { type Rules, resolveRules } from './rules/rules.js';
import { TextIndex } from './shared/text-index.js';

export type { DocumentPlace, Path, Place, ProfilePlace } from './place.js';

/** Never mixed: it holds; it holds but for rounding; it does not hold; it is not stated; it could not be checked. */
export type Verdict = '符合' | '尾差' | '不符' | '未填' | '未能核对';

/** One side of a comparison: what it is, its exact value, and where it comes from. */
export interface Side {
  readonly label: string;
  readonly value: Decimal;
  readonly unit: FigureUnit;
  readonly places: readonly Place[];
  /** As printed, where the comparison is over printed figures. */
  readonly printed?: string;
  /** The amounts that it adds up as they are typed, each of which may have been rounded; absent: it is one itself. */
  readonly leaves?: readonly Decimal[];
  /** What the definition does not say of it: then the value is nobody's statement. */
  readonly unstated?: readonly SourcePath[];
}

/** What every outcome may say. */
interface Spoken {
  /** The requirements that it speaks of, where these are fewer than the check's; absent: told from its places. */
  readonly requirements?: readonly string[];
}

/** Two figures held against each other. */
export interface Comparison extends Spoken {
  readonly kind: 'comparison';
  readonly verdict: Exclude<Verdict, '未填' | '未能核对'>;
  readonly left: Side;
  readonly operator: '＝' | '≥' | '≤';
  readonly right: Side;
  /** Left − right. */
  readonly difference: Decimal;
  /** What rounding may account for, in the unit of the sides. */
  readonly bound?: Decimal;
  /** Why there is a tail, for the report. */
  readonly cause?: string;
  readonly hint?: string;
  /** Says it in full where both figures and their difference do not. */
  readonly message?: string;
}

/** Something that is wrong or asks to be looked at, and is not a comparison of two figures. */
export interface Finding extends Spoken {
  readonly kind: 'finding';
  readonly verdict: '不符';
  readonly message: string;
  /** Where it is mended. */
  readonly place: Place;
  readonly related?: readonly { readonly message: string; readonly place?: Place }[];
  readonly hint?: string;
}

/** Something that the definition has to state and does not. */
export interface Unstated extends Spoken {
  readonly kind: 'unstated';
  readonly verdict: '未填';
  readonly message: string;
  /** Where it is mended. */
  readonly place: Place;
  readonly related?: readonly { readonly message: string; readonly place?: Place }[];
  readonly hint?: string;
  /** A blank that may also be filled in on the printed report, by hand: it stands there, and is not printed as a finding. */
  readonly byHand?: true;
}

/** What was looked at and found in order. */
export interface Clean extends Spoken {
  readonly kind: 'clean';
  readonly verdict: '符合';
  readonly message: string;
  /** Where it stands. */
  readonly place?: Place;
}

/** What could not be checked, and why: never to be taken for «holds». */
export interface Unchecked extends Spoken {
  readonly kind: 'unchecked';
  readonly verdict: '未能核对';
  readonly message: string;
  readonly place?: Place;
}

export type Outcome = Comparison | Finding | Unstated | Clean | Unchecked;

export const CHECK_GROUPS = [
  '勾稽关系',
  '金额大小',
  '报表',
  '文字说明',
  '增减原因',
  '科目',
  '绩效与资产',
  '公开要求',
  '文字规范',
  '保密与个人信息',
  '模板',
] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/**
 * One rule that a disclosure must keep. The comment above a check carries its 符合 and 不符 fixtures, which are its
 * tests. A check gives no outcome where the budget has nothing that it is about.
 */
export interface Check {
  /** Permanent: the file's name, the heading in README.md and the name in acknowledgements. */
  readonly code: FindingCode<'check'>;
  readonly group: CheckGroup;
  /** 错误 stops the official output; 提醒 asks to be looked at. A profile may set its own in 核对.yaml. */
  readonly severity: '错误' | '提醒';
  /** What a strict run takes it for, where that differs. */
  readonly strict?: '错误';
  /**
   * An error that a person may confirm, each value by itself: it is about words, where only a person can tell.
   * Reminders can always be confirmed; figures that disagree never can.
   */
  readonly confirmable?: true;
  /**
   * No notice states it: the program infers it. An office may publish other figures, each confirmed by itself with a
   * reason, and the report says so. What the tables owe each other never is one.
   */
  readonly inference?: true;
  /** The rule in one sentence. */
  readonly rule: string;
  /** The requirements that it serves. */
  readonly relations: readonly RequirementId[];
  /** Notice and article. */
  readonly basis?: string;
  /**
   * Must hold in each member's own file too, so that mistakes of two units never cancel out. `units`: the department's
   * own file speaks of the whole there.
   */
  readonly perMember?: true | 'units';
  /** Checks whose failure explains this one's: then its outcome is reported, but not printed as a finding of its own. */
  readonly consequenceOf?: readonly string[];
  /** Comparisons whose failure by the same amount explains this one's: one wrong figure upsets all that it is held against. */
  readonly sameAmountAs?: readonly string[];
  /** Of a check whose findings are one matter: what to say of so many at once. Each can still be confirmed by itself. */
  readonly together?: (count: number) => string;
  run(context: CheckContext): readonly Outcome[];
}

/** What there is to check. Without a document, the checks over it give 未能核对. */
export interface CheckInput {
  readonly budget: Budget;
  readonly tables: readonly PublishedTable[];
  readonly document?: Document | undefined;
  readonly profile: Profile;
  /** What the templates asked for and the definition does not state: the sentences about it were left out. */
  readonly unstated?: readonly UnstatedUse[] | undefined;
  /** The figures that templates wrote, by id; what of them is not in the document stood in a sentence that was left out. */
  readonly written?: ReadonlySet<string> | undefined;
  /** This year's figures of last year held against last year's file, where there is one. */
  readonly lastYear?: LastYearComparison | undefined;
}

/** Figures of last year: how many were compared, what contradicts, and which units have no file of that year. */
export interface LastYearComparison {
  readonly compared: number;
  readonly diagnostics: readonly unknown[];
  readonly without: readonly unknown[];
}

/** What a check may look at. */
export interface CheckContext extends CheckInput {
  readonly definition: Definition;
  /** The department's own file; units have theirs in `members`. */
  readonly department: DepartmentDefinition;
  /** The department and its member units that have a file. */
  readonly members: readonly Member[];
  /** The budget year. */
  readonly year: number;
  readonly rules: Rules;
  readonly texts: TextIndex;
  /** An exact amount in the unit that the department's file is written in. */
  amount(yuan: Decimal): string;
}

export function checkContext(input: CheckInput): CheckContext {
  const { definition } = input.budget;
  const { department, district } = definition;
  return {
    ...input,
    definition,
    department,
    members: definition.members,
    year: district.年度.toNumber(), // ok: a year, not money
    rules: resolveRules(input.profile.checkRules),
    texts: new TextIndex(definition, input.document),
    amount: (yuan) => exactAmount(yuan, department.金额单位),
  };
}

/** The findings, or «looked at and in order»; nothing where there was nothing to look at. */
export function findingsOr(findings: readonly (Finding | Unstated)[], looked: number, inOrder: string): Outcome[] {
  if (findings.length > 0) return [...findings];
  return looked === 0 ? [] : [clean(inOrder)];
}

export function finding(message: string, place: Place, more: Pick<Finding, 'hint' | 'related'> = {}): Finding {
  return { kind: 'finding', verdict: '不符', message, place, ...more };
}

/** A blank of the report, which may be filled in by hand as well. */
export function unstated(message: string, place: Place): Unstated {
  return { kind: 'unstated', verdict: '未填', message, byHand: true, place };
}

export function clean(message: string): Clean {
  return { kind: 'clean', verdict: '符合', message };
}

export function unchecked(message: string, place?: Place): Unchecked {
  return { kind: 'unchecked', verdict: '未能核对', message, ...(place && { place }) };
}
