import { join } from 'node:path';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { noSuchProfile } from '../../commands/messages/no-such-profile.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { loadYaml } from '../../definition/load-definition.js';
import { districtSchema } from '../../definition/schema/district.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, outputContext, wayToProgram } from '../../environment.js';
import { DISTRICT_FILE, profileFinder, profileNames } from '../../input/places.js';
import { listFolders, readInputFile } from '../../input/read-files.js';
import { createFolder } from '../../output/folder.js';
import { loadProfile } from '../../profile/load-profile.js';
import type { ProfileFiles, ProfileLayer } from '../../profile/profile-layers.js';
import { writeProfileSchemas } from '../schema/command.js';

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
  // The units' first: a profile that names one that is not there could not be used.
  for (const { folder, files } of [...(started.unit ? [started.unit] : []), { folder: request.folder, files: started.files }]) {
    const unwritten = await createFolder(parent, folder, files, outputContext(environment));
    sayFindings(unwritten, [], environment);
    if (unwritten.length > 0) return exitCodeOf(unwritten);
  }
  // For editors that complete keys; a project that keeps its own has them already.
  const schemas = await writeProfileSchemas(environment);
  if (schemas.length > 0) return exitCodeOf(schemas);
  sayNext(request, base ?? '', started, environment);
  return EXIT.good;
}

function start(request: NewProfileRequest, name: string | undefined, environment: Environment): StartedProfile | WrongUse {
  const names = profileNames(environment);
  const base = name === undefined ? undefined : profileFinder(environment)(name);
  if (!base || name === undefined) return unknownBase(name, names);
  const { folder, way } = request;
  const unit = unitProfileOf(base, environment);
  const handbook = wayToProgram(environment, 'templates');
  const asked = { folder, name: request.name ?? folder, base: { ...base, folder: name }, way, handbook, ...(unit && { unit }) };
  const started = newProfile(asked, names);
  const [refusal] = started.diagnostics;
  return refusal ? wrongUse(refusal.message, refusal.hint ?? '') : started;
}

/** The profile in which the units of a profile's departments are printed, where it is another one. */
function unitProfileOf(base: ProfileLayer, environment: Environment): ProfileLayer | undefined {
  const find = profileFinder(environment);
  const name = loadProfile(base.folder, base.files, { find }).value?.spec.单位方案;
  const unit = name === undefined ? undefined : find(name);
  return unit?.folder === base.folder ? undefined : unit;
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

function sayNext({ folder, way }: NewProfileRequest, base: string, { files, unit }: StartedProfile, { say }: Environment): void {
  const what = way === '继承' ? `继承“${base}”，只写不同的地方` : `照“${base}”复制，共 ${files.size} 个文件`;
  say(`已写 templates/${folder}/（${what}）`);
  if (unit) say(`已写 templates/${unit.folder}/（所属单位公开用的，继承“${folder}”，换了称谓）`);
  say(`接着：
  1. 在 data/<年度>/区县.yaml 里写“方案: ${folder}”，现在就可以生成；
  2. 用 npm run guide -- ${folder} 列出这个方案的文件和能用的变量，然后修改 templates/${folder}/ 里的文件；
  3. 每改一处，用 npm run check -- --templates ${folder} 核对方案，用 npm run check 核对各部门。`);
}

/** What a new profile is to be. */
interface NewProfile {
  /** Its folder under templates/. */
  readonly folder: string;
  /** Its 名称, in Chinese. */
  readonly name: string;
  /** The profile that it starts from; `folder` is its name under templates/. */
  readonly base: ProfileLayer;
  /** A form of its own in full, or only what differs. */
  readonly way: '复制' | '继承';
  /** The profile of its units. */
  readonly unit?: ProfileLayer;
  /** The way to the folder of the program's own profiles, where its handbook is. */
  readonly handbook: string;
}

/** The files to write under `templates/<folder>/`, by path; nothing is written here. */
interface StartedProfile {
  readonly files: ProfileFiles;
  /** Those of the profile of its units, in a folder beside it. */
  readonly unit?: { readonly folder: string; readonly files: ProfileFiles };
  readonly diagnostics: readonly Diagnostic[];
}

const FOLDER = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** A starting point for a new form: every file of another, or a 方案.yaml that departs from it. */
export function newProfile({ folder, name, base, way, unit, handbook }: NewProfile, existing: readonly string[]): StartedProfile {
  const unitFolder = unit && `${folder}-unit`;
  const refused = refusal(folder, existing) ?? (unitFolder === undefined ? undefined : refusal(unitFolder, existing));
  if (refused) return { files: new Map(), diagnostics: [refused] };
  const lines = { 名称: JSON.stringify(name), ...(unitFolder !== undefined && { 单位方案: unitFolder }) };
  const files =
    way === '复制'
      ? withLines(base.files, lines)
      : new Map([['方案.yaml', encode(departure(base.folder, { 单位方案: folder, ...lines }, handbook))]]);
  if (!unit || unitFolder === undefined) return { files, diagnostics: [] };
  const unitFiles = withLines(unit.files, { 名称: JSON.stringify(`${name}（单位）`), 继承: folder });
  return { files, unit: { folder: unitFolder, files: unitFiles }, diagnostics: [] };
}

function refusal(folder: string, existing: readonly string[]): Diagnostic | undefined {
  const refuse = (message: string, hint: string): Diagnostic => ({ code: 'profile-folder-invalid', severity: 'error', message, hint });
  if (existing.includes(folder)) return refuse(`templates/ 里已经有“${folder}”这个方案。`, '换一个文件夹名；已有的方案不会被改动。');
  if (!FOLDER.test(folder)) return refuse(`“${folder}”不能用作方案的文件夹名。`, '用小写英文字母、数字和连字符，如 my-district。');
  return undefined;
}

/** The few lines of 方案.yaml that a copy must not keep. */
function withLines(files: ProfileFiles, lines: Readonly<Record<string, string>>): ProfileFiles {
  const spec = Object.entries(lines).reduce(
    (text, [key, value]) => {
      const line = new RegExp(`^${key}:.*$`, 'm');
      return line.test(text) ? text.replace(line, () => `${key}: ${value}`) : `${text.trimEnd()}\n${key}: ${value}\n`;
    },
    new TextDecoder().decode(files.get('方案.yaml')),
  );
  return new Map([...files, ['方案.yaml', encode(spec)]]);
}

function departure(base: string, { 名称: name, 单位方案: unit }: Readonly<Record<'名称' | '单位方案', string>>, handbook: string): string {
  return `# yaml-language-server: $schema=../方案.schema.json
# 这个方案与“${base}”相同，只写不同的地方：
# · 这里写了的键代替上级的（称谓、表内金额等逐项合并，清单整体代替）；
# · 同一路径的文件（如 说明/07-三公经费.hbs、报表/10-三公经费表.yaml）放在本文件夹里，就代替上级的；
# · 版式.yaml 也只写要改的样式。
# 从哪里做起见 ${handbook}/README.md，可用的变量和写法见 ${handbook}/模板说明.md，每个键的作用见 ${handbook}/键的说明.md；
# “${base}”的文件也在 ${handbook}/ 里（解压的文件夹里是 ${base}.zip），要改的抄到本文件夹里。
继承: ${base}
名称: ${name}
单位方案: ${unit}   # 所属单位自己公开时用的方案
# 表头左: 编制部门：{{部门}}
# 表内金额: {单位: 元, 小数: 2}
`;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
