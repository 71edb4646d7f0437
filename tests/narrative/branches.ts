import Handlebars from 'handlebars';
import type { Budget } from '../../src/budget/budget.js';
import { templateContext } from '../../src/narrative/context.js';
import { HELPERS, makeHelpers } from '../../src/narrative/helpers.js';
import { TokenBook } from '../../src/narrative/tokens.js';
import { chapterPaths } from '../../src/profile/outline.js';
import type { Profile } from '../../src/profile/profile.js';

type Helper = (this: unknown, ...values: unknown[]) => unknown;
type Write = (...values: unknown[]) => string;
interface Call {
  readonly loc: { readonly source: string; readonly start: { readonly line: number; readonly column: number } };
  readonly fn: Write;
  readonly inverse: Write;
}

/** The branches that a form's chapters take for a budget: «说明/01.hbs:3:12 holds». */
export function takenBranches(budget: Budget, { spec, templates }: Profile): ReadonlySet<string> {
  const taken = new Set<string>();
  const book = new TokenBook();
  const engine = Handlebars.create();
  const helpers = makeHelpers(book, spec) as unknown as Record<string, Helper>;
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, HELPERS[name]?.block ? watch(helper, taken) : helper);
  const template = (path: string) => engine.compile(engine.parse(templates.get(path) ?? '', { srcName: path }), { noEscape: true });
  for (const path of templates.keys()) {
    const phrase = /^词句\/(.*)\.hbs$/.exec(path)?.[1];
    if (phrase) engine.registerPartial(phrase, template(path));
  }
  const context = templateContext(budget, { text: (raw) => book.text(raw), gap: (sources) => book.gap(sources) }, spec);
  for (const path of chapterPaths(spec)) template(path)(context.value);
  return taken;
}

function watch(helper: Helper, taken: Set<string>): Helper {
  return function (this: unknown, ...values) {
    const call = values.at(-1) as Call;
    const place = placeOf(call.loc.source, call.loc.start);
    const noting =
      (side: string, write: Write) =>
      (...inner: unknown[]) => {
        taken.add(`${place} ${side}`);
        return write(...inner);
      };
    if (Array.isArray(values[0]) && values[0].length > 1) taken.add(`${place} several`);
    return helper.apply(this, [...values.slice(0, -1), { ...call, fn: noting('holds', call.fn), inverse: noting('else', call.inverse) }]);
  };
}

const placeOf = (path: string, { line, column }: Call['loc']['start']) => `${path}:${line}:${column}`;

/** Every branch of the chapters that a form prints and of the phrases that these call: a condition's two, and of a list one item and several. */
export function branchesOf({ spec, templates }: Profile): { readonly id: string; readonly condition: string }[] {
  return reached(chapterPaths(spec), templates).flatMap((path) => branchesIn(Handlebars.parse(templates.get(path) ?? ''), path));
}

function reached(chapters: readonly string[], templates: Profile['templates']): string[] {
  const paths = new Set(chapters);
  // A set gives what is added while it is walked, too: phrases that phrases call.
  for (const path of paths)
    for (const [, phrase] of (templates.get(path) ?? '').matchAll(/\{\{>\s*(\S+)/g)) if (phrase) paths.add(`词句/${phrase}.hbs`);
  return [...paths];
}

function branchesIn(program: hbs.AST.Program | undefined, path: string): { id: string; condition: string }[] {
  return (program?.body ?? []).flatMap((node) => {
    if (node.type !== 'BlockStatement') return [];
    const { path: helper, params, loc, program: holds, inverse } = node as hbs.AST.BlockStatement;
    const condition = [helper, ...params].map((one) => (one as hbs.AST.PathExpression).original).join(' ');
    const sides = condition.startsWith('逐项') ? ['holds', 'several'] : ['holds', 'else'];
    const own = sides.map((side) => ({ id: `${placeOf(path, loc.start)} ${side}`, condition }));
    return [...own, ...branchesIn(holds, path), ...branchesIn(inverse, path)];
  });
}
