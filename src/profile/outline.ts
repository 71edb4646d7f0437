import { oncePer } from '../plain/objects.js';
import type { FormName } from './form-schema.js';
import type { ProfileSpec } from './profile-schema.js';
import { templateTree } from './template-tree.js';

/** In 章节: all tables that stand nowhere by name. */
const OTHER_TABLES = '其余报表';

/** One piece of a part: a chapter's template, a table by its file, or the tables that stand nowhere by name. */
export type OutlineItem =
  | { readonly kind: 'chapter'; readonly path: string }
  | { readonly kind: 'table'; readonly number: number }
  | { readonly kind: 'others' };

type Part = ProfileSpec['大纲'][number];

/** What a part consists of, in order: 章节 as listed, after all tables where it says so. */
export function outlineItems({ 章节: listed = [], 报表: all }: Part, tables: readonly string[]): readonly OutlineItem[] {
  const items = listed.map((path): OutlineItem => {
    if (path === OTHER_TABLES) return { kind: 'others' };
    return tables.includes(path) ? { kind: 'table', number: tables.indexOf(path) + 1 } : { kind: 'chapter', path };
  });
  return all === undefined ? items : [{ kind: 'others' }, ...items];
}

/** The templates of a profile's chapters, in order. */
export const chapterPaths = ({ 大纲: parts, 报表: tables }: Pick<ProfileSpec, '大纲' | '报表'>): readonly string[] =>
  parts.flatMap((part) => outlineItems(part, tables).flatMap((item) => (item.kind === 'chapter' ? [item.path] : [])));

/** Something that a chapter prints in its place: a table by name, or performance forms. */
export interface PlacedInChapter {
  readonly table?: string;
  readonly form?: FormName;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

interface Chapters {
  readonly spec: Pick<ProfileSpec, '大纲' | '报表'>;
  readonly templates: ReadonlyMap<string, string>;
}

/** What a profile's chapters print of the tables and the forms. Templates that cannot be read are told elsewhere. */
export const placedInChapters = oncePer(({ spec, templates }: Chapters): readonly PlacedInChapter[] =>
  [...new Set(chapterPaths(spec))].flatMap((path) => statementsOf(templates, path).flatMap((node) => placedBy(node, path))),
);

function statementsOf(templates: ReadonlyMap<string, string>, path: string): readonly hbs.AST.Statement[] {
  try {
    return templateTree(templates, templates.get(path) ?? '').body;
  } catch {
    return [];
  }
}

/** Tables stand outside of {{#…}} (template-table-in-block); forms may stand within. */
function placedBy(node: hbs.AST.Statement, path: string): PlacedInChapter[] {
  if (node.type === 'BlockStatement') {
    const { program, inverse } = node as hbs.AST.BlockStatement;
    return [...(program?.body ?? []), ...(inverse?.body ?? [])].flatMap((inner) => placedBy(inner, path));
  }
  if (node.type !== 'MustacheStatement') return [];
  const { path: name, params, loc } = node as hbs.AST.MustacheStatement;
  const place = { path, line: loc.start.line, column: loc.start.column + 1 };
  const [param] = params;
  const called = (name as hbs.AST.PathExpression).original;
  if (called === '报表' && param?.type === 'StringLiteral') return [{ table: (param as hbs.AST.StringLiteral).value, ...place }];
  if (called === '绩效目标表' || called === '本项目绩效目标表') return [{ form: '绩效目标表', ...place }];
  return called === '整体绩效目标表' ? [{ form: '整体绩效目标表', ...place }] : [];
}
