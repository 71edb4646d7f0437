import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FaceRole } from '../../../document/layout.js';
import { Face } from './face.js';
import { refusal, roleOf } from './face-roles.js';
import { FontkitFile, type FontkitFont, openWithFontkit } from './fontkit-file.js';
import { TrueTypeFile } from './true-type-file.js';

export interface LocalFonts {
  readonly faces: ReadonlyArray<{ readonly role: FaceRole; readonly face: Face }>;
  readonly findings: readonly Diagnostic[];
}

const HINT = '缺少这个字体不影响生成，对应的文字改用自带的字体。';

/** The faces an office has a licence for and put into `local/`: they go before the shipped ones. */
export function loadLocalFonts(folder: string): LocalFonts {
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
  const file = () => (TrueTypeFile.accepts(data) ? new TrueTypeFile(data) : new FontkitFile(font));
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
