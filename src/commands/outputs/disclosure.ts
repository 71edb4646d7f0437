import { summaryLine } from '../../checks/summary.js';
import { yearOf } from '../../definition/dates.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { nameRefusal, type OutputNames, outputNames } from '../../output/file-names.js';
import type { PdfLayout } from '../../writers/pdf/index.js';
import type { BuildRequest } from '../build-request.js';
import { type Environment, showPath } from '../environment.js';
import { type LoadedDepartment, loadDepartment } from '../inputs/load-department.js';
import type { Shelf } from '../inputs/shelf.js';
import type { Outcome } from './outcome.js';
import { verifiedLayout } from './verified-layout.js';

/** One department taken as far as its findings let it, with nothing written yet. */
export interface Disclosure extends LoadedDepartment {
  /** The department's file as messages show it. */
  readonly input: string;
  readonly names?: OutputNames;
  readonly layout?: PdfLayout;
  readonly agreed?: string;
}

const WATERMARK = '草稿';

export type HowToMake = Partial<Pick<BuildRequest, 'draft' | 'strict' | 'verifyLayout'>>;

/** definition → … → document → pages; every finding of every stage that could be reached. */
export async function prepareDisclosure(path: string, how: HowToMake, shelf: Shelf, environment: Environment): Promise<Disclosure> {
  const input = showPath(environment, path);
  const { draft = false, strict = false, verifyLayout = false } = how;
  environment.progress(`读取、计算 ${input}`);
  const options = { watermark: draft ? WATERMARK : undefined, strictness: strict ? ('strict' as const) : undefined };
  const read = named(loadDepartment(path, shelf, environment, options), input, draft);
  if (!read.document) return read;
  const laidOut = await layOut({ ...read, document: read.document }, shelf, environment);
  return verifyLayout ? verifiedLayout(laidOut, environment) : laidOut;
}

async function layOut(read: Disclosure & Required<Pick<Disclosure, 'document'>>, shelf: Shelf, environment: Environment) {
  environment.progress(`排版 ${read.input}`);
  const { fonts, files } = await shelf.faces();
  const { layoutPdf } = await import('../../writers/pdf/index.js');
  const layout = layoutPdf(read.document, fonts);
  return { ...read, layout, inputs: [...read.inputs, ...files], diagnostics: [...read.diagnostics, ...layout.findings] };
}

/** True where the files may be written: a draft may have errors, if there is something to print at all. */
export function mayWrite(disclosure: Disclosure, draft: boolean): boolean {
  return disclosure.layout !== undefined && (draft || !hasErrors(disclosure.diagnostics));
}

/** What is kept of a disclosure once it is done with. */
export function outcomeOf(
  { input, names, layout, agreed, checks, diagnostics, sources }: Disclosure,
  outcome: Outcome['outcome'],
): Outcome {
  const known = {
    ...(names && { names }),
    ...(layout && { pages: layout.pageCount }),
    ...(agreed !== undefined && { agreed }),
    ...(checks && { checked: summaryLine(checks) }),
  };
  return { input, outcome, files: [], diagnostics, sources, ...known };
}

function named(loaded: LoadedDepartment, input: string, draft: boolean): Disclosure {
  const { definition, diagnostics } = loaded;
  if (!definition) return { ...loaded, input };
  const { 代码: code, 名称: name } = definition.department.部门;
  const names = outputNames({ year: yearOf(definition.district), code, name, subject: definition.superior ? '单位' : '部门' }, draft);
  const refusal = nameRefusal(names);
  if (!refusal) return { ...loaded, input, names };
  const finding: Diagnostic = { code: 'output-name', severity: 'error', ...refusal, at: definition.locate(['部门', '名称']) };
  return { ...loaded, input, diagnostics: [...diagnostics, finding] };
}
