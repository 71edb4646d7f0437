import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, outputContext, showPath, wayToProgram } from '../../environment.js';
import { classificationYears, DISTRICT_FILE, profileFinder, profileNames } from '../../input/places.js';
import { listFiles, readInputFile } from '../../input/read-files.js';
import { writeTogether } from '../../output/write-together.js';
import { isPlainObject } from '../../plain/objects.js';
import { profileLayers } from '../../profile/profile-layers.js';
import { schemasHere, writeSchemas } from '../schema/command.js';
import {
  type Answers,
  type Ask,
  choicesOf,
  DEPARTMENT_QUESTIONS,
  DISTRICT_QUESTIONS,
  type DistrictAnswers,
  type GivenAnswers,
  type Known,
  refuseAnswer,
} from './answers.js';
import { departmentYaml, EXAMPLE_FOLDER } from './department-yaml.js';
import { districtYaml } from './district-yaml.js';
import { QUESTIONS, type Question } from './questions.js';

/** Writes the file of a new department. */
export interface InitRequest {
  readonly command: 'init';
  /** What the flags say; the rest is asked. */
  readonly given: GivenAnswers;
}

/** `init`: a commented file that builds at once, and the district's where there is none. */
export async function init({ given }: InitRequest, environment: Environment, ask: Ask = askOnTerminal): Promise<ExitCode> {
  const answers = await completeAnswers(given, environment, ask);
  if (answers === 'stopped') {
    environment.say('已取消，没有写文件。');
    return EXIT.good;
  }
  if ('command' in answers) return sayWrongUse({ ...answers, about: 'init' }, environment);
  const files = filesFor(answers, environment);
  const refusal = refuseExisting(files.department, answers, environment);
  if (refusal.length > 0) {
    sayFindings(refusal, [], environment);
    return exitCodeOf(refusal);
  }
  return write(files, answers, environment);
}

/** Flags first, then questions for the rest: those of the district only where its file is missing. */
async function completeAnswers(given: GivenAnswers, environment: Environment, ask: Ask): Promise<GivenAnswers | WrongUse | 'stopped'> {
  const known = { profiles: profileNames(environment) };
  const wrong = Object.entries(given).flatMap(([question, answer]) => refuseAnswer(question as Question, answer, known) ?? []);
  if (wrong[0] !== undefined) return wrongUse(wrong[0], `写法如 ${example(Object.keys(given) as Question[])}。`);
  let answers = given;
  for (const questions of [() => DEPARTMENT_QUESTIONS, () => (hasDistrict(answers, environment) ? [] : DISTRICT_QUESTIONS)]) {
    const open = questions().filter((question) => answers[question] === undefined);
    const more: Awaited<ReturnType<Ask>> = open.length === 0 ? {} : await ask(open, known);
    if (more === 'stopped') return more;
    if (more === 'nobody')
      return wrongUse(
        `缺少${open.map((question) => QUESTIONS[question].label).join('、')}，这里不能提问。`,
        `请在命令后面写上 ${example(open)}。`,
      );
    answers = { ...answers, ...more };
  }
  return refuseOtherDistrict(answers, environment) ?? answers;
}

/** What was asked for is done or refused, never dropped: a folder of a year is of one district. */
function refuseOtherDistrict(answers: GivenAnswers, environment: Environment): WrongUse | undefined {
  if (!hasDistrict(answers, environment)) return undefined;
  const path = join(yearFolder(answers, environment), DISTRICT_FILE);
  const shown = showPath(environment, path);
  const { value } = readInputFile(path, shown);
  const source = value && readSource(value.bytes, shown).text;
  const stated = source && parseYaml(source).tree?.value;
  const other = DISTRICT_QUESTIONS.find((question) => {
    const { [question]: asked } = answers;
    return asked !== undefined && isPlainObject(stated) && stated[QUESTIONS[question].label] !== asked;
  });
  if (other === undefined || !isPlainObject(stated)) return undefined;
  const { label, flags } = QUESTIONS[other];
  return wrongUse(
    `“${shown}”的${label}是“${stated[label] ?? ''}”，不是“${answers[other]}”；没有写文件。`,
    `一个文件夹里是一个区县：另一个区县，在它自己的文件夹里运行 init；不是另一个区县，去掉 --${flags[0]}。`,
  );
}

