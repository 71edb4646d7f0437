import { join } from 'node:path';
import { loadYaml } from '../../definition/load-definition.js';
import type { InputFile } from '../../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../../environment.js';
import { OVERLAY_FOLDER, profileFinder } from '../../input/places.js';
import { readInputFile } from '../../input/read-files.js';
import { districtFolder } from '../../input/unit-documents.js';
import { type ExportMap, exportMapsSchema } from '../../profile/import-map.js';
import { profileLayers } from '../../profile/profile-layers.js';
import { IMPORT_MAPS } from '../../profile/profile-reader.js';
import { statedProfile } from '../excel/profile-asks.js';

export interface ReadMaps {
  readonly maps: readonly ExportMap[];
  /** Of all that are there. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The maps for a department: its district's own, those of its profile and of the profiles that it follows, and those for all. */
export function readMaps(department: string, wanted: string | undefined, environment: Environment): ReadMaps {
  const folder = districtFolder(department);
  const own = optional(join(folder, OVERLAY_FOLDER, IMPORT_MAPS), environment);
  const shared = [environment.project, environment.home].flatMap((root) => optional(join(root, 'templates', IMPORT_MAPS), environment));
  const files = [...own, ...profileMaps(department, environment), ...shared.slice(0, 1)];
  const read = files.map((file) => loadYaml(file, exportMapsSchema));
  const all = read.flatMap(({ value }) => value?.value.对照 ?? []);
  const diagnostics = read.flatMap((one) => one.diagnostics);
  const names = all.map(({ 名称: name }) => name);
  if (hasErrors(diagnostics) || wanted === undefined) return { maps: all, names, diagnostics };
  const maps = all.filter(({ 名称: name }) => name === wanted);
  const missing: Diagnostic = {
    code: 'import-not-understood',
    severity: 'error',
    message: `没有“${wanted}”这个对照。`,
    hint: `现有：${names.join('、') || '无'}。`,
  };
  return { maps, names, diagnostics: maps.length === 0 ? [...diagnostics, missing] : diagnostics };
}

function optional(path: string, environment: Environment): InputFile[] {
  const { value } = readInputFile(path, showPath(environment, path));
  return value ? [value] : [];
}

/** By the name of the profile that the department's file or its district's has. */
function profileMaps(department: string, environment: Environment): InputFile[] {
  const find = profileFinder(environment);
  const start = find(statedProfile(department) ?? '');
  if (!start) return [];
  return profileLayers(start, find).layers.flatMap(({ folder, files }) => {
    const bytes = files.get(IMPORT_MAPS);
    return bytes ? [{ name: `${folder}/${IMPORT_MAPS}`, bytes }] : [];
  });
}
