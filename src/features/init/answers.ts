import { LEVELS } from '../../definition/schema/district.js';
import { UNIT_KINDS, type UnitKind } from '../../definition/schema/kinds.js';
import { nameRefusal, outputNames } from '../../output/file-names.js';
import { QUESTIONS, type Question } from './questions.js';

/** What a new department's file is made from. */
export interface Answers {
  readonly name: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly year: string;
}

/** What the district's file is made from, where there is none yet. */
export interface DistrictAnswers {
  readonly area: string;
  readonly level: (typeof LEVELS)[number];
  readonly profile: string;
}

/** What may be known of an answer before it is given. */
export interface Known {
  readonly profiles: readonly string[];
}

/** The words that a question takes; nothing where it takes any. */
export function choicesOf(question: Question, { profiles }: Known): readonly string[] | undefined {
  const words: Partial<Record<Question, readonly string[]>> = { kind: UNIT_KINDS, level: LEVELS, profile: profiles };
  return words[question];
}

export const DEPARTMENT_QUESTIONS: readonly (keyof Answers)[] = ['year', 'name', 'code', 'kind'];
export const DISTRICT_QUESTIONS: readonly (keyof DistrictAnswers)[] = ['area', 'level', 'profile'];

/** Why an answer cannot be taken; nothing where it can. */
export function refuseAnswer(question: Question, answer: string, known: Known): string | undefined {
  const { label } = QUESTIONS[question];
  if (answer.trim() === '') return `请填写${label}。`;
  const words = choicesOf(question, known);
  if (words) return words.includes(answer) ? undefined : `${label}只能是 ${words.join('、')}。`;
  if (question === 'code') return /^\d{3,9}$/.test(answer) ? undefined : '部门代码是 3 至 9 位数字。';
  if (question === 'year') return /^[12]\d{3}$/.test(answer) ? undefined : '年度是四位数字。';
  return question === 'name' ? refuseName(answer) : refuseText(answer);
}

/** The name becomes a file name, a title and a cell of every table. */
function refuseName(answer: string): string | undefined {
  const refusal = nameRefusal(outputNames({ year: '2000', code: '000000000', name: answer }, false));
  return refuseText(answer) ?? (refusal && `${refusal.message}${refusal.hint}`);
}

function refuseText(answer: string): string | undefined {
  if (/[\p{C}\p{Z}]/u.test(answer)) return '不能有空格、换行和看不见的字符。';
  return [...answer].length > 60 ? '太长，最多 60 个字。' : undefined;
}

export type GivenAnswers = Partial<Record<Question, string>>;

/** Puts questions to a person; says where there is nobody to ask, or they want to stop. */
export type Ask = (questions: readonly Question[], known: Known) => Promise<GivenAnswers | 'nobody' | 'stopped'>;
