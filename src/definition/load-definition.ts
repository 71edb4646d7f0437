import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { isPlainObject } from './plain-object.js';
import type { Definition } from './definition.js';
import { parseYaml, type YamlTree } from './parse-yaml.js';
import { readSource } from './read-source.js';
import { AMOUNT_UNITS, departmentSchema } from './schema/department.js';
import { districtSchema } from './schema/district.js';
import { validate } from './validate.js';

/** A file as it was read: its bytes, and the name that messages show. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Loaded<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
  /** Sources read, for excerpts under messages. */
  readonly sources: readonly SourceText[];
}

/** Reads a department's file and the district file it inherits; all mistakes of both at once. */
export function loadDefinition(department: InputFile, district: InputFile): Loaded<Definition> {
  const shared = loadYaml(district, districtSchema);
  const own = loadYaml(department, (tree) => departmentSchema(statedUnit(tree)));
  const diagnostics = [...shared.diagnostics, ...own.diagnostics];
  const sources = [...shared.sources, ...own.sources];
  if (!shared.value || !own.value || hasErrors(diagnostics)) return { diagnostics, sources };
  const { value, locate } = own.value;
  const { value: common, locate: locateInDistrict } = shared.value;
  return { value: { file: department.name, department: value, district: common, locate, locateInDistrict }, diagnostics, sources };
}

/** A value of a YAML file, with the places of its parts. */
export interface Located<T> {
  readonly value: T;
  readonly locate: YamlTree['locate'];
}

/** Reads one YAML file against a schema; the schema may depend on the content. */
export function loadYaml<S extends z.ZodType>(file: InputFile, schema: S | ((tree: YamlTree) => S)): Loaded<Located<z.output<S>>> {
  const source = readSource(file.bytes, file.name);
  if (!source.text) return { diagnostics: source.diagnostics, sources: [] };
  const sources = [source.text];
  const parsed = parseYaml(source.text);
  const read = [...source.diagnostics, ...parsed.diagnostics];
  if (!parsed.tree) return { diagnostics: read, sources };
  const checked = validate(typeof schema === 'function' ? schema(parsed.tree) : schema, parsed.tree);
  const diagnostics = [...read, ...checked.diagnostics];
  if (checked.value === undefined) return { diagnostics, sources };
  return { value: { value: checked.value, locate: parsed.tree.locate }, diagnostics, sources };
}

/** The unit in which the file states its amounts; a wrong one is reported by the schema. */
function statedUnit(tree: YamlTree): (typeof AMOUNT_UNITS)[number] {
  const stated = isPlainObject(tree.value) ? tree.value.金额单位 : undefined;
  return AMOUNT_UNITS.find((unit) => unit === stated) ?? '元';
}
