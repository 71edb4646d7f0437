import { join } from 'node:path';
import { type ClassificationFiles, type Classifications, parseClassifications } from '../../src/definition/classifications.js';
import { readClassificationFiles } from '../../src/input/read-files.js';

const read = readClassificationFiles(join(import.meta.dirname, '../../data/classifications/2026'));
if (!read.value) throw new Error(JSON.stringify(read.diagnostics));

/** The code lists that the program brings along, as files. */
export const CLASSIFICATIONS: ClassificationFiles = read.value;

/** The same, parsed. */
export const classifications: Classifications = parsed(CLASSIFICATIONS);

function parsed(files: ClassificationFiles): Classifications {
  const { value, diagnostics } = parseClassifications(files);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