/** A term stands somewhere in the form's files, or in those of a form that it is laid over. */
function termsOf(profile: string, environment: Environment): (term: string) => boolean {
  const find = profileFinder(environment);
  const layer = find(profile);
  const layers = layer ? profileLayers(layer, find, profileNames(environment)).layers : [];
  const text = layers.flatMap(({ files }) => [...files.values()].map((bytes) => Buffer.from(bytes).toString('utf8'))).join('\n');
  return (term) => text.includes(term.replace(/[“”]/g, ''));
}

const example = (questions: readonly Question[]): string =>
  questions.map((question) => `--${QUESTIONS[question].flags[0]} ${QUESTIONS[question].example}`).join(' ');
const yearFolder = ({ year = '' }: GivenAnswers, { project }: Environment): string => join(project, 'data', year);
const hasDistrict = (answers: GivenAnswers, environment: Environment): boolean =>
  existsSync(join(yearFolder(answers, environment), DISTRICT_FILE));

interface NewFile {
  readonly name: string;
  readonly text: string;
}

function filesFor(given: GivenAnswers, environment: Environment): { department: NewFile; all: NewFile[] } {
  const answers = given as unknown as Answers & DistrictAnswers;
  const yaml = departmentYaml(answers, wayToProgram(environment, EXAMPLE_FOLDER));
  const department = { name: `${answers.code}-${answers.name}.yaml`, text: environment.wording(yaml) };
  const district = hasDistrict(given, environment)
    ? []
    : [{ name: DISTRICT_FILE, text: districtYaml(answers.year, answers, termsOf(answers.profile, environment)) }];
  return { department, all: [...district, department] };
}

/** A department has one file a year: by its name, or by its code. */
function refuseExisting({ name }: NewFile, given: GivenAnswers, environment: Environment): Diagnostic[] {
  const folder = yearFolder(given, environment);
  const existing = listFiles(folder).find((other) => other === name || other.startsWith(`${given.code}-`));
  if (existing === undefined) return [];
  const message = `“${showPath(environment, join(folder, existing))}”已经有了，没有动。`;
  return [{ code: 'init-exists', severity: 'error', message, hint: '同一年度一个部门代码只有一个文件：核对代码，或直接修改这个文件。' }];
}

async function write(
  { department, all }: { department: NewFile; all: NewFile[] },
  given: GivenAnswers,
  environment: Environment,
): Promise<ExitCode> {
  const folder = yearFolder(given, environment);
  const outputs = all.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const { outcome, diagnostics } = await writeTogether(
    join(environment.project, 'data'),
    [basename(folder)],
    outputs,
    outputContext(environment),
  );
  sayFindings(diagnostics, [], environment);
  if (outcome === 'failed') return exitCodeOf(diagnostics);
  for (const { name } of all) environment.say(`已写 ${showPath(environment, join(folder, name))}`);
  await writeMissingSchemas(environment);
  environment.say(
    `按文件里的说明填写“${department.name}”，随时可以看草稿：npm run build-doc -- ${given.code} --year ${given.year} --draft`,
  );
  environment.say(`用 Excel 填的：在菜单里选“填报用的 Excel”（或运行 npm run excel -- ${given.code}），填好再导入。`);
  if (!classificationYears(environment).includes(given.year ?? '')) {
    environment.say(`data/classifications/ 里还没有 ${given.year} 年的科目目录，暂用最近一年的，科目名称都按未经核实处理。`);
  }
  return EXIT.good;
}

/** The first line of the new files names them, for editors that help with YAML. */
async function writeMissingSchemas(environment: Environment): Promise<void> {
  const missing = [...schemasHere(environment).keys()].some((name) => !existsSync(join(environment.project, 'data', name)));
  if (missing) await writeSchemas(environment);
}

/** Asks on the terminal; never where input or output is a file or a pipe. */
const askOnTerminal: Ask = async (questions, known) => {
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
