import type { Figure } from '../budget/figure.js';
import type { Inline } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';

/** Blocks that a template may place: a chart by name, all published performance forms or one of them, a new page. */
export type BlockReference =
  | { readonly kind: 'chart'; readonly name: string }
  | { readonly kind: 'performanceForms' }
  | { readonly kind: 'performanceForm'; readonly project: string }
  | { readonly kind: 'pageBreak' };

type Token = { readonly kind: 'inline'; readonly inline: Inline } | { readonly kind: 'block'; readonly block: BlockReference };

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

  /** Text with tokens to inline content; a block token in running text is a mistake of the template. */
  inlines(text: string): Inline[] {
    return this.split(text).map((part) => {
      if (typeof part === 'string') return { type: 'text', text: part };
      if (part.kind === 'block') throw new Error('a block token stands inside a paragraph');
      return part.inline;
    });
  }

  /** The block that a paragraph consists of, or undefined. */
  soleBlock(text: string): BlockReference | undefined {
    const parts = this.split(text.trim());
    const [only] = parts;
    return parts.length === 1 && typeof only === 'object' && only.kind === 'block' ? only.block : undefined;
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
