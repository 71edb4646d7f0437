import { COMMANDS } from '../../commands/all-commands.js';
import { parseArguments } from '../../commands/arguments/parse-arguments.js';
import type { MenuEntry } from '../../commands/command.js';
import { EXIT, type ExitCode } from '../../commands/exit-code.js';
import { run } from '../../commands/run.js';
import type { Environment } from '../../environment.js';

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
