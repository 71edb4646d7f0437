import Handlebars from 'handlebars';

/** By the templates of a profile, then by source: each document is checked against all of them, and asks what its chapters place. */
const known = new WeakMap<ReadonlyMap<string, string>, Map<string, hbs.AST.Program>>();

/** The syntax tree of a template or a phrase, parsed once for a profile; nobody changes it. Throws where the syntax is wrong. */
export function templateTree(templates: ReadonlyMap<string, string>, source: string): hbs.AST.Program {
  const trees = known.get(templates) ?? new Map<string, hbs.AST.Program>();
  const tree = trees.get(source) ?? Handlebars.parse(source);
  known.set(templates, trees.set(source, tree));
  return tree;
}
