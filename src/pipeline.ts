import { type Budget, computeBudget } from './budget/budget.js';
import { ownTextFields } from './budget/dimensions.js';
import type { Strictness } from './checks/rules/rules.js';
import { runChecks } from './checks/run-checks.js';
import { composeDocument } from './compose/compose-document.js';
import { yearOf } from './definition/dates.js';
import type { Definition } from './definition/definition.js';
import { hasErrors } from './diagnostics/diagnostic.js';
import { type Environment, outputFolder, showPath } from './environment.js';
import { productFingerprints, reportFiles, standingProducts } from './features/report/report-files.js';
import { type Materials, readDepartment } from './input/read-department.js';
import type { Shelf } from './input/shelf.js';
import { writeNarrative } from './narrative/write-narrative.js';
import type { OutputFile } from './output/context.js';
import { defined } from './plain/objects.js';
import { compareWithPreviousYear } from './previous-year/compare-with-previous-year.js';
import { unconfirmedTexts } from './previous-year/unconfirmed-texts.js';
import type { FillValues } from './profile/fill.js';
import type { Profile } from './profile/profile.js';
import { checkStatedKinds, readOwnData } from './profile/stated-kinds.js';
import { numberValues } from './profile/table-number.js';
import { type BuildResult, type Disclosure, layOut, mayWrite, verifiedLayout } from './publication/disclosure.js';
import { makeEditions } from './publication/editions.js';
import { nameFiles, type Outcome, outcomeOf, writeFiles } from './publication/outcome.js';
import { buildTables } from './tables/build-table.js';
import { entryTexts } from './tables/own-texts.js';

/** What was asked for of one document. */
export interface How {
  /** With errors, too; every page says that it is a draft. */
  readonly draft?: boolean;
  /** Checks as before publishing, whatever the profile says. */
  readonly strict?: boolean;
  /** Also asks a model of Word where it would put each entry of the contents. */
  readonly verifyLayout?: boolean;
  /** Where the files go; absent: out/. */
  readonly out?: string;
}

/** From its files to its pages: read → definition → budget → tables, narrative → document → checks → pages. */
export async function makeDisclosure(path: string, how: How, shelf: Shelf, environment: Environment): Promise<Disclosure> {
  const input = showPath(environment, path);
  environment.progress(`读取、计算 ${input}`);
  const { inputs, ...read } = readDepartment(path, shelf, environment);
  const { draft = false, strict = false } = how;
  const built = buildDocument(read, { watermark: draft ? '草稿' : undefined, strictness: strict ? 'strict' : undefined });
  const made = nameFiles({ ...built, input, inputs }, draft);
  if (!made.document) return made;
  const laidOut = await layOut({ ...made, document: made.document }, await shelf.faces(), environment);
  return how.verifyLayout ? verifiedLayout(laidOut, environment) : laidOut;
}

/**
 * From pages to files: every edition and the report, together or not at all; findings that stand against them leave only the
 * report. `hidden` gives files for the program itself, which belong to these very bytes.
 */
export async function writeDisclosure(
  disclosure: Disclosure,
  how: How,
  environment: Environment,
  hidden: (outputs: readonly OutputFile[]) => readonly OutputFile[] = () => [],
): Promise<Outcome> {
  const { draft = false, out } = how;
  if (!disclosure.names || !mayWrite(disclosure, draft)) return writeReport(disclosure, how, environment, 'blocked');
  const editions = await makeEditions(disclosure, environment);
  const report = reportFiles(disclosure, productFingerprints(editions), draft, environment);
  const told = [...editions, ...report];
  return writeFiles(disclosure, { told, hidden: hidden(told) }, out, environment);
}

/** The report alone. */
export async function writeReport(
  disclosure: Disclosure,
  { draft = false, out }: How,
  environment: Environment,
  outcome: 'checked' | 'blocked',
): Promise<Outcome> {
  const standing = standingProducts(disclosure, outputFolder(out, environment), environment);
  const report = reportFiles(disclosure, standing, draft, environment);
  if (report.length === 0) return outcomeOf(disclosure, outcome);
  const written = await writeFiles(disclosure, { told: report, hidden: [] }, out, environment);
  return written.outcome === 'failed' ? written : { ...written, outcome };
}

/** How a document is to be made. */
export interface BuildOptions {
  /** Printed across every page. */
  readonly watermark?: string | undefined;
  /** Absent: what the profile's 核对.yaml says. */
  readonly strictness?: Strictness | undefined;
}

/** What was read → budget → tables, narrative → document → checks over all of them. Pure. */
export function buildDocument({ definition, profile, classifications, previous }: Materials, options: BuildOptions = {}): BuildResult {
  const read = [...definition.diagnostics, ...profile.diagnostics];
  const sources = [...definition.sources, ...profile.sources];
  const given = { ...defined({ definition: definition.value, previous }), diagnostics: read, sources };
  if (!definition.value || !profile.value || !classifications) return given;
  const own = readOwnData(definition.value, profile.value.spec);
  const budget = computeBudget(own.definition, classifications, profile.value.spec);
  const stages = documentStages(budget, profile.value, options.watermark);
  const lastYear = compareWithPreviousYear(definition.value, previous);
  const kinds = checkStatedKinds(definition.value, profile.value);
  const carriedOver = [...kinds, ...own.diagnostics, ...unconfirmedTexts(definition.value), ...lastYear.diagnostics];
  const { tables, document, unstated, written } = stages;
  const input = { budget, tables, document, profile: profile.value, lastYear, unstated, written };
  const checks = runChecks(input, options);
  const diagnostics = [...read, ...carriedOver, ...stages.diagnostics, ...checks.diagnostics];
  return { ...given, profile: profile.value, budget, checks, ...stages, diagnostics };
}

function documentStages(budget: Budget, profile: Profile, watermark: string | undefined): DocumentStages {
  const plain = { ...fillValues(budget.definition), ...ownFillValues(budget) };
  const values = { ...plain, ...numberValues(profile, plain) };
  const tables = buildTables(budget, profile, values);
  const { narrative, diagnostics } = writeNarrative(budget, profile, values);
  if (!narrative) return { tables, diagnostics };
  const composed = composeDocument({ budget, profile, values, tables, narrative }, watermark);
  const all = [...diagnostics, ...composed.diagnostics];
  const made = { tables, unstated: narrative.unstated, written: new Set(narrative.figures.keys()), diagnostics: all };
  return hasErrors(all) ? made : { ...made, document: composed.document };
}

type DocumentStages = Pick<BuildResult, 'unstated' | 'written' | 'document' | 'diagnostics'> & Required<Pick<BuildResult, 'tables'>>;

/** Texts of the form's own, for titles and the cover. */
function ownFillValues({ definition, declared, names }: Budget): FillValues {
  const { 自有数据: fields = {} } = declared;
  const texts = entryTexts(definition.department.自有数据 ?? {}, fields, { names });
  return Object.fromEntries(ownTextFields(fields).map((name) => [`自有数据.${name}`, texts[name] ?? '']));
}

function fillValues({ department, district }: Definition): FillValues {
  return {
    年度: yearOf(district),
    上年度: yearOf(district, 1),
    部门: department.部门.名称,
    地区: district.地区,
    级次: district.级次,
  };
}
