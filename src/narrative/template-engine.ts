import Handlebars from 'handlebars';
import { defined } from '../plain/objects.js';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { templateTree } from '../profile/template-tree.js';
import { hasStop } from './full-stops.js';
import { HELPERS, makeHelpers, PRINT, WHOLE } from './helpers.js';
import { WritingLimit } from './template-limits.js';
import type { TokenBook } from './tokens.js';

/** Fixed folder of the profile whose files are partials, called by file name without ending. */
const PARTIAL_FOLDER = '词句/';

/** The Handlebars sources of a profile by path. */
export type Templates = ReadonlyMap<string, string>;

/** Partials of a profile: name to source, without the newline that ends a file. */
export function partialSources(templates: Templates): Map<string, string> {
  const files = [...templates].filter(([path]) => path.startsWith(PARTIAL_FOLDER));
  return new Map(files.map(([path, source]) => [path.slice(PARTIAL_FOLDER.length).replace(/\.hbs$/, ''), source.trimEnd()]));
}

/** Renders a template of the profile, by path; strict, so a name that is not there never prints as nothing. */
export type RenderTemplate = (path: string, context: unknown) => string;

export function templateEngine(templates: Templates, spec: ProfileSpec, book: TokenBook): RenderTemplate {
  const { chapters, partials } = compiled.get(templates) ?? compile(templates);
  const limit = new WritingLimit();
  const helpers = makeHelpers(book, spec, limit) as Record<string, Handlebars.HelperDelegate>;
  const counted = Object.fromEntries(Object.entries(partials).map(([name, partial]) => [name, countedPartial(partial, limit)]));
  return (path, context) => limit.count(chapters.get(path)?.(context, { helpers, partials: counted }) ?? '');
}

function countedPartial(partial: HandlebarsTemplateDelegate, limit: WritingLimit): HandlebarsTemplateDelegate {
  return (context, options) => limit.count(partial(context, options));
}

interface Compiled {
  readonly chapters: ReadonlyMap<string, HandlebarsTemplateDelegate>;
  readonly partials: Record<string, HandlebarsTemplateDelegate>;
}

/** Compiled once for a profile, whatever the number of departments. */
const compiled = new WeakMap<Templates, Compiled>();

function compile(templates: Templates): Compiled {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  const knownHelpers = Object.fromEntries([...Object.keys(HELPERS), PRINT].map((name) => [name, true])) as unknown as KnownHelpers;
  const options = { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers } as const;
  // A phrase that nothing calls has not been checked: it is not even parsed.
  const template = (path: string, source: string): HandlebarsTemplateDelegate => {
    let made: HandlebarsTemplateDelegate | undefined;
    return (context, runtime) => {
      made ??= compileOne(path, source);
      return made(context, runtime);
    };
  };
  const compileOne = (path: string, source: string): HandlebarsTemplateDelegate =>
    handlebars.compile(printing(templateTree(templates, source), path), options);
  const chapters = new Map([...templates].map(([path, source]) => [path, template(path, source)]));
  const partials = Object.fromEntries(
    [...partialSources(templates)].map(([name, source]) => [name, template(`${PARTIAL_FOLDER}${name}.hbs`, source)]),
  );
  const result = { chapters, partials };
  compiled.set(templates, result);
  return result;
}

/**
 * A template's tree as it is compiled: {{变量}} becomes {{印出 变量}}, for a helper knows where it is called, and whether the value
 * was stated. A copy down to where it differs, and to what compiling changes.
 */
function printing(program: hbs.AST.Program, path: string): hbs.AST.Program {
  return { ...program, body: program.body.map((node) => printingOne({ ...node, loc: { ...node.loc, source: path } }, path)) };
}

function printingOne(node: hbs.AST.Statement, path: string): hbs.AST.Statement {
  if (node.type === 'MustacheStatement') return printed(node as hbs.AST.MustacheStatement);
  if (node.type === 'PartialStatement') return withOwnParams(node as hbs.AST.PartialStatement);
  if (node.type !== 'BlockStatement') return node;
  const block = node as hbs.AST.BlockStatement;
  const { program, inverse } = block;
  const whole = hasStop(program) || hasStop(inverse) ? { hash: WHOLE_SENTENCES } : {};
  return { ...block, ...whole, ...defined({ program: program && printing(program, path), inverse: inverse && printing(inverse, path) }) };
}

/** A block that holds whole sentences tells its helper so: left out, it takes no sentence beside it along. */
const WHOLE_SENTENCES = {
  type: 'Hash',
  pairs: [{ type: 'HashPair', key: WHOLE, value: { type: 'BooleanLiteral', value: true, original: true } }],
} as unknown as hbs.AST.Hash;

function printed(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
  const path = node.path as hbs.AST.PathExpression;
  if (node.params.length > 0 || path.type !== 'PathExpression' || path.data || path.original in HELPERS) return node;
  return { ...node, params: [path], path: { ...path, depth: 0, parts: [PRINT], original: PRINT } };
}

/** Compiling gives a phrase that is called with nothing what its caller has. */
const withOwnParams = (node: hbs.AST.PartialStatement): hbs.AST.PartialStatement => ({ ...node, params: [...node.params] });

type KnownHelpers = NonNullable<NonNullable<Parameters<typeof Handlebars.compile>[1]>['knownHelpers']>;
