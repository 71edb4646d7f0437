import { chooseDepartments } from '../../commands/choose-departments.js';
import { EXIT, type ExitCode, exitCodeOf, worst } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse } from '../../commands/wrong-use.js';
import type { Environment } from '../../environment.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { makeDisclosure } from '../../pipeline.js';
import { type Explanation, explain } from './explain.js';
import { printExplanation } from './print-explanation.js';

/** Asks where a figure stands and how it came about. */
export interface ExplainRequest {
  readonly command: 'explain';
  /** A printed figure, or a path of the definition. */
  readonly query: string;
  readonly departments: readonly string[];
  readonly year?: string;
  readonly format: 'text' | 'json';
}

/** What one department's document says of the figure. */
interface Answer {
  readonly input: string;
  readonly exitCode: ExitCode;
  readonly explanation?: Explanation;
}

/** `explain`: the answer goes to stdout; exit 1 where no document prints such a figure. */
export async function explainFigure(request: ExplainRequest, environment: Environment): Promise<ExitCode> {
  const chosen = chooseDepartments(request, environment);
  if ('command' in chosen) return sayWrongUse(chosen, environment);
  sayFindings(chosen.diagnostics, [], environment);
  const shelf = makeShelf(environment);
  const answers: Answer[] = [];
  for (const path of chosen.value ?? []) answers.push(await answerOf(path, request, shelf, environment));
  print(answers, request, environment);
  const found = answers.some(({ explanation }) => explanation && explanation.figures.length > 0);
  return found ? EXIT.good : worst([EXIT.findings, exitCodeOf(chosen.diagnostics), ...answers.map(({ exitCode }) => exitCode)]);
}

/** Findings are only said where they keep the document from being made: `check` is for the rest. */
async function answerOf(path: string, { query }: ExplainRequest, shelf: Shelf, environment: Environment): Promise<Answer> {
  const { input, definition, document, tables, layout, diagnostics, sources } = await makeDisclosure(path, {}, shelf, environment);
  if (definition && document && tables && layout)
    return { input, exitCode: EXIT.good, explanation: explain({ definition, document, tables, pages: layout.pageLabels }, query) };
  sayFindings(diagnostics, sources, environment);
  return { input, exitCode: exitCodeOf(diagnostics) };
}

function print(answers: readonly Answer[], { query, format }: ExplainRequest, environment: Environment): void {
  const explained = answers.flatMap(({ input, explanation }) => (explanation ? [{ input, explanation }] : []));
  if (format === 'json') {
    const departments = explained.map(({ input, explanation: { schemaVersion: _, query: __, ...rest } }) => ({ input, ...rest }));
    environment.print(JSON.stringify({ schemaVersion: explained[0]?.explanation.schemaVersion, query, departments }, undefined, 2));
    return;
  }
  const found = explained.filter(({ explanation }) => explanation.figures.length > 0);
  // Of many departments only those are named that print the figure.
  const shown = found.length > 0 ? found : explained.slice(0, 1);
  for (const { input, explanation } of shown) {
    if (found.length > 1) environment.print(`${input}\n`);
    environment.print(printExplanation(explanation).trimEnd());
  }
}
