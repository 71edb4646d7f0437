import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FaceRole } from '../../../document/layout.js';
import { Face } from './face.js';
import { loadLocalFonts } from './local-fonts.js';
import { PdfFonts } from './pdf-fonts.js';
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
  return new Face(postscriptName, path, () => new TrueTypeFile(readFileSync(path)), sha256);
}

/** Each role's own faces, then 宋 and the rare characters, then whatever else there is. */
function chainsOf(faces: readonly RoleFace[]): Record<FaceRole, readonly Face[]> {
  const of = (role: RoleFace['role']): Face[] => faces.filter((each) => each.role === role).map((each) => each.face);
  const chain = (role: FaceRole): readonly Face[] => [
    ...new Set([...of(role), ...of('宋'), ...of('罕用字'), ...faces.map((each) => each.face)]),
  ];
  return Object.fromEntries(ROLES.map((role) => [role, chain(role)])) as Record<FaceRole, readonly Face[]>;
}
