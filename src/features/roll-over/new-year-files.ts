import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { InputFile } from '../../definition/read-source.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../../environment.js';
import { DISTRICT_FILE, OVERLAY_FOLDER, UNIT_FOLDER } from '../../input/places.js';
import { isFolder, listFiles, readInputFile, readProfileFiles } from '../../input/read-files.js';

/** A file of a year, by the folders under data/<year>/ and its name. */
export interface YearFile {
  readonly kind: 'department' | 'district' | 'overlay';
  readonly folders: readonly string[];
  readonly name: string;
  readonly file: InputFile;
  /** The file to be made from it, as messages show it. */
  readonly target: string;
}

/** The files of `from` that `to` has not yet; those that it has are said and left alone. */
export function findYearFiles(from: string, to: string, environment: Environment): { files: YearFile[]; diagnostics: Diagnostic[] } {
  const data = join(environment.project, 'data');
  const files: YearFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const add = (kind: YearFile['kind'], folders: readonly string[], name: string): void => {
    const path = join(data, from, ...folders, name);
    const target = join(data, to, ...folders, name);
    const read = readInputFile(path, showPath(environment, path));
    const twin = kind === 'department' ? sameCode(name, listFiles(dirname(target))) : undefined;
    if (existsSync(target)) diagnostics.push(exists(showPath(environment, target)));
    else if (twin !== undefined) diagnostics.push(codeTaken(showPath(environment, path), twin, to));
    else if (read.value) files.push({ kind, folders, name, file: read.value, target: showPath(environment, target) });
    else diagnostics.push(...read.diagnostics);
  };
  for (const folders of [[], [UNIT_FOLDER]]) {
    for (const name of listFiles(join(data, from, ...folders)).filter(isDefinition))
      add(name === DISTRICT_FILE ? 'district' : 'department', folders, name);
  }
  for (const path of overlayPaths(join(data, from, OVERLAY_FOLDER)))
    add(
      'overlay',
      [OVERLAY_FOLDER, ...posix.dirname(path).split('/')].filter((step) => step !== '.'),
      posix.basename(path),
    );
  return { files, diagnostics };
}

/** A file that has this one's code under another name: the office was renamed, or its code was given on. */
function sameCode(name: string, others: readonly string[]): string | undefined {
  const code = /^\d+-/.exec(name)?.[0];
  return code === undefined ? undefined : others.find((other) => other.startsWith(code) && isDefinition(other));
}

const isDefinition = (name: string): boolean => /\.ya?ml$/i.test(name) && !name.startsWith('.');
const overlayPaths = (folder: string): string[] => (isFolder(folder) ? [...readProfileFiles(folder).keys()].sort() : []);

function exists(target: string): Diagnostic {
  const hint = '要重新建立，请先把它改名或移走；里面如有填好的内容，不要丢失。';
  return { code: 'new-year-exists', severity: 'error', message: `“${target}”已经有了，没有动。`, hint };
}

function codeTaken(path: string, twin: string, year: string): Diagnostic {
  const message = `${year} 年已有同一代码的文件“${twin}”，没有由“${path}”另建一个。`;
  const hint = '今年更名的，在那个文件的“部门”里写“原名称”；代码换了部门的，先改正代码，再建。';
  return { code: 'new-year-exists', severity: 'error', message, hint };
}
