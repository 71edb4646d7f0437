import { type ClassificationFiles, parseClassifications } from '../../src/definition/classifications.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import type { InputFile, UnitFiles } from '../../src/definition/read-source.js';
import { type BuildOptions, buildDocument } from '../../src/pipeline.js';
import { oncePer } from '../../src/plain/objects.js';
import { loadProfile, type ProfileLayer, type ProfileOptions } from '../../src/profile/load-profile.js';
import type { BuildResult } from '../../src/publication/disclosure.js';

/** Everything that a document is made from, as bytes. */
export interface BuildInput {
  readonly department: InputFile;
  readonly district: InputFile;
  /** Files of member units, by the name under which departments list them. */
  readonly units?: UnitFiles;
  readonly classifications: ClassificationFiles;
  readonly profile: ProfileLayer & ProfileOptions;
}

/** As for a batch: the same lists are read once. */
const classificationsOf = oncePer((files: ClassificationFiles) => parseClassifications(files));

/** As the program does it, without a folder to read from. */
export function buildFromFiles(input: BuildInput, options?: BuildOptions): BuildResult {
  const read = loadDefinition(input.department, input.district, input.units);
  const { value: classifications, diagnostics } = classificationsOf(input.classifications);
  const definition = { ...read, diagnostics: [...read.diagnostics, ...diagnostics] };
  const profile = loadProfile(input.profile.folder, input.profile.files, input.profile);
  return buildDocument({ definition, profile, classifications }, options);
}
