import { join, relative, sep } from 'node:path';
import { type Classifications, parseClassifications } from '../definition/classifications.js';
import type { InputFile, Loaded, UnitFiles } from '../definition/read-source.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../environment.js';
import { nearestWord } from '../plain/nearest-word.js';
import { oncePerArguments } from '../plain/objects.js';
import { loadProfile, type ProfileLayer } from '../profile/load-profile.js';
import type { Profile } from '../profile/profile.js';
import type { FaceUse, PdfFonts } from '../writers/pdf/index.js';
import { keptProfile } from './kept-profiles.js';
import {
  classificationFolder,
  confirmationsFile,
  DISTRICT_FILE,
  OVERLAY_FOLDER,
  profileFinder,
  profileNames,
  profilesPassedOver,
  UNIT_FOLDER,
  YAML,
} from './places.js';
import {
  classificationFingerprint,
  type FileFingerprint,
  fileFingerprint,
  folderFingerprint,
  isFolder,
  listFiles,
  type Read,
  readClassificationFiles,
  readInputFile,
  readProfileFolder,
  refuseInput,
} from './read-files.js';

/** With the fingerprints of the files that it was made from. */
export type Fingerprinted<T> = T & { readonly inputs: readonly FileFingerprint[] };

/** What many departments share, read once a run. */
export interface Shelf {
  /** The district file of a folder with departments. */
  district(folder: string): Read<InputFile>;
  /** The files of member units, in the folder 单位 beside the departments. */
  units(folder: string): UnitFiles;
  /** A profile, with the district's own files of the folder laid over it. */
  profile(name: string, folder: string): Fingerprinted<Loaded<Profile>>;
  classifications(year: string): Fingerprinted<Read<Classifications>>;
  faces(): Promise<LoadedFaces>;
}

export function makeShelf(environment: Environment): Shelf {
  return {
    district: oncePerArguments((folder: string) => readDistrict(folder, environment)),
    units: oncePerArguments((folder: string) => readUnits(join(folder, UNIT_FOLDER), environment)),
    profile: oncePerArguments((name: string, folder: string) => readProfile(name, folder, environment)),
    classifications: oncePerArguments((year: string) => readClassifications(year, environment)),
    faces: oncePerArguments(() => loadFaces(environment)),
  };
}

function readDistrict(folder: string, environment: Environment): Read<InputFile> {
  const path = join(folder, DISTRICT_FILE);
  const read = readInputFile(path, showPath(environment, path));
  if (read.diagnostics[0]?.code !== 'file-missing') return read;
  return refuseInput(
    'file-missing',
    `没有“${showPath(environment, path)}”这个文件。`,
    '区县的年度、地区、级次和方案写在“区县.yaml”里，和部门文件放在同一个文件夹。',
  );
}

/** A file that cannot be read is missed where a department lists it. */
function readUnits(folder: string, environment: Environment): UnitFiles {
  const definitions = listFiles(folder).filter((name) => YAML.test(name));
  const files = definitions.map(
    (name) => [name, readInputFile(join(folder, name), showPath(environment, join(folder, name))).value] as const,
  );
  return new Map(files.flatMap(([name, file]) => (file ? [[name, file] as const] : [])));
}

function readProfile(name: string, folder: string, environment: Environment): Fingerprinted<Loaded<Profile>> {
  const names = profileNames(environment);
  const layers: ProfileLayer[] = [];
  const links: Diagnostic[] = [];
  const lookAt = oncePerArguments(profileFinder(environment));
  const find = (wanted: string) => {
    const layer = lookAt(wanted);
    if (layer) layers.push(layer);
    links.push(...profilesPassedOver(wanted, environment));
    return layer;
  };
  const own = find(name);
  if (!own) return { diagnostics: [...links, ...refuseProfile(name, names).diagnostics], sources: [], inputs: [] };
  const overlay = readOverlay(join(folder, OVERLAY_FOLDER), environment);
  const kept = overlay ? undefined : keptProfile(name, lookAt, environment);
  kept?.parents.forEach(find);
  const loaded = kept?.loaded ?? loadProfile(own.folder, own.files, { find, lookAt, names, overlay });
  const used = overlay ? [...layers, overlay] : layers;
  const diagnostics = [...links, ...used.flatMap(({ refused = [] }) => refused), ...loaded.diagnostics];
  return { ...loaded, diagnostics, inputs: used.map((layer) => folderFingerprint('方案', layer.folder, layer.files)) };
}

