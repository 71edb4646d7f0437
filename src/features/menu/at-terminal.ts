import process from 'node:process';
import type { Offer, Person } from './menu.js';

/** A chosen entry that ends the menu. */
const LEAVE = Symbol('leave');

/** Nobody, where input or output is a file or a pipe. */
export function personAtTerminal(): Person | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return { choose, answer, wait };
}

/** The library explains its keys in English: ours stand in the question. */
async function choose(offers: readonly Offer[]): Promise<Offer | symbol> {
  const { select } = await import('@clack/prompts');
  const options = [...offers.map(({ name, label, hint }) => ({ value: name, label, hint })), { value: '', label: '退出' }];
  const message = '要做什么？（上下键选择，回车确定）';
  const chosen = await select<string>({ message, options, showInstructions: false, output: process.stderr });
  return offers.find(({ name }) => name === chosen) ?? LEAVE;
}

/** A file that is dragged into the window arrives as its name, in quotation marks where it has blanks. */
async function answer({ message, example }: NonNullable<Offer['asks']>): Promise<string | symbol> {
  const { text } = await import('@clack/prompts');
  const validate = (value: string | undefined) => ((value ?? '').trim() === '' ? '请填写，或按 Ctrl+C 回到菜单。' : undefined);
  const typed = await text({ message, placeholder: `如 ${example}`, validate, output: process.stderr });
  return typeof typed === 'string' ? typed.trim().replace(/^(["'])(.*)\1$/, '$2') : typed;
}

async function wait(): Promise<void> {
  process.stderr.write('\n按回车键关闭窗口。');
  process.stdin.resume();
  await new Promise((done) => process.stdin.once('data', done));
  process.stdin.pause();
}
