import { recoverAll } from '../output/recover-all.js';
import { chooseDepartments } from './choose-departments.js';
import { type Disclosure, prepareDisclosure } from './disclosure.js';
import type { Environment } from './environment.js';
import { EXIT, type ExitCode, exitCodeOf, worst } from './exit-code.js';
import type { Outcome } from './outcome.js';
import { printJson } from './print-json.js';
import type { BuildRequest } from './request.js';
import { sayEnd, sayFindings, sayOutcome } from './say.js';
import { sayWrongUse } from './say-wrong-use.js';
import { makeShelf } from './shelf.js';
import { outputContext, outputFolder, writeDisclosure, writeReport } from './write-disclosure.js';

/** `build-doc` and `check`: both find the same and write the report; only the first makes the documents. */
export async function buildDoc(request: BuildRequest, environment: Environment): Promise<ExitCode> {
  const started = environment.clock();
  await recoverAll(outputFolder(request, environment), outputContext(environment));
  const chosen = chooseDepartments(request, environment);
  if ('command' in chosen) return sayWrongUse(chosen, environment);
  sayFindings(chosen.diagnostics, [], environment);
  const outcomes = await runAll(chosen.value ?? [], request, environment);
  const exitCode = worst([exitCodeOf(chosen.diagnostics), ...outcomes.map((outcome) => exitCodeFor(outcome, request))]);
  const milliseconds = environment.clock() - started;
  sayEnd(outcomes, request, milliseconds, environment);
  if (request.format === 'json') printJson({ request, exitCode, diagnostics: chosen.diagnostics, outcomes, milliseconds }, environment);
  return exitCode;
}

async function runAll(paths: readonly string[], request: BuildRequest, environment: Environment): Promise<Outcome[]> {
  const shelf = makeShelf(environment);
  const outcomes: Outcome[] = [];
  for (const path of paths) {
    const disclosure = notTwice(await prepareDisclosure(path, request, shelf, environment), outcomes);
    const writing = request.command === 'build-doc';
    const outcome = await (writing
      ? writeDisclosure(disclosure, request, environment)
      : writeReport(disclosure, request, environment, 'checked'));
    sayOutcome(outcome, request, environment);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Two files of one department would take turns in the same folder. */
function notTwice(disclosure: Disclosure, before: readonly Outcome[]): Disclosure {
  const folder = (names: Disclosure['names']) => names?.folders.join('/').toLowerCase();
  const { names, definition } = disclosure;
  const other = names && before.find((outcome) => folder(outcome.names) === folder(names));
  if (!other || !definition) return disclosure;
  const message = `与“${other.input}”是同一个部门、同一年度，会写到同一个文件夹。`;
  const at = definition.locate(['部门', '代码']);
  const finding = {
    code: 'department-twice',
    severity: 'error',
    message,
    at,
    hint: '核对部门代码和名称；多余的文件请移出年度文件夹。',
  } as const;
  // Without a name it has no folder, and writes nothing.
  const { layout: _, names: __, ...rest } = disclosure;
  return { ...rest, diagnostics: [...disclosure.diagnostics, finding] };
}

/** In a draft the findings do not block, unless there was nothing to print. */
function exitCodeFor({ diagnostics, outcome }: Outcome, request: BuildRequest): ExitCode {
  const draftMade = request.draft && (outcome === 'written' || outcome === 'unchanged');
  return draftMade ? EXIT.good : exitCodeOf(diagnostics);
}
