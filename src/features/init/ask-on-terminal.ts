import process from 'node:process';
import { choicesOf, type Known, refuseAnswer } from './answers.js';
import type { Ask, GivenAnswers } from './ask.js';
import { QUESTIONS, type Question } from './questions.js';

/** Asks on the terminal; never where input or output is a file or a pipe. */
export const askOnTerminal: Ask = async (questions, known) => {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'nobody';
  const given: GivenAnswers = {};
  for (const question of questions) {
    const words = choicesOf(question, known);
    const answer = words ? await choose(question, words) : await type(question, known);
    if (typeof answer === 'symbol') return 'stopped';
    given[question] = answer;
  }
  return given;
};

/** A symbol where the person stopped. The library explains its keys in English: ours stand in the question. */
async function choose(question: Question, words: readonly string[]): Promise<string | symbol> {
  const { select } = await import('@clack/prompts');
  const { label, example } = QUESTIONS[question];
  const options = words.map((value) => ({ value, label: value }));
  const message = `${label}（上下键选择，回车确定）`;
  const start = words.includes(example) ? { initialValue: example } : {};
  return select<string>({ message, options, showInstructions: false, output: process.stderr, ...start });
}

async function type(question: Question, known: Known): Promise<string | symbol> {
  const { text } = await import('@clack/prompts');
  const { label, example } = QUESTIONS[question];
  const validate = (value: string | undefined) => refuseAnswer(question, value ?? '', known);
  return text({ message: label, placeholder: `如 ${example}`, validate, output: process.stderr });
}
