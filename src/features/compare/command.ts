import { basename, dirname, join } from 'node:path';
import type { Budget } from '../../budget/budget.js';
import { chooseDepartments } from '../../commands/choose-departments.js';
import { EXIT, type ExitCode, exitCodeOf, worst } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { yearOf } from '../../definition/dates.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, outputContext, resolvePath, showPath } from '../../environment.js';
import { readDepartment } from '../../input/read-department.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import type { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import { COMPARISONS, comparisonName } from '../../output/file-names.js';
import { writeTogether } from '../../output/write-together.js';
import { buildDocument } from '../../pipeline.js';
import type { BuildResult } from '../../publication/disclosure.js';
import { compareBudgets } from './compare-budgets.js';
import { compareYears, type YearsComparison } from './compare-years.js';
import type { ComparisonRow } from './comparison.js';
import { comparisonPage } from './page.js';
import { summaryLines } from './summary.js';

/** Compares two years, or two files. */
export interface CompareRequest {
  readonly command: 'compare';
  /** Each a year or a YAML file; the newer first. */
  readonly current: string;
  readonly previous: string;
  readonly out?: string;
  readonly format: 'text' | 'json';
}

/** The budgets of one side, and what was found wrong on the way. */
interface Side {
  readonly year: string;
  readonly budgets: readonly Budget[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** `compare`: a page in the output folder, a summary on stdout. */
export async function compare(request: CompareRequest, environment: Environment): Promise<ExitCode> {
  const shelf = makeShelf(environment);
  const current = readSide(request.current, request, shelf, environment);
  const previous = readSide(request.previous, request, shelf, environment);
  if ('command' in current) return sayWrongUse({ ...current, about: 'compare' }, environment);
  if ('command' in previous) return sayWrongUse({ ...previous, about: 'compare' }, environment);
  const diagnostics = [...current.diagnostics, ...previous.diagnostics];
  sayFindings(diagnostics, [...current.sources, ...previous.sources], environment);
  if (current.budgets.length === 0 || previous.budgets.length === 0) return saidNothing(diagnostics, environment);
  const years = comparisonOf(request, current, previous);
  printComparison(years, request, environment);
  return worst([exitCodeOf(diagnostics), await writePage(years, request, environment)]);
}

const isYear = (typed: string): boolean => /^\d{4}$/.test(typed);

function readSide(typed: string, request: CompareRequest, shelf: Shelf, environment: Environment): Side | WrongUse {
  const [one, other] = [request.current, request.previous];
  if (isYear(one) !== isYear(other)) return wrongUse('一边是年度，一边是文件。', '两边都写年度，如 2026 2025；或者两边都写 YAML 文件。');
  if (resolvePath(environment, one) === resolvePath(environment, other))
    return wrongUse(`两边都是“${one}”。`, '先写新的，再写旧的，如 2026 2025。');
  const place = isYear(typed) ? { departments: [], year: typed } : { departments: [typed] };
  const chosen = chooseDepartments(place, environment);
  if ('command' in chosen) return chosen;
  const results = (chosen.value ?? []).map((path) => buildDocument(readDepartment(path, shelf, environment)));
  const budgets = results.flatMap(({ budget }) => budget ?? []);
  // Checks speak of one year's disclosure; here only what keeps a file from being compared matters.
  const unread = results.filter(({ budget }) => budget === undefined);
  const year = isYear(typed)
    ? typed
    : budgets[0]
      ? yearOf(budgets[0].definition.district)
      : basename(dirname(resolvePath(environment, typed)));
  return {
    year,
    budgets,
    diagnostics: [...chosen.diagnostics, ...unread.flatMap((result) => result.diagnostics), ...borrowedLists(results)],
    sources: unread.flatMap((result) => result.sources),
  };
}

/** That a year without code lists borrows another's is said once, not for each of its departments. */
const borrowedLists = (results: readonly BuildResult[]): readonly Diagnostic[] =>
  results
    .flatMap(({ budget, diagnostics }) => (budget ? diagnostics.filter(({ code }) => code === 'classification-missing') : []))
    .slice(0, 1);

/** Two files are compared as they are, whatever their codes; the departments of two years by code. */
function comparisonOf({ current: typed }: CompareRequest, current: Side, previous: Side): YearsComparison {
  const years = { current: current.year, previous: previous.year };
  const [one, other] = [current.budgets[0], previous.budgets[0]];
  if (isYear(typed) || !one || !other) return compareYears(years, current.budgets, previous.budgets);
  return {
    currentYear: years.current,
    previousYear: years.previous,
    departments: [compareBudgets(one, other)],
    newDepartments: [],
    goneDepartments: [],
  };
}

function saidNothing(diagnostics: readonly Diagnostic[], environment: Environment): ExitCode {
  environment.say('没有可以对比的部门。');
  return worst([EXIT.findings, exitCodeOf(diagnostics)]);
}

function printComparison(years: YearsComparison, { format }: CompareRequest, environment: Environment): void {
  if (format === 'json') environment.print(JSON.stringify(comparisonToJson(years), undefined, 2));
  else for (const line of summaryLines(years)) environment.print(line);
}

async function writePage(years: YearsComparison, request: CompareRequest, environment: Environment): Promise<ExitCode> {
  const base = request.out === undefined ? join(environment.project, 'out') : resolvePath(environment, request.out);
  const name = `${pageName(years, request)}.html`;
  const page = Buffer.from(comparisonPage(years));
  const { outcome, diagnostics } = await writeTogether(base, [COMPARISONS], [{ name, bytes: page }], outputContext(environment));
  sayFindings(diagnostics, [], environment);
  if (outcome !== 'failed')
    environment.say(`${outcome === 'written' ? '已写' : '未变'} ${showPath(environment, join(base, COMPARISONS, name))}`);
  return exitCodeOf(diagnostics);
}

/** Years name the page; two files of a department also its code, so that one does not replace the other. */
function pageName({ currentYear, previousYear, departments }: YearsComparison, { current }: CompareRequest): string {
  const code = isYear(current) ? [] : [departments[0]?.code ?? '两个文件'];
  return [comparisonName(currentYear, previousYear), ...code].join('-');
}

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
const COMPARISON_SCHEMA_VERSION = 1;

/** The comparison for programs; amounts are exact texts in 元, rates are ratios. */
export function comparisonToJson(years: YearsComparison) {
  const { departments, ...rest } = years;
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    unit: '元',
    ...rest,
    departments: departments.map((department) => ({
      ...department,
      tables: department.tables.map(({ title, rows }) => ({ title, rows: rows.map(rowToJson) })),
    })),
  };
}

function rowToJson({ current, previous, difference, rate, ...rest }: ComparisonRow) {
  const text = (value: Decimal) => formatNumber(value, 2, false);
  return { ...rest, current: text(current), previous: text(previous), difference: text(difference), ...(rate && { rate: rate.toFixed() }) };
}
