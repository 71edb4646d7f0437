import { extname, join } from 'node:path';
import { summaryLine } from '../checks/check-report.js';
import { yearOf } from '../definition/dates.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { type Environment, outputContext, outputFolder, showPath } from '../environment.js';
import { sha256 } from '../input/read-files.js';
import type { OutputFile } from '../output/context.js';
import { nameRefusal, type OutputNames, outputNames } from '../output/file-names.js';
import { writeTogether } from '../output/write-together.js';
import { defined } from '../plain/objects.js';
import { subjectOf } from '../profile/profile.js';
import type { Disclosure } from './disclosure.js';
import { EDITIONS } from './editions.js';

/** A file of a disclosure as it now stands in the output folder. */
export interface WrittenFile {
  /** How its name ends; the report is `html` and `json`. */
  readonly format: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** What became of one department; small enough to keep for sixty of them. */
export interface Outcome {
  /** The department's file as messages show it. */
  readonly input: string;
  readonly names?: OutputNames;
  /** `blocked`: no document was written because of findings; `failed`: because of the output folder; `checked`: none was asked for. */
  readonly outcome: 'written' | 'unchanged' | 'failed' | 'blocked' | 'checked';
  readonly files: readonly WrittenFile[];
  /** How the checks ended, in one line. */
  readonly checked?: string;
  /** That Word's model and the PDF agree on every page number, in one line; where it was asked for and is so. */
  readonly agreed?: string;
  readonly pages?: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Of a unit: the file of its department, which tells the errors that stop this one too. */
  readonly toldBy?: string;
  readonly sources: readonly SourceText[];
}

function writtenFile(path: string, bytes: Uint8Array): WrittenFile {
  return { format: fileFormat(path), path, size: bytes.length, sha256: sha256(bytes) };
}

export const fileFormat = (path: string): string => extname(path).slice(1);

/** What people call one of the files; the report's data is for programs, and has no name among them. */
export function calledFile({ path }: WrittenFile, names: OutputNames): string | undefined {
  const name = path.split(/[/\\]/).at(-1);
  return name === names.report ? '核对报告' : EDITIONS.find(({ suffix }) => name === names.stem + suffix)?.called;
}

/** What is kept of a disclosure once it is done with. */
export function outcomeOf(disclosure: Disclosure, outcome: Outcome['outcome']): Outcome {
  const { input, names, layout, agreed, checks, diagnostics, sources } = disclosure;
  const known = defined({ names, pages: layout?.pageCount, agreed, checked: checks && summaryLine(checks, diagnostics) });
  return { input, outcome, files: [], diagnostics, sources, ...known };
}

/** One cause, one finding: a unit's errors that its department has just told are not told again for each unit. */
export function toldOnce<T extends Omit<Outcome, 'outcome'>>(unit: T, department: Omit<Outcome, 'outcome'> | undefined): T {
  if (!department || !hasErrors(department.diagnostics)) return unit;
  const told = new Set(department.diagnostics.map(identityOf));
  const isTold = (one: Diagnostic) => one.severity === 'error' && (one.code === 'unit-department-unread' || told.has(identityOf(one)));
  const left = unit.diagnostics.filter((one) => !isTold(one));
  return left.length === unit.diagnostics.length ? unit : { ...unit, diagnostics: left, toldBy: department.input };
}

const identityOf = ({ code, message, at }: Diagnostic): string => [code, at?.file, at?.line, at?.column, message].join('\n');

/** Something has to be mended first, whether it is told here or with the department. */
export const isStopped = ({ diagnostics, toldBy }: Pick<Outcome, 'diagnostics' | 'toldBy'>): boolean =>
  toldBy !== undefined || hasErrors(diagnostics);

/** What is written together, or not at all; `hidden` is the program's own and not told of. */
interface Outputs {
  readonly told: readonly OutputFile[];
  readonly hidden: readonly OutputFile[];
}

export async function writeFiles(
  disclosure: Disclosure,
  { told, hidden }: Outputs,
  out: string | undefined,
  environment: Environment,
): Promise<Outcome> {
  const base = outputFolder(out, environment);
  const folders = disclosure.names?.folders ?? [];
  environment.progress(`写入 ${folders.join('/')}`);
  const { outcome, diagnostics } = await writeTogether(base, folders, [...told, ...hidden], outputContext(environment));
  const path = (name: string) => showPath(environment, join(base, ...folders, name));
  const files = told.map(({ name, bytes }) => writtenFile(path(name), bytes));
  const whole = outcomeOf(disclosure, outcome);
  return { ...whole, files: outcome === 'failed' ? [] : files, diagnostics: [...whole.diagnostics, ...diagnostics] };
}

/** With the names of its files; none where the department's own cannot be one. */
export function nameFiles(made: Disclosure, draft: boolean): Disclosure {
  const { definition, profile, diagnostics } = made;
  if (!definition) return made;
  const { 代码: code, 名称: name } = definition.department.部门;
  const subject = subjectOf(profile, definition);
  const names = outputNames({ year: yearOf(definition.district), code, name, subject }, draft);
  const refusal = nameRefusal(names);
  if (!refusal) return { ...made, names };
  const finding: Diagnostic = { code: 'output-name', severity: 'error', ...refusal, at: definition.locate(['部门', '名称']) };
  return { ...made, diagnostics: [...diagnostics, finding] };
}
