import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FaceRole } from '../../../document/layout.js';
import { forEachKey } from '../../../plain/objects.js';
import { FontkitFile, type FontkitFont, openWithFontkit } from './fontkit-file.js';
import { Face, PdfFonts } from './pdf-fonts.js';
import { bytesOf, bytesOfFile } from './sfnt-tables.js';
import { TrueTypeFile } from './true-type-file.js';

/** One entry of `fonts.json`. */
interface ManifestEntry {
  readonly file: string;
  readonly postscriptName: string;
  readonly role: FaceRole | '罕用字';
  readonly sha256: string;
}

interface RoleFace {
  readonly role: FaceRole | '罕用字';
  readonly face: Face;
}

const ROLES: readonly FaceRole[] = ['宋', '小标宋', '黑', '仿宋', '楷'];
const loaded = new Map<string, PdfFonts>();

/** The faces listed in a folder's `fonts.json`, and before them those of `localFolder`; opened once a process. */
export function loadFonts(folder: string, localFolder: string = join(folder, 'local')): PdfFonts {
  const path = resolve(folder);
  const key = `${path}\n${resolve(localFolder)}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const entries = JSON.parse(readFileSync(join(path, 'fonts.json'), 'utf8')) as ManifestEntry[];
  const local = loadLocalFonts(localFolder);
  const shipped = entries.map((entry) => ({ role: entry.role, face: shippedFace(entry, path) }));
  const fonts = new PdfFonts(chainsOf([...local.faces, ...shipped]), local.findings);
  loaded.set(key, fonts);
  return fonts;
}

function shippedFace({ file, postscriptName, sha256 }: ManifestEntry, folder: string): Face {
  const path = join(folder, file);
  return new Face(postscriptName, path, () => new TrueTypeFile(bytesOfFile(path)), sha256);
}

/** Each role's own faces, then 宋 and the rare characters, then whatever else there is. */
function chainsOf(faces: readonly RoleFace[]): Record<FaceRole, readonly Face[]> {
  const of = (role: RoleFace['role']): Face[] => faces.filter((each) => each.role === role).map((each) => each.face);
  const chain = (role: FaceRole): readonly Face[] => [
    ...new Set([...of(role), ...of('宋'), ...of('罕用字'), ...faces.map((each) => each.face)]),
  ];
  return forEachKey(ROLES, chain);
}

interface LocalFonts {
  readonly faces: ReadonlyArray<{ readonly role: FaceRole; readonly face: Face }>;
  readonly findings: readonly Diagnostic[];
}

const HINT = '缺少这个字体不影响生成，对应的文字改用自带的字体。';

/** The faces an office has a licence for and put into `local/`: they go before the shipped ones. */
function loadLocalFonts(folder: string): LocalFonts {
  const faces: Array<LocalFonts['faces'][number]> = [];
  const findings: Diagnostic[] = [];
  for (const name of isFolder(folder) ? readdirSync(folder).sort() : []) {
    if (!/\.(ttf|otf|ttc)$/i.test(name)) continue;
    const taken = takeFile(join(folder, name));
    if (typeof taken === 'string')
      findings.push({ code: 'font-refused', severity: 'warning', message: `没有采用字体文件“${name}”：${taken}。`, hint: HINT });
    else faces.push(taken);
  }
  return { faces, findings };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Bytes of one font file. The largest collections of Chinese fonts have half of it. */
export const MAX_FONT_BYTES = 128 * 1024 * 1024;

/** A face with its role, or why it is not taken. */
function takeFile(path: string): LocalFonts['faces'][number] | string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return '它不是普通文件';
  if (stats.size > MAX_FONT_BYTES) return `文件超过 ${MAX_FONT_BYTES / 1024 / 1024} MB`;
  const data = readFileSync(path);
  const fonts = open(data);
  if (fonts === undefined) return '文件不是完好的TrueType或OpenType字体';
  const font = faceToTake(fonts);
  const role = font && roleOf(font);
  if (font === undefined || role === undefined) return '从字体名称看不出是宋、小标宋、黑、仿宋、楷中的哪一种';
  const file = () => (TrueTypeFile.accepts(data) ? new TrueTypeFile(bytesOf(data)) : new FontkitFile(font));
  return refusal(font) ?? { role, face: new Face(font.postscriptName, path, file) };
}

/** A collection may hold one design for several countries: the simplified Chinese one, failing that the first with a role. */
function faceToTake(fonts: readonly FontkitFont[]): FontkitFont | undefined {
  const fitting = fonts.filter((each) => roleOf(each) !== undefined);
  return fitting.find((each) => /(?:SC|CJK-?sc|GB)(?![a-z])/i.test(each.postscriptName)) ?? fitting[0];
}

function open(data: Buffer): readonly FontkitFont[] | undefined {
  try {
    return openWithFontkit(data);
  } catch {
    return undefined;
  }
}

/** Names under which foundries sell the faces of official documents; the narrower role first, since 仿宋 is a 宋 too. */
const ALIASES: ReadonlyArray<readonly [role: FaceRole, names: RegExp]> = [
  ['小标宋', /小标宋|大标宋|xiao ?biao ?song|FZXBS|FZDBS|Serif SC (Bold|Black|Heavy)/i],
  ['仿宋', /仿宋|fang ?song|FandolFang|FZFS/i],
  ['楷', /楷|kai/i],
  ['黑', /黑|hei|sans ?(SC|CJK|GB)|FZHT/i],
  ['宋', /宋|song|sim ?sun|serif ?(SC|CJK|GB)|FZSS/i],
];

/** All names of a face in all languages. */
function namesOf(font: FontkitFont): string[] {
  const { fontFamily, fullName, preferredFamily, postscriptName } = font.name.records;
  return [fontFamily, preferredFamily, fullName, postscriptName].flatMap((names) => Object.values(names ?? {})).map(String);
}

/** The role that a face's names speak of. */
export function roleOf(font: FontkitFont): FaceRole | undefined {
  const names = namesOf(font);
  return ALIASES.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0];
}

/** Why a face must not be put into a file, from its licence bits (OpenType, OS/2.fsType). */
function refusal(font: FontkitFont): string | undefined {
  const { fsType } = font['OS/2'] ?? {};
  if (fsType?.['noEmbedding']) return '字体的许可不允许嵌入文件';
  if (fsType?.['noSubsetting']) return '字体的许可不允许只嵌入用到的字';
  return fsType?.['bitmapOnly'] ? '字体的许可只允许嵌入点阵' : undefined;
}
