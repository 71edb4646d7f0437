import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import { templateTree } from '../profile/template-tree.js';
import { unitSlip } from './helpers.js';
import { GIVEN_TOO_LITTLE, misfits, type Phrases, type Placeable } from './phrase-calls.js';
import type { Shape } from './shape.js';
import { partialSources } from './template-engine.js';
import { MAX_TEMPLATE_DEPTH, MAX_TEMPLATE_LENGTH } from './template-limits.js';
import {
  DATA,
  helperHint,
  helperNamed,
  isTaken,
  nameHint,
  namesOf,
  nearest,
  pathName,
  quietResolve,
  type Scope,
  WANTED,
} from './template-names.js';

/**
 * Checks every name and helper of a profile's templates before any is run: unknown names are errors with file,
 * line and column, and the nearest name that exists.
 */
export function checkTemplates(
  templates: ReadonlyMap<string, string>,
  shape: Shape,
  display: (path: string) => string,
  places: Placeable = { charts: [], tables: [], hasWholeForm: false },
): Diagnostic[] {
  const sources = partialSources(templates);
  const phrases: Phrases = {
    templates,
    sources,
    places,
    fileOf: (name) => display(`词句/${name}.hbs`),
    walked: new Map(),
    calls: new Map(),
  };
  const diagnostics: Diagnostic[] = [];
  for (const [path, source] of templates) {
    if (path.startsWith('词句/')) continue;
    diagnostics.push(...new TemplateWalk(display(path), phrases, []).check(source, shape));
  }
  return unique([...diagnostics, ...[...phrases.calls.values()].flatMap(misfits)]);
}

const UNSUPPORTED = '模板用了本程序不支持的写法。';
const SUPPORTED =
  '可以写：{{变量}}、{{用法 变量}}、{{#如果 变量}}…{{/如果}}、{{#逐项 列表}}…{{/逐项}}、{{> 词句 变量}}；里面不能再写括号里的式子、数、true、“名称=值”。';

/** What stands between the braces. */
type Written = Partial<Pick<hbs.AST.BlockStatement, 'params' | 'hash' | 'program'>> & { readonly path?: hbs.AST.Expression };

class TemplateWalk {
  private readonly diagnostics: Diagnostic[] = [];
  private lines: readonly string[] = [];
  private depth = 0;

  /** `callers` are the phrases that led here. */
  constructor(
    private file: string,
    private readonly phrases: Phrases,
    private readonly callers: readonly string[],
  ) {}

  check(source: string, shape: Shape): Diagnostic[] {
    if (source.length > MAX_TEMPLATE_LENGTH) {
      this.report('template-too-long', `模板有 ${source.length} 个字，超过 ${MAX_TEMPLATE_LENGTH} 个的上限。`, { line: 1, column: 0 });
      return this.diagnostics;
    }
    this.lines = source.split('\n');
    this.strangeCharacters();
    const program = this.parse(source);
    if (program) this.program(program, { self: shape });
    return this.diagnostics;
  }

  /** Private characters stand for figures while templates are read: one that is typed would become some figure. */
  private strangeCharacters(): void {
    this.lines.forEach((text, index) => {
      const column = text.search(/[\uE000-\uF8FF]/);
      const place = { line: index + 1, column };
      if (column >= 0)
        this.report('template-syntax', '这里有字体自造的字（专用区字符），各台电脑显示不同，不能印出。', place, '改成通用的字，或删去。');
    });
  }

