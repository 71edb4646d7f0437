import { definitionJsonSchema } from '../../src/definition/json-schema.js';
import { departmentSchema } from '../../src/definition/schema/department.js';

/** Every amount that the schema knows, by its path without places in lists. */
function amountPaths(schema: unknown, path: readonly string[] = []): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, items, anyOf, pattern } = schema as Record<string, unknown>;
  // 核对数 may also be written as published, with a unit: they have no pattern.
  const isAmount = (typeof pattern === 'string' && pattern.includes('[0-9]{0,13}')) || (path[0] === '核对数' && path.length === 2);
  const own = isAmount ? [path.join('/')] : [];
  const below = Object.entries((properties ?? {}) as Record<string, unknown>).flatMap(([key, one]) => amountPaths(one, [...path, key]));
  return [
    ...new Set([...own, ...below, ...amountPaths(items, path), ...((anyOf ?? []) as unknown[]).flatMap((one) => amountPaths(one, path))]),
  ];
}

export const AMOUNT_PATHS = amountPaths(definitionJsonSchema(departmentSchema('元'), ''));
