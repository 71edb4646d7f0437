import { join, relative, sep } from 'node:path';
import type { Environment } from '../environment.js';
import type { FaceUse, PdfFonts } from '../writers/pdf/index.js';
import type { FileFingerprint } from './fingerprints.js';

/** The faces of the PDF, and which file each role got. */
export interface LoadedFaces {
  readonly fonts: PdfFonts;
  readonly files: readonly FileFingerprint[];
}

/** Fonts and the PDF library load only when pages are to be made: help and bad YAML are answered without them. */
export async function loadFaces(environment: Environment): Promise<LoadedFaces> {
  const { loadFonts } = await import('../writers/pdf/index.js');
  const fonts = loadFonts(join(environment.home, 'fonts'), join(environment.project, 'fonts', 'local'));
  return { fonts, files: fonts.uses.map((use) => faceFingerprint(use, environment)) };
}

/** Named from the folder that has them: where that is, is no matter of the document. */
function faceFingerprint({ role, face, file, sha256 }: FaceUse, { home, project }: Environment): FileFingerprint {
  const [way = file] = [home, project].map((root) => relative(root, file)).filter((path) => !path.startsWith('..'));
  return { role: '字体', name: `${role}：${face}（${way.split(sep).join('/')}）`, sha256 };
}
