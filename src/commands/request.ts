import type { CheckTemplatesRequest } from '../features/check-templates/command.js';
import type { CompareRequest } from '../features/compare/command.js';
import type { DoctorRequest } from '../features/doctor/command.js';
import type { ExplainRequest } from '../features/explain/command.js';
import type { GuideRequest } from '../features/guide/command.js';
import type { InitRequest } from '../features/init/command.js';
import type { NewProfileRequest } from '../features/new-profile/command.js';
import type { NewYearRequest } from '../features/roll-over/command.js';

/** What a person asked for on the command line. */
export type Request =
  | BuildRequest
  | CheckTemplatesRequest
  | ExplainRequest
  | SchemaRequest
  | NewYearRequest
  | CompareRequest
  | DoctorRequest
  | InitRequest
  | NewProfileRequest
  | GuideRequest
  | ShowRequest
  | WrongUse;

export interface BuildRequest {
  readonly command: 'build-doc' | 'check';
  /** YAML files, names or codes of departments; none: all of the year. */
  readonly departments: readonly string[];
  readonly year?: string;
  readonly out?: string;
  readonly draft: boolean;
  /** Checks as before publishing, whatever the profile says. */
  readonly strict: boolean;
  /** Also asks a model of Word where it would put each entry of the contents: seconds more. */
  readonly verifyLayout?: boolean;
  readonly format: 'text' | 'json';
  /** All departments of the year, with the page over them. */
  readonly all?: boolean;
  /** How many documents are made at a time; absent: as many as the computer has processors. */
  readonly workers?: number;
  /** Also what has not changed. */
  readonly force?: boolean;
  /** Mistakes of the program with their stack. */
  readonly debug?: boolean;
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
  /** The command whose help page has more. */
  readonly about?: string;
}

export const wrongUse = (message: string, hint: string): WrongUse => ({ command: 'wrong-use', message, hint });
