import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionJsonSchema } from '../definition/json-schema.js';
import { departmentSchema } from '../definition/schema/department.js';
import { districtSchema } from '../definition/schema/district.js';
import type { Environment } from './environment.js';
import { EXIT, type ExitCode } from './exit-code.js';

/** The JSON Schema files under data/, by name, as they have to be. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const text = (schema: Parameters<typeof definitionJsonSchema>[0]) => `${JSON.stringify(definitionJsonSchema(schema), undefined, 2)}\n`;
  return new Map([
    ['部门预算.schema.json', text(departmentSchema('元'))],
    ['区县.schema.json', text(districtSchema)],
  ]);
}

/** `schema`: writes them, for editors that complete and check YAML. */
export function writeSchemas(environment: Environment): ExitCode {
  for (const [name, text] of schemaFiles()) {
    writeFileSync(join(environment.project, 'data', name), text);
    environment.say(`已写 data/${name}`);
  }
  return EXIT.good;
}
