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
    tokens.push(...parser.next(lexeme));
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

/** Every token in the order of the text. Walks with its own stack: the nesting of a hostile file is no recursion here. */
export function* walkTokens(roots: readonly CST.Token[]): Generator<PlacedToken> {
  const waiting: PlacedToken[] = roots.map((token) => ({ token, depth: 0, isKey: false })).reverse();
  for (let placed = waiting.pop(); placed; placed = waiting.pop()) {
    yield placed;
    for (const child of childrenOf(placed).reverse()) waiting.push(child);
  }
}

function childrenOf({ token, depth }: PlacedToken): PlacedToken[] {
  const here = (tokens: readonly (CST.Token | null | undefined)[] = [], below = depth): PlacedToken[] =>
    tokens.flatMap((child) => (child ? [{ token: child, depth: below, isKey: false }] : []));
  switch (token.type) {
    case 'document':
      return [...here(token.start), ...here([token.value]), ...here(token.end)];
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      return [...token.items.flatMap((item) => itemTokens(item, depth + 1)), ...endTokens(token, depth)];
    case 'block-scalar':
      return here(token.props);
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'doc-end':
      return here(token.end);
    default:
      return [];
  }
}

function itemTokens(item: CST.CollectionItem, depth: number): PlacedToken[] {
  const plain = (token: CST.Token): PlacedToken => ({ token, depth, isKey: false });
  return [
    ...item.start.map(plain),
    ...(item.key ? [{ token: item.key, depth, isKey: true }] : []),
    ...(item.sep ?? []).map(plain),
    ...(item.value ? [plain(item.value)] : []),
  ];
}

function endTokens(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, depth: number): PlacedToken[] {
  return token.type === 'flow-collection' ? token.end.map((end) => ({ token: end, depth, isKey: false })) : [];
}
