import { recoverAll } from '../output/recover-all.js';
import { chooseDepartments } from './choose-departments.js';
import { type Disclosure, prepareDisclosure } from './disclosure.js';
import type { Environment } from './environment.js';
import { EXIT, type ExitCode, exitCodeOf, worst } from './exit-code.js';
import { printJson } from './print-json.js';
import { sayEnd, sayOutcome, sayRefusal, sayStart, sayWrongUse } from './say.js';
import type { BuildRequest } from './request.js';
import { makeShelf, type Shelf } from './shelf.js';
import { type Outcome, outputContext, outputFolder, writeDisclosure } from './write-disclosure.js';

/** `build-doc` and `check`: both find the same; only the first writes. */
export async function buildDoc(request: BuildRequest, environment: Environment): Promise<ExitCode> {
  const started = environment.clock();
  if (request.command === 'build-doc') await recoverAll(outputFolder(request, environment), outputContext(environment));
  const chosen = chooseDepartments(request, environment);
  if ('command' in chosen) return sayWrongUse(chosen, environment);
  const outcomes = await runAll(chosen.value ?? [], request, environment);
  const codes = [exitCodeOf(chosen.diagnostics), ...outcomes.map((outcome) => exitCodeFor(outcome, request))];
  const exitCode = worst(codes);
  sayRefusal(chosen.diagnostics, environment);
  sayEnd(outcomes, request, environment.clock() - started, environment);
  if (request.format === 'json') printJson({ request, exitCode, diagnostics: chosen.diagnostics, outcomes }, environment);
  return exitCode;
}

async function runAll(paths: readonly string[], request: BuildRequest, environment: Environment): Promise<Outcome[]> {
  const shelf = makeShelf(environment);
  const outcomes: Outcome[] = [];
  for (const path of paths) {
    const outcome = await runOne(path, outcomes, { request, shelf, environment });
    sayOutcome(outcome, request, environment);
    outcomes.push(withoutPages(outcome));
  }
  return outcomes;
}

interface Run {
  readonly request: BuildRequest;
  readonly shelf: Shelf;
  readonly environment: Environment;
}

async function runOne(path: string, before: readonly Outcome[], { request, shelf, environment }: Run): Promise<Outcome> {
  const started = environment.clock();
  sayStart(path, environment);
  const disclosure = notTwice(await prepareDisclosure(path, request, shelf, environment), before);
  const writing = request.command === 'build-doc';
  const done = writing ? await writeDisclosure(disclosure, request, environment) : ({ disclosure, outcome: 'checked', files: [] } as const);
  return { ...done, milliseconds: environment.clock() - started };
}

/** Two files of one department would take turns in the same folder. */
function notTwice(disclosure: Disclosure, before: readonly Outcome[]): Disclosure {
  const folder = (names: Disclosure['names']) => names?.folders.join('/').toLowerCase();
  const { names, definition } = disclosure;
  const other = names && before.find((outcome) => folder(outcome.disclosure.names) === folder(names));
  if (!other || !definition) return disclosure;
  const message = `与“${other.disclosure.input}”是同一个部门、同一年度，会写到同一个文件夹。`;
  const at = definition.locate(['部门', '代码']);
  const finding = { code: 'department-twice', severity: 'error', message, at, hint: '核对部门代码和名称；多余的文件请移出年度文件夹。' } as const;
  const { layout: _, document: __, ...rest } = disclosure;
  return { ...rest, diagnostics: [...disclosure.diagnostics, finding] };
}

/** Sixty documents need not stay in memory until the end. */
function withoutPages(outcome: Outcome): Outcome {
  const { document: _, layout, sources: __, ...disclosure } = outcome.disclosure;
  return { ...outcome, disclosure: { ...disclosure, sources: [], ...(layout && { layout: { ...layout } }) } };
}

/** In a draft the findings do not block, unless there was nothing to print. */
function exitCodeFor({ disclosure, outcome }: Outcome, request: BuildRequest): ExitCode {
  const draftMade = request.draft && (outcome === 'written' || outcome === 'unchanged');
  return draftMade ? EXIT.good : exitCodeOf(disclosure.diagnostics);
}
