import type { Budget } from './budget/budget.js';
import { computeBudget } from './budget/budget.js';
import type { Strictness } from './checks/rules/rules.js';
import { type CheckReport, runChecks } from './checks/run-checks.js';
import { composeDocument } from './compose/compose-document.js';
import { type ClassificationFiles, type Classifications, parseClassifications } from './definition/classifications.js';
import { yearOf } from './definition/dates.js';
import type { Definition } from './definition/definition.js';
import { type InputFile, type Loaded, loadDefinition, type UnitFiles } from './definition/load-definition.js';
import { type Diagnostic, hasErrors } from './diagnostics/diagnostic.js';
import type { SourceText } from './diagnostics/source-text.js';
import type { Document } from './document/document.js';
import type { UnstatedUse } from './narrative/tokens.js';
import { writeNarrative } from './narrative/write-narrative.js';
import type { PreviousYear } from './previous-year/previous-year.js';
import { compareWithPreviousYear } from './previous-year/previous-year-contradictions.js';
import { unconfirmedTexts } from './previous-year/unconfirmed-texts.js';
import type { FillValues } from './profile/fill.js';
import { loadProfile, type ProfileLayer, type ProfileOptions } from './profile/load-profile.js';
import type { Profile } from './profile/profile.js';
import { checkStatedKinds } from './profile/stated-kinds.js';
import { buildTables } from './tables/build-table.js';
import type { PublishedTable } from './tables/published-table.js';

/** Everything that a disclosure is made from, as bytes: no stage reads a file or a clock. */
export interface BuildInput {
  readonly department: InputFile;
  readonly district: InputFile;
  /** Files of member units, by the name under which departments list them. */
  readonly units?: UnitFiles;
  readonly classifications: ClassificationFiles;
  readonly profile: ProfileLayer & ProfileOptions;
}

/** What the stages gave; a stage that found errors ends the line, and what came before it is still here. */
export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  readonly definition?: Definition;
  readonly budget?: Budget;
  readonly tables?: readonly PublishedTable[];
  /** What the templates asked for and the definition does not state. */
  readonly unstated?: readonly UnstatedUse[];
  readonly document?: Document;
  readonly profile?: Profile;
  /** Every relation and rule that was looked at, with its outcome. */
  readonly checks?: CheckReport;
}

/** The same with its files read: one profile and one set of code lists serve many departments. */
export interface LoadedInput {
  readonly definition: Loaded<Definition>;
  readonly profile: Loaded<Profile>;
  readonly classifications: Classifications;
  /** The department's definition of the year before, where there is one: typed figures of that year are held against it. */
  readonly previous?: PreviousYear | undefined;
}

/** How a disclosure is to be made. */
export interface BuildOptions {
  /** Printed across every page. */
  readonly watermark?: string | undefined;
  /** Absent: what the profile's 核对.yaml says. */
  readonly strictness?: Strictness | undefined;
}

export function buildDocument(input: BuildInput, options: BuildOptions = {}): BuildResult {
  const definition = loadDefinition(input.department, input.district, input.units);
  const profile = loadProfile(input.profile.folder, input.profile.files, input.profile);
  const { value: classifications, diagnostics } = parseClassifications(input.classifications);
  const read = { ...definition, diagnostics: [...definition.diagnostics, ...diagnostics] };
  if (!classifications) return { diagnostics: read.diagnostics, sources: read.sources };
  return buildFromLoaded({ definition: read, profile, classifications }, options);
}

/** definition → budget → tables + narrative → document → checks over all of them. */
export function buildFromLoaded({ definition, profile, classifications, previous }: LoadedInput, options: BuildOptions = {}): BuildResult {
  const read = [...definition.diagnostics, ...profile.diagnostics];
  const sources = [...definition.sources, ...profile.sources];
  if (!definition.value || !profile.value) return { diagnostics: read, sources };
  const budget = computeBudget(definition.value, classifications);
  const stages = documentStages(budget, profile.value, options.watermark);
  const lastYear = compareWithPreviousYear(definition.value, previous);
  const kinds = checkStatedKinds(definition.value, profile.value);
  const carriedOver = [...kinds, ...unconfirmedTexts(definition.value), ...lastYear.diagnostics];
  const { tables, document, unstated } = stages;
  const input = { budget, tables, document, profile: profile.value, lastYear, unstated };
  const checks = runChecks(input, options);
  const diagnostics = [...read, ...carriedOver, ...stages.diagnostics, ...checks.diagnostics];
  return { definition: definition.value, profile: profile.value, budget, checks, ...stages, diagnostics, sources };
}

function documentStages(budget: Budget, profile: Profile, watermark: string | undefined): DocumentStages {
  const values = fillValues(budget.definition);
  const tables = buildTables(budget, profile, values);
  const { narrative, diagnostics } = writeNarrative(budget, profile);
  if (!narrative) return { tables, diagnostics };
  const composed = composeDocument({ budget, profile, values, tables, narrative }, watermark);
  const all = [...diagnostics, ...composed.diagnostics];
  const { unstated } = narrative;
  return hasErrors(all) ? { tables, unstated, diagnostics: all } : { tables, unstated, document: composed.document, diagnostics: all };
}

interface DocumentStages {
  readonly tables: readonly PublishedTable[];
  readonly unstated?: readonly UnstatedUse[];
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
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
