import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BuildRequest } from '../../commands/build-request.js';
import { type Environment, type Machine, shownPath, showPath } from '../../environment.js';
import {
  classificationFolder,
  confirmationsFile,
  DISTRICT_FILE,
  OVERLAY_FOLDER,
  profileFinder,
  profileNames,
  UNIT_FOLDER,
} from '../../input/places.js';
import {
  classificationFingerprint,
  type FileFingerprint,
  fileFingerprint,
  folderFingerprint,
  isFolder,
  listFiles,
  listFolders,
  readClassificationFiles,
  readInputFile,
  readProfileFiles,
  sha256,
} from '../../input/read-files.js';
import { districtFolder } from '../../input/unit-documents.js';
import { oncePerArguments } from '../../plain/objects.js';
import { previousFileName } from '../../previous-year/previous-year.js';
import { type BuildRecord, textToRecord } from './page/entry.js';
import type { BatchDocument } from './task.js';

/** Tells which documents need not be made again. */
export interface Freshness {
  /** A fingerprint of what goes into a document besides the files that it lists as its inputs. */
  surroundings(document: BatchDocument): string;
  /** True where no record tells of a document: it is to be made, whatever else there is. */
  isNew(document: BatchDocument): boolean;
  /** The record of a document that would come out the same, and whose files stand as they were written. */
  recordOf(document: BatchDocument): BuildRecord | undefined;
}

/** Records of official files and of drafts do not replace each other. */
export const recordName = ({ draft }: Pick<BuildRequest, 'draft'>): string => (draft ? '.build-draft.json' : '.build.json');

/** What may be asked for that changes no file; whatever else is asked for does. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set<keyof BuildRequest>([
  'command',
  'departments',
  'all',
  'year',
  'out',
  'format',
  'workers',
  'force',
  'debug',
]);

export function makeFreshness(yearFolder: string, request: BuildRequest, environment: Environment): Freshness {
  const records = request.force ? [] : readRecords(yearFolder, request, environment);
  const recordsOf = ({ path }: BatchDocument) => records.filter(({ input }) => input === showPath(environment, path));
  const surroundings = surroundingsReader(request, environment);
  const isSame = oncePerArguments((folder: string) => inputTest(folder, environment));
  const hash = (record: BuildRecord, name: string) => hashOfFile(join(dirname(yearFolder), ...record.folders, name));
  const isFresh = (record: BuildRecord, document: BatchDocument) =>
    record.surroundings === surroundings(document) &&
    record.inputs.every(isSame(districtFolder(document.path))) &&
    record.files.every(({ name, sha256: stated }) => hash(record, name) === stated);
  const recordOf = (document: BatchDocument) => recordsOf(document).find((record) => isFresh(record, document));
  return { surroundings, isNew: (document) => recordsOf(document).length === 0, recordOf };
}

/** Every record under `out/<year>/`; a department that was renamed has left one in its old folder. */
function readRecords(yearFolder: string, request: BuildRequest, { files }: Environment): BuildRecord[] {
  return listFolders(yearFolder).flatMap((name) => {
    try {
      const path = join(yearFolder, name, recordName(request));
      return files.lstatSync(path).isFile() ? (textToRecord(files.readFileSync(path, 'utf8')) ?? []) : [];
    } catch {
      return [];
    }
  });
}

function surroundingsReader(request: BuildRequest, environment: Environment): (document: BatchDocument) => string {
  const { machine, home, project } = environment;
  const hash = oncePerArguments((path: string) => hashOfFile(path) || hashOfFolder(path));
  const common = oncePerArguments(() => ({
    program: programFingerprint(machine),
    fonts: [...new Set([home, project])].map((root) => hash(join(root, 'fonts'))),
    options: Object.entries(request)
      .filter(([option]) => !BESIDE_THE_POINT.has(option))
      .sort(),
  }));
  return ({ path, department = '' }) => {
    const overlay = isFolder(join(districtFolder(path), OVERLAY_FOLDER));
    const previous = lastYear(path, environment).map((each) => [basename(each), hash(each)]);
    return sha256(JSON.stringify({ ...common(), department: basename(department), overlay, previous }));
  };
}

