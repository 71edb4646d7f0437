import Handlebars from 'handlebars';
import type { HELPERS, makeHelpers } from '../../src/narrative/helpers.js';
import { chapterPaths } from '../../src/profile/outline.js';
import type { Profile } from '../../src/profile/profile.js';

/** Branches that templates took: «说明/01.hbs:3:12 holds». */
export const taken = new Set<string>();

type Module = { readonly HELPERS: typeof HELPERS; readonly makeHelpers: typeof makeHelpers };
type Helper = (this: unknown, ...values: unknown[]) => unknown;
type Write = (...values: unknown[]) => string;
interface Call {
  readonly loc: { readonly source: string; readonly start: { readonly line: number; readonly column: number } };
  readonly fn: Write;
  readonly inverse: Write;
}

/** The helpers of templates, which note each branch that they take. */
export function watchedHelpers(module: Module): Module {
  const blocks = Object.keys(module.HELPERS).filter((name) => module.HELPERS[name]?.block);
  const make = (...given: Parameters<typeof makeHelpers>) => {
    const helpers = module.makeHelpers(...given) as unknown as Record<string, Helper>;
    const watched = blocks.flatMap((name) => (helpers[name] ? [[name, watch(helpers[name])] as const] : []));
    return { ...helpers, ...Object.fromEntries(watched) };
  };
  return { ...module, makeHelpers: make };
}

function watch(helper: Helper): Helper {
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
