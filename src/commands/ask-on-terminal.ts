import process from 'node:process';
import { choicesOf, refuseAnswer } from '../init/answers.js';
import type { Ask, GivenAnswers } from '../init/ask.js';
import { QUESTIONS } from '../init/questions.js';

/** Asks on the terminal; never where input or output is a file or a pipe. */
export const askOnTerminal: Ask = async (questions, known) => {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'nobody';
  const { isCancel, select, text } = await import('@clack/prompts');
  const given: GivenAnswers = {};
  for (const question of questions) {
    const { label, example } = QUESTIONS[question];
    const words = choicesOf(question, known);
    const validate = (value: string | undefined) => refuseAnswer(question, value ?? '', known);
    const answer = words
      ? await select({ message: label, options: words.map((value) => ({ value, label: value })), output: process.stderr })
      : await text({ message: label, placeholder: `如 ${example}`, validate, output: process.stderr });
    if (isCancel(answer)) return 'stopped';
    given[question] = answer;
  }
  return given;
};
