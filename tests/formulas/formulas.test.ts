import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FORMULAS } from './formulas.js';

interface Example {
  readonly name: string;
  readonly input: never;
  readonly output: unknown;
}

// tests/formulas/*.yaml: one formula a file, readable by an accountant; formulas.ts says how each is computed.
const HERE = import.meta.dirname;
const files = readdirSync(HERE)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

it('every file has its formula, and every formula its file', () => {
  expect(files.sort()).toEqual(Object.keys(FORMULAS).sort());
});

describe.each(files)('%s', (file) => {
  const examples = parse(readFileSync(join(HERE, `${file}.yaml`), 'utf8')) as readonly Example[];
  it.each(examples.map((example) => [example.name, example] as const))('%s', (_, { input, output }) => {
    expect(FORMULAS[file]?.(input)).toEqual(output);
  });
});
