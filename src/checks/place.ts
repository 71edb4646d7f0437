import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { Inline } from '../document/document.js';

export type Path = readonly (string | number)[];

/** In a file of the profile. */
export interface ProfilePlace {
  readonly kind: 'profile';
  /** Asked for only where something is told of it: the file may not have been read yet. */
  readonly at: () => SourceLocation;
}

/** In the composed document: in words, with the id of the heading or table that it stands under, and the text that stands there. */
export interface DocumentPlace {
  readonly kind: 'document';
  readonly text: string;
  readonly anchor?: string;
  readonly content?: readonly Inline[];
}

/** Where one side of a check stands. */
export type Place =
  | {
      readonly kind: 'definition' | 'district';
      readonly path: Path;
      readonly part?: 'key' | 'value' /** A member unit's file; else the department's. */;
      readonly file?: string;
    }
  | ProfilePlace
  | DocumentPlace;
