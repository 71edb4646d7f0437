import type { InputFile } from '../definition/load-definition.js';
import { DEPARTMENT_PLAN, DISTRICT_PLAN } from './plan.js';
import { type RolledFile, rollFile } from './roll-file.js';

/** A file of this year with the name of the one to be made from it. */
export interface FilePair {
  readonly kind: 'department' | 'district';
  readonly file: InputFile;
  readonly target: string;
}

export interface NewFile extends RolledFile {
  readonly pair: FilePair;
}

/** The files of a new year, in the order of the old ones; pure: nothing is read or written here. */
export function rollYear(pairs: readonly FilePair[], year: number): NewFile[] {
  return pairs.map((pair) => {
    const plan = pair.kind === 'district' ? DISTRICT_PLAN : DEPARTMENT_PLAN;
    return { pair, ...rollFile({ file: pair.file, target: pair.target, plan, year }) };
  });
}
