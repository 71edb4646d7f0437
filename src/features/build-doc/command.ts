import { dirname, join } from 'node:path';
import type { BuildRequest } from '../../commands/build-request.js';
import { chooseDepartments } from '../../commands/choose-departments.js';
import { type ExitCode, exitCodeOf, exitCodeOfDocument, worst } from '../../commands/exit-code.js';
import { bugReport } from '../../commands/messages/bug-report.js';
import { printJson } from '../../commands/messages/print-json.js';
import { sayEnd, sayFindings, sayOutcome } from '../../commands/messages/say.js';
import { sayWrongUse } from '../../commands/wrong-use.js';
import { type Environment, outputContext, outputFolder, showPath } from '../../environment.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { documentsOf, unlistedUnits } from '../../input/unit-documents.js';
import { recoverAll } from '../../output/write-together.js';
import { makeDisclosure, writeDisclosure, writeReport } from '../../pipeline.js';
import { type Disclosure, refuseTwin } from '../../publication/disclosure.js';
import { type Outcome, toldOnce } from '../../publication/outcome.js';

/** `build-doc` and `check`: both find the same and write the report; only the first makes the documents. */
export async function buildDoc(request: BuildRequest, environment: Environment): Promise<ExitCode> {
  const code = await buildOnce(request, environment);
  if (!request.watch) return code;
  await keepBuilding(request, environment);
  return new Promise(() => undefined);
}

/** Again whenever something is saved, one run after the other; the answer ends it. */
export async function keepBuilding(request: BuildRequest, environment: Environment): Promise<() => Promise<void>> {
  const { watchInputs } = await import('../preview/watch.js');
  // What was opened shows the new files by itself.
  const again = { ...request, open: false };
  let running: Promise<unknown> = Promise.resolve();
  const stop = await watchInputs(environment, (paths) => {
    // One run that is thrown out of must not be the last: the next save may be read again.
    running = running
      .then(() => {
        environment.say(changeWords(paths, environment));
        return buildOnce(again, environment);
      })
      .catch((error: unknown) => environment.say(bugReport(error, request.debug), 'needed'));
  });
  environment.say('保存文件以后自动重做，按 Ctrl+C 结束。');
  return async () => {
    await stop();
    await running;
  };
}

/** Where one run ends and the next begins, on a screen that has seen many. */
function changeWords([first = '', ...others]: readonly string[], environment: Environment): string {
  const time = new Date(environment.now()).toTimeString().slice(0, 8);
  const more = others.length > 0 ? `等 ${others.length + 1} 个文件` : '';
  return `\n${time} “${showPath(environment, first)}”${more}有变化，重做。`;
}

async function buildOnce(request: BuildRequest, environment: Environment): Promise<ExitCode> {
  const started = environment.clock();
  const recovered = await recoverAll(outputFolder(request.out, environment), outputContext(environment));
  sayFindings(recovered, [], environment);
  const chosen = chooseDepartments(request, environment);
  if ('command' in chosen) return sayWrongUse(chosen, environment);
  const paths = chosen.value ?? [];
  const passedOver = [...chosen.diagnostics, ...unlistedUnits(paths, request.departments.length === 0, environment)];
  sayFindings(passedOver, [], environment);
  if (isBatch(request, paths)) {
    const { buildAll } = await import('../batch/build-all.js');
    return buildAll(paths, request, environment);
  }
  const outcomes = await buildInTurn(paths, request, environment);
  const exitCode = worst([exitCodeOf(passedOver), ...outcomes.map((outcome) => exitCodeOfDocument(outcome, request.draft))]);
  const milliseconds = environment.clock() - started;
  sayEnd(outcomes, request, milliseconds, environment);
  if (request.open) openResult(outcomes, request, environment);
  if (request.format === 'json')
    printJson({ request, exitCode, diagnostics: [...recovered, ...passedOver], outcomes, milliseconds }, environment);
  return exitCode;
}

/** The folder with what was made; else the report that says why nothing was. */
function openResult(outcomes: readonly Outcome[], request: BuildRequest, environment: Environment): void {
  const { names, outcome } = outcomes[0] ?? {};
  if (!names || outcome === 'failed') return;
  const folder = join(outputFolder(request.out, environment), ...names.folders);
  if (outcomes.length > 1) environment.open(dirname(folder));
  else environment.open(outcome === 'checked' || outcome === 'blocked' ? join(folder, names.report) : folder);
}

/** A year with several departments is a batch, whether --all was written or no department. */
function isBatch({ command, departments, ...given }: BuildRequest, paths: readonly string[]): boolean {
  if (command !== 'build-doc' || departments.length > 0 || paths.length === 0) return false;
  return paths.length > 1 || given.all === true || given.force === true || given.workers !== undefined;
}

async function buildInTurn(paths: readonly string[], request: BuildRequest, environment: Environment): Promise<Outcome[]> {
  const shelf = makeShelf(environment);
  const outcomes = new Map<string, Outcome>();
  const documents = paths.flatMap((department) => documentsOf(department, environment).map((path) => ({ path, department })));
  for (const { path, department } of documents) {
    if (outcomes.has(path)) continue;
    const made = await buildOne(path, [...outcomes.values()], { request, shelf, environment });
    const outcome = toldOnce(made, outcomes.get(department));
    sayOutcome(outcome, request, environment);
    outcomes.set(path, outcome);
  }
  return [...outcomes.values()];
}

interface Run {
  readonly request: BuildRequest;
  readonly shelf: Shelf;
  readonly environment: Environment;
}

async function buildOne(path: string, before: readonly Outcome[], { request, shelf, environment }: Run): Promise<Outcome> {
  const prepared = await makeDisclosure(path, request, shelf, environment);
  const twin = twinOf(prepared, before);
  const disclosure = twin ? refuseTwin(prepared, twin.input) : prepared;
  if (request.command === 'build-doc') return writeDisclosure(disclosure, request, environment);
  return writeReport(disclosure, request, environment, 'checked');
}

/** An earlier file that asks for the same folder. */
function twinOf({ names }: Disclosure, before: readonly Outcome[]): Outcome | undefined {
  const folder = (one: Disclosure['names']) => one?.folders.join('/').toLowerCase();
  return names && before.find((outcome) => folder(outcome.names) === folder(names));
}
