import fc from 'fast-check';

/** Pieces that have broken readers before: syntax of YAML, of templates and of expressions, strange characters, long things. */
const PIECES = [
  '\t',
  ' ',
  '\n',
  '\n  ',
  '\u3000',
  '\u00A0',
  '\u0000',
  '\u001B[31m',
  '\uFEFF',
  '\uFFFE',
  '\uD800',
  '\u202E',
  '\u200B',
  '𠮷',
  '😀',
  '\uE000',
  '\uE0001\uE001',
  ':',
  ': ',
  '- ',
  '- - ',
  '? ',
  '#',
  ' #',
  '|',
  '>',
  '|2-\n',
  '&a',
  '*a',
  '!!js/function',
  '%YAML 1.1\n',
  '---\n',
  '...\n',
  '<<: *a\n',
  '~',
  'null',
  '{',
  '}',
  '[',
  ']',
  '[[[[[[[[',
  '"',
  "'",
  ',',
  '-1',
  '1e3',
  '0x10',
  '１２',
  '1,262',
  '99999999999999999999',
  '-0',
  'NaN',
  '.inf',
  '0.001',
  '100000000000.00',
  '{{',
  '}}',
  '{{{',
  '{{#如果 ',
  '{{/如果}}',
  '{{else}}',
  '{{#逐项 职责}}',
  '{{/逐项}}',
  '{{> 增减 收入.变动}}',
  '{{万元 ',
  '{{序数 @index}}',
  '{{@root}}',
  '{{../',
  '{{#*inline "a"}}',
  '{{{{raw}}}}',
  '{{!',
  '{{年度}}',
  '{{称谓.部门}}',
  '{{this}}',
  '{{.}}',
  '/(.|.)*$/',
  '/x*/',
  '/(/',
  '\\',
  '$&',
  '__proto__',
  'constructor',
  'toString',
  '待填',
  '无',
  '取自上年文件',
  '../../x',
  '/',
  'CON',
  'A'.repeat(300),
  '甲'.repeat(3000),
  '"\n"',
  '\r',
  '\r\n',
  '1\u20282',
];

/** Anywhere in a text, as a part of its length. */
export const place = fc.double({ min: 0, max: 1, noNaN: true });
/** What may be put where it does not belong. */
export const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 }));

/** Pieces put in, taken out, doubled or moved. */
export const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'replace', 'delete', 'double', 'swapLines', 'dropLine', 'doubleLine', 'indentLine', 'cut'),
    at: place,
    to: place,
    length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 200 })),
    piece,
  }),
  { minLength: 1, maxLength: 4 },
);

/** A valid text with some changes. */
export const spoil = (valid: string, made: readonly Change[]): string => made.reduce(apply, valid);

/** A valid text, spoilt. */
export const hostile = (valid: string): fc.Arbitrary<string> => changes.map((made) => spoil(valid, made));

export interface Change {
  readonly kind: string;
  readonly at: number;
  readonly to: number;
  readonly length: number;
  readonly piece: string;
}

function apply(text: string, change: Change): string {
  const { kind, piece, length } = change;
  const at = Math.floor(change.at * text.length);
  const taken = text.slice(at, at + length);
  switch (kind) {
    case 'insert':
      return text.slice(0, at) + piece + text.slice(at);
    case 'replace':
      return text.slice(0, at) + piece + text.slice(at + length);
    case 'delete':
      return text.slice(0, at) + text.slice(at + length);
    case 'double':
      return text.slice(0, at) + taken.repeat(2) + text.slice(at + length);
    case 'cut':
      return change.to < 0.1 ? text.slice(0, at) : text;
    default:
      return inLines(text, change);
  }
}

function inLines(text: string, { kind, at, to, length }: Change): string {
  const lines = text.split('\n');
  const one = Math.floor(at * lines.length);
  const other = Math.floor(to * lines.length);
  const [line = '', second = ''] = [lines[one], lines[other]];
  if (kind === 'swapLines') [lines[one], lines[other]] = [second, line];
  if (kind === 'dropLine') lines.splice(one, 1);
  if (kind === 'doubleLine') lines.splice(other, 0, line);
  if (kind === 'indentLine') lines[one] = ' '.repeat(length % 9) + line.trimStart();
  return lines.join('\n');
}
