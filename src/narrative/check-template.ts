import { closest, distance } from 'fastest-levenshtein';
import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { HELPERS } from './helpers.js';
import type { Shape } from './shape.js';
import { partialSources } from './template-engine.js';

/**
 * Checks every name and helper of a profile's templates before any is run: unknown names are errors with file,
 * line and column, and the nearest name that exists.
 */
export function checkTemplates(templates: ReadonlyMap<string, string>, shape: Shape, display: (path: string) => string): Diagnostic[] {
  const partials = partialSources(templates);
  const diagnostics: Diagnostic[] = [];
  for (const [path, source] of templates) {
    if (path.startsWith('词句/')) continue;
    diagnostics.push(...new TemplateWalk(display(path), partials, (name) => display(`词句/${name}.hbs`)).check(source, shape));
  }
  return unique(diagnostics);
}

interface Scope {
  readonly self: Shape;
  readonly outer?: Scope;
}

class TemplateWalk {
  private readonly diagnostics: Diagnostic[] = [];
  private lines: readonly string[] = [];

  constructor(
    private file: string,
    private readonly partials: ReadonlyMap<string, string>,
    private readonly partialFile: (name: string) => string,
  ) {}

  check(source: string, shape: Shape): Diagnostic[] {
    this.lines = source.split('\n');
    const program = this.parse(source);
    if (program) this.program(program, { self: shape });
    return this.diagnostics;
  }

  private parse(source: string): hbs.AST.Program | undefined {
    try {
      return Handlebars.parse(source);
    } catch (error) {
      const { message, lineNumber = 1, column = 0 } = error as Error & { lineNumber?: number; column?: number };
      const line = /on line (\d+)/.exec(message)?.[1];
      this.report(
        'template-syntax',
        '模板语法有误，花括号或结束标记不成对。',
        { line: line ? +line : lineNumber, column },
        '检查这一行的 {{ }}，以及 {{#…}} 与 {{/…}} 是否成对。',
      );
      return undefined;
    }
  }

  private program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.statement(statement, scope);
  }

  private statement(node: hbs.AST.Statement, scope: Scope): void {
    if (node.type === 'MustacheStatement') this.mustache(node as hbs.AST.MustacheStatement, scope);
    else if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement, scope);
    else if (node.type === 'PartialStatement') this.partial(node as hbs.AST.PartialStatement, scope);
    else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
      this.report('template-unsupported', '模板用了本程序不支持的写法。', node.loc.start);
    }
  }

  private mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const name = pathName(node.path);
    const helper = HELPERS[name];
    if (helper?.alone && !this.standsAlone(node))
      this.report('template-block-in-text', `“${name}”要单独成行，前后不能有别的文字。`, node.loc.start);
    if (helper && !helper.block) return this.arguments(name, node.params, scope);
    const shape = this.resolve(node.path, scope, node.params.length > 0);
    if (!shape) return;
    if (shape.kind === 'figure')
      this.report('template-bare-figure', `“${name}”是一个数，要用 {{万元 ${name}}} 这样的写法印出。`, node.loc.start);
    else if (shape.kind !== 'text') this.report('template-not-text', `“${name}”不是文字，不能直接印出。`, node.loc.start);
  }

  private standsAlone({ loc: { start, end } }: hbs.AST.MustacheStatement): boolean {
    const line = this.lines[start.line - 1] ?? '';
    const alone = (line.slice(0, start.column) + line.slice(end.column)).trim() === '';
    const blankBefore = (this.lines[start.line - 2] ?? '').replace(/\{\{[#/][^}]*\}\}|\{\{else\}\}/g, '').trim() === '';
    const blankAfter = (this.lines[start.line] ?? '').replace(/\{\{[#/][^}]*\}\}|\{\{else\}\}/g, '').trim() === '';
    return start.line === end.line && alone && blankBefore && blankAfter;
  }

  private arguments(helper: string, params: readonly hbs.AST.Expression[], scope: Scope): void {
    for (const param of params) {
      if (param.type !== 'PathExpression') continue;
      const shape = this.resolve(param, scope, false);
      const takes = HELPERS[helper]?.takes;
      if (shape && (takes === 'figure' || takes === 'list') && shape.kind !== takes) {
        this.report(
          'template-wrong-kind',
          `“${helper}”要的是${takes === 'figure' ? '一个数' : '一个列表'}，“${pathName(param)}”不是。`,
          param.loc.start,
        );
      }
    }
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = pathName(node.path);
    if (!HELPERS[name]?.block) {
      this.report('template-unknown-helper', `没有“${name}”这个用法。`, node.path.loc.start, nearest(name, Object.keys(HELPERS)));
      return;
    }
    this.arguments(name, node.params, scope);
    const inner = name === '逐项' ? this.itemScope(node.params[0], scope) : scope;
    if (inner) this.program(node.program, inner);
    this.program(node.inverse, scope);
  }

  private itemScope(param: hbs.AST.Expression | undefined, scope: Scope): Scope | undefined {
    const list = param?.type === 'PathExpression' ? quietResolve(param as hbs.AST.PathExpression, scope) : undefined;
    return list?.kind === 'list' ? { self: list.item, outer: scope } : undefined;
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name = pathName(node.name as hbs.AST.PathExpression);
    const source = this.partials.get(name);
    if (source === undefined) {
      this.report(
        'template-unknown-partial',
        `“词句”文件夹里没有“${name}”。`,
        node.name.loc.start,
        nearest(name, [...this.partials.keys()]),
      );
      return;
    }
    const param = node.params[0];
    const self = param?.type === 'PathExpression' ? this.resolve(param, scope, false) : scope.self;
    const walk = new TemplateWalk(this.partialFile(name), this.partials, this.partialFile);
    if (self) this.diagnostics.push(...walk.check(source, self));
  }

  private resolve(expression: hbs.AST.Expression, scope: Scope, asHelper: boolean): Shape | undefined {
    const path = expression as hbs.AST.PathExpression;
    if (path.data) return { kind: 'text' };
    const shape = quietResolve(path, scope);
    if (shape) return shape;
    const name = pathName(path);
    const known = asHelper ? Object.keys(HELPERS) : [...namesOf(scope.self)];
    this.report('template-unknown-name', `没有“${name}”这个${asHelper ? '用法' : '变量'}。`, path.loc.start, nearest(name, known));
    return undefined;
  }

  private report(code: string, message: string, { line, column }: { line: number; column: number }, hint?: string): void {
    const at = { file: this.file, line, column: column + 1 };
    this.diagnostics.push({ code, severity: 'error', message, at, ...(hint !== undefined && { hint }) });
  }
}

function quietResolve(path: hbs.AST.PathExpression, scope: Scope): Shape | undefined {
  let at: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth++) at = at?.outer;
  let shape: Shape | undefined = at?.self;
  for (const part of path.parts) shape = shape?.kind === 'record' ? shape.fields[part as string] : undefined;
  return shape;
}

function pathName(expression: hbs.AST.Expression): string {
  return (expression as hbs.AST.PathExpression).original;
}

/** Every dotted name under a shape, lists not entered. */
export function namesOf(shape: Shape, prefix = ''): string[] {
  if (shape.kind !== 'record') return [];
  return Object.entries(shape.fields).flatMap(([key, field]) => [prefix + key, ...namesOf(field, `${prefix}${key}.`)]);
}

function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known as string[]);
  return distance(name, candidate) <= Math.max(2, name.length / 2) ? `是否为“${candidate}”？` : undefined;
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((one) => [`${one.code}${one.at?.file}${one.at?.line}:${one.at?.column}${one.message}`, one]));
  return [...seen.values()];
}
