/** What `build-doc` and `check` were asked for, of one department or of all of them. */
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
  /** Again whenever something is saved. */
  readonly watch?: boolean;
  /** Shows what was made on the desktop. */
  readonly open?: boolean;
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
