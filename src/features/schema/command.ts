import { join } from 'node:path';
import { type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { definitionJsonSchema } from '../../definition/json-schema.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { districtSchema } from '../../definition/schema/district.js';
import { type Environment, outputContext } from '../../environment.js';
import { writeTogether } from '../../output/write-together.js';

/** The JSON Schema files under data/, by name, as they have to be. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const text = (schema: Parameters<typeof definitionJsonSchema>[0]) => `${JSON.stringify(definitionJsonSchema(schema), undefined, 2)}\n`;
  return new Map([
    ['部门预算.schema.json', text(departmentSchema('元'))],
    ['区县.schema.json', text(districtSchema)],
  ]);
}

/** Writes the JSON Schema files that editors complete and check YAML with. */
export interface SchemaRequest {
  readonly command: 'schema';
}

/** `schema`: writes them, for editors that complete and check YAML. */
export async function writeSchemas(environment: Environment): Promise<ExitCode> {
  const files = [...schemaFiles()].map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const { outcome, diagnostics } = await writeTogether(join(environment.project, 'data'), [], files, outputContext(environment));
  sayFindings(diagnostics, [], environment);
  if (outcome !== 'failed') for (const { name } of files) environment.say(`${outcome === 'written' ? '已写' : '未变'} data/${name}`);
  return exitCodeOf(diagnostics);
}
