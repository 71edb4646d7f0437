import { join } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { OutputContext, OutputFile } from '../output/context.js';
import { type WriteResult, writeTogether } from '../output/write-together.js';
import { type Disclosure, mayWrite } from './disclosure.js';
import { type Environment, resolvePath, showPath } from './environment.js';
import type { BuildRequest } from './request.js';

/** A file of a disclosure as it now stands in the output folder. */
export interface WrittenFile {
  readonly format: 'docx' | 'pdf';
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What became of one department. */
export interface Outcome {
  readonly disclosure: Disclosure;
  readonly outcome: WriteResult['outcome'] | 'blocked' | 'checked';
  readonly files: readonly WrittenFile[];
  readonly milliseconds: number;
}

export const outputFolder = (request: BuildRequest, environment: Environment): string =>
  request.out === undefined ? join(environment.project, 'out') : resolvePath(environment, request.out);

/** Makes both files and writes them together, unless findings stand against it. */
export async function writeDisclosure(disclosure: Disclosure, request: BuildRequest, environment: Environment): Promise<Omit<Outcome, 'milliseconds'>> {
  const { names } = disclosure;
  if (!names || !mayWrite(disclosure, request.draft)) return { disclosure, outcome: 'blocked', files: [] };
  const files = await renderFiles(disclosure, environment);
  const base = outputFolder(request, environment);
  const outputs: OutputFile[] = files.map(({ format, bytes }) => ({ name: names[format], bytes }));
  environment.progress(`写入 ${names.folders.join('/')}`);
  const { outcome, diagnostics } = await writeTogether(base, names.folders, outputs, outputContext(environment));
  const all = { ...disclosure, diagnostics: [...disclosure.diagnostics, ...diagnostics] };
  if (hasErrors(diagnostics)) return { disclosure: all, outcome, files: [] };
  const paths = files.map((file) => ({ ...file, path: showPath(environment, join(base, ...names.folders, names[file.format])) }));
  return { disclosure: all, outcome, files: paths };
}

async function renderFiles({ document, layout, input }: Disclosure, environment: Environment): Promise<Omit<WrittenFile, 'path'>[]> {
  if (!document || !layout) throw new Error(`${input}: nothing to write`);
  environment.progress(`制作 PDF ${input}`);
  const pdf = await layout.render();
  environment.progress(`制作 Word ${input}`);
  const { documentToDocx } = await import('../writers/docx/index.js');
  const docx = await documentToDocx(document, layout.pageLabels);
  return [
    { format: 'docx', bytes: docx },
    { format: 'pdf', bytes: pdf },
  ];
}

export function outputContext(environment: Environment): OutputContext {
  const { files, now, sleep, run } = environment;
  return { files, now, sleep, run, show: (path) => showPath(environment, path), onWait: (what) => environment.progress(what) };
}
