import { type CST, Lexer, Parser } from 'yaml';
import { MAX_LEXEMES } from '../limits.js';

/** Cuts a text into syntax tokens; gives nothing where the text has more pieces than any definition needs. */
export function readTokens(text: string): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > MAX_LEXEMES) return undefined;
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  tokens.push(...parser.end());
  return tokens;
}

/** A token with the number of collections around it and whether it stands in a key's place. */
export interface PlacedToken {
  readonly token: CST.Token;
  readonly depth: number;
  readonly isKey: boolean;
}

/** Every token that can matter, in the order of the text. Walks with its own stack: the nesting of a hostile file is no recursion here. */
export function* walkTokens(roots: readonly CST.Token[]): Generator<PlacedToken> {
  const waiting: PlacedToken[] = roots.map((token) => ({ token, depth: 0, isKey: false })).reverse();
  for (let placed = waiting.pop(); placed; placed = waiting.pop()) {
    yield placed;
    if (HOLDING.has(placed.token.type)) for (const child of childrenOf(placed).reverse()) waiting.push(child);
  }
}

function childrenOf({ token, depth }: PlacedToken): PlacedToken[] {
  const children: PlacedToken[] = [];
  const add = (child: CST.Token | null | undefined, isKey = false, below = depth): void => {
    if (child && !LAYOUT.has(child.type)) children.push({ token: child, depth: below, isKey });
  };
  switch (token.type) {
    case 'document':
      for (const child of [...token.start, token.value, ...(token.end ?? [])]) add(child);
      return children;
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      for (const { start, key, sep, value } of token.items) {
        for (const child of start) add(child, false, depth + 1);
        add(key, true, depth + 1);
        for (const child of sep ?? []) add(child, false, depth + 1);
        add(value, false, depth + 1);
      }
      return children;
    case 'block-scalar':
      for (const child of token.props) add(child);
      return children;
    default:
      return children;
  }
}

const HOLDING: ReadonlySet<string> = new Set(['document', 'block-map', 'block-seq', 'flow-collection', 'block-scalar']);

/** Most tokens of a file: they hold nothing and nothing is asked of them. */
const LAYOUT: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'map-value-ind', 'seq-item-ind', 'comma']);