  private parse(source: string): hbs.AST.Program | undefined {
    try {
      return templateTree(this.phrases.templates, source);
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
    const [first] = program?.body ?? [];
    if (this.depth + this.callers.length >= MAX_TEMPLATE_DEPTH && first) {
      this.report('template-too-deep', `“如果”“逐项”“词句”一层套一层，超过 ${MAX_TEMPLATE_DEPTH} 层。`, first.loc.start);
      return;
    }
    this.depth += 1;
    for (const statement of program?.body ?? []) this.statement(statement, scope);
    this.depth -= 1;
  }

  /** What Handlebars knows and this program does not: it would fail when the template is run. */
  private isPlain({ params, hash, path, program }: Written, loc: hbs.AST.SourceLocation): boolean {
    const strange = params?.find(({ type }) => type !== 'PathExpression' && type !== 'StringLiteral') ?? hash?.pairs[0];
    const isPlain = !strange && !program?.blockParams?.length && (path === undefined || path.type === 'PathExpression');
    if (!isPlain) this.report('template-unsupported', UNSUPPORTED, (strange ?? path ?? { loc }).loc.start, SUPPORTED);
    return isPlain;
  }

  private statement(node: hbs.AST.Statement, scope: Scope): void {
    if (node.type === 'MustacheStatement') this.mustache(node as hbs.AST.MustacheStatement, scope);
    else if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement, scope);
    else if (node.type === 'PartialStatement') this.partial(node as hbs.AST.PartialStatement, scope);
    else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
      this.report('template-unsupported', UNSUPPORTED, node.loc.start, SUPPORTED);
    }
  }

  private mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    if (!this.isPlain({ params: node.params, hash: node.hash, path: node.path }, node.loc)) return;
    const name = pathName(node.path);
    const helper = helperNamed(name);
    if (helper?.alone && !this.standsAlone(node))
      this.report('template-block-in-text', `“${name}”要单独成行，前后不能有别的文字。`, node.loc.start);
    if (name === '整体绩效目标表' && !this.phrases.places.hasWholeForm)
      this.report(
        'template-unknown-form',
        '方案里没有“整体绩效目标表.yaml”，这里什么也不会印。',
        node.loc.start,
        '建立这个文件，写法同“绩效目标表.yaml”。',
      );
    if (helper && !helper.block) return this.arguments(name, node, scope);
    if (helper) return this.report('template-unsupported', `“${name}”要写成 {{#${name} …}}…{{/${name}}}。`, node.loc.start);
    const shape = this.resolve(node.path, scope, node.params.length > 0);
    if (!shape) return;
    if (node.params.length > 0) this.report('template-unknown-helper', `没有“${name}”这个用法。`, node.loc.start, helperHint(name));
    else if (shape.kind === 'figure')
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

  private arguments(name: string, node: { params: readonly hbs.AST.Expression[]; loc: hbs.AST.SourceLocation }, scope: Scope): void {
    const takes = helperNamed(name)?.takes ?? 'any';
    const most = takes === 'nothing' ? 0 : name === '逐项' ? 2 : 1;
    const least = Math.min(most, 1);
    if (node.params.length < least || node.params.length > most) {
      const count = least === most ? `${most}` : `${least} 或 ${most}`;
      return this.report('template-wrong-kind', `“${name}”后面要写 ${count} 个内容，这里写了 ${node.params.length} 个。`, node.loc.start);
    }
    const [first, separator] = node.params;
    if (first) this.argument(name, first, scope);
    if (separator && separator.type !== 'StringLiteral')
      this.report('template-wrong-kind', '“逐项”的第二个内容是分隔符，要加引号，如 "、"。', separator.loc.start);
  }

  private argument(name: string, param: hbs.AST.Expression, scope: Scope): void {
    const takes = helperNamed(name)?.takes ?? 'any';
    const isPath = param.type === 'PathExpression';
    if (isPath && takes === 'word') {
      const hint = `用半角的引号，如 {{${name} "${pathName(param).replace(/[“”‘’]/g, '')}"}}。`;
      return this.report('template-wrong-kind', `“${name}”后面的名称要加引号。`, param.loc.start, hint);
    }
    const shape = isPath ? this.resolve(param, scope, false) : undefined;
    if (isPath && !shape) return;
    const wanted = WANTED[takes];
    if (wanted === undefined) return;
    if (takes === 'word' && param.type === 'StringLiteral') return this.placed(name, param as hbs.AST.StringLiteral);
    const slip = shape?.kind === 'figure' && takes === 'figure' ? unitSlip(name, shape.unit) : undefined;
    if (slip) return this.report('template-wrong-kind', slip.message, param.loc.start, slip.hint);
    if (isTaken(takes, param, shape, name)) return;
    const said = isPath ? pathName(param) : (param as hbs.AST.StringLiteral).value;
    this.report('template-wrong-kind', `“${name}”要的是${wanted}，“${said}”不是。`, param.loc.start);
  }

  /** A chart or a table, by name; a table is printed once, whatever the department. */
  private placed(kind: string, { value, loc }: hbs.AST.StringLiteral): void {
    const { charts, tables } = this.phrases.places;
    if (kind === '报表' && (this.depth > 1 || this.callers.length > 0))
      return this.report(
        'template-table-in-block',
        '“报表”不能写在 {{#…}} 或词句里：每张表要印，也只印一次。',
        loc.start,
        '写到章节里，外面不加 {{#…}}。',
      );
    const known = kind === '报表' ? tables : charts;
    if (known.includes(value)) return;
    const near = nearest(value, known);
    const [what, code] = kind === '报表' ? (['报表', 'template-unknown-table'] as const) : (['图', 'template-unknown-chart'] as const);
    const hint = `${near ?? ''}${known.length === 0 ? `这个方案没有${what}。` : `现有的${what}：${known.join('、')}。`}`;
    this.report(code, `没有叫“${value}”的${what}。`, loc.start, hint);
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    if (!this.isPlain(node, node.loc)) return;
    const name = pathName(node.path);
    if (!helperNamed(name)?.block) {
      this.report('template-unknown-helper', `没有“${name}”这个用法。`, node.path.loc.start, helperHint(name));
      return;
    }
    this.arguments(name, node, scope);
    const inner = name === '逐项' ? this.itemScope(node.params[0], scope) : scope;
    if (inner) this.program(node.program, inner);
    if (name === '逐项' && node.inverse) this.report('template-unsupported', '“逐项”没有 {{else}}。', node.inverse.loc.start);
    this.program(node.inverse, scope);
  }

  private itemScope(param: hbs.AST.Expression | undefined, scope: Scope): Scope | undefined {
    const list = param?.type === 'PathExpression' ? quietResolve(param as hbs.AST.PathExpression, scope) : undefined;
    return list?.kind === 'list' ? { self: list.item, outer: scope, isItem: true } : undefined;
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const [param, more] = node.params;
    if (node.name.type !== 'PathExpression' || more || !this.isPlain({ params: node.params, hash: node.hash }, node.loc)) {
      if (node.name.type !== 'PathExpression' || more) this.report('template-unsupported', UNSUPPORTED, node.loc.start, SUPPORTED);
      return;
    }
    const name = pathName(node.name);
    const source = this.phrases.sources.get(name);
    if (source === undefined) {
      const near = nearest(name, [...this.phrases.sources.keys()]);
      return this.report('template-unknown-partial', `“词句”文件夹里没有“${name}”。`, node.name.loc.start, near);
    }
    if (this.callers.includes(name)) {
      const circle = [...this.callers.slice(this.callers.indexOf(name)), name].join(' → ');
      return this.report('template-partial-cycle', `词句绕成了圈：${circle}。`, node.loc.start, '词句不能调用自己。');
    }
    const self = param?.type === 'PathExpression' ? this.resolve(param, scope, false) : scope.self;
    if (self) this.checkPhrase(name, source, { self, said: param ? pathName(param) : '', at: node.loc.start });
  }

  /** Two phrases that call the next one twice are walked once for each kind of value. */
  private checkPhrase(name: string, source: string, { self, said, at }: { self: Shape; said: string; at: hbs.AST.Position }): void {
    const { walked, calls, fileOf } = this.phrases;
    const known = walked.get(name) ?? new Map<Shape, readonly Diagnostic[]>();
    const found = known.get(self) ?? new TemplateWalk(fileOf(name), this.phrases, [...this.callers, name]).check(source, self);
    walked.set(name, known.set(self, found));
    // Within a phrase, its own caller is told.
    if (this.callers.length > 0) return void this.diagnostics.push(...found);
    const [lacking, others] = [true, false].map((wanted) => found.filter(({ code }) => GIVEN_TOO_LITTLE.includes(code) === wanted));
    this.diagnostics.push(...(others ?? []));
    const report = (missing: readonly Diagnostic[]) => this.tooLittle(name, said, missing, at);
    calls.set(name, [...(calls.get(name) ?? []), { self, lacking: lacking ?? [], report }]);
  }

  private tooLittle(name: string, said: string, lacking: readonly Diagnostic[], { line, column }: hbs.AST.Position): Diagnostic {
    const names = [...new Set(lacking.map(({ message }) => /“([^”]+)”/.exec(message)?.[1] ?? ''))];
    const own = said.startsWith('数据.') ? `给“方案.yaml”的“${said}”写上“上年取数”，` : '';
    return {
      code: 'template-phrase-misfit',
      severity: 'error',
      message: `词句“${name}”要用“${names.slice(0, 4).join('”“')}”${names.length > 4 ? '等' : ''}，${said === '' ? '这里' : `“${said}”`}没有。`,
      at: { file: this.file, line, column: column + 1 },
      related: lacking.slice(0, 1).map(({ at }) => ({ message: '词句里用到的地方', ...(at && { at }) })),
      hint: `${own}或换一个词句。`,
    };
  }

  private resolve(expression: hbs.AST.Expression, scope: Scope, asHelper: boolean): Shape | undefined {
    const path = expression as hbs.AST.PathExpression;
    const name = pathName(path);
    const shape = path.data ? (scope.isItem && Object.hasOwn(DATA, name) ? DATA[name] : undefined) : quietResolve(path, scope);
    if (shape) return shape;
    if (Object.hasOwn(DATA, name)) {
      this.report('template-unknown-name', `“${name}”只在“逐项”里才有。`, path.loc.start);
      return undefined;
    }
    const hint = asHelper ? helperHint(name) : nameHint(name, namesOf(scope.self));
    this.report('template-unknown-name', `没有“${name}”这个${asHelper ? '用法' : '变量'}。`, path.loc.start, hint);
    return undefined;
  }

  private report(code: FindingCode<'template'>, message: string, { line, column }: { line: number; column: number }, hint?: string): void {
    const at = { file: this.file, line, column: column + 1 };
    this.diagnostics.push({ code, severity: 'error', message, at, ...(hint !== undefined && { hint }) });
  }
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((one) => [`${one.code}${one.at?.file}${one.at?.line}:${one.at?.column}${one.message}`, one]));
  return [...seen.values()];
}
