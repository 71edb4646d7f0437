import { expect, test } from 'vitest';
import { TO_CONFIRM } from '../../src/definition/carried-over-words.js';
import { definitionJsonSchema } from '../../src/definition/json-schema.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { districtSchema } from '../../src/definition/schema/district.js';
import { actionByText, actionFor, DEPARTMENT_PLAN, DISTRICT_PLAN, type Plan } from '../../src/features/roll-over/plan.js';

interface Json {
  readonly properties?: Record<string, Json>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: Json[];
  readonly examples?: unknown[];
  readonly enum?: unknown[];
}
type Path = (string | number)[];

/** Paths of every leaf that a schema has; not those of amounts and dates, which need no line in the plan. */
function leavesOf(json: Json, path: Path = []): Path[] {
  if (isFigure(json)) return [];
  // 无 in the place of a section or a list is no leaf.
  if (json.anyOf) return json.anyOf.filter((branch) => !branch.enum).flatMap((branch) => leavesOf(branch, path));
  if (json.properties) return Object.entries(json.properties).flatMap(([key, child]) => leavesOf(child, [...path, key]));
  if (json.items) return leavesOf(json.items, [...path, 0]);
  return typeof json.additionalProperties === 'object' ? leavesOf(json.additionalProperties, [...path, '任意']) : [path];
}

const isFigure = ({ examples = [] }: Json): boolean => examples.some((one) => actionByText(String(one)) === 'fill');

const planned = (path: Path, plan: Plan) => path.some((_, index) => actionFor(path.slice(0, index + 1), plan) !== undefined);

test.each([
  ['部门', departmentSchema('元'), DEPARTMENT_PLAN],
  ['区县', districtSchema, DISTRICT_PLAN],
] as const)('the plan says what becomes of every leaf of the %s schema', (_, schema, plan) => {
  const json = definitionJsonSchema(schema, '') as Json;
  const leaves = leavesOf(json).filter(([top]) => top !== TO_CONFIRM);
  expect(leaves.length).toBeGreaterThan(3);
  expect(leaves.filter((path) => !planned(path, plan)).map((path) => path.join('/'))).toEqual([]);
});

test.each([
  ['1262.80', 'fill'],
  ['1,262.80万元', 'fill'],
  ['2026-02-06', 'fill'],
  ['2026年2月6日', 'fill'],
  ['无', 'confirm'],
  ['95%', 'confirm'],
  ['3年', 'confirm'],
])('%s, where the plan has nothing: %s', (typed, action) => {
  expect(actionByText(typed)).toBe(action);
});
