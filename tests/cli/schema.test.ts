import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profileSchemaFiles, schemaFiles } from '../../src/features/schema/command.js';
import { ROOT } from '../support/build-case.js';
import { classifications } from '../support/classifications.js';

test.each([...schemaFiles(classifications)])(
  'data/%s is what the definition says (npm run schema or npm run test:update writes it)',
  async (name, text) => {
    await expect(text).toMatchFileSnapshot(join(ROOT, 'data', name));
  },
);

interface Property {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  /** The codes of a list. */
  readonly anyOf?: readonly unknown[];
  readonly examples?: readonly unknown[];
}

/** Every key of every section with its way from the top. */
function keysOf(json: unknown, way: string): [string, Property][] {
  if (typeof json !== 'object' || json === null) return [];
  const { properties = {} } = json as { properties?: Record<string, Property> };
  const here = Object.entries(properties).map(([key, property]): [string, Property] => [`${way}/${key}`, property]);
  return [...here, ...Object.entries(json).flatMap(([name, one]) => keysOf(one, name === 'properties' ? way : `${way}/${name}`))];
}

const isLeaf = ({ type, enum: words }: Property) =>
  words !== undefined || (type !== undefined && ![type].flat().some((one) => /object|array/.test(one)));

test.each([...schemaFiles(classifications)])('every key of %s has a title, a description and an example', (_, text) => {
  const keys = keysOf(JSON.parse(text), '');
  expect(keys.length).toBeGreaterThan(10);
  const lacking = (what: (property: Property) => unknown) => keys.filter(([, property]) => !what(property)).map(([way]) => way);
  expect(lacking(({ title }) => title)).toEqual([]);
  expect(lacking(({ description }) => description)).toEqual([]);
  expect(lacking((property) => !isLeaf(property) || property.enum || property.examples || property.anyOf)).toEqual([]);
});

test.each([...profileSchemaFiles()])(
  'templates/%s is what the schemas of a profile say (npm run schema or npm run test:update writes it)',
  async (name, text) => {
    await expect(text).toMatchFileSnapshot(join(ROOT, 'templates', name));
    expect(text).toContain('例：');
  },
);
