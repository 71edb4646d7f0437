import { join } from 'node:path';
import { type Budget, computeBudget } from '../../budget/budget.js';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { noSuchProfile } from '../../commands/messages/no-such-profile.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { parseClassifications } from '../../definition/classifications.js';
import { loadDefinition } from '../../definition/load-definition.js';
import { type Environment, outputContext, showPath } from '../../environment.js';
import { classificationFolder, classificationYears, profileFinder, profileNames } from '../../input/places.js';
import { readClassificationFiles } from '../../input/read-files.js';
import { templateContext } from '../../narrative/context.js';
import { writeTogether } from '../../output/write-together.js';
import { loadProfile } from '../../profile/load-profile.js';
import { departmentYaml } from '../init/department-yaml.js';
import { districtYaml } from '../init/district-yaml.js';
import { authorsGuide } from './authors-guide.js';

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
  if (name === undefined) return write('模板说明.md', authorsGuide(templateContext(budget)), environment);
  const find = profileFinder(environment);
  const names = profileNames(environment);
  const own = find(name);
  if (!own) return sayWrongUse({ ...noSuchProfile(name, names), about: 'guide' }, environment);
  const { value: profile, diagnostics, sources } = loadProfile(own.folder, own.files, { find, names });
  sayFindings(diagnostics, sources, environment);
  if (!profile) return exitCodeOf(diagnostics);
  const text = authorsGuide(templateContext(budget, undefined, profile.spec), profile);
  return write(`模板说明-${name}.md`, text, environment);
}

/** Of any department only the names are told: a new one, with nothing filled in, has them all. */
function blankBudget(environment: Environment): Budget | WrongUse {
  const year = classificationYears(environment).at(-1);
  const folder = year && classificationFolder(year, environment);
  if (!year || !folder)
    return wrongUse('data/classifications/ 里没有科目目录。', '把财政部公布的科目目录放到 data/classifications/<年度>/。');
  const files = readClassificationFiles(folder).value;
  const { value: classifications, diagnostics } = files ? parseClassifications(files) : { diagnostics: [] };
  if (!classifications)
    return wrongUse('data/classifications/ 里的科目目录读不了。', diagnostics[0]?.message ?? '运行 npm run check 看详细。');
  return computeBudget(blankDefinition(year), classifications);
}

function blankDefinition(year: string) {
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const department = departmentYaml({ name: '部门', code: '000', kind: '行政', year });
  const district = districtYaml(year, { area: '区县', level: '区级', profile: '方案' });
  const { value } = loadDefinition(file('部门.yaml', department), file('区县.yaml', district));
  if (!value) throw new Error('the file of a new department has errors');
  return value;
}

async function write(name: string, text: string, environment: Environment): Promise<ExitCode> {
  const folder = join(environment.project, 'templates');
  const { outcome, diagnostics } = await writeTogether(folder, [], [{ name, bytes: Buffer.from(text) }], outputContext(environment));
  sayFindings(diagnostics, [], environment);
  if (outcome === 'failed') return exitCodeOf(diagnostics);
  environment.say(`${outcome === 'written' ? '已写' : '未变'} ${showPath(environment, join(folder, name))}`);
  return EXIT.good;
}
