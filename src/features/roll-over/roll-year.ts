import type { InputFile } from '../../definition/load-definition.js';
import { readSource } from '../../definition/read-source.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { DEPARTMENT_PLAN, DISTRICT_PLAN } from './plan.js';
import { type RolledFile, rollFile } from './roll-file.js';
import { staleYears } from './stale-years.js';

/** A file of this year with the name of the one to be made from it. */
export interface OldFile {
  /** `overlay`: a district's own file of its profile, which holds wording and no figures. */
  readonly kind: 'department' | 'district' | 'overlay';
  readonly file: InputFile;
  readonly target: string;
}

/** A file of the new year; without bytes where it could not be made. */
export interface NewFile<S extends OldFile = OldFile> extends RolledFile {
  readonly source: S;
  readonly bytes?: Uint8Array;
}

/** The files of a new year, in the order of the old ones; pure: nothing is read or written here. */
export function rollYear<S extends OldFile>(files: readonly S[], year: number): NewFile<S>[] {
  return files.map((source) => {
    if (source.kind === 'overlay') return copied(source, year);
    const plan = source.kind === 'district' ? DISTRICT_PLAN : DEPARTMENT_PLAN;
    const rolled = rollFile({ file: source.file, target: source.target, plan, year });
    return { source, ...rolled, ...(rolled.text !== undefined && { bytes: new TextEncoder().encode(rolled.text) }) };
  });
}

/** Wording takes its years from variables; a year that is typed in it is said. */
function copied<S extends OldFile>(source: S, year: number): NewFile<S> {
  const { bytes } = source.file;
  const text = readSource(bytes, source.target).text;
  const stale = (text?.lines ?? []).flatMap((line, index): Diagnostic[] => {
    const years = staleYears(line, year - 1);
    if (years.length === 0) return [];
    const at = { file: source.target, line: index + 1, column: 1 };
    return [
      {
        code: 'stale-year',
        severity: 'warning',
        message: `这一行还写着 ${years.join('、')}。`,
        at,
        hint: '用 {{年度}}、{{上年度}} 代替写定的年份。',
      },
    ];
  });
  return { source, bytes, toFill: 0, toConfirm: [], diagnostics: stale, sources: text ? [text] : [] };
}
