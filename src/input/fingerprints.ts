import { createHash } from 'node:crypto';
import type { ClassificationFiles } from '../definition/classifications.js';
import { oncePer } from '../plain/objects.js';

/** A file that the disclosure was made from or consists of, by its fingerprint. */
export interface FileFingerprint {
  readonly role: '输入' | '方案' | '科目目录' | '字体' | '成品';
  readonly name: string;
  readonly sha256: string;
}

type Role = FileFingerprint['role'];

/** Of bytes once: those of a finished file are asked for by the report, the record, the journal and what is told. */
export const sha256 = (bytes: Uint8Array | string): string => (typeof bytes === 'string' ? hashOf(bytes) : hashOfBytes(bytes));

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
const hashOfBytes = oncePer<Uint8Array, string>(hashOf);

/** The fingerprint of one file. */
export function fileFingerprint(role: Role, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): FileFingerprint {
  return { role, name, sha256: sha256(bytes) };
}

/** One fingerprint for all files of a folder: of the list of their names and fingerprints, in the order of the names. */
export function folderFingerprint(role: Role, folder: string, files: ReadonlyMap<string, Uint8Array | string>): FileFingerprint {
  const lines = [...files].map(([name, content]) => `${name} ${sha256(content)}\n`).sort();
  return { role, name: `${folder}/（${files.size} 个文件）`, sha256: sha256(lines.join('')) };
}

/** Of the lists that stand for a year. Under another year's name they are another input than the year's own. */
export function classificationFingerprint({ year, lists }: ClassificationFiles, wanted: string): FileFingerprint {
  const folder = `data/classifications/${year}`;
  const files = new Map(Object.entries(lists).map(([name, { bytes }]) => [name, bytes]));
  return folderFingerprint('科目目录', year === wanted ? folder : `${folder}（暂代 ${wanted} 年）`, files);
}
