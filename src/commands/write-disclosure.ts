import { join } from 'node:path';
import type { OutputContext } from '../output/context.js';
import { writeTogether } from '../output/write-together.js';
import { type Disclosure, mayWrite, outcomeOf } from './disclosure.js';
import { type Environment, resolvePath, showPath } from './environment.js';
import { type Outcome, type WrittenFile, writtenFile } from './outcome.js';
import type { BuildRequest } from './request.js';

/** The two files of a disclosure in memory. */
interface Rendered {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

export const outputFolder = (request: BuildRequest, environment: Environment): string =>
  request.out === undefined ? join(environment.project, 'out') : resolvePath(environment, request.out);

/** Makes both files and writes them together, unless findings stand against it. */
export async function writeDisclosure(disclosure: Disclosure, request: BuildRequest, environment: Environment): Promise<Outcome> {
  const { names } = disclosure;
  if (!names || !mayWrite(disclosure, request.draft)) return outcomeOf(disclosure, 'blocked');
  const { docx, pdf } = await render(disclosure, environment);
  const base = outputFolder(request, environment);
  const pair = [
    { name: names.docx, bytes: docx },
    { name: names.pdf, bytes: pdf },
  ];
  environment.progress(`写入 ${names.folders.join('/')}`);
  const { outcome, diagnostics } = await writeTogether(base, names.folders, pair, outputContext(environment));
  const path = (name: string) => showPath(environment, join(base, ...names.folders, name));
  const files = [writtenFile('docx', path(names.docx), docx), writtenFile('pdf', path(names.pdf), pdf)];
  return withWriting(outcomeOf(disclosure, outcome), diagnostics, files);
}

function withWriting(outcome: Outcome, diagnostics: Outcome['diagnostics'], files: readonly WrittenFile[]): Outcome {
  return { ...outcome, files: outcome.outcome === 'failed' ? [] : files, diagnostics: [...outcome.diagnostics, ...diagnostics] };
}

async function render({ document, layout, input }: Disclosure, environment: Environment): Promise<Rendered> {
  if (!document || !layout) throw new Error(`${input}: nothing to write`);
  environment.progress(`制作 PDF ${input}`);
  const pdf = await layout.render();
  environment.progress(`制作 Word ${input}`);
  const { documentToDocx } = await import('../writers/docx/index.js');
  return { docx: await documentToDocx(document, layout.pageLabels), pdf };
}

export function outputContext(environment: Environment): OutputContext {
  const { files, now, sleep, run } = environment;
  return { files, now, sleep, run, show: (path) => showPath(environment, path), onWait: (what) => environment.progress(what) };
}
