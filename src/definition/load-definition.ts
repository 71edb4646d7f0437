import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import type { Definition, Member } from './definition.js';
import type { InputFile } from './input-file.js';
import { parseYaml, type YamlTree } from './parse-yaml.js';
import { isPlainObject } from './plain-object.js';
import { readSource } from './read-source.js';
import { AMOUNT_UNITS, departmentSchema } from './schema/department.js';
import { districtSchema } from './schema/district.js';
import { statedDepartment } from './stated-department.js';
import { validate } from './validate.js';

export type { InputFile } from './input-file.js';

export interface Loaded<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
  /** Sources read, for excerpts under messages. */
  readonly sources: readonly SourceText[];
}

/** Files of member units by the name under which departments list them. */
export type UnitFiles = ReadonlyMap<string, InputFile>;

/** What is put into a file's content before it is checked, such as figures that another file has. */
export type Completion = (tree: YamlTree) => { readonly tree: YamlTree; readonly diagnostics: readonly Diagnostic[] };

const asItIs: Completion = (tree) => ({ tree, diagnostics: [] });

/** Reads a department's file, its member units' files and the district file it inherits; all mistakes at once. */
export function loadDefinition(
  department: InputFile,
  district: InputFile,
  unitFiles: UnitFiles = new Map(),
  complete: Completion = asItIs,
): Loaded<Definition> {
  const shared = loadYaml(district, districtSchema);
  const own = loadMember(department, complete);
  const units = own.value ? loadUnits(own.value, unitFiles, complete) : { members: [], diagnostics: [], sources: [] };
  const diagnostics = [...shared.diagnostics, ...own.diagnostics, ...units.diagnostics];
  const sources = [...shared.sources, ...own.sources, ...units.sources];
  if (!shared.value || !own.value || hasErrors(diagnostics)) return { diagnostics, sources };
  const { file, content, locate } = own.value;
  const { value: common, locate: locateInDistrict } = shared.value;
  const members = [own.value, ...units.members];
  return { value: { file, department: content, district: common, members, locate, locateInDistrict }, diagnostics, sources };
}

function loadMember(input: InputFile, complete: Completion): Loaded<Member> {
  const { value, diagnostics, sources } = loadYaml(input, (tree) => departmentSchema(statedUnit(tree)), complete);
  return { diagnostics, sources, ...(value && { value: { file: input.name, content: value.value, locate: value.locate } }) };
}

/** The member units that the department lists with a file of their own. */
function loadUnits(
  department: Member,
  unitFiles: UnitFiles,
  complete: Completion,
): { members: Member[]; diagnostics: Diagnostic[]; sources: SourceText[] } {
  const listed = department.content.部门.所属单位 ?? [];
  const loaded = listed.map((unit, index): Loaded<Member> => {
    if (unit.定义 === undefined) return { diagnostics: notTaken(department, index, unit.名称, unitFiles), sources: [] };
    const file = unitFiles.get(unit.定义);
    return file
      ? sameUnit(loadMember(file, complete), unit.名称)
      : { diagnostics: [missingUnit(department, index, unit.定义)], sources: [] };
  });
  return {
    members: loaded.flatMap((one) => one.value ?? []),
    diagnostics: loaded.flatMap((one) => one.diagnostics),
    sources: loaded.flatMap((one) => one.sources),
  };
}

/** The unit's own file must bear the name under which the department lists it. */
function sameUnit(loaded: Loaded<Member>, name: string): Loaded<Member> {
  const stated = loaded.value?.content.部门.名称;
  if (!loaded.value || stated === name) return loaded;
  const message = `单位名称是“${stated}”，部门文件的“所属单位”里写的是“${name}”。`;
  const diagnostic: Diagnostic = {
    code: 'unit-name',
    severity: 'error',
    message,
    at: loaded.value.locate(['部门', '名称']),
    hint: '把两处改成一致。',
  };
  return { ...loaded, diagnostics: [...loaded.diagnostics, diagnostic] };
}

const statedNames = new WeakMap<InputFile, unknown>();

/** A unit listed by its name alone, though there is a file of it: whatever stands in that file would be lost without a word. */
function notTaken(department: Member, index: number, name: string, unitFiles: UnitFiles): Diagnostic[] {
  const [file] = [...unitFiles].find(([, input]) => statedName(input) === name) ?? [];
  if (file === undefined) return [];
  const message = `“单位”文件夹里有“${name}”的文件“${file}”，这里没有写“定义”，文件里的内容没有汇总，也不会公开。`;
  const at = department.locate(['部门', '所属单位', index]);
  const hint = `写上“定义: ${file}”；钱已经填在部门文件里、不用它的，把它移出“单位”文件夹。`;
  return [{ code: 'unit-file-not-listed', severity: 'warning', message, at, hint }];
}

function statedName(input: InputFile): unknown {
  if (!statedNames.has(input)) statedNames.set(input, statedDepartment(input)?.['名称']);
  return statedNames.get(input);
}

function missingUnit(department: Member, index: number, name: string): Diagnostic {
  const message = `找不到所属单位的定义文件“${name}”。`;
  const at = department.locate(['部门', '所属单位', index, '定义']);
  return { code: 'unit-file-missing', severity: 'error', message, at, hint: '核对文件名；文件应放在“单位”文件夹里。' };
}

/** A value of a YAML file, with the places of its parts. */
export interface Located<T> {
  readonly value: T;
  readonly locate: YamlTree['locate'];
}

/** Reads one YAML file against a schema; the schema may depend on the content. */
export function loadYaml<S extends z.ZodType>(
  file: InputFile,
  schema: S | ((tree: YamlTree) => S),
  complete: Completion = asItIs,
): Loaded<Located<z.output<S>>> {
  const source = readSource(file.bytes, file.name);
  if (!source.text) return { diagnostics: source.diagnostics, sources: [] };
  const sources = [source.text];
  const parsed = parseYaml(source.text);
  const read = [...source.diagnostics, ...parsed.diagnostics];
  if (!parsed.tree) return { diagnostics: read, sources };
  const { tree, diagnostics: open } = complete(parsed.tree);
  const checked = validate(typeof schema === 'function' ? schema(tree) : schema, tree);
  const diagnostics = [...read, ...open, ...checked.diagnostics];
  if (checked.value === undefined) return { diagnostics, sources };
  return { value: { value: checked.value, locate: parsed.tree.locate }, diagnostics, sources };
}

/** The unit in which the file states its amounts; a wrong one is reported by the schema. */
function statedUnit(tree: YamlTree): (typeof AMOUNT_UNITS)[number] {
  const stated = isPlainObject(tree.value) ? tree.value.金额单位 : undefined;
  return AMOUNT_UNITS.find((unit) => unit === stated) ?? '元';
}
