import type { FaceRole } from '../../../document/layout.js';
import type { FontkitFont } from './fontkit-file.js';

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
export function refusal(font: FontkitFont): string | undefined {
  const { fsType } = font['OS/2'] ?? {};
  if (fsType?.['noEmbedding']) return '字体的许可不允许嵌入文件';
  if (fsType?.['noSubsetting']) return '字体的许可不允许只嵌入用到的字';
  return fsType?.['bitmapOnly'] ? '字体的许可只允许嵌入点阵' : undefined;
}
