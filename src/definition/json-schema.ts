import { z } from 'zod';
import { editorHelp } from './editor-help.js';
import { type EditorType, editorTypes, editorWords } from './fields/scalar-field.js';

type Json = Record<string, unknown>;

/** Codes with their names, by the title of the keys that take them. */
export type CodeNames = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** A draft-07 JSON Schema with which an editor completes, explains and checks a file of this schema. */
export function definitionJsonSchema(schema: z.ZodType, title: string, codes: CodeNames = {}): Json {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => adjust(zodSchema, jsonSchema as Json),
  });
  const plain = JSON.parse(JSON.stringify(json)) as Json;
  const used = new Set<string>();
  explainKeys(plain, (key, property) => {
    explain(key, property);
    const { title: named } = property as { title: string };
    if (codes[named] && used.add(named)) offerCodes(property, named);
  });
  const definitions = Object.fromEntries([...used].map((name) => [name, codeList(codes[name] ?? new Map())]));
  // What an editor shows as the source of a finding.
  return { title, ...plain, ...(used.size > 0 && { definitions }) };
}

/** An editor reads `1262.80` as a number; we read it as typed. A key without value is null to it, which no schema takes. */
function adjust(zodSchema: z.core.$ZodType, json: Json): void {
  const editor = zodSchema instanceof z.ZodType ? editorTypes.get(zodSchema) : undefined;
  if (editor) {
    const { types, minimum: _, maximum: __, ...others } = editor;
    Object.assign(json, { type: types.length === 1 ? types[0] : [...types] }, others, range(editor));
  }
  const words = zodSchema instanceof z.ZodType ? editorWords.get(zodSchema)?.words : undefined;
  if (words && !json['anyOf']) orWords(json, words);
}

/** A number outside its range is refused as one: an editor has words of its own for a range, and takes ours for a type. */
function range({ minimum, maximum, patternErrorMessage: errorMessage }: EditorType): Json {
  if (minimum === undefined || maximum === undefined) return {};
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { type: 'number', not: { minimum, maximum } }, then: { type: 'string', errorMessage } };
}

/** The section as it was, or one of the words; its title stays outside. */
function orWords(json: Json, words: readonly string[]): void {
  const section: Json = {};
  for (const key of Object.keys(json).filter((each) => each !== 'title' && each !== 'description')) {
    section[key] = json[key];
    delete json[key];
  }
  json['anyOf'] = [{ enum: [...words] }, section];
}

/** Every key of every section, wherever it stands. */
function explainKeys(json: unknown, each: (key: string, property: Json) => void): void {
  if (Array.isArray(json)) for (const one of json) explainKeys(one, each);
  if (typeof json !== 'object' || json === null) return;
  const { properties = {} } = json as { properties?: Record<string, Json> };
  for (const [key, property] of Object.entries(properties)) each(key, property);
  for (const one of Object.values(json)) explainKeys(one, each);
}

/** Title, description and, where any value may stand, an example: of the key itself, or of all that have its title. */
function explain(key: string, property: Json): void {
  property['title'] ??= key;
  const help = editorHelp(`${property['title']}`);
  const { description } = help;
  const { example = help.example } = property;
  delete property['example'];
  const isTotal = property['examples'] !== undefined && property['pattern'] === undefined;
  const told = description ?? (isTotal ? `批复文件上的${key}，只用来核对，不会印出。` : undefined);
  if (told !== undefined) property['description'] ??= told;
  if (example !== undefined) property['examples'] ??= [example];
}

/** One of the year's codes, by its name; or another one, which the lists may not have yet. The list itself is the example. */
function offerCodes(property: Json, name: string): void {
  delete property['examples'];
  property['anyOf'] = [{ $ref: `#/definitions/${name}` }, {}];
}

/** As numbers: an unquoted code is one to an editor. Each by itself, so that a hover tells of one instead of all. */
const codeList = (names: ReadonlyMap<string, string>): Json => ({
  anyOf: [...names].map(([code, name]) => ({ const: Number(code), title: `${code} ${name}`, description: name })),
});