/** What of last year may be looked at: the department's file, the district's, the units' and the code lists. */
function lastYear(path: string, environment: Environment): string[] {
  const folder = districtFolder(path);
  if (!/^\d{4}$/.test(basename(folder))) return [];
  const year = `${Number(basename(folder)) - 1}`;
  const before = join(dirname(folder), year);
  if (!isFolder(before)) return [];
  const [, code = ''] = /^(\d+)-/.exec(basename(path)) ?? [];
  const name = previousFileName(basename(path), code, listFiles(before));
  const lists = classificationFolder(year, environment);
  const own = name === undefined ? [] : [join(before, name)];
  return [...own, join(before, DISTRICT_FILE), join(before, UNIT_FOLDER), ...(lists === undefined ? [] : [lists])];
}

/** Tells whether an input that a record lists is still the same. */
function inputTest(folder: string, environment: Environment): (input: FileFingerprint) => boolean {
  const hash = oncePerArguments((name: string) => hashOfFile(shownPath(environment, name)));
  const present = presentFolders(folder, environment);
  return ({ role, name, sha256: stated }) => {
    if (role === '字体') return true; // The whole folders are among the surroundings.
    return role === '输入' ? hash(name) === stated : present.has(`${role} ${name} ${stated}`);
  };
}

/** Fingerprints of the profiles, the district's own files and the code lists, as documents list them. */
function presentFolders(folder: string, environment: Environment): Set<string> {
  const find = profileFinder(environment);
  const own = join(folder, OVERLAY_FOLDER);
  const overlay = isFolder(own) ? [{ folder: showPath(environment, own), files: readProfileFiles(own) }] : [];
  const layers = [...profileNames(environment).flatMap((name) => find(name) ?? []), ...overlay];
  const lists = classificationsFor(basename(folder), environment);
  const all = [...layers.map((layer) => folderFingerprint('方案', layer.folder, layer.files)), ...lists];
  return new Set(all.map(({ role, name, sha256: stated }) => `${role} ${name} ${stated}`));
}

/** The code lists of a document's year and of the year before, and the office's own confirmations. */
function classificationsFor(year: string, environment: Environment): FileFingerprint[] {
  const years = /^\d{4}$/.test(year) ? [year, `${Number(year) - 1}`] : [];
  const lists = years.flatMap((wanted) => {
    const present = classificationFolder(wanted, environment);
    const files = present === undefined ? undefined : readClassificationFiles(present).value;
    return files ? [classificationFingerprint(files, wanted)] : [];
  });
  const path = confirmationsFile(environment);
  const { value } = readInputFile(path, showPath(environment, path));
  return value ? [...lists, fileFingerprint('科目目录', value)] : lists;
}

/** Nothing for what is no file. */
function hashOfFile(path: string): string {
  const { value } = readInputFile(path, path);
  return value ? sha256(value.bytes) : '';
}

function hashOfFolder(path: string): string {
  return isFolder(path) ? folderFingerprint('输入', '', readProfileFiles(path)).sha256 : '';
}

const PACKAGE_FILES = ['package.json', 'package-lock.json'];

/** The program, its packages and the Node.js that compresses for it: another one may give other bytes. */
function programFingerprint({ program, node }: Machine): string {
  const files = [...readProfileFiles(program)].filter(([name]) => /\.[cm]?js$/.test(name));
  const root = join(program, '..');
  const present = listFiles(root).filter((name) => PACKAGE_FILES.includes(name));
  const packages = present.map((name) => sha256(readFileSync(join(root, name))));
  return sha256([node, folderFingerprint('输入', '', new Map(files)).sha256, ...packages].join('\n'));
}
