import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Path } from '../../src/checks/check.js';
import { hintOf } from '../../src/checks/shared/unstated.js';
import { definitionJsonSchema } from '../../src/definition/json-schema.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { FIELD_TYPES, type OwnDeclarations, ownDataSchema } from '../../src/definition/schema/own-data.js';
import { validate } from '../../src/definition/validate.js';

// What a hint teaches is typed as it says, and read: no hint may teach what the reader refuses.

type Json = { properties?: Record<string, Json>; additionalProperties?: Json | boolean; items?: Json; anyOf?: Json[] };

/** Every key of a file, sections and leaves: the first item of a list, and a name of the form's own where any may stand. */
function keyPaths(json: Json, path: Path = []): Path[] {
  const { properties = {}, additionalProperties: any, items, anyOf = [] } = json;
  const named = Object.entries({ ...properties, ...(typeof any === 'object' && { 方案自己的种类: any }) });
  return [
    ...named.flatMap(([key, inner]) => [[...path, key], ...keyPaths(inner, [...path, key])]),
    ...(items ? keyPaths(items, [...path, 0]) : []),
    ...anyOf.flatMap((one) => keyPaths(one, path)),
  ];
}

const DECLARED: OwnDeclarations = {
  明细: { 采购: { 栏目: { 金额: { 类型: '金额' } } } },
  自有数据: Object.fromEntries(
    [...FIELD_TYPES, ['甲', '乙']].map((type, index) => [`第${index}项`, { 类型: type as (typeof FIELD_TYPES)[number], 可空: true }]),
  ),
};
const PATHS = [departmentSchema('元'), ownDataSchema('元', DECLARED)].flatMap((schema) =>
  keyPaths(definitionJsonSchema(schema, '') as Json),
);

/** The examples of a hint, each where it is to be written: at the key itself, or in the section that the path stands in. */
function examples(path: Path): { readonly at: Path; readonly value: unknown }[] {
  const found = [...hintOf([path], DECLARED).matchAll(/“([^“”:]+): ([^“”]+)”/g)];
  return found.map(([, key = '', value = '']) => ({
    at: path.at(-1) === key ? path : [path[0] ?? '', key],
    value: parse(value.replace('金额', '1'), { schema: 'failsafe' }),
  }));
}

const treeOf = ({ at, value }: ReturnType<typeof examples>[number]) =>
  at.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);

/** What the reader says of the example itself; what else a file needs is not there. */
function refusals(example: ReturnType<typeof examples>[number]): string[] {
  const isOwn = /^(?:明细|自有数据)$/.test(String(example.at[0])) && example.at.length > 1;
  const schema = isOwn ? ownDataSchema('元', DECLARED) : departmentSchema('元');
  const locate = (path: Path) => ({ file: path.join('/'), line: 1, column: 1 });
  const { diagnostics } = validate(schema as ReturnType<typeof departmentSchema>, { value: treeOf(example), locate } as never);
  return diagnostics.filter(({ at, code }) => at?.file === example.at.join('/') && code !== 'missing-key').map(({ message }) => message);
}

test('whatever a hint teaches for a key that is not stated, the reader takes', () => {
  const taught = PATHS.flatMap((path) => examples(path).map((example) => ({ path: path.join('/'), example })));
  expect(taught.length).toBeGreaterThan(50);
  expect(taught.flatMap(({ path, example }) => refusals(example).map((said) => `${path}: ${said}`))).toEqual([]);
});

test.each([
  ['a kind of vehicle of the form’s own', ['国有资产', '车辆', '方案自己的种类'], true],
  ['a kind of equipment of the form’s own', ['国有资产', '设备', '方案自己的种类'], true],
  ['planned vehicles', ['国有资产', '计划购置', '车辆'], true],
  ['purchases of one kind', ['政府采购', '工程'], true],
  ['what was carried out last year', ['上年执行数'], true],
  ['a date', ['公开日期'], false],
  ['a date of the form’s own', ['自有数据', '第3项'], false],
] as const)('无 is taught where it can be: %s', (_, path, may) => {
  expect(hintOf([path], DECLARED).includes('无')).toBe(may);
});
