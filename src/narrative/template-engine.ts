import Handlebars from 'handlebars';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { HELPERS, makeHelpers } from './helpers.js';
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
  const helpers = makeHelpers(book, spec) as Record<string, Handlebars.HelperDelegate>;
  return (path, context) => chapters.get(path)?.(context, { helpers, partials }) ?? '';
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
  const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])) as unknown as KnownHelpers;
  const options = { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers } as const;
  const chapters = new Map([...templates].map(([path, source]) => [path, handlebars.compile(source, options)]));
  const partials = Object.fromEntries([...partialSources(templates)].map(([name, source]) => [name, handlebars.compile(source, options)]));
  const result = { chapters, partials };
  compiled.set(templates, result);
  return result;
}

type KnownHelpers = NonNullable<NonNullable<Parameters<typeof Handlebars.compile>[1]>['knownHelpers']>;
