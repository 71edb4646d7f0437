import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, posix, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';
import type { ClassificationFiles } from '../definition/classifications.js';
import type { InputFile } from '../definition/read-source.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import { nearestWord } from '../plain/nearest-word.js';
import { oncePer } from '../plain/objects.js';
import type { ProfileFiles, ProfileLayer } from '../profile/load-profile.js';

export type InputCode = FindingCode<'input'>;

/** What was read, or why nothing was. */
export interface Read<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Larger files are not even opened; what a definition may take is settled where it is parsed. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024;

export function refuseInput(code: InputCode, message: string, hint: string): { readonly diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [{ code, severity: 'error', message, hint }] };
}

/** Reads a regular file; `name` is what messages show. A pipe or a device is never opened: it might not end. */
export function readInputFile(path: string, name: string): Read<InputFile> {
  try {
    const stats = statSync(path);
    return refuseKind(stats, name) ?? { value: { name, bytes: readFileSync(path) }, diagnostics: [] };
  } catch (error) {
    return refuseError(error, path, name);
  }
}

function refuseKind(stats: Stats, name: string): Read<InputFile> | undefined {
  if (stats.isDirectory()) {
    return refuseInput(
      'file-not-regular',
      `“${name}”是文件夹，不是 YAML 文件。`,
      '请写出文件夹里的某个 .yaml 文件；要生成整个年度，用 --year。',
    );
  }
  if (!stats.isFile()) return refuseInput('file-not-regular', `“${name}”是管道或设备，不是文件。`, '请先存成普通的文件。');
  if (stats.size <= MAX_INPUT_BYTES) return undefined;
  return refuseInput('file-unreadable', `“${name}”超过 ${MAX_INPUT_BYTES / 1024 / 1024} MB。`, '核对是否选错了文件。');
}

function refuseError(error: unknown, path: string, name: string): Read<InputFile> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuseInput('file-missing', `没有“${name}”这个文件。`, missingHint(path));
  if (code === 'ELOOP') return refuseInput('file-unreadable', `“${name}”是指向自己的链接。`, '请写出文件本身。');
  if (code === 'EACCES' || code === 'EPERM')
    return refuseInput('file-unreadable', `没有读取“${name}”的权限（${code}）。`, '核对文件的权限。');
  if (code === 'EBUSY') return refuseInput('file-unreadable', `“${name}”正被别的程序占用。`, '请先关闭打开它的程序。');
  if (code && /^E[A-Z0-9]+$/.test(code)) return refuseInput('file-unreadable', `读“${name}”时出错（${code}）。`, '核对磁盘和网络连接。');
  throw error;
}

function missingHint(path: string): string {
  const extension = extname(path);
  const stems = listFiles(dirname(path))
    .filter((name) => extname(name) === extension)
    .map((name) => basename(name, extension));
  const near = nearestWord(basename(path, extension), stems);
  return near === undefined ? '核对文件名和文件夹。' : `是否为“${near}${extension}”？`;
}

/** Names of the regular files of a folder, in a fixed order; none where there is no such folder. */
export function listFiles(folder: string): string[] {
  return listEntries(folder, 'file');
}

/** Names of the folders in a folder, in a fixed order. */
export function listFolders(folder: string): string[] {
  return listEntries(folder, 'folder');
}

function listEntries(folder: string, kind: 'file' | 'folder'): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    // A link to a file counts as a file.
    const wanted = entries.filter((entry) => entry.isDirectory() === (kind === 'folder'));
    return wanted.map((entry) => entry.name).sort();
  } catch {
    return [];
  }
}

/** True where a folder of this name is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** All regular files of a folder and those below, by path with `/`. */
export function readProfileFiles(folder: string): ProfileFiles {
  const files = entriesBelow(folder).filter((entry) => entry.isFile());
  return new Map(files.map((entry) => [pathBelow(folder, entry), readFileSync(join(entry.parentPath, entry.name))]));
}

const entriesBelow = (folder: string): Dirent[] => readdirSync(folder, { recursive: true, withFileTypes: true });

const pathBelow = (folder: string, { parentPath, name }: Dirent): string =>
  relative(folder, join(parentPath, name)).split(sep).join(posix.sep);

/** A profile's folder, shown as `shown`: its files, and what in it is none and was passed over. */
export function readProfileFolder(folder: string, shown: string): ProfileLayer {
  const entries = entriesBelow(folder).filter((entry) => !entry.isDirectory());
  const read = entries.map((entry) => [pathBelow(folder, entry), readEntry(entry, `${shown}/${pathBelow(folder, entry)}`)] as const);
  const files = read.flatMap(([path, { value }]) => (value ? [[path, value.bytes] as const] : []));
  return { folder: shown, files: new Map(files), refused: read.flatMap(([, { diagnostics }]) => diagnostics) };
}

/** One of the program's own in a package for offices: the same files in one. */
export function readPackedProfile(file: string, shown: string): ProfileLayer {
  return { folder: shown, files: new Map(Object.entries(unzipSync(readFileSync(file)))), refused: [] };
}

function readEntry(entry: Dirent, shown: string): Read<InputFile> {
  if (entry.isSymbolicLink()) return { diagnostics: [linkPassedOver(shown, '请把文件本身复制过来。')] };
  return readInputFile(join(entry.parentPath, entry.name), shown);
}

/** A link may lead anywhere, and a copy of the folder would not have what it leads to. */
export function linkPassedOver(shown: string, hint: string): Diagnostic {
  return { code: 'file-not-regular', severity: 'warning', message: `“${shown}”是链接，没有读。`, hint };
}

/** True for a link, wherever it leads. */
export const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** Names of the links in a folder, in a fixed order. */
export function listLinks(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => isLink(join(folder, name)))
      .sort();
  } catch {
    return [];
  }
}

/** The code lists of one year, by file name without ending, as messages show them. */
export function readClassificationFiles(folder: string): Read<ClassificationFiles> {
  const year = basename(folder);
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const read = names.map((name) => [name, readInputFile(join(folder, name), `data/classifications/${year}/${name}`)] as const);
  const lists = read.flatMap(([name, { value }]) => (value ? [[name.replace(/\.csv$/, ''), value] as const] : []));
  return { value: { year, lists: Object.fromEntries(lists) }, diagnostics: read.flatMap(([, { diagnostics }]) => diagnostics) };
}

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
