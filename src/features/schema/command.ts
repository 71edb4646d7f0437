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
import { KEY_NOTES } from '../guide/key-notes.js';
import { PROFILE_SCHEMAS, type ProfileFile } from '../guide/key-reference.js';
import type { KeyNote } from '../guide/profile-notes.js';

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

type Json = { [key: string]: unknown };

/** Which file of a profile each schema is for; a file that is laid over another may leave out any key. */
const FILES: readonly (readonly [name: string, file: ProfileFile, isLaidOver: boolean])[] = [
  ['方案.schema.json', '方案.yaml', true],
  ['报表.schema.json', '报表/*.yaml', false],
  ['绩效目标表.schema.json', '绩效目标表.yaml', false],
  ['整体绩效目标表.schema.json', '整体绩效目标表.yaml', false],
  ['版式.schema.json', '版式.yaml', true],
  ['核对.schema.json', '核对.yaml', true],
];

/** The JSON Schema files under templates/, by name: with them an editor completes, explains and checks a profile. */
export function profileSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    FILES.map(([name, file, isLaidOver]) => {
      const json = definitionJsonSchema(PROFILE_SCHEMAS[file], file);
      explain(json, '', KEY_NOTES[file], json);
      if (isLaidOver) allowParts(json);
      return [name, `${JSON.stringify(json, undefined, 2)}\n`] as const;
    }),
  );
}

/** Puts what a key does, and how it is written, where the editor shows it. */
function explain(at: Json, path: string, notes: Readonly<Record<string, KeyNote>>, root: Json, seen: readonly unknown[] = []): void {
  if (seen.includes(at)) return;
  const inner = [...seen, at];
  const {
    properties,
    items,
    additionalProperties: named,
    anyOf,
    allOf,
    $ref: reference,
  } = at as Record<string, Json | Json[] | string | undefined>;
  delete at['kind'];
  for (const [key, field] of Object.entries((properties as Json | undefined) ?? {})) {
    const own = path === '' ? key : `${path}.${key}`;
    describe(field as Json, notes[own]);
    explain(field as Json, own, notes, root, inner);
  }
  if (isJson(items)) explain(items, `${path}[]`, notes, root, inner);
  if (isJson(named)) explain(named, `${path}.<名称>`, notes, root, inner);
  for (const option of [anyOf, allOf].flat()) if (isJson(option)) explain(option, path, notes, root, inner);
  const target = typeof reference === 'string' ? resolve(root, reference) : undefined;
  if (target) explain(target, path, notes, root, inner);
}

function describe(field: Json, note: KeyNote | undefined): void {
  if (!note) return;
  const [effect, absent, example] = note;
  // What a department's file takes under such a title is not what a profile does.
  delete field['examples'];
  const missing = absent === '' || absent === '必填' ? '' : `不写：${absent}。`;
  field['description'] = `${effect}。${missing}例：${example}`;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function resolve(root: Json, reference: string): Json | undefined {
  const steps = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
  const found = steps.reduce<unknown>((at, step) => (isJson(at) ? at[step] : undefined), root);
  return isJson(found) ? found : undefined;
}

/** What the parent says need not be said again. */
function allowParts(at: unknown): void {
  if (Array.isArray(at)) for (const item of at) allowParts(item);
  if (!isJson(at)) return;
  if (Array.isArray(at['required'])) delete at['required'];
  for (const value of Object.values(at)) allowParts(value);
}
