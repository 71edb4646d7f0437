import { join } from 'node:path';
import { chooseDepartments } from '../../commands/choose-departments.js';
import { loadYaml } from '../../definition/load-definition.js';
import type { InputFile } from '../../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../../environment.js';
import { OVERLAY_FOLDER, profileFinder } from '../../input/places.js';
import { readInputFile } from '../../input/read-files.js';
import { makeShelf } from '../../input/shelf.js';
import { districtFolder } from '../../input/unit-documents.js';
import type { AmountUnit } from '../../money/units.js';
import { type ExportMap, exportMapsSchema } from '../../profile/import-map.js';
import { profileLayers } from '../../profile/profile-layers.js';
import { IMPORT_MAPS } from '../../profile/profile-reader.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { valueAt } from '../excel/form-tree.js';
import { declaredFields, statedProfile } from '../excel/profile-asks.js';
import { applyExport, readExport } from './apply-export.js';
import { checkContent } from './check-content.js';
import { isSection } from './differences.js';
import { complete } from './published/complete.js';
import type { Place } from './published/rebuild.js';
import { sayCompleted } from './published/say-completed.js';
import { ownerOf, targetFinding } from './target.js';

type Tree = Record<string, unknown>;

/** Which department's, of which year, by which map; absent: what there is. */
interface Asked {
  readonly department?: string;
  readonly year?: string;
  readonly map?: string;
}

/** What a workbook comes to: the file that it is of, and what that file will say, once what it says now is known. */
export interface Content {
  readonly path?: string;
  readonly findings: readonly Diagnostic[];
  readonly after?: (before: unknown) => { readonly tree: unknown; readonly findings: readonly Diagnostic[]; readonly isPartial?: boolean };
}

/** An export of another system goes to a department that has a file: it says nothing of duties and offices. */
export async function exportContent(
  sheets: readonly CellSheet[],
  file: string,
  request: Asked,
  environment: Environment,
): Promise<Content> {
  const { departments, year } = { departments: request.department === undefined ? [] : [request.department], year: request.year };
  const chosen = chooseDepartments({ departments, ...(year !== undefined && { year }) }, environment);
  if ('command' in chosen) return { findings: [targetFinding(chosen.message, chosen.hint)] };
  const [path, ...others] = chosen.value ?? [];
  if (path === undefined) return { findings: chosen.diagnostics };
  if (others.length > 0)
    return {
      findings: [targetFinding('这是别的系统导出的表，没有说明导入到哪个部门。', '在命令后面加 --department，如 --department 003。')],
    };
  const maps = readMaps(path, request.map, environment);
  if (hasErrors(maps.diagnostics)) return { findings: maps.diagnostics };
  const shelf = makeShelf(environment);
  const owner = ownerOf(path, shelf);
  const read = maps.maps
    .map((map) => ({ map, ...readExport(sheets, map, file, owner) }))
    .sort((one, other) => other.tables - one.tables)[0];
  if (!read || read.tables === 0) return { findings: [...maps.diagnostics, notUnderstood(file, maps.names)] };
  environment.say(`按“${read.map.名称}”读入：${read.tables} 张表，${read.written.length} 个数和名称。`);
  if (read.map.没有) environment.say(`这些表里没有、要自己填的：${read.map.没有.join('、')}。`);
  const refused = sumsUnits(read.map, owner.unitsApart);
  if (refused.length > 0) return { findings: [...maps.diagnostics, ...read.diagnostics, ...refused] };
  const { publishedSheets } = await import('../../writers/xlsx/index.js');
  const after = (before: unknown) => {
    const unit = valueAt(before, ['金额单位']) === '万元' ? '万元' : '元';
    const ground = { sheets, unit, path, shelf, environment, publishedSheets } as const;
    const { tree, findings } = standing(before, ground) ?? heldAgainst(applyExport(before, read, unit), ground, read.diagnostics);
    const locate = () => ({ file, line: 1, column: 1, cell: '' });
    const wrong = checkContent({ tree, unit, declared: declaredFields(path, shelf), locate }).filter(
      ({ severity }) => severity === 'error',
    );
    return { tree, findings: [...findings, ...wrong] };
  };
  return { path, findings: maps.diagnostics, after };
}

interface Ground extends Place {
  readonly sheets: readonly CellSheet[];
  readonly unit: AmountUnit;
}

/** A file that has been completed by hand, and makes the same tables, is left as it is: it tells more than they do. */
function standing(before: unknown, { sheets, unit, ...place }: Ground): { tree: Tree; findings: Diagnostic[] } | undefined {
  if (!isSection(before) || before['支出'] === undefined) return undefined;
  const completed = complete(before, sheets, unit, place);
  if ('wrong' in completed || completed.compared === 0 || completed.differing.length + completed.missing.length > 0) return undefined;
  const { lines, findings } = sayCompleted(completed, unit);
  for (const line of lines) place.environment.say(line);
  return { tree: completed.tree, findings };
}

/** Tables as published are made again and held against the workbook; what single tables could only suspect is known then. */
function heldAgainst(tree: Tree, { sheets, unit, ...place }: Ground, found: readonly Diagnostic[]): { tree: Tree; findings: Diagnostic[] } {
  const completed = complete(tree, sheets, unit, place);
  if ('wrong' in completed || completed.compared === 0)
    return { tree, findings: [...found, ...('wrong' in completed ? notHeld(completed.wrong) : [])] };
  const { lines, findings } = sayCompleted(completed, unit);
  for (const line of lines) place.environment.say(line);
  const isMoot = ({ code }: Diagnostic) => code === 'import-sum-differs' || (code === 'import-not-understood' && findings.length === 0);
  return { tree: completed.tree, findings: [...found.filter((one) => !isMoot(one) && !isAboutSheets(one)), ...findings] };
}

/** Sheets that only sums and texts stand on were held against the tables made again. */
const isAboutSheets = ({ code, at }: Diagnostic): boolean => code === 'import-not-understood' && at === undefined;

function notHeld(wrong: readonly Diagnostic[]): Diagnostic[] {
  const message = `还不能重新生成这些表来核对：${wrong[0]?.message ?? '缺少内容。'}`;
  return [{ code: 'import-cells-differ', severity: 'warning', message, hint: '补填以后，再导入一次同一个工作簿，就会逐格核对。' }];
}

/** Published tables have the sums of a department and its units; lines that say whose they are can be told apart. */
function sumsUnits(map: ExportMap, units: readonly string[]): Diagnostic[] {
  if (units.length === 0 || map.表.some((table) => table.属于 !== undefined)) return [];
  const message = `部门的表是汇总数，包括有自己文件的单位（${units.join('、')}），导入部门本级的文件会重复计算。`;
  const hint = '导入各单位自己的表（--department 单位代码），或带“预算单位”一栏的明细。';
  return [{ code: 'import-sums-units', severity: 'error', message, hint }];
}

function notUnderstood(file: string, names: readonly string[]): Diagnostic {
  const message = `“${file}”不是本程序写的填报表，也不是认得的导出表（试过：${names.join('、') || '没有对照'}）。`;
  const hint = '填报表用 npm run excel 写出；别的系统的表，在 templates/<方案>/导入.yaml 里写明它的表头。';
  return { code: 'import-not-understood', severity: 'error', message, hint };
}

interface ReadMaps {
  readonly maps: readonly ExportMap[];
  /** Of all that are there. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The maps for a department: its district's own, those of its profile and of the profiles that it follows, and those for all. */
function readMaps(department: string, wanted: string | undefined, environment: Environment): ReadMaps {
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
