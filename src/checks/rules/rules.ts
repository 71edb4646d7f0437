import { Decimal } from '../../money/decimal.js';
import type { CheckRulesSpec } from '../../profile/check-rules-schema.js';
import type { Measure } from '../../profile/table-schema.js';
import { patternOf } from '../../profile/word-pattern.js';
import { DENIALS } from './denials.js';
import { DOUBTFUL, LEFTOVERS } from './leftovers.js';
import { type Magnitude, resolveMagnitude } from './magnitude.js';
import { PURPOSES } from './purposes.js';
import type { Replacement } from './replacement.js';
import { EMPTY_PHRASES, GLOSSARY_TERMS, MISTAKES, OUTDATED_NAMES, SECRECY_WORDS } from './words.js';

/** `basic` for daily work, `strict` before publishing. */
export type Strictness = 'basic' | 'strict';

export type CellReference = NonNullable<CheckRulesSpec['表间关系']>[number]['一'];

/** Two cells that print one figure; where `onlyIfZero` is given, only while that cell is zero. */
export interface CrossTableRelation {
  readonly id: string;
  readonly first: CellReference;
  readonly second: CellReference;
  readonly onlyIfZero?: CellReference;
}

/** A column of a table whose row of every code is the code's figure in the budget. */
export interface RowRelation {
  readonly id: string;
  readonly table: string;
  readonly column: string;
  readonly level: '类' | '款' | '项';
  readonly measure: Measure;
}

/** What a requirement looks for in the document. */
export interface LookedFor {
  /** Of a line that is the district's own. */
  readonly sentence?: string;
  readonly basis?: string;
  /** Each with its alternatives: text has to stand under them. */
  readonly headings: readonly (readonly string[])[];
  readonly words: readonly (readonly string[])[];
  readonly tables: readonly string[];
  /** Variables of the templates. */
  readonly figures: readonly string[];
}

/** Words after «没有» with the money that would contradict them. */
export interface DenialRule {
  readonly matter: string;
  /** Source of the expression that finds the words. */
  readonly words: string;
  readonly now: Measure;
  readonly before?: Measure;
}

/** Words of a 用途 with the codes that pay for it. */
export interface PurposeRule {
  readonly pattern: RegExp;
  readonly codes: readonly string[];
}

/** What the checks go by: the program's own rules and words, with those that the profile adds. */
export interface Rules {
  readonly strictness: Strictness;
  readonly severities: Readonly<Record<Strictness, Readonly<Record<string, string>>>>;
  /** A change needs a reason above this rate and this amount (元). */
  readonly reasonAbove: { readonly rate: Decimal; readonly yuan: Decimal };
  readonly magnitude: Magnitude;
  readonly crossTable: readonly CrossTableRelation[];
  readonly byRow: readonly RowRelation[];
  readonly requiredTables: readonly { readonly required: string; readonly table: string }[];
  /** What each requirement looks for in the document, by its id. */
  readonly lookedFor: ReadonlyMap<string, LookedFor>;
  /** Least share of the projects whose forms are published, in percent. */
  readonly formsShare: { readonly count?: Decimal; readonly money?: Decimal };
  readonly allowedDigits: readonly string[];
  readonly mistakes: readonly Replacement[];
  readonly outdatedNames: readonly Replacement[];
  readonly leftovers: readonly Replacement[];
  readonly doubtfulLeftovers: readonly Replacement[];
  readonly denials: readonly DenialRule[];
  readonly purposes: readonly PurposeRule[];
  readonly emptyPhrases: readonly string[];
  readonly secrecyWords: readonly string[];
  readonly glossaryTerms: readonly string[];
}

export function resolveRules(spec: CheckRulesSpec = {} as CheckRulesSpec): Rules {
  return {
    strictness: spec.级别 === '严格' ? 'strict' : 'basic',
    severities: { basic: { ...spec.基本 }, strict: { ...spec.基本, ...spec.严格 } },
    reasonAbove: { rate: new Decimal(spec.增减原因?.比率 ?? 0), yuan: new Decimal(spec.增减原因?.金额 ?? 0) },
    magnitude: resolveMagnitude(spec.金额大小),
    crossTable: (spec.表间关系 ?? []).map(({ 编号, 一, 二, 仅当为零 }) => ({
      id: 编号,
      first: 一,
      second: 二,
      ...(仅当为零 && { onlyIfZero: 仅当为零 }),
    })),
    byRow: (spec.逐行关系 ?? []).map(({ 编号, 表, 栏, 层级, 等于 }) => ({ id: 编号, table: 表, column: 栏, level: 层级, measure: 等于 })),
    requiredTables: (spec.必备报表 ?? []).map(({ 要求, 表 }) => ({ required: 要求, table: 表 })),
    lookedFor: new Map(Object.entries(spec.公开要求 ?? {}).map(([id, one]) => [id, lookedFor(one)])),
    formsShare: {
      ...(spec.绩效目标公开比例?.个数 !== undefined && { count: new Decimal(spec.绩效目标公开比例.个数) }),
      ...(spec.绩效目标公开比例?.金额 !== undefined && { money: new Decimal(spec.绩效目标公开比例.金额) }),
    },
    allowedDigits: spec.模板中的数字 ?? [],
    mistakes: [...MISTAKES, ...(spec.易错写法 ?? [])].map(replacement),
    outdatedNames: [...OUTDATED_NAMES, ...(spec.过时名称 ?? [])].map(replacement),
    leftovers: [...LEFTOVERS, ...(spec.模板残留 ?? []).map(replacement)],
    doubtfulLeftovers: [...DOUBTFUL, ...(spec.疑似残留 ?? []).map(replacement)],
    denials: [...DENIALS, ...(spec.没有的说法 ?? [])].map(({ 事项, 写法, 取数, 上年取数 }) => ({
      matter: 事项,
      words: patternOf(写法).source,
      now: 取数,
      ...(上年取数 && { before: 上年取数 }),
    })),
    purposes: [...PURPOSES, ...(spec.专用科目 ?? [])].map(({ 写法, 科目 }) => ({ pattern: patternOf(写法), codes: 科目 })),
    emptyPhrases: [...EMPTY_PHRASES, ...(spec.套话 ?? [])],
    secrecyWords: [...SECRECY_WORDS, ...(spec.涉密用语 ?? [])],
    glossaryTerms: [...GLOSSARY_TERMS, ...(spec.专业名词 ?? [])],
  };
}

function lookedFor(spec: NonNullable<CheckRulesSpec['公开要求']>[string]): LookedFor {
  return {
    ...(spec.要求 !== undefined && { sentence: spec.要求 }),
    ...(spec.依据 !== undefined && { basis: spec.依据 }),
    headings: (spec.标题 ?? []).map((names) => names.split('|')),
    words: (spec.词句 ?? []).map((words) => words.split('|')),
    tables: spec.报表 ?? [],
    figures: spec.数据 ?? [],
  };
}

type Word = { readonly 写法: string; readonly 应为?: string | undefined; readonly 说明?: string | undefined };

function replacement({ 写法, 应为, 说明 }: Word): Replacement {
  return {
    pattern: patternOf(写法),
    written: 写法,
    ...(应为 !== undefined && { instead: 应为 }),
    ...(说明 !== undefined && { note: 说明 }),
  };
}
