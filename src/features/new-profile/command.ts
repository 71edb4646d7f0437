import { join } from 'node:path';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { noSuchProfile } from '../../commands/messages/no-such-profile.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { loadYaml } from '../../definition/load-definition.js';
import { districtSchema } from '../../definition/schema/district.js';
import { type Environment, outputContext } from '../../environment.js';
import { DISTRICT_FILE, profileFinder, profileNames } from '../../input/places.js';
import { listFolders, readInputFile } from '../../input/read-files.js';
import { createFolder } from '../../output/create-folder.js';
import { newProfile, type StartedProfile } from './new-profile.js';

/** Writes the files of a new profile. */
export interface NewProfileRequest {
  readonly command: 'new-profile';
  /** Its folder under templates/. */
  readonly folder: string;
  /** Its 名称; absent: that of the folder. */
  readonly name?: string;
  /** The profile that it starts from; absent: that of the newest year. */
  readonly base?: string;
  /** A form of its own in full, or only what differs. */
  readonly way: '复制' | '继承';
}

/** `new-profile`: a folder under templates/ that builds at once, whole or not at all. */
export async function newProfileFolder(request: NewProfileRequest, environment: Environment): Promise<ExitCode> {
  const base = request.base ?? currentProfile(environment);
  const started = start(request, base, environment);
  if ('command' in started) return sayWrongUse({ ...started, about: 'new-profile' }, environment);
  const parent = join(environment.project, 'templates');
  const unwritten = await createFolder(parent, request.folder, started.files, outputContext(environment));
  sayFindings(unwritten, [], environment);
  if (unwritten.length > 0) return exitCodeOf(unwritten);
  sayNext(request, base ?? '', started.files, environment);
  return EXIT.good;
}

function start(request: NewProfileRequest, name: string | undefined, environment: Environment): StartedProfile | WrongUse {
  const names = profileNames(environment);
  const base = name === undefined ? undefined : profileFinder(environment)(name);
  if (!base || name === undefined) return unknownBase(name, names);
  const { folder, way } = request;
  const started = newProfile({ folder, name: request.name ?? folder, base: { ...base, folder: name }, way }, names);
  const [refusal] = started.diagnostics;
  return refusal ? wrongUse(refusal.message, refusal.hint ?? '') : started;
}

function unknownBase(name: string | undefined, names: readonly string[]): WrongUse {
  if (name !== undefined) return noSuchProfile(name, names);
  const hint = `加上 --继承 <方案>（只写不同的地方）或 --复制 <方案>（整套自己改）。现有方案：${names.join('、') || '无'}。`;
  return wrongUse('没有写从哪个方案开始。', hint);
}

/** The profile that the newest year's district file names. */
function currentProfile({ project }: Environment): string | undefined {
  const years = listFolders(join(project, 'data')).filter((name) => /^\d{4}$/.test(name));
  const { value } = readInputFile(join(project, 'data', years.at(-1) ?? '', DISTRICT_FILE), DISTRICT_FILE);
  return value && loadYaml(value, districtSchema).value?.value.方案;
}

function sayNext({ folder, way }: NewProfileRequest, base: string, files: StartedProfile['files'], { say }: Environment): void {
  const what = way === '继承' ? `继承“${base}”，只写不同的地方` : `照“${base}”复制，共 ${files.size} 个文件`;
  say(`已写 templates/${folder}/（${what}）`);
  say(`接着：
  1. 在 data/<年度>/区县.yaml 里写“方案: ${folder}”，现在就可以生成；
  2. 用 npm run guide -- ${folder} 列出这个方案的文件和能用的变量，然后修改 templates/${folder}/ 里的文件；
  3. 每改一处，用 npm run check -- --templates ${folder} 核对方案，用 npm run check 核对各部门。`);
}
