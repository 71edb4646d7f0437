import { createHash } from 'node:crypto';
import type { FileFingerprint } from '../../features/report/readiness-report.js';

type Role = FileFingerprint['role'];

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The fingerprint of one file. */
export function fileFingerprint(role: Role, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): FileFingerprint {
  return { role, name, sha256: sha256(bytes) };
}

/** One fingerprint for all files of a folder: of the list of their names and fingerprints, in the order of the names. */
export function folderFingerprint(role: Role, folder: string, files: ReadonlyMap<string, Uint8Array | string>): FileFingerprint {
  const lines = [...files].map(([name, content]) => `${name} ${sha256(content)}\n`).sort();
  return { role, name: `${folder}/（${files.size} 个文件）`, sha256: sha256(lines.join('')) };
}
