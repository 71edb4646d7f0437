import { z } from 'zod';
import { editorTypes, editorWords } from './fields/scalar-field.js';

type Json = Record<string, unknown>;

/** A draft-07 JSON Schema with which an editor completes, explains and checks a file of this schema. */
export function definitionJsonSchema(schema: z.ZodType): Json {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => adjust(zodSchema, jsonSchema as Json),
  });
  return JSON.parse(JSON.stringify(json)) as Json;
}

/** An editor reads `1262.80` as a number; we read it as typed. A key without value is null to it, which no schema takes. */
function adjust(zodSchema: z.core.$ZodType, json: Json): void {
  const editor = zodSchema instanceof z.ZodType ? editorTypes.get(zodSchema) : undefined;
  if (editor) {
    const { types, ...limits } = editor;
    Object.assign(json, { type: types.length === 1 ? types[0] : [...types] }, limits);
  }
  const words = zodSchema instanceof z.ZodType ? editorWords.get(zodSchema)?.words : undefined;
  if (words && !json['anyOf']) orWords(json, words);
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
