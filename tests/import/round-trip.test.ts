import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formLayout } from '../../src/features/excel/form-layout.js';
import { formWorkbook } from '../../src/features/excel/form-workbook.js';
import { checkContent } from '../../src/features/import/check-content.js';
import { differences, sameValue } from '../../src/features/import/differences.js';
import { editYaml } from '../../src/features/import/edit-yaml.js';
import { keepMissing } from '../../src/features/import/read-form.js';
import { newFileText } from '../../src/features/import/yaml-text.js';
import { departmentYaml, EXAMPLE_FOLDER } from '../../src/features/init/department-yaml.js';
import { classifications } from '../support/classifications.js';
import { DEPARTMENT_FILES, declaredFor, formOf, readBack, typedTree } from '../support/department-files.js';

describe.each(DEPARTMENT_FILES)('%s', (_, path) => {
  const text = readFileSync(path, 'utf8');
  const declared = declaredFor(path);
  const beingRead = formOf(text, declared).then((bytes) => readBack(bytes, declared));

  it('comes back from its form as it is', async () => {
    const content = await beingRead;
    expect(content.diagnostics).toEqual([]);
    expect(content.missing).toEqual([]);
    expect(differences(typedTree(text), content.tree)).toEqual([]);
    expect(editYaml(text, typedTree(text), content.tree)).toBe(text);
  });

  it('can be made anew', async () => {
    const { tree } = await beingRead;
    expect(sameValue(typedTree(newFileText(tree)), tree)).toBe(true);
  });
});

it('asks for every key of the schema, on one sheet each', () => {
  const declared = declaredFor('tests/profile/fixtures/云南/区县.yaml');
  const names = formLayout('元', declared).flatMap(({ blocks }) =>
    blocks.flatMap(({ path, leaves, open }) =>
      [...leaves.map((leaf) => [...path, ...leaf.path]), ...open.map((one) => [...path, ...one, '?'])].map((steps) => steps.join('/')),
    ),
  );
  expect(new Set(names).size).toBe(names.length);
  const schema = JSON.parse(readFileSync('data/部门预算.schema.json', 'utf8'));
  for (const key of Object.keys(schema.properties))
    expect(
      names.some((name) => name === key || name.startsWith(`${key}/`)),
      key,
    ).toBe(true);
});

/** Changes of every kind at places that a number picks. */
type Change = readonly [kind: 'replace' | 'remove' | 'add' | 'swap', at: number];

type Tree = Record<string | number, unknown>;

function containers(tree: unknown): Tree[] {
  if (tree === null || typeof tree !== 'object') return [];
  return [tree as Tree, ...Object.values(tree).flatMap(containers)];
}

function changed(tree: unknown, changes: readonly Change[]): unknown {
  const copy = structuredClone(JSON.parse(JSON.stringify(tree)));
  for (const [kind, at] of changes) {
    const all = containers(copy).filter((one) => one !== copy && Object.keys(one).length > 0);
    const one = all[at % all.length];
    if (!one) continue;
    if (Array.isArray(one)) changeList(one, kind, at);
    else changeSection(one, kind, at);
  }
  return copy;
}

function changeSection(section: Tree, kind: Change[0], at: number): void {
  const keys = Object.keys(section);
  const key = keys[at % keys.length] ?? '';
  if (kind === 'remove' && keys.length > 1) delete section[key];
  else if (kind === 'add') section[`新键${at}`] = at % 2 === 0 ? String(at) : { 甲: '一, 二', 乙: `${at}.5` };
  else if (typeof section[key] === 'string')
    section[key] = kind === 'swap' ? { 合计: '12.50', '其他: 项': '是 #不是' } : `改 ${at}: [${at}]`;
}

function changeList(list: unknown[], kind: Change[0], at: number): void {
  const index = at % list.length;
  const item = list[index];
  if (kind === 'remove' && list.length > 1) list.splice(index, 1);
  else if (kind === 'add')
    list.splice(at % (list.length + 1), 0, typeof item === 'string' ? `新的一项 ${at}` : { 名称: `新 ${at}`, 金额: String(at) });
  else if (kind === 'swap') list.push(...list.splice(index, 1));
  else if (typeof item === 'string') list[index] = `- 改成 ${at}`;
}

const change = fc.tuple(fc.constantFrom('replace', 'remove', 'add', 'swap'), fc.nat(100_000)) as fc.Arbitrary<Change>;
const TEXTS = DEPARTMENT_FILES.map(([, path]) => readFileSync(path, 'utf8'));

