import { join } from 'node:path';
import type { BuildResult } from '../build.js';
import type { Definition } from '../definition/definition.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import type { Document } from '../document/document.js';
import { nameRefusal, type OutputNames, outputNames } from '../output/file-names.js';
import type { PdfLayout } from '../writers/pdf/index.js';
import { type Environment, showPath } from './environment.js';
import { loadDepartment, yearOf } from './load-department.js';
import type { Outcome } from './outcome.js';
import type { BuildRequest } from './request.js';
import type { Shelf } from './shelf.js';

/** One department taken as far as its findings let it, with nothing written yet. */
export interface Disclosure {
  /** The department's file as messages show it. */
  readonly input: string;
  readonly definition?: Definition;
  readonly names?: OutputNames;
  readonly document?: Document;
  readonly layout?: PdfLayout;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

const WATERMARK = '草稿';

/** definition → … → document → pages; every finding of every stage that could be reached. */
export async function prepareDisclosure(path: string, request: BuildRequest, shelf: Shelf, environment: Environment): Promise<Disclosure> {
  const input = showPath(environment, path);
  environment.progress(`读取、计算 ${input}`);
  const result = loadDepartment(path, shelf, environment, request.draft ? WATERMARK : undefined);
  const read = { input, ...result, ...namesFor(result, request.draft) };
  if (!read.document) return read;
  environment.progress(`排版 ${input}`);
  const layout = await layOut(read.document, environment);
  return { ...read, layout, diagnostics: [...read.diagnostics, ...layout.findings] };
}

/** True where the files may be written: a draft may have errors, if there is something to print at all. */
export function mayWrite(disclosure: Disclosure, draft: boolean): boolean {
  return disclosure.layout !== undefined && (draft || !hasErrors(disclosure.diagnostics));
}

/** What is kept of a disclosure once it is done with. */
export function outcomeOf({ input, names, layout, diagnostics, sources }: Disclosure, outcome: Outcome['outcome']): Outcome {
  return { input, outcome, files: [], diagnostics, sources, ...(names && { names }), ...(layout && { pages: layout.pageCount }) };
}

/** Fonts and the PDF library load only now: help and bad YAML are answered without them. */
async function layOut(document: Document, environment: Environment): Promise<PdfLayout> {
  const { layoutPdf, loadFonts } = await import('../writers/pdf/index.js');
  return layoutPdf(document, loadFonts(join(environment.project, 'fonts')));
}

function namesFor(result: BuildResult, draft: boolean): { names?: OutputNames; diagnostics: readonly Diagnostic[] } {
  const { definition, diagnostics } = result;
  if (!definition) return { diagnostics };
  const { 代码: code, 名称: name } = definition.department.部门;
  const names = outputNames({ year: yearOf(definition), code, name }, draft);
  const refusal = nameRefusal(names);
  if (!refusal) return { names, diagnostics };
  const finding: Diagnostic = { code: 'output-name', severity: 'error', ...refusal, at: definition.locate(['部门', '名称']) };
  return { diagnostics: [...diagnostics, finding] };
}
