import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { versions } from 'node:process';
import { EXIT, type ExitCode } from '../../commands/exit-code.js';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, shownPath, showPath } from '../../environment.js';
import { classificationYears } from '../../input/places.js';
import { listFiles, listFolders, readInputFile, sha256 } from '../../input/read-files.js';
import { makeShelf } from '../../input/shelf.js';
import { prepareFolder, removeEmpty } from '../../output/folder.js';
import { errorCode, openElsewhere, Refusal } from '../../output/refusal.js';
import { isPlainObject } from '../../plain/objects.js';
import { examine, reportText, type Seen } from './examine.js';
import { seeOutdated, seeProgram } from './see-program.js';

/** Looks whether the computer and the project have what the program needs. */
export interface DoctorRequest {
  readonly command: 'doctor';
  readonly format: 'text' | 'json';
}

/** `doctor`: one line a thing, on stdout; exit 1 where something keeps the program from working. */
export async function doctor({ format }: DoctorRequest, environment: Environment, nodeVersion: string = versions.node): Promise<ExitCode> {
  const data = readData(environment);
  const lines = examine({
    program: seeProgram(environment),
    outdated: seeOutdated(environment),
    nodeVersion,
    fonts: await seeFonts(environment),
    output: seeOutput(environment),
    locked: seeLocked(environment),
    data: { files: data.files, findings: data.findings },
    dataYears: yearsIn(join(environment.project, 'data')),
    classificationYears: classificationYears(environment),
    profiles: seeProfiles(data.sources, environment),
  });
  if (format === 'json') environment.print(JSON.stringify({ schemaVersion: 1, lines }, undefined, 2));
  else for (const line of reportText(lines)) environment.print(line);
  return lines.some(({ state }) => state === '有问题') ? EXIT.findings : EXIT.good;
}

const yearsIn = (folder: string): string[] => listFolders(folder).filter((name) => /^\d{4}$/.test(name));

async function seeFonts(environment: Environment): Promise<Seen['fonts']> {
  const { home, project } = environment;
  try {
    const { loadFonts } = await import('../../writers/pdf/index.js');
    const { faces, uses, findings } = loadFonts(join(home, 'fonts'), join(project, 'fonts', 'local'));
    const missing = faces.find(({ path }) => !existsSync(path));
    if (missing) return { failure: `缺少 ${showPath(environment, missing.path)}。` };
    // Reports print the stated fingerprints of the shipped faces: here they are held against the files.
    const altered = faces.find((face) => sha256(readFileSync(face.path)) !== face.sha256);
    if (altered) return { failure: `${showPath(environment, altered.path)} 与程序自带的不同，可能损坏或被换过。` };
    return { uses: uses.map((use) => ({ ...use, file: showPath(environment, use.file) })), findings };
  } catch (error) {
    return { failure: `${error instanceof Error ? error.message : String(error)}。` };
  }
}

/** Writes a small file and takes it away again: rights on paper are not rights on a network drive. */
function seeOutput(environment: Environment): Seen['output'] {
  const { files } = environment;
  const folder = join(environment.project, 'out');
  const shown = showPath(environment, folder);
  try {
    const made: string[] = [];
    const probe = join(prepareFolder(folder, [], made, files), `.doctor-${environment.run.id}`);
    files.closeSync(files.openSync(probe, 'w'));
    files.unlinkSync(probe);
    removeEmpty(made, files);
    return { folder: shown };
  } catch (error) {
    const failure = error instanceof Refusal ? error.reason : errorCode(error) || String(error);
    return { folder: shown, failure };
  }
}

/** out/<year>/<department>/: what Word shows, and what may not be opened for writing. */
function seeLocked(environment: Environment): Seen['locked'] {
  const out = join(environment.project, 'out');
  const folders = yearsIn(out).flatMap((year) => listFolders(join(out, year)).map((name) => join(out, year, name)));
  return folders.flatMap((folder) => {
    const names = listFiles(folder).filter((name) => /\.(docx|pdf)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.'));
    const open = names.filter((name) => openElsewhere(folder, [name], environment.files).length > 0);
    return names.flatMap((name) => {
      const reason = open.includes(name) ? '好像正在 Word/WPS 中打开' : refusesWriting(join(folder, name), environment);
      return reason === undefined ? [] : [{ path: showPath(environment, join(folder, name)), reason }];
    });
  });
}

function refusesWriting(path: string, { files }: Environment): string | undefined {
  try {
    files.closeSync(files.openSync(path, 'r+'));
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    return code === 'EBUSY' ? '正被别的程序占用' : `不能改写（${code || String(error)}）`;
  }
}

interface Data {
  readonly files: number;
  readonly findings: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

function readData(environment: Environment): Data {
  const data = join(environment.project, 'data');
  const folders = yearsIn(data).flatMap((year) => [join(data, year), join(data, year, '单位')]);
  const paths = folders.flatMap((folder) =>
    listFiles(folder)
      .filter((name) => /\.ya?ml$/i.test(name))
      .map((name) => join(folder, name)),
  );
  const read = paths.map((path) => {
    const input = readInputFile(path, showPath(environment, path));
    const source = input.value ? readSource(input.value.bytes, input.value.name) : undefined;
    return { findings: [...input.diagnostics, ...(source?.diagnostics ?? [])], source: source?.text };
  });
  return { files: paths.length, findings: read.flatMap(({ findings }) => findings), sources: read.flatMap(({ source }) => source ?? []) };
}

/** Every profile that a data file names, with the district's own files laid over it. */
function seeProfiles(sources: readonly SourceText[], environment: Environment): Seen['profiles'] {
  const shelf = makeShelf(environment);
  const seen = new Map<string, Seen['profiles'][number]>();
  for (const source of sources) {
    const content = parseYaml(source).tree?.value;
    if (!isPlainObject(content) || typeof content['方案'] !== 'string') continue;
    const name = content['方案'];
    const folder = dirname(shownPath(environment, source.file));
    const key = `${folder}/${name}`;
    if (!seen.has(key)) seen.set(key, { name, findings: shelf.profile(name, folder).diagnostics });
  }
  return [...seen.values()];
}
