import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';

/** A file as it was read: its bytes, and the name that messages show. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was made of files, and what was found in them. */
export interface Loaded<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
  /** Sources read, for excerpts under messages. */
  readonly sources: readonly SourceText[];
}

/** Files of member units by the name under which departments list them. */
export type UnitFiles = ReadonlyMap<string, InputFile>;
