import type { z } from 'zod';
import { type Diagnostic, hasErrors, type SourceLocation } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { AMOUNT_UNITS, type AmountUnit } from '../money/units.js';
import { isPlainObject, oncePer } from '../plain/objects.js';
import type { Definition, Member } from './definition.js';
import { parseYaml, type YamlTree } from './parse-yaml.js';
import { type InputFile, type Loaded, readSource, type UnitFiles } from './read-source.js';
import { departmentSchema } from './schema/department.js';
import { districtSchema } from './schema/district.js';
import { statedDepartment } from './stated-department.js';
import { validate } from './validate.js';

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
  const shared = loadDistrict(district);
  const own = loadMember(department, complete);
  const units = own.value
    ? loadUnits(own.value, unitFiles, (file) => loadMember(file, complete))
    : { members: [], diagnostics: [], sources: [] };
  const diagnostics = [...shared.diagnostics, ...own.diagnostics, ...units.diagnostics];
  const sources = [...shared.sources, ...own.sources, ...units.sources];
  if (!shared.value || !own.value || hasErrors(diagnostics)) return { diagnostics, sources };
  const { file, content, locate } = own.value;
  const { value: common, locate: locateInDistrict } = shared.value;
  const members = [own.value, ...units.members];
  return { value: { file, department: content, district: common, members, locate, locateInDistrict }, diagnostics, sources };
}

/** One file for all departments of a year: it is read for the first of them. */
const loadDistrict = oncePer((district: InputFile) => loadYaml(district, districtSchema));

function loadMember(input: InputFile, complete: Completion): Loaded<Member> {
  const { value, diagnostics, sources } = loadYaml(input, (tree) => departmentSchema(statedUnit(tree)), complete);
  return {
    diagnostics,
    sources,
    ...(value && { value: { file: input.name, content: value.value, typed: value.typed, locate: value.locate } }),
  };
}

/** A value of a YAML file, with the places of its parts. */
export interface Located<T> {
  readonly value: T;
  readonly locate: YamlTree['locate'];
}

interface ReadFile<T> extends Located<T> {
  /** What the file says before its schema reads it. */
  readonly typed: unknown;
}

/** Reads one YAML file against a schema; the schema may depend on the content. */
export function loadYaml<S extends z.ZodType>(
  file: InputFile,
  schema: S | ((tree: YamlTree) => S),
  complete: Completion = asItIs,
): Loaded<ReadFile<z.output<S>>> {
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
  return { value: { value: checked.value, typed: parsed.tree.value, locate: parsed.tree.locate }, diagnostics, sources };
}

/** The unit in which the file states its amounts; a wrong one is reported by the schema. */
function statedUnit(tree: YamlTree): AmountUnit {
  const stated = isPlainObject(tree.value) ? tree.value.金额单位 : undefined;
  return AMOUNT_UNITS.find((unit) => unit === stated) ?? '元';
}

type Listed = NonNullable<Member['content']['部门']['所属单位']>[number];

interface LoadedUnits {
  readonly members: readonly Member[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** The member units that a department lists with a file of their own. */
function loadUnits(department: Member, unitFiles: UnitFiles, load: (file: InputFile) => Loaded<Member>): LoadedUnits {
  const listed = department.content.部门.所属单位 ?? [];
  const loaded = listed.map((unit, index): Loaded<Member> => {
    const place = ['部门', '所属单位', index];
    if (unit.定义 === undefined) return { diagnostics: notTaken(unit, department.locate(place), unitFiles), sources: [] };
    const at = department.locate([...place, '定义']);
    const file = unitFiles.get(unit.定义);
    return file ? sameUnit(load(file), unit, at) : { diagnostics: [missingUnit(unit.定义, at)], sources: [] };
  });
  return {
    members: loaded.flatMap((one) => one.value ?? []),
    diagnostics: loaded.flatMap((one) => one.diagnostics),
    sources: loaded.flatMap((one) => one.sources),
  };
}

/** The unit's own file must bear the name under which the department lists it. */
function sameUnit(loaded: Loaded<Member>, { 名称: name }: Listed, listed: SourceLocation): Loaded<Member> {
  const stated = loaded.value?.content.部门.名称;
  if (!loaded.value || stated === name) return loaded;
  const diagnostic: Diagnostic = {
    code: 'unit-name',
    severity: 'error',
    message: `单位名称是“${stated}”，部门文件的“所属单位”里写的是“${name}”。`,
    at: loaded.value.locate(['部门', '名称']),
    related: [{ message: `“${name}”的“定义”`, at: listed }],
    hint: '把两处改成一致，或核对“定义”的文件名。',
  };
  return { ...loaded, diagnostics: [...loaded.diagnostics, diagnostic] };
}

function missingUnit(file: string, at: SourceLocation): Diagnostic {
  const message = `找不到所属单位的定义文件“${file}”。`;
  return { code: 'unit-file-missing', severity: 'error', message, at, hint: '核对文件名；文件应放在“单位”文件夹里。' };
}

/** A unit listed by its name alone, though there is a file of it: whatever stands in that file would be lost without a word. */
function notTaken({ 名称: name }: Listed, at: SourceLocation, unitFiles: UnitFiles): Diagnostic[] {
  const [file] = [...unitFiles].find(([, input]) => statedName(input) === name) ?? [];
  if (file === undefined) return [];
  const message = `“单位”文件夹里有“${name}”的文件“${file}”，这里没有写“定义”，文件里的内容没有汇总，也不会公开。`;
  const hint = `写上“定义: ${file}”；钱已经填在部门文件里、不用它的，把它移出“单位”文件夹。`;
  return [{ code: 'unit-file-not-listed', severity: 'warning', message, at, hint }];
}

/** Read once for all departments of a district. */
const statedNames = new WeakMap<InputFile, unknown>();

function statedName(input: InputFile): unknown {
  if (!statedNames.has(input)) statedNames.set(input, statedDepartment(input)?.['名称']);
  return statedNames.get(input);
}
