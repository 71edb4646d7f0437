import process from 'node:process';
import { COMMANDS } from '../../commands/all-commands.js';
import { parseArguments } from '../../commands/arguments/parse-arguments.js';
import type { MenuEntry } from '../../commands/command.js';
import { EXIT, type ExitCode } from '../../commands/exit-code.js';
import { run } from '../../commands/run.js';
import { type Environment, resolvePath } from '../../environment.js';

/** Files are taken, and with nothing at all people are asked; undefined where a command was typed, or there is nobody to ask. */
export async function begin(argv: readonly string[], environment: Environment): Promise<ExitCode | undefined> {
  const { BUDGET_STARTED_BY: line, BUDGET_STARTER: starter } = process.env;
  const clicked = doubleClicked(line, starter);
  const person = personAtTerminal();
  const files = clicked?.files.length ? clicked.files : argv;
  const taken = await takeFiles(
    files.map((path) => resolvePath(environment, path)),
    environment,
  );
  if (taken !== undefined) {
    if (clicked) await person?.wait();
    return taken;
  }
  return argv.length === 0 && person ? menu(environment, person) : undefined;
}

/** What a double click, or files dropped on the starter, come to. */
interface DoubleClick {
  readonly files: readonly string[];
}

/**
 * From the line by which Windows' Explorer runs a .cmd: `cmd.exe /c ""C:\…\生成.cmd" C:\a&b\x.yaml "C:\c d\y.yaml""`. It quotes a
 * dropped name only where that has a blank, and cmd breaks an unquoted one at its `&`: so the arguments are no use.
 */
export function doubleClicked(line: string | undefined, starter: string | undefined): DoubleClick | undefined {
  const [, typed] = /\s\/c\s+"(.*)"\s*$/i.exec(line ?? '') ?? [];
  const words = [...(typed ?? '').matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
  const [program = '', ...files] = words;
  return starter !== undefined && program.endsWith(starter) ? { files } : undefined;
}

/** A chosen entry that ends the menu. */
const LEAVE = Symbol('leave');

/** Nobody, where input or output is a file or a pipe. */
function personAtTerminal(): Person | undefined {
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

/** A command that people may choose. */
export interface Offer extends MenuEntry {
  readonly name: string;
}

/** What is offered is what the commands say of themselves. */
export const OFFERS: readonly Offer[] = COMMANDS.flatMap(({ name, menu }: { readonly name: string; readonly menu?: MenuEntry }) =>
  menu ? [{ name, ...menu }] : [],
);

/** The person at the terminal; a symbol where they want to stop. */
export interface Person {
  choose(offers: readonly Offer[]): Promise<Offer | symbol>;
  answer(question: NonNullable<MenuEntry['asks']>): Promise<string | symbol>;
  /** Until they have read what is shown. */
  wait(): Promise<void>;
}

/** Asks what to do and does it, until they have done enough. */
export async function menu(environment: Environment, person: Person): Promise<ExitCode> {
  for (;;) {
    const offer = await person.choose(OFFERS);
    if (typeof offer === 'symbol') return EXIT.good;
    const answer = offer.asks ? await person.answer(offer.asks) : undefined;
    if (typeof answer === 'symbol') continue;
    await perform(offer, answer === undefined ? [] : [answer], environment);
  }
}

/** Each file by the command that takes its kind; undefined where they are not all files that some command takes. */
export async function takeFiles(paths: readonly string[], environment: Environment): Promise<ExitCode | undefined> {
  const taken = paths.map((path) => ({ path, offer: OFFERS.find(({ takes }) => takes?.test(path)) }));
  if (paths.length === 0 || taken.some(({ offer }) => offer === undefined)) return undefined;
  let worst: ExitCode = EXIT.good;
  for (const { path, offer } of taken) {
    const code = await perform(offer as Offer, [path], inDistrictOf(path, environment));
    if (code > worst) worst = code;
  }
  return worst;
}

/** A command, and the one that goes on from it where all went well. */
async function perform(offer: Offer, typed: readonly string[], environment: Environment): Promise<ExitCode> {
  const code = await run(parseArguments([offer.name, ...typed, ...(offer.arguments ?? [])]), environment);
  const next = code === EXIT.good ? OFFERS.find(({ name }) => name === offer.next) : undefined;
  return next ? perform(next, [], environment) : code;
}

/** A file of data/<year>/ belongs to the folder that data/ is in, wherever the program lies. */
function inDistrictOf(path: string, environment: Environment): Environment {
  const [, project] = /^(.+)[\\/]data[\\/]\d{4}[\\/](?:单位[\\/])?[^\\/]+$/.exec(path) ?? [];
  return project === undefined ? environment : { ...environment, project };
}
