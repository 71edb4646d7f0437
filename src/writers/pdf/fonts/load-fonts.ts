import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FaceRole } from '../../../document/layout.js';
import { Face } from './face.js';
import { openFont } from './fontkit.js';
import { PdfFonts } from './pdf-fonts.js';

/** One entry of `fonts.json`. */
interface ManifestEntry {
  readonly file: string;
  readonly role: FaceRole | '罕用字';
  readonly postscriptName: string;
}

const ROLES: readonly FaceRole[] = ['宋', '小标宋', '黑', '仿宋', '楷'];
const loaded = new Map<string, PdfFonts>();

/** The faces listed in a folder's `fonts.json`, opened once a process. */
export function loadFonts(folder: string): PdfFonts {
  const path = resolve(folder);
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const entries = JSON.parse(readFileSync(join(path, 'fonts.json'), 'utf8')) as ManifestEntry[];
  const faces = entries.map((entry) => ({ role: entry.role, face: openFace(join(path, entry.file), entry.postscriptName) }));
  const fonts = new PdfFonts(chainsOf(faces));
  loaded.set(path, fonts);
  return fonts;
}

function openFace(path: string, postscriptName: string): Face {
  // fontkit takes a name for a variation where the file is no collection.
  const data = readFileSync(path);
  const font = openFont(data, path.endsWith('.ttc') ? postscriptName : undefined);
  if (!('unitsPerEm' in font)) throw new Error(`${path}: no face ${postscriptName}`);
  return new Face(font, path, data);
}

/** Each role's own faces, then 宋 and the rare characters, then whatever else there is. */
function chainsOf(faces: ReadonlyArray<{ readonly role: string; readonly face: Face }>): Record<FaceRole, readonly Face[]> {
  const of = (role: string): Face[] => faces.filter((each) => each.role === role).map((each) => each.face);
  const chain = (role: FaceRole): readonly Face[] => [...new Set([...of(role), ...of('宋'), ...of('罕用字'), ...faces.map((each) => each.face)])];
  return Object.fromEntries(ROLES.map((role) => [role, chain(role)])) as Record<FaceRole, readonly Face[]>;
}
