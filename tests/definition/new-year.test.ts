import { expect, test } from 'vitest';
import { z } from 'zod';
import { TO_CONFIRM } from '../../src/definition/carried-over-words.js';
import { text } from '../../src/definition/fields.js';
import { definitionJsonSchema } from '../../src/definition/json-schema.js';
import { newYearOf } from '../../src/definition/new-year.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { districtSchema } from '../../src/definition/schema/district.js';

interface Json {
  readonly properties?: Record<string, Json>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: Json[];
  readonly enum?: unknown[];
}
type Path = (string | number)[];

/** Paths of every leaf that a schema has. */
function leavesOf(json: Json, path: Path = []): Path[] {
  // 无 in the place of a section or a list is no leaf.
  if (json.anyOf) return json.anyOf.filter((branch) => !branch.enum).flatMap((branch) => leavesOf(branch, path));
  if (json.properties) return Object.entries(json.properties).flatMap(([key, child]) => leavesOf(child, [...path, key]));
  if (json.items) return leavesOf(json.items, [...path, 0]);
  return typeof json.additionalProperties === 'object' ? leavesOf(json.additionalProperties, [...path, '任意']) : [path];
}

const isSaid = (schema: z.ZodType, path: Path) => path.some((_, index) => newYearOf(schema, path.slice(0, index + 1)) !== undefined);

test.each([
  ['部门', departmentSchema('元')],
  ['区县', districtSchema],
] as const)('what becomes of every leaf of the %s schema is said', (_, schema) => {
  const leaves = leavesOf(definitionJsonSchema(schema, '') as Json).filter(([top]) => top !== TO_CONFIRM);
  expect(leaves.length).toBeGreaterThan(3);
  expect(leaves.filter((path) => !isSaid(schema, path)).map((path) => path.join('/'))).toEqual([]);
});

test.each([
  ['收入/一般公共预算', 'fill'],
  ['收入/单位资金/事业收入', 'fill'],
  ['收入/上年结转', undefined],
  ['收入/政府性基金预算/0/科目', 'keep'],
  ['核对数/任意的名称', 'fill'],
  ['国有资产/车辆', 'fill'],
  ['国有资产/车辆/任意的种类', 'fill'],
  ['上年支出/0/科目', 'previous'],
  ['三公经费/公务接待费/上年/一般公共预算', 'previous'],
  ['三公经费/本年', 'confirm'],
  ['职责', 'confirm'],
  ['项目/0/绩效目标表', 'confirm'],
  ['项目/0/绩效目标表/填报日期', 'fill'],
  ['项目/0/绩效目标表/年度资金来源/单位自筹', 'fillUnlessZero'],
  ['编报绩效目标', 'confirm'],
  ['没有的键', undefined],
  ['constructor', undefined],
])('%s: %s', (path, said) => {
  const steps = path.split('/').map((step) => (step === '0' ? 0 : step));
  expect(newYearOf(departmentSchema('元'), steps)).toBe(said);
});

test('a key that was just added goes by its kind: what may be last year’s is confirmed or filled in, never passed on unseen', () => {
  const schema = z.strictObject({ 新键: text('新键').optional().meta({ title: '新键' }) });
  expect(newYearOf(schema, ['新键'])).toBe('confirm');
});
