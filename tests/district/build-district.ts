import { join } from 'node:path';
import { type Definition, unitDefinition } from '../../src/definition/definition.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import type { InputFile, Loaded, UnitFiles } from '../../src/definition/read-source.js';
import { readProfileFiles } from '../../src/input/read-files.js';
import { buildDocument } from '../../src/pipeline.js';
import { loadProfile, type ProfileLayer } from '../../src/profile/load-profile.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import { ROOT } from '../support/build-case.js';
import { classifications } from '../support/classifications.js';
import type { DepartmentFacts, District } from '../support/district/generate-district.js';

const find = (name: string): ProfileLayer => ({ folder: `templates/${name}`, files: readProfileFiles(join(ROOT, 'templates', name)) });
const profiles = new Map(['shanxi', 'nine-tables', 'nine-tables-unit'].map((name) => [name, loadNamed(name)] as const));

function loadNamed(name: string) {
  const { folder, files } = find(name);
  return loadProfile(folder, files, { find });
}

/** One department's or unit's build, with what the generator says of it. */
export interface Built extends BuildResult {
  readonly facts: DepartmentFacts;
  /** What was found, one a line: the place and the code. */
  readonly findings: readonly string[];
}

/** Takes every department of a district through the stages before the writers, and every unit as a document of its own. */
export function* buildDistrict(district: District, profile = 'shanxi', chosen: (index: number) => boolean = () => true): Generator<Built> {
  const files = inputs(district);
  const unitProfile = profiles.has(`${profile}-unit`) ? `${profile}-unit` : profile;
  const departments = district.departments.filter((_, index) => chosen(index));
  for (const facts of departments) {
    const definition = load(facts, files);
    yield build(facts, definition, profile);
    for (const unit of facts.units) yield build(unit, unitOf(definition, unit), unitProfile);
  }
}

interface Inputs {
  readonly byPath: ReadonlyMap<string, InputFile>;
  readonly district: InputFile;
  readonly units: UnitFiles;
}

function inputs({ files }: District): Inputs {
  const byPath = new Map(files.map(({ path, text }) => [path, { name: path, bytes: new TextEncoder().encode(text) }] as const));
  const units = [...byPath.values()].filter(({ name }) => name.includes('/单位/'));
  const district = [...byPath.values()].find(({ name }) => name.endsWith('/区县.yaml'));
  if (!district) throw new Error('no 区县.yaml');
  return { byPath, district, units: new Map(units.map((file) => [file.name.replace(/^.*\//, ''), file])) };
}

function load({ path }: DepartmentFacts, { byPath, district, units }: Inputs): Loaded<Definition> {
  const department = byPath.get(path);
  if (!department) throw new Error(`no ${path}`);
  return loadDefinition(department, district, units);
}

/** A unit's own document: the department hands some things down. */
function unitOf({ value, sources }: Loaded<Definition>, { path }: DepartmentFacts): Loaded<Definition> {
  const unit = value?.members.find((member) => member.file === path);
  if (!value || !unit) throw new Error(`no ${path}`);
  return { value: unitDefinition(value, unit), diagnostics: [], sources };
}

function build(facts: DepartmentFacts, definition: Loaded<Definition>, profileName: string): Built {
  const profile = profiles.get(profileName);
  if (!profile) throw new Error(`no ${profileName}`);
  const result = buildDocument({ definition, profile, classifications });
  return { ...result, facts, findings: result.diagnostics.map(({ at, code, message }) => `${at?.file ?? facts.path} ${code} ${message}`) };
}
