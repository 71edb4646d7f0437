import { expect, test } from 'vitest';
import { z } from 'zod';
import { TO_CONFIRM } from '../../src/definition/carried-over-words.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { districtSchema } from '../../src/definition/schema/district.js';
import { actionFor, DEPARTMENT_PLAN, DISTRICT_PLAN, type Plan } from '../../src/features/roll-over/plan.js';

interface Json {
  readonly properties?: Record<string, Json>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: Json[];
}
type Path = (string | number)[];

/** Paths of every leaf that a schema has. */
function leavesOf(json: Json, path: Path = []): Path[] {
  if (json.anyOf) return json.anyOf.flatMap((branch) => leavesOf(branch, path));
  if (json.properties) return Object.entries(json.properties).flatMap(([key, child]) => leavesOf(child, [...path, key]));
  if (json.items) return leavesOf(json.items, [...path, 0]);
  return typeof json.additionalProperties === 'object' ? leavesOf(json.additionalProperties, [...path, '任意']) : [path];
}

const planned = (path: Path, plan: Plan) => path.some((_, index) => actionFor(path.slice(0, index + 1), plan) !== undefined);

test.each([
  ['部门', departmentSchema('元'), DEPARTMENT_PLAN],
  ['区县', districtSchema, DISTRICT_PLAN],
] as const)('the plan says what becomes of every leaf of the %s schema', (_, schema, plan) => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const leaves = leavesOf(json).filter(([top]) => top !== TO_CONFIRM);
  expect(leaves.length).toBeGreaterThan(3);
  expect(leaves.filter((path) => !planned(path, plan)).map((path) => path.join('/'))).toEqual([]);
});
