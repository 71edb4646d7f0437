import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { Definition, Member } from './definition.js';
import type { InputFile, Loaded, UnitFiles } from './input-file.js';
import { loadUnits } from './load-units.js';
import { parseYaml, type YamlTree } from './parse-yaml.js';
import { isPlainObject } from './plain-object.js';
import { readSource } from './read-source.js';
import { AMOUNT_UNITS, departmentSchema } from './schema/department.js';
import { districtSchema } from './schema/district.js';
import { validate } from './validate.js';

export type { InputFile, Loaded, UnitFiles } from './input-file.js';

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
function statedUnit(tree: YamlTree): (typeof AMOUNT_UNITS)[number] {
  const stated = isPlainObject(tree.value) ? tree.value.金额单位 : undefined;
  return AMOUNT_UNITS.find((unit) => unit === stated) ?? '元';
}
