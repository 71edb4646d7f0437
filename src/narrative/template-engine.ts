import Handlebars from 'handlebars';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { HELPERS, makeHelpers } from './helpers.js';
import type { TokenBook } from './tokens.js';

/** Fixed folder of the profile whose files are partials, called by file name without ending. */
const PARTIAL_FOLDER = '词句/';

/** Partials of a profile: name to source, without the newline that ends a file. */
export function partialSources(templates: ReadonlyMap<string, string>): Map<string, string> {
  const files = [...templates].filter(([path]) => path.startsWith(PARTIAL_FOLDER));
  return new Map(files.map(([path, source]) => [path.slice(PARTIAL_FOLDER.length).replace(/\.hbs$/, ''), source.trimEnd()]));
}

/** Renders templates of a profile; strict, so a name that is not there never prints as nothing. */
export interface TemplateEngine {
  render(source: string, context: unknown): string;
}

export function templateEngine(templates: ReadonlyMap<string, string>, spec: ProfileSpec, book: TokenBook): TemplateEngine {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  handlebars.registerHelper(makeHelpers(book, spec) as Record<string, Handlebars.HelperDelegate>);
  const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])) as unknown as KnownHelpers;
  const options = { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers } as const;
  for (const [name, source] of partialSources(templates)) handlebars.registerPartial(name, handlebars.compile(source, options));
  return { render: (source, context) => handlebars.compile(source, options)(context) };
}

type KnownHelpers = NonNullable<NonNullable<Parameters<typeof Handlebars.compile>[1]>["knownHelpers"]>;
