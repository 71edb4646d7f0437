import { chooseDepartments } from '../../commands/choose-departments.js';
import { EXIT, type ExitCode, exitCodeOf, worst } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse } from '../../commands/wrong-use.js';
import { exactValue } from '../../document/figure.js';
import type { Environment } from '../../environment.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { Decimal } from '../../money/decimal.js';
import { makeDisclosure } from '../../pipeline.js';
import { type Derivation, type ExplainedFigure, type ExplainedPlace, type Explanation, explain } from './explain.js';

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
  const { input, definition, document, tables, previous, layout, diagnostics, sources } = await makeDisclosure(
    path,
    {},
    shelf,
    environment,
  );
  if (definition && document && tables && layout)
    return {
      input,
      exitCode: EXIT.good,
      explanation: explain({ definition, document, tables, previous, pages: layout.pageLabels }, query),
    };
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

/** Parts of a sum that are listed one by one; the rest is counted. */
const LISTED = 40;

/** An explanation as people read it. */
export function printExplanation({ query, figures }: Explanation): string {
  if (figures.length === 0)
    return `没有找到印作“${query}”的数。可以写印出的数（如 34.96%、1,262.80），也可以写定义中的位置（如 支出[0].基本支出）。\n`;
  const head = figures.length === 1 ? [] : [`“${query}”是 ${figures.length} 个不同的数：`, ''];
  return [...head, ...figures.flatMap((figure) => [...printFigure(figure), ''])].join('\n');
}

function printFigure({ printed, places, derivation }: ExplainedFigure): string[] {
  return [
    `${printed.join('、')}　${derivation.label}`,
    `  印在 ${places.length} 处：`,
    ...places.map((place) => `    ${placeLine(place)}`),
    '  由来：',
    ...derivationLines(derivation, 2, new Set()),
  ];
}

function placeLine({ where, page, context, tail }: ExplainedPlace): string {
  const words = context === undefined ? '' : `：“${context}”`;
  return `${page === undefined ? '' : `第 ${page} 页 `}${where}${words}${tail === undefined ? '' : `（尾差：${tail}）`}`;
}

/** What was shown once is only named the second time. */
function derivationLines(one: Derivation, depth: number, seen: Set<string>): string[] {
  const indent = '  '.repeat(depth);
  const { formula, inputs, at, basis } = one;
  if (at || formula === undefined) return [`${indent}${one.label} ${exactText(one)}${at ? `　${at.file}:${at.line}:${at.column}` : ''}`];
  const key = `${one.label} ${one.value}`;
  if (seen.has(key)) return [`${indent}${one.label} ${exactText(one)}（由来见上）`];
  seen.add(key);
  const shown = inputs.slice(0, LISTED);
  const more = inputs.length - shown.length;
  return [
    `${indent}${one.label} ＝ ${formulaText(one)} ＝ ${exactText(one)}${basis === undefined ? '' : `（${basis}）`}`,
    ...shown.flatMap((input) => derivationLines(input, depth + 1, seen)),
    ...(more > 0 ? [`${indent}  另有 ${more} 项`] : []),
  ];
}

function formulaText({ formula, inputs }: Derivation): string {
  const [first, second] = inputs.map((input) => `${input.label} ${exactText(input)}`);
  switch (formula) {
    case 'sum':
      return inputs.length === 0 ? '没有填写' : `${inputs.length} 项之和`;
    case 'difference':
      return `${first ?? ''} － ${second ?? ''}`;
    case 'share':
      return `${first ?? ''} ÷ ${second ?? ''}`;
    case 'changeRate':
      return `增减额 ${inputs[0] ? exactText(inputs[0]) : ''} ÷ 上年 ${inputs[1] ? exactText(inputs[1]) : ''}`;
    default:
      return `${inputs.length} 项的个数`;
  }
}

/** Exact, and a ratio to twelve digits: it has no end. */
const exactText = ({ value, unit }: Derivation): string => exactValue(new Decimal(value), unit, '元');
