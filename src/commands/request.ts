import type { CompareRequest } from './compare.js';
import type { DoctorRequest } from './doctor.js';
import type { InitRequest } from './init.js';
import type { NewYearRequest } from './new-year.js';

/** What a person asked for on the command line. */
export type Request = BuildRequest | SchemaRequest | NewYearRequest | CompareRequest | DoctorRequest | InitRequest | ShowRequest | WrongUse;

export interface BuildRequest {
  readonly command: 'build-doc' | 'check';
  /** YAML files, names or codes of departments; none: all of the year. */
  readonly departments: readonly string[];
  readonly year?: string;
  readonly out?: string;
  readonly draft: boolean;
  readonly format: 'text' | 'json';
}

/** Writes the JSON Schema files that editors complete and check YAML with. */
export interface SchemaRequest {
  readonly command: 'schema';
}

/** Help or the version: shown, and done. */
export interface ShowRequest {
  readonly command: 'show';
  readonly text: string;
}

export interface WrongUse {
  readonly command: 'wrong-use';
  readonly message: string;
  readonly hint: string;
}

export const wrongUse = (message: string, hint: string): WrongUse => ({ command: 'wrong-use', message, hint });
