/** A wording that the checks look for, and what to say of it. */
export interface Replacement {
  readonly pattern: RegExp;
  readonly written: string;
  readonly instead?: string;
  readonly note?: string;
}
