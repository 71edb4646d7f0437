import type { Figure, SourcePath } from '../budget/figure.js';
import type { Inline } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';

/** Blocks that a template may place: a chart or a table by name, the performance forms of all projects, of one or of the department, a new page. */
export type BlockReference =
  | { readonly kind: 'chart'; readonly name: string }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'performanceForms' }
  | { readonly kind: 'wholeForm' }
  | { readonly kind: 'performanceForm'; readonly project: string }
  | { readonly kind: 'pageBreak' };

/** A value that nobody stated: the sentence that would say it is left out, or of a clause the clause alone. */
interface Gap {
  readonly kind: 'gap';
  readonly sources: readonly SourcePath[];
  readonly of: 'sentence' | 'clause';
}

type Token = { readonly kind: 'inline'; readonly inline: Inline } | { readonly kind: 'block'; readonly block: BlockReference } | Gap;

/** Where a template stands that asks for something: line and column count from 1. */
export interface TemplatePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A template asked for what the definition does not state. */
export interface UnstatedUse {
  readonly sources: readonly SourcePath[];
  readonly place: TemplatePlace;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
const TOKEN = /\uE000(\d+)\uE001/g;

/**
 * Stands for texts and figures while templates and markup are read, so that no character of theirs can be taken
 * for markup. Private-use characters are refused in definitions, so a token is never user text.
 */
export class TokenBook {
  private readonly tokens: Token[] = [];
  readonly figures = new Map<string, Figure>();
  /** What templates asked for and nobody stated, in the order of the text. */
  readonly unstated: UnstatedUse[] = [];

  text(text: string): string {
    return text === '' ? '' : this.add({ kind: 'inline', inline: { type: 'text', text } });
  }

  figure(figure: Figure, printed: string): string {
    this.figures.set(figure.id, figure);
    const inline: FigureInline = { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text: printed };
    return this.add({ kind: 'inline', inline });
  }

  block(block: BlockReference): string {
    return this.add({ kind: 'block', block });
  }

  /** Stands in the place of a value that nobody stated. */
  gap(sources: readonly SourcePath[], of: Gap['of'] = 'sentence'): string {
    return this.add({ kind: 'gap', sources, of });
  }

  /** True of a text that ends as a sentence does. */
  endsSentence(value: string): boolean {
    const last = this.split(value).at(-1);
    const text = typeof last === 'object' && last.kind === 'inline' ? last.inline.text : last;
    return typeof text === 'string' && /[。！？]”?$/.test(text);
  }

  /** The gap that a value is, or undefined. */
  gapIn(value: unknown): Gap | undefined {
    const index = typeof value === 'string' ? /^\uE000(\d+)\uE001$/.exec(value)?.[1] : undefined;
    const token = index === undefined ? undefined : this.tokens[+index];
    return token?.kind === 'gap' ? token : undefined;
  }

  /** True where a piece of rendered text would say what nobody stated. */
  hasGap(text: string): boolean {
    return this.split(text).some((part) => typeof part === 'object' && part.kind === 'gap');
  }

  /** Without the clauses that nobody stated, and the comma before them. */
  withoutClauses(text: string): string {
    return text.replace(new RegExp(`，?${TOKEN.source}`, 'g'), (match, index: string) => {
      const token = this.tokens[+index];
      return token?.kind === 'gap' && token.of === 'clause' ? '' : match;
    });
  }

  /** Text with tokens to inline content; a block token in running text is a mistake of the template. */
  inlines(text: string): Inline[] {
    return this.split(text).map((part) => {
      if (typeof part === 'string') return { type: 'text', text: part };
      if (part.kind !== 'inline') throw new Error(`a ${part.kind} token stands inside a paragraph`);
      return part.inline;
    });
  }

  /** A text with the blocks in it apart; texts of nothing but white are left out. */
  blocksApart(text: string): (string | BlockReference)[] {
    const parts = text.split(new RegExp(`(${TOKEN.source.replace('(', '(?:')})`));
    const joined: (string | BlockReference)[] = [];
    for (const part of parts) {
      const [token] = this.split(part);
      const before = joined.at(-1);
      if (typeof token === 'object' && token.kind === 'block') joined.push(token.block);
      else if (typeof before === 'string') joined.splice(-1, 1, before + part);
      else joined.push(part);
    }
    return joined.filter((part) => typeof part !== 'string' || part.trim() !== '');
  }

  private add(token: Token): string {
    this.tokens.push(token);
    return `${OPEN}${this.tokens.length - 1}${CLOSE}`;
  }

  private split(text: string): (string | Token)[] {
    const parts: (string | Token)[] = [];
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
      if (match.index > end) parts.push(text.slice(end, match.index));
      const token = this.tokens[+(match[1] ?? '')];
      if (token) parts.push(token);
      end = match.index + match[0].length;
    }
    if (end < text.length) parts.push(text.slice(end));
    return parts;
  }
}
