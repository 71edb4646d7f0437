import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../environment.js';
import type { FindProfile } from '../profile/profile-layers.js';
import { isLink, linkPassedOver, listFiles, listFolders, readPackedProfile, readProfileFolder } from './read-files.js';

/** The file that the departments of a folder inherit. */
export const DISTRICT_FILE = '区县.yaml';
/** Beside the departments' files: those of their units. */
export const UNIT_FOLDER = '单位';
/** Beside them, too: a district's own files of its profile. */
export const OVERLAY_FOLDER = '方案';
export const YAML = /\.ya?ml$/i;

export function departmentFiles(folder: string): string[] {
  return listFiles(folder).filter((name) => YAML.test(name) && name !== DISTRICT_FILE && !name.startsWith('.'));
}

/** Where things of a kind are looked for: the district's own folder before the program's. */
function placesOf({ project, home }: Environment, ...steps: readonly string[]): string[] {
  return [...new Set([project, home])].map((root) => join(root, ...steps));
}

/** The folder of that name among the district's own, else among the program's. */
function findFolder(name: string, places: readonly string[]): string | undefined {
  const place = places.find((folder) => listFolders(folder).includes(name));
  return place && join(place, name);
}

function folderNames(places: readonly string[]): string[] {
  // A name with a dot is what a killed run left behind.
  const names = places.flatMap(listFolders).filter((name) => !name.startsWith('.'));
  return [...new Set(names)].sort();
}

const templates = (environment: Environment): string[] => placesOf(environment, 'templates');
const classifications = (environment: Environment): string[] => placesOf(environment, 'data', 'classifications');

export const profileNames = (environment: Environment): string[] =>
  [...new Set([...folderNames(templates(environment)), ...packedProfiles(environment)])].sort();

const PACKED = /\.zip$/;
/** Where the program's own are packed: an office copies a program of few files much sooner. */
const packedProfiles = ({ home }: Environment): string[] =>
  listFiles(join(home, 'templates')).flatMap((name) => (PACKED.test(name) ? [name.replace(PACKED, '')] : []));

/** Reads profiles by name. One of the district's own stands for the program's of the same name as a whole. */
export function profileFinder(environment: Environment): FindProfile {
  return (name) => {
    if (!profileNames(environment).includes(name)) return undefined;
    const folder = findFolder(name, templates(environment));
    if (folder !== undefined) return readProfileFolder(folder, `templates/${name}`);
    return readPackedProfile(join(environment.home, 'templates', `${name}.zip`), `templates/${name}`);
  };
}

/** What has the profile's name among the district's own and is no folder: the program's of that name is used, or none is. */
export function profilesPassedOver(name: string, environment: Environment): Diagnostic[] {
  const paths = name === '' ? [] : templates(environment).map((folder) => join(folder, name));
  const strange = paths.find((path) => (existsSync(path) || isLink(path) ? !listFolders(dirname(path)).includes(name) : false));
  if (strange === undefined) return [];
  const hint = '请把方案的文件夹本身复制到 templates/。';
  const shown = showPath(environment, strange);
  if (isLink(strange)) return [linkPassedOver(shown, hint)];
  return [{ code: 'file-not-regular', severity: 'warning', message: `“${shown}”不是文件夹，没有读。`, hint }];
}

/** The years that have code lists. */
export const classificationYears = (environment: Environment): string[] =>
  folderNames(classifications(environment)).filter((name) => /^\d{4}$/.test(name));

/** The lists of a year; where it has none yet, those of the year before, or else of the next that has some. */
export function classificationFolder(year: string, environment: Environment): string | undefined {
  const years = classificationYears(environment);
  const nearest = years.filter((one) => one <= year).at(-1) ?? years[0];
  return nearest === undefined ? undefined : findFolder(nearest, classifications(environment));
}

/** Names that the office has looked up itself: beside the years of its data, so that new lists never overwrite it. */
export const confirmationsFile = ({ project }: Environment): string => join(project, 'data', '科目核实.csv');
