import { join } from 'node:path';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { noSuchProfile } from '../../commands/messages/no-such-profile.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse } from '../../commands/wrong-use.js';
import { type Environment, outputContext, showPath } from '../../environment.js';
import { profileFinder, profileNames } from '../../input/places.js';
import { templateContext } from '../../narrative/context.js';
import { writeTogether } from '../../output/write-together.js';
import { loadProfile } from '../../profile/load-profile.js';
import { authorsGuide } from './authors-guide.js';
import { blankBudget } from './blank-budget.js';
import { keyReference } from './key-reference.js';

/** Writes what a template author may use. */
export interface GuideRequest {
  readonly command: 'guide';
  /** A profile's folder under templates/; absent: what all of them may use. */
  readonly profile?: string;
}

/** `guide`: templates/模板说明.md, or templates/模板说明-<方案>.md with the profile's own files and names. */
export async function guide({ profile: name }: GuideRequest, environment: Environment): Promise<ExitCode> {
  const budget = blankBudget(environment);
  if ('command' in budget) return sayWrongUse({ ...budget, about: 'guide' }, environment);
  if (name === undefined) {
    const texts = { '模板说明.md': authorsGuide(templateContext(budget)), '键的说明.md': keyReference() };
    return write(texts, environment);
  }
  const find = profileFinder(environment);
  const names = profileNames(environment);
  const own = find(name);
  if (!own) return sayWrongUse({ ...noSuchProfile(name, names), about: 'guide' }, environment);
  const { value: profile, diagnostics, sources } = loadProfile(own.folder, own.files, { find, names });
  sayFindings(diagnostics, sources, environment);
  if (!profile) return exitCodeOf(diagnostics);
  const text = authorsGuide(templateContext(budget, undefined, profile.spec), profile);
  return write({ [`模板说明-${name}.md`]: text }, environment);
}

async function write(texts: Readonly<Record<string, string>>, environment: Environment): Promise<ExitCode> {
  const folder = join(environment.project, 'templates');
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const { outcome, diagnostics } = await writeTogether(folder, [], files, outputContext(environment));
  sayFindings(diagnostics, [], environment);
  if (outcome === 'failed') return exitCodeOf(diagnostics);
  for (const { name } of files) environment.say(`${outcome === 'written' ? '已写' : '未变'} ${showPath(environment, join(folder, name))}`);
  return EXIT.good;
}
