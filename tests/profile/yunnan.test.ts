import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { profileFindings } from '../../src/features/check-templates/command.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { CLASSIFICATIONS, messagesOf } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';
import { cellTexts, errorsOf, FIXTURES, profileNamed, repositoryProfile, tableNamed } from './support.js';

// The form of 云南: sixteen tables, over a fictitious department with a unit of its own, all funds and every list filled.

const FOLDER = join(FIXTURES, '云南');
const file = (name: string, path = name) => ({ name, bytes: readFileSync(join(FOLDER, path)) });
const DEPARTMENT = '207001-虚构州示例县文化和旅游局.yaml';
const LIBRARY = { ...file('图书馆.yaml', '单位/图书馆.yaml') };

function build(profile: string, department: ReturnType<typeof file>) {
  const result = buildFromFiles(
    {
      department,
      district: file('区县.yaml'),
      units: new Map([['图书馆.yaml', LIBRARY]]),
      classifications: CLASSIFICATIONS,
      profile: { ...profileNamed(profile), find: repositoryProfile },
    },
    { strictness: 'strict' },
  );
  if (!result.tables || !result.document || !result.budget) throw new Error(messagesOf(result));
  return { ...result, tables: result.tables, budget: result.budget };
}

const department = build('yunnan', file(DEPARTMENT));
const unit = build('yunnan-unit', LIBRARY);
const rows = (name: string) => cellTexts(tableNamed(department.tables, name));

type Leaf = number | { readonly [key: string]: Leaf } | readonly Leaf[];
const trees = [DEPARTMENT, '单位/图书馆.yaml'].map((path) => parse(readFileSync(join(FOLDER, path), 'utf8')) as Record<string, Leaf>);

/** Whole 百分之一分 of every number below, added up: a second way to each total, which shares no code with the program. */
function units(value: Leaf | undefined, only: (path: readonly string[]) => boolean = () => true, path: readonly string[] = []): bigint {
  if (typeof value === 'number') return only(path) ? BigInt(Math.round(value * 1_000_000)) : 0n;
  if (typeof value !== 'object' || value === null) return 0n;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (NOT_MONEY.has(key) ? 0n : units(inner as Leaf, only, [...path, key])),
    0n,
  );
}
const NOT_MONEY = new Set(['科目', '功能科目', '经济科目', '数量', '单价']);

/** As printed: 万元 to two decimals, half up, with separators. */
function printed(sum: bigint): string {
  const cents = (sum + 5_000n) / 10_000n;
  const whole = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(cents % 100n).padStart(2, '0')}`;
}
const total = (key: string, only?: (path: readonly string[]) => boolean) =>
  printed(trees.reduce((sum, tree) => sum + units(tree[key], only), 0n));

describe('云南', () => {
  test('the profile and its unit form have no findings', () => {
    for (const name of ['yunnan', 'yunnan-unit']) {
      const { folder, files } = profileNamed(name);
      const loaded = loadProfile(folder, files, { find: repositoryProfile, names: ['yunnan', 'yunnan-unit'] });
      expect(profileFindings(loaded, department.budget)).toEqual([]);
    }
  });

  test('department and unit pass the strict checks', () => {
    expect([errorsOf(department), errorsOf(unit)]).toEqual([[], []]);
    expect([department.tables.length, unit.tables.length]).toEqual([16, 16]);
  });

  test('income and expenditure, a unit a row', () => {
    const [all, office, library] = rows('部门收入预算表');
    expect(all?.slice(0, 2)).toEqual(['合计', total('收入')]);
    expect([office?.[0], library?.[0]]).toEqual(['207001', '207002']);
    expect([office?.[2], library?.[2]]).toEqual(trees.map((tree) => printed(units(tree.收入))));
    expect(all?.[2]).toBe(total('收入', (path) => !path.includes('上年结转')));
    expect(rows('部门支出预算表').at(-1)?.[1]).toBe(total('支出'));
  });

  test('人员经费 and 公用经费 by 项', () => {
    const last = rows('一般公共预算支出预算表').at(-1);
    const of = (...keys: string[]) =>
      total('支出', (path) => path.at(-1) === '一般公共预算' && !path.includes('上年结转') && keys.every((key) => path.includes(key)));
    expect(last).toEqual(['合计', of(), of('基本支出'), of('人员经费'), of('公用经费'), of('项目支出')]);
  });

  test('lists add up to what the budget says', () => {
    const own = (list: string) => total('明细', (path) => path[0] === list);
    expect(rows('基本支出预算表').at(-1)?.[1]).toBe(own('基本支出项目'));
    expect(own('基本支出项目')).toBe(total('支出', (path) => path.includes('基本支出')));
    expect(rows('政府采购预算表').at(-1)).toEqual(['合计', '', own('政府采购项目'), '40.50', '120.00', '', '', '']);
    expect(rows('对下转移支付预算表').at(-1)?.[1]).toBe(own('对下转移支付'));
    expect(rows('新增资产配置预算表')).toEqual([
      ['设备', 'A02010105 台式计算机', '台', '12', '0.50', '6.00'],
      ['合计', '', '', '6.00'],
    ]);
  });

  test('projects with their codes, and one line an indicator', () => {
    expect(rows('项目支出预算表')[0]?.slice(0, 9)).toEqual([
      '特定目标类',
      '532626251100001',
      '公共文化服务体系建设',
      '虚构州示例县文化和旅游局',
      '2070109',
      '群众文化',
      '30299',
      '其他商品和服务支出',
      '66.67',
    ]);
    const targets = rows('项目支出绩效目标表（本级下达）');
    expect(targets).toHaveLength(5);
    expect(targets[1]?.slice(0, 5)).toEqual(['', '', '', '', '建成标准化文化站']);
  });

  test('an empty list keeps its grid and says so', () => {
    const { rows: body, notes } = tableNamed(department.tables, '项目支出绩效目标表（另文下达）');
    expect([body.length, notes[0]]).toEqual([1, '注：本部门2026年没有项目支出绩效目标表（另文下达），本表无数据。']);
  });
});