function refuseProfile(name: string, names: readonly string[]): { readonly diagnostics: readonly Diagnostic[] } {
  const near = nearestWord(name, names);
  const message = name === '' ? '部门文件和“区县.yaml”都没有写“方案”。' : `templates/ 里没有“${name}”这个方案。`;
  const hint = near === undefined ? `“方案”是 templates/ 下的文件夹名，现有：${names.join('、') || '无'}。` : `是否为“${near}”？`;
  return refuseInput('profile-missing', message, hint);
}

function readOverlay(path: string, environment: Environment): ProfileLayer | undefined {
  return isFolder(path) ? readProfileFolder(path, showPath(environment, path)) : undefined;
}

function readClassifications(year: string, environment: Environment): Fingerprinted<Read<Classifications>> {
  const folder = classificationFolder(year, environment);
  if (folder === undefined) {
    const message = `data/classifications/ 里没有 ${year} 年度的政府收支分类科目，也没有别的年度的。`;
    return { ...refuseInput('classification-missing', message, '从程序的 data/classifications/ 里复制回来。'), inputs: [] };
  }
  const lists = readClassificationFiles(folder);
  if (!lists.value) return { diagnostics: lists.diagnostics, inputs: [] };
  const own = readOwnConfirmations(environment);
  const parsed = parseClassifications({ ...lists.value, wanted: year, confirmations: own.value });
  const inputs = [classificationFingerprint(lists.value, year), ...(own.value ? [fileFingerprint('科目目录', own.value)] : [])];
  const other = lists.value.year === year ? [] : [otherYear(year, lists.value.year)];
  return { ...parsed, diagnostics: [...other, ...lists.diagnostics, ...own.diagnostics, ...parsed.diagnostics], inputs };
}

/** Nothing where the office has no such file: it need not have one. */
function readOwnConfirmations(environment: Environment): Read<InputFile> {
  const path = confirmationsFile(environment);
  const read = readInputFile(path, showPath(environment, path));
  return read.diagnostics[0]?.code === 'file-missing' ? { diagnostics: [] } : read;
}

function otherYear(wanted: string, used: string): Diagnostic {
  const message = `还没有 ${wanted} 年的科目目录，暂用 ${used} 年的；科目名称都按未经核实处理。`;
  const hint = `把 ${wanted} 年的目录放进 data/classifications/${wanted}/；只用到几个科目的，也可以逐个核对后写进 data/科目核实.csv。`;
  return { code: 'classification-missing', severity: 'warning', message, hint };
}

/** The faces of the PDF, and which file each role got. */
export interface LoadedFaces {
  readonly fonts: PdfFonts;
  readonly files: readonly FileFingerprint[];
}

/** Fonts and the PDF library load only when pages are to be made: help and bad YAML are answered without them. */
async function loadFaces(environment: Environment): Promise<LoadedFaces> {
  const { loadFonts } = await import('../writers/pdf/index.js');
  const fonts = loadFonts(join(environment.home, 'fonts'), join(environment.project, 'fonts', 'local'));
  return { fonts, files: fonts.uses.map((use) => faceFingerprint(use, environment)) };
}

/** Named from the folder that has them: where that is, is no matter of the document. */
function faceFingerprint({ role, face, file, sha256 }: FaceUse, { home, project }: Environment): FileFingerprint {
  const [way = file] = [home, project].map((root) => relative(root, file)).filter((path) => !path.startsWith('..'));
  return { role: '字体', name: `${role}：${face}（${way.split(sep).join('/')}）`, sha256 };
}