it('an edited file says exactly what was wanted, and keeps every comment of what stays', () => {
  fc.assert(
    fc.property(fc.nat(TEXTS.length - 1), fc.array(change, { minLength: 1, maxLength: 8 }), (which, changes) => {
      const text = TEXTS[which] ?? '';
      const before = typedTree(text);
      const after = changed(before, changes);
      const edited = editYaml(text, before, after);
      expect(differences(after, typedTree(edited))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

it('touches only the lines that change', () => {
  const text = TEXTS[0] ?? '';
  const before = typedTree(text) as { 支出: { 科目: string; 基本支出?: Record<string, string> }[] };
  const after = structuredClone(JSON.parse(JSON.stringify(before))) as typeof before;
  const [first] = after.支出;
  if (first?.基本支出) first.基本支出.一般公共预算 = '2232000.50';
  after.支出.push({ 科目: '2019999', 基本支出: { 一般公共预算: '1' } });
  const [old, edited] = [text.split('\n'), editYaml(text, before, after).split('\n')];
  expect(edited.filter((line) => !old.includes(line))).toEqual([
    '      一般公共预算: 2232000.50',
    '  - 科目: 2019999',
    '      一般公共预算: 1',
  ]);
  expect(edited).toHaveLength(old.length + 3);
});

it('puts a new key behind the examples of the section before it', () => {
  const text = '部门:\n  名称: 某局\n  #所属单位: 无\n\n# 职责\n职责: [一]\n';
  const before = typedTree(text);
  const { 部门, 职责 } = before as Tree;
  const ordered = { 部门, 批复日期: '2026-02-06', 职责 };
  expect(editYaml(text, before, ordered)).toBe('部门:\n  名称: 某局\n  #所属单位: 无\n批复日期: 2026-02-06\n\n# 职责\n职责: [一]\n');
});

it('puts a key in the place of the lines that showed how it is written', () => {
  const text = departmentYaml({ name: '示例局', code: '105', year: '2026', kind: '行政' }, EXAMPLE_FOLDER);
  const before = typedTree(text) as Tree;
  const revenue = { ...(before['收入'] as Tree), 上年结转: { 一般公共预算: '5' } };
  const edited = editYaml(text, before, { ...before, 收入: revenue, 政府采购: { 货物: '1', 服务: '2' }, 核对数: { 收入总计: '9' } });
  expect(edited).toContain('\n政府采购:\n  货物: 1\n  服务: 2\n#政府采购预留: 无');
  expect(edited).toContain('  #单位资金: 0\n  上年结转:\n    一般公共预算: 5\n\n');
  expect(edited).not.toMatch(/#(政府采购|核对数|上年结转):|# {2}货物: 0/);
  expect(edited).toContain('#项目:\n#  - 名称: 示例项目');
});

it('tells a mistake with its cell, and reads what is evident', async () => {
  const content = readBack(await formOf(TEXTS[0] ?? ''));
  const tree = content.tree as { 支出: Record<string, unknown>[] };
  (tree.支出[1] as Record<string, unknown>)['项目支出'] = { 一般公共预算: '7,20' };
  const [finding] = checkContent(content);
  expect(finding).toMatchObject({ code: 'amount-invalid', severity: 'error' });
  expect(finding?.at?.cell).toMatch(/^支出![A-Z]+\d+$/);
});

it('tells a mistake in what a profile asks for with its cell', async () => {
  const path = 'tests/profile/fixtures/云南/207001-虚构州示例县文化和旅游局.yaml';
  const declared = declaredFor(path);
  const content = readBack(await formOf(readFileSync(path, 'utf8'), declared), declared);
  const { 明细: lists } = content.tree as { 明细: { 政府采购项目: Record<string, string>[] } };
  Object.assign(lists.政府采购项目[1] ?? {}, { 金额: '1O0' });
  const [finding] = checkContent(content);
  expect(finding).toMatchObject({ code: 'amount-invalid', severity: 'error' });
  expect(finding?.at?.cell).toMatch(/^本地数据![A-Z]+\d+$/);
});

it('keeps what a profile no longer asks for', async () => {
  const path = 'tests/profile/fixtures/云南/207001-虚构州示例县文化和旅游局.yaml';
  const text = readFileSync(path, 'utf8');
  const { 新增资产: _, ...fewer } = declaredFor(path).明细 ?? {};
  const declared = { ...declaredFor(path), 明细: fewer };
  const content = readBack(await formOf(text, declared), declared);
  expect(differences(typedTree(text), keepMissing(content, typedTree(text)))).toEqual([]);
});

it('hides columns that few departments need, and no other, where nothing is filled in yet', () => {
  const tree = typedTree(departmentYaml({ name: '示例局', code: '105', year: '2026', kind: '行政' }, EXAMPLE_FOLDER));
  const { sheets } = formWorkbook({ tree, unit: '元', year: '2026', code: '105', name: '示例局', classifications });
  const hidden = sheets.flatMap(({ columns, rows }) =>
    columns.flatMap(({ isHidden }, column) => {
      const said = rows.map(({ cells }) => cells.find((cell) => cell.column === column)?.value);
      const label = said.find((value) => value && 'text' in value);
      return isHidden ? [label && 'text' in label ? label.text : ''] : [];
    }),
  );
  expect(hidden.length).toBeGreaterThan(10);
  expect(hidden.filter((label) => !/上年结转|单位资金／/.test(label))).toEqual([]);
});
