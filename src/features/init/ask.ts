import type { Known } from './answers.js';
import type { Question } from './questions.js';

export type GivenAnswers = Partial<Record<Question, string>>;

/** Puts questions to a person; says where there is nobody to ask, or they want to stop. */
export type Ask = (questions: readonly Question[], known: Known) => Promise<GivenAnswers | 'nobody' | 'stopped'>;
