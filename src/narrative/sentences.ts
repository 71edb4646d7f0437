import { templateTree } from '../profile/template-tree.js';
import { hasStop } from './full-stops.js';
import { HELPERS } from './helpers.js';
import { partialSources, type Templates } from './template-engine.js';

/** A sentence as a template writes it, with the variables that it and its conditions name. */
export interface TemplateSentence {
  readonly path: string;
  readonly line: number;
  /** A heading and a lead («其中：») assert nothing: they say what comes below. */
  readonly kind: 'heading' | 'lead' | 'sentence';
  readonly text: string;
  /** Conditions that hold where it is printed, as a reader would say them. */
  readonly conditions: readonly string[];
  /** Full names of the variables, those of its conditions among them. */
  readonly names: readonly string[];
}

/** What a name means inside a block: the prefix of its full name. */
interface Scope {
  readonly prefix: string;
  readonly outer?: Scope;
}

interface Condition {
  readonly text: string;
  readonly names: readonly string[];
}

/** Every sentence of a template; phrases of 词句 are part of the sentences that call them. */
export function templateSentences(path: string, templates: Templates): TemplateSentence[] {
  const walk = new SentenceWalk(path, templates, partialSources(templates));
  return walk.read(templates.get(path) ?? '');
}

class SentenceWalk {
  private readonly sentences: TemplateSentence[] = [];
  private readonly conditions: Condition[] = [];
  private text = '';
  private names: string[] = [];
  private line = 1;

  constructor(
    private readonly path: string,
    private readonly templates: Templates,
    private readonly partials: ReadonlyMap<string, string>,
  ) {}

  read(source: string): TemplateSentence[] {
    this.program(templateTree(this.templates, source), { prefix: '' });
    this.end();
    return this.sentences;
  }

  private program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const node of program?.body ?? []) {
      if (node.type === 'ContentStatement') this.content(node as hbs.AST.ContentStatement);
      else if (node.type === 'MustacheStatement') this.mustache(node as hbs.AST.MustacheStatement, scope);
      else if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement, scope);
      else if (node.type === 'PartialStatement') this.partial(node as hbs.AST.PartialStatement, scope);
    }
  }

  private content({ value, loc }: hbs.AST.ContentStatement): void {
    value.split(/(?<=[。\n])/).forEach((piece) => {
      if (this.text === '') this.line = loc.start.line + value.slice(0, value.indexOf(piece)).split('\n').length - 1;
      this.text += piece;
      if (/[。\n]$/.test(piece)) this.end();
    });
  }

  private mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const written = (node.path as hbs.AST.PathExpression).original;
    const isHelper = written in HELPERS;
    const names = (isHelper ? node.params : [node.path]).flatMap((one) => fullName(one, scope));
    if (this.text === '') this.line = node.loc.start.line;
    this.text += names.length === 0 ? (isHelper && HELPERS[written]?.alone ? '' : '{{…}}') : `{{${names.join(' ')}}}`;
    this.names.push(...names);
  }

  /** A block within a sentence belongs to it; one over several lines is a condition of what stands in it. */
  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const helper = (node.path as hbs.AST.PathExpression).original;
    const names = node.params.flatMap((one) => fullName(one, scope));
    const inner = helper === '逐项' ? { prefix: names[0] ?? '', outer: scope } : scope;
    // @index and @last tell items of a list apart, nothing else.
    if (names.length === 0 && helper !== '逐项') {
      this.program(node.program, inner);
      return this.program(node.inverse, scope);
    }
    const said = `${helper} ${names.join(' ')}`;
    const isPart = this.text.trim() !== '' || isWithinSentence(node);
    this.branch({ text: said, names }, node.program, inner, isPart);
    if (node.inverse)
      this.branch({ text: helper === '如果' ? `除非 ${names.join(' ')}` : `否则（${said}）`, names }, node.inverse, scope, isPart);
  }

  private branch(condition: Condition, program: hbs.AST.Program, scope: Scope, isPart: boolean): void {
    if (isPart) {
      this.text += `〔${condition.text}：`;
      this.names.push(...condition.names);
    }
    this.conditions.push(condition);
    this.program(program, scope);
    if (isPart && this.text !== '') this.text += '〕';
    else this.end();
    this.conditions.pop();
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name = (node.name as hbs.AST.PathExpression).original;
    const [self] = node.params.flatMap((one) => fullName(one, scope));
    const inside = new SentenceWalk(this.path, this.templates, this.partials).phrase(this.partials.get(name) ?? '', {
      prefix: self ?? scope.prefix,
      outer: scope,
    });
    this.text += `〔${name} ${self ?? ''}〕`;
    this.names.push(...inside);
  }

  private phrase(source: string, scope: Scope): string[] {
    this.program(templateTree(this.templates, source), scope);
    this.end();
    return this.sentences.flatMap((one) => one.names);
  }

  private end(): void {
    const text = this.text.trim().replace(/^〕+/, '');
    const conditions = this.conditions;
    if (/[^。；，〕\s]/.test(text)) {
      this.sentences.push({
        path: this.path,
        line: this.line,
        kind: /^#/.test(text) ? 'heading' : /[：:]$/.test(text) ? 'lead' : 'sentence',
        text,
        conditions: conditions.map((one) => one.text),
        names: [...new Set([...conditions.flatMap((one) => one.names), ...this.names])],
      });
    }
    this.text = '';
    this.names = [];
  }
}

/** A block on one line without a full stop is a part of the sentence around it. */
function isWithinSentence({ loc, program, inverse }: hbs.AST.BlockStatement): boolean {
  return loc.start.line === loc.end.line && !hasStop(program) && !hasStop(inverse);
}

/** `this` is the item; `../` goes out of a list; @index says nothing about a department. */
function fullName(expression: hbs.AST.Expression, scope: Scope): string[] {
  if (expression.type !== 'PathExpression') return [];
  const path = expression as hbs.AST.PathExpression;
  if (path.data) return [];
  let at: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth++) at = at?.outer;
  const name = [at?.prefix ?? '', ...path.parts].filter((step) => step !== '').join('.');
  return name === '' ? [] : [name];
}
