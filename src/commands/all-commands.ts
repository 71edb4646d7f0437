import { buildDocCommand, checkCommand } from '../features/build-doc/arguments.js';
import { compareCommand } from '../features/compare/arguments.js';
import { doctorCommand } from '../features/doctor/arguments.js';
import { excelCommand } from '../features/excel/arguments.js';
import { explainCommand } from '../features/explain/arguments.js';
import { guideCommand } from '../features/guide/arguments.js';
import { importCommand } from '../features/import/arguments.js';
import { initCommand } from '../features/init/arguments.js';
import { newProfileCommand } from '../features/new-profile/arguments.js';
import { previewCommand } from '../features/preview/arguments.js';
import { newYearCommand } from '../features/roll-over/arguments.js';
import { schemaCommand } from '../features/schema/arguments.js';
import { versionCommand } from '../features/version/arguments.js';

/** In the order of the help page. Made by tests/cli/generated.test.ts (npm run test:update): not edited by hand. */
export const COMMANDS = [
  buildDocCommand,
  checkCommand,
  previewCommand,
  explainCommand,
  schemaCommand,
  newYearCommand,
  compareCommand,
  doctorCommand,
  initCommand,
  excelCommand,
  importCommand,
  newProfileCommand,
  guideCommand,
  versionCommand,
] as const;

/** What a person asked a command for. */
export type Request = Parameters<(typeof COMMANDS)[number]['run']>[0];
