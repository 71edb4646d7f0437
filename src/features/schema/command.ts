import { join } from 'node:path';
import { type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import type { Classifications, CodeList } from '../../definition/classifications.js';
import { type CodeNames, definitionJsonSchema } from '../../definition/json-schema.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { districtSchema } from '../../definition/schema/district.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, outputContext } from '../../environment.js';
import { classificationYears } from '../../input/places.js';
import { makeShelf } from '../../input/shelf.js';
import { writeTogether } from '../../output/write-together.js';
import { profileSchemaFiles } from './profile-schemas.js';

/** The JSON Schema files under data/, by name, as they have to be. */
export function schemaFiles(lists: Classifications | undefined): ReadonlyMap<string, string> {
  const text = (schema: Parameters<typeof definitionJsonSchema>[0], title: string) =>
    `${JSON.stringify(definitionJsonSchema(schema, title, lists && codeNames(lists)), undefined, 2)}\n`;
  return new Map([
    ['部门预算.schema.json', text(departmentSchema('元'), '部门预算')],
    ['区县.schema.json', text(districtSchema, '区县')],
  ]);
}

/** Which list a key takes its codes from, and how long they are there. */
function codeNames({ functional, departmentEconomic, governmentEconomic, revenue }: Classifications): CodeNames {
  const named = (list: CodeList, ...lengths: readonly number[]) =>
    new Map([...list.values()].filter(({ code }) => lengths.includes(code.length)).map(({ code, name }) => [code, name]));
  return {
    功能分类科目: named(functional, 7),
    部门预算支出经济分类科目: named(departmentEconomic, 5),
    政府预算支出经济分类科目: named(governmentEconomic, 5),
    收入科目编码: named(revenue, 5, 7, 9),
  };
}

/** Writes the JSON Schema files that editors complete and check YAML with. */
export interface SchemaRequest {
  readonly command: 'schema';
}

/** `schema`: writes them, for editors that complete and check YAML; with the codes of the newest lists. */
export async function writeSchemas(environment: Environment): Promise<ExitCode> {
  const data = await writeFolder('data', schemasHere(environment), environment);
  const templates = await writeFolder('templates', profileSchemaFiles(), environment);
  return exitCodeOf([...data, ...templates]);
}

/** Those of profiles, beside them. */
export const writeProfileSchemas = (environment: Environment): Promise<readonly Diagnostic[]> =>
  writeFolder('templates', profileSchemaFiles(), environment);

async function writeFolder(folder: string, texts: ReadonlyMap<string, string>, environment: Environment): Promise<readonly Diagnostic[]> {
  const files = [...texts].map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const { outcome, diagnostics } = await writeTogether(join(environment.project, folder), [], files, outputContext(environment));
  sayFindings(diagnostics, [], environment);
  if (outcome !== 'failed') for (const { name } of files) environment.say(`${outcome === 'written' ? '已写' : '未变'} ${folder}/${name}`);
  return diagnostics;
}

/** With the code lists that are here. */
export function schemasHere(environment: Environment): ReadonlyMap<string, string> {
  const year = classificationYears(environment).at(-1);
  return schemaFiles(year === undefined ? undefined : makeShelf(environment).classifications(year).value);
}
