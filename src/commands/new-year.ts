import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../definition/load-definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { writeTogether } from '../output/write-together.js';
import { listFiles, listFolders, readInputFile } from '../read-inputs.js';
import { type FilePair, type NewFile, rollYear } from '../roll-over/roll-year.js';
import { DISTRICT_FILE } from './choose-departments.js';
import { type Environment, showPath } from './environment.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import { type WrongUse, wrongUse } from './request.js';
import { sayFindings } from './say.js';
import { sayWrongUse } from './say-wrong-use.js';
import { outputContext } from './write-disclosure.js';

/** Makes data/<year>/ from the files of the year before. */
export interface NewYearRequest {
  readonly command: 'new-year';
  readonly year: string;
}

/** Folders of a year with YAML files in them: the departments, and their member units. */
const FOLDERS: readonly (readonly string[])[] = [[], ['单位']];

interface Found {
  readonly folders: readonly string[];
  readonly name: string;
  readonly pair: FilePair;
}

/** `new-year`: figures are cleared, texts are kept to be confirmed; a file that is there already is left alone. */
export async function newYear(request: NewYearRequest, environment: Environment): Promise<ExitCode> {
  const refusal = refuse(request, environment);
  if (refusal) return sayWrongUse(refusal, environment);
  const { found, diagnostics } = findFiles(Number(request.year), environment);
  const rolled = rollYear(
    found.map(({ pair }) => pair),
    Number(request.year),
  );
  const written = await writeAll(request, found, rolled, environment);
  const all = [...diagnostics, ...rolled.flatMap((file) => file.diagnostics), ...written, ...classificationFinding(request, environment)];
  sayFindings(
    all,
    rolled.flatMap((file) => file.sources),
    environment,
  );
  const made = written.length > 0 ? [] : rolled.filter(({ text }) => text !== undefined);
  sayEnd(request, made, environment);
  return exitCodeOf(all);
}

function refuse({ year }: NewYearRequest, environment: Environment): WrongUse | undefined {
  if (!/^[12]\d{3}$/.test(year)) return wrongUse(`“${year}”不是年度。`, '写成四位数字，如 npm run new-year -- 2027。');
  const years = listFolders(join(environment.project, 'data')).filter((name) => /^\d{4}$/.test(name));
  const old = `${Number(year) - 1}`;
  if (years.includes(old)) return undefined;
  return wrongUse(`没有 ${old} 年度的数据，不能由它建立 ${year} 年度。`, `data/ 里现有：${years.join('、') || '无'}。`);
}

function findFiles(year: number, environment: Environment): { found: Found[]; diagnostics: Diagnostic[] } {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const folders of FOLDERS) {
    const [from, to] = [year - 1, year].map((each) => join(environment.project, 'data', `${each}`, ...folders));
    for (const name of listFiles(from ?? '').filter((each) => /\.ya?ml$/i.test(each) && !each.startsWith('.'))) {
      const target = join(to ?? '', name);
      const read = readInputFile(join(from ?? '', name), showPath(environment, join(from ?? '', name)));
      if (existsSync(target)) diagnostics.push(exists(showPath(environment, target)));
      else if (read.value)
        found.push({ folders: [`${year}`, ...folders], name, pair: pairOf(read.value, name, showPath(environment, target)) });
      else diagnostics.push(...read.diagnostics);
    }
  }
  return { found, diagnostics };
}

function pairOf(file: InputFile, name: string, target: string): FilePair {
  return { kind: name === DISTRICT_FILE ? 'district' : 'department', file, target };
}

function exists(target: string): Diagnostic {
  const hint = '要重新建立，请先把它改名或移走；里面如有填好的内容，不要丢失。';
  return { code: 'new-year-exists', severity: 'error', message: `“${target}”已经有了，没有动。`, hint };
}

/** All files of a folder together or none of them. */
async function writeAll(
  request: NewYearRequest,
  found: readonly Found[],
  rolled: readonly NewFile[],
  environment: Environment,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const inner of FOLDERS) {
    const folders = [request.year, ...inner];
    const mine = found.flatMap((one, index) => {
      const text = rolled[index]?.text;
      return one.folders.join() === folders.join() && text !== undefined ? [{ name: one.name, bytes: Buffer.from(text) }] : [];
    });
    if (mine.length === 0) continue;
    diagnostics.push(...(await writeTogether(join(environment.project, 'data'), folders, mine, outputContext(environment))).diagnostics);
  }
  return diagnostics;
}

function classificationFinding({ year }: NewYearRequest, environment: Environment): Diagnostic[] {
  if (listFolders(join(environment.project, 'data', 'classifications')).includes(year)) return [];
  const message = `data/classifications/ 里还没有 ${year} 年度的政府收支分类科目，没有替您复制上年的。`;
  const hint = `财政部每年发布新的科目：核对后放到 data/classifications/${year}/，才能生成 ${year} 年度的预算公开。`;
  return [{ code: 'classification-missing', severity: 'warning', message, hint }];
}

function sayEnd({ year }: NewYearRequest, made: readonly NewFile[], environment: Environment): void {
  if (made.length === 0) return environment.say(`没有建立 ${year} 年度的文件。`);
  for (const { pair, toFill, toConfirm } of made)
    environment.say(`已写 ${pair.target}（待填 ${toFill} 处，待确认 ${toConfirm.length} 处）`);
  environment.say(
    `共 ${made.length} 个文件。上年的数由程序从 ${Number(year) - 1} 年的文件中取；填好“待填”，逐条核对并删去“待确认”里的各行，就可以生成。`,
  );
}
