import { Lexer } from 'yaml';

/** Marks that the lexer puts between the pieces of a text; they are not in it. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** «2025年部门预算» of a comment speaks of the file itself, so it gets the file's new year; other years are history and stay. */
export function rollComments(text: string, year: number): string {
  const pieces = [...new Lexer().lex(text)].filter((piece) => !MARKS.has(piece));
  const ofTheFile = new RegExp(`(?<!\\d)${year - 1}(?=\\s*年度?[^\\d，。；、\\s]{0,8}预算)`, 'g');
  return pieces.map((piece) => (piece.startsWith('#') ? piece.replace(ofTheFile, `${year}`) : piece)).join('');
}
