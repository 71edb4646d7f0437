import { join } from 'node:path';
import type { OutputContext, OutputFile } from '../../output/context.js';
import { writeTogether } from '../../output/write-together.js';
import { publishedData } from '../../publication/published-data.js';
import type { BuildRequest } from '../build-request.js';
import { type Environment, resolvePath, showPath } from '../environment.js';
import { type Disclosure, mayWrite, outcomeOf } from './disclosure.js';
import { type Outcome, writtenFile } from './outcome.js';
import { productFingerprints, reportFiles, standingProducts } from './report-files.js';

export const outputFolder = (request: BuildRequest, environment: Environment): string =>
  request.out === undefined ? join(environment.project, 'out') : resolvePath(environment, request.out);

/**
 * Makes both files and writes them together with their report; findings that stand against them leave only the report.
 * `hidden` gives files for the program itself, which belong to these very bytes.
 */
export async function writeDisclosure(
  disclosure: Disclosure,
  request: BuildRequest,
  environment: Environment,
  hidden: (outputs: readonly OutputFile[]) => readonly OutputFile[] = () => [],
): Promise<Outcome> {
  if (!disclosure.names || !mayWrite(disclosure, request.draft)) return writeReport(disclosure, request, environment, 'blocked');
  const products = await render(disclosure, environment);
  const report = reportFiles(disclosure, productFingerprints(products), request);
  const outputs = [...products, ...report];
  return write(disclosure, outputs, request, environment, hidden(outputs));
}

/** Writes 核对报告 alone. */
export async function writeReport(
  disclosure: Disclosure,
  request: BuildRequest,
  environment: Environment,
  outcome: 'checked' | 'blocked',
): Promise<Outcome> {
  const standing = standingProducts(disclosure, outputFolder(request, environment), environment);
  const report = reportFiles(disclosure, standing, request);
  if (report.length === 0) return outcomeOf(disclosure, outcome);
  const written = await write(disclosure, report, request, environment);
  return written.outcome === 'failed' ? written : { ...written, outcome };
}

async function write(
  disclosure: Disclosure,
  outputs: readonly OutputFile[],
  request: BuildRequest,
  environment: Environment,
  hidden: readonly OutputFile[] = [],
): Promise<Outcome> {
  const base = outputFolder(request, environment);
  const folders = disclosure.names?.folders ?? [];
  environment.progress(`写入 ${folders.join('/')}`);
  const { outcome, diagnostics } = await writeTogether(base, folders, [...outputs, ...hidden], outputContext(environment));
  const path = (name: string) => showPath(environment, join(base, ...folders, name));
  const files = outputs.map(({ name, bytes }) => writtenFile(path(name), bytes));
  const whole = outcomeOf(disclosure, outcome);
  return { ...whole, files: outcome === 'failed' ? [] : files, diagnostics: [...whole.diagnostics, ...diagnostics] };
}

async function render({ definition, document, layout, names, input }: Disclosure, environment: Environment): Promise<OutputFile[]> {
  if (!definition || !document || !layout || !names) throw new Error(`${input}: nothing to write`);
  const { documentToDocx } = await import('../../writers/docx/index.js');
  environment.progress(`制作 PDF ${input}`);
  // Other threads compress the PDF while Word is made.
  const beingPacked = layout.render({ attachments: [publishedData({ definition, document })] });
  environment.progress(`制作 Word ${input}`);
  const [pdf, docx] = await Promise.all([beingPacked, documentToDocx(document, layout.pageLabels)]);
  return [
    { name: names.docx, bytes: docx },
    { name: names.pdf, bytes: pdf },
  ];
}

export function outputContext(environment: Environment): OutputContext {
  const { files, now, sleep, run } = environment;
  return { files, now, sleep, run, show: (path) => showPath(environment, path), onWait: (what) => environment.progress(what) };
}
