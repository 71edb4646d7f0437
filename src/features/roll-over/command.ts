import { join } from 'node:path';
import { type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { type InputFile, readSource } from '../../definition/read-source.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { districtSchema } from '../../definition/schema/district.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, outputContext } from '../../environment.js';
import { classificationYears } from '../../input/places.js';
import { listFolders } from '../../input/read-files.js';
import { writeTogether } from '../../output/write-together.js';
import { findYearFiles, type YearFile } from './new-year-files.js';
import { type RolledFile, rollFile } from './roll-file.js';
import { staleYears } from './stale-years.js';

/** Makes data/<year>/ from the files of the year before. */
export interface NewYearRequest {
  readonly command: 'new-year';
  readonly year: string;
}

/** `new-year`: figures are cleared, texts are kept to be confirmed; a file that is there already is left alone. */
export async function newYear(request: NewYearRequest, environment: Environment): Promise<ExitCode> {
  const refusal = refuse(request, environment);
  if (refusal) return sayWrongUse({ ...refusal, about: 'new-year' }, environment);
  const { files, diagnostics } = findYearFiles(yearBefore(request), request.year, environment);
  const rolled = rollYear(files, Number(request.year));
  const { made, unwritten } = await writeAll(request, rolled, environment);
  const findings = [
    ...diagnostics,
    ...rolled.flatMap((file) => file.diagnostics),
    ...unwritten,
    ...classificationFinding(request, environment),
  ];
  sayFindings(
    findings,
    rolled.flatMap((file) => file.sources),
    environment,
  );
  sayEnd(request, made, environment);
  return exitCodeOf(findings);
}

const yearBefore = ({ year }: NewYearRequest): string => `${Number(year) - 1}`;

function refuse(request: NewYearRequest, environment: Environment): WrongUse | undefined {
  const { year } = request;
  if (!/^[12]\d{3}$/.test(year))
    return wrongUse(`“${year}”不是年度。`, '写新的年度，四位数字，如 npm run new-year -- 2027：一次建立全部部门的文件。');
  const years = listFolders(join(environment.project, 'data')).filter((name) => /^\d{4}$/.test(name));
  if (years.includes(yearBefore(request))) return undefined;
  return wrongUse(`没有 ${yearBefore(request)} 年度的数据，不能由它建立 ${year} 年度。`, `data/ 里现有：${years.join('、') || '无'}。`);
}

type Rolled = NewFile<YearFile>;

/** All files of a folder together, or none of them. */
async function writeAll(
  { year }: NewYearRequest,
  rolled: readonly Rolled[],
  environment: Environment,
): Promise<{ made: Rolled[]; unwritten: Diagnostic[] }> {
  const made: Rolled[] = [];
  const unwritten: Diagnostic[] = [];
  const ready = rolled.filter(({ bytes }) => bytes !== undefined);
  for (const folder of new Set(ready.map(({ source }) => source.folders.join('/')))) {
    const mine = ready.filter(({ source }) => source.folders.join('/') === folder);
    const folders = [year, ...folder.split('/').filter(Boolean)];
    const outputs = mine.map(({ source, bytes = new Uint8Array() }) => ({ name: source.name, bytes }));
    const { outcome, diagnostics } = await writeTogether(join(environment.project, 'data'), folders, outputs, outputContext(environment));
    unwritten.push(...diagnostics);
    if (outcome !== 'failed') made.push(...mine);
  }
  return { made, unwritten };
}

function classificationFinding(request: NewYearRequest, environment: Environment): Diagnostic[] {
  const { year } = request;
  if (classificationYears(environment).includes(year)) return [];
  const message = `data/classifications/ 里还没有 ${year} 年度的政府收支分类科目；没有复制 ${yearBefore(request)} 年的。`;
  const hint = `财政部每年发布新的科目：核对后放到 data/classifications/${year}/；没有放以前，暂用 ${yearBefore(request)} 年的，都按未经核实处理。`;
  return [{ code: 'classification-missing', severity: 'warning', message, hint }];
}

function sayEnd(request: NewYearRequest, made: readonly Rolled[], environment: Environment): void {
  if (made.length === 0) return environment.say(`没有建立 ${request.year} 年度的文件。`);
  for (const { source, toFill, toConfirm } of made) {
    const open = source.kind === 'overlay' ? '照抄，请核对' : `待填 ${toFill} 处，待确认 ${toConfirm.length} 处`;
    environment.say(`已写 ${source.target}（${open}）`);
  }
  environment.say(
    `共 ${made.length} 个文件。上年的数由程序从 ${yearBefore(request)} 年的文件中取；填好“待填”，逐条核对并删去“待确认”里的各行，就可以生成。`,
  );
}

/** A file of this year with the name of the one to be made from it. */
interface OldFile {
  /** `overlay`: a district's own file of its profile, which holds wording and no figures. */
  readonly kind: 'department' | 'district' | 'overlay';
  readonly file: InputFile;
  readonly target: string;
}

/** A file of the new year; without bytes where it could not be made. */
interface NewFile<S extends OldFile = OldFile> extends RolledFile {
  readonly source: S;
  readonly bytes?: Uint8Array;
}

/** The files of a new year, in the order of the old ones; pure: nothing is read or written here. */
function rollYear<S extends OldFile>(files: readonly S[], year: number): NewFile<S>[] {
  return files.map((source) => {
    if (source.kind === 'overlay') return copied(source, year);
    const schema = source.kind === 'district' ? districtSchema : departmentSchema('元');
    const rolled = rollFile({ file: source.file, target: source.target, schema, year });
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
