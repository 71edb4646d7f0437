import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inlineText } from '../../src/document/document.js';
import { blocksOfType } from '../../src/document/walk.js';
import { profileFindings } from '../../src/features/check-templates/command.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { CLASSIFICATIONS, messagesOf } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';
import { cellTexts, errorsOf, FIXTURES, profileNamed, repositoryProfile, tableNamed } from './support.js';

// The form of 北京: fourteen tables, two of them filled in as forms, over a fictitious department with a unit of its own,
// all funds, carryover, five kinds of expenditure, lists, and targets of projects and of the whole department.

const FOLDER = join(FIXTURES, '北京');
const file = (name: string, path = name) => ({ name, bytes: readFileSync(join(FOLDER, path)) });
const DEPARTMENT = '207001-虚构市示例区文化和旅游局.yaml';
const LIBRARY = file('图书馆.yaml', '单位/图书馆.yaml');

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
  return { ...result, tables: result.tables, document: result.document, budget: result.budget };
}

const department = build('beijing', file(DEPARTMENT));
const unit = build('beijing-unit', LIBRARY);
const rows = (name: string) => cellTexts(tableNamed(department.tables, name));

type Leaf = number | string | { readonly [key: string]: Leaf } | readonly Leaf[];
const trees = [DEPARTMENT, '单位/图书馆.yaml'].map((path) => parse(readFileSync(join(FOLDER, path), 'utf8')) as Record<string, Leaf>);
const NOT_MONEY = new Set(['科目', '名称']);

/** Ten-thousandths of 分 of every number below, added up: a second way to each total, which shares no code with the program. */
function amount(value: Leaf | undefined, path: readonly string[], only: (path: readonly string[]) => boolean): bigint {
  if (typeof value === 'number') return only(path) ? BigInt(Math.round(value * 1_000_000)) : 0n;
  if (typeof value !== 'object' || value === null) return 0n;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + (NOT_MONEY.has(key) ? 0n : amount(inner, [...path, key], only)), 0n);
}

/** As printed: 万元 to two decimals, half up, with separators; nothing for zero. */
function printed(sum: bigint): string {
  if (sum === 0n) return '';
  const cents = (sum + 5_000n) / 10_000n;
  return `${String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(cents % 100n).padStart(2, '0')}`;
}
const has =
  (...keys: string[]) =>
  (path: readonly string[]) =>
    keys.every((key) => path.includes(key));
const sum = (key: string, only: (path: readonly string[]) => boolean = () => true): bigint =>
  trees.reduce((all, tree) => all + amount(tree[key], [], only), 0n);
const total = (key: string, only?: (path: readonly string[]) => boolean) => printed(sum(key, only));
const now =
  (...keys: string[]) =>
  (path: readonly string[]) =>
    has(...keys)(path) && !path.includes('上年结转');

describe('北京', () => {
  test('the profile and its unit form have no findings', () => {
    for (const name of ['beijing', 'beijing-unit']) {
      const { folder, files } = profileNamed(name);
      expect(
        profileFindings(loadProfile(folder, files, { find: repositoryProfile, names: ['beijing', 'beijing-unit'] }), department.budget),
      ).toEqual([]);
    }
  });

  test('department and unit pass the strict checks, each with fourteen tables', () => {
    expect([errorsOf(department), errorsOf(unit)]).toEqual([[], []]);
    expect([department.tables.length, unit.tables.length]).toEqual([14, 14]);
    const listed = blocksOfType(department.document, 'tableTitle').map(({ tocText }) => tocText);
    expect([listed.length, listed[0], listed[13]]).toEqual([14, '表一　2026年收支总表', '表十四　2026年部门整体支出绩效目标表']);
  });

  test('收入总表: a unit a row, this year and carried over', () => {
    const [office, library, all] = rows('收入总表');
    expect([office?.[0], library?.[0]]).toEqual(['207001', '207002']);
    expect([office?.[2], library?.[2]]).toEqual(trees.map((tree) => printed(amount(tree.收入, [], () => true))));
    expect(all?.slice(1, 3)).toEqual([total('收入'), total('收入', now())]);
    expect(all?.[12]).toBe(total('收入', has('上年结转')));
  });

  test('支出总表: five kinds of expenditure', () => {
    const kinds = ['基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出'];
    expect(rows('支出总表').at(-1)).toEqual(['合计', total('支出'), ...kinds.map((kind) => total('支出', has(kind)))]);
    expect(kinds.every((kind) => sum('支出', has(kind)) > 0n)).toBe(true);
  });

  test('项目支出表: by fund, this year and carried over', () => {
    const funds = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];
    const money = (path: readonly string[]) => path.includes('资金');
    expect(rows('项目支出表').at(-1)).toEqual([
      '合计',
      total('项目', money),
      ...funds.map((fund) => total('项目', now('资金', fund))),
      ...funds.map((fund) => total('项目', has('资金', '上年结转', fund))),
      total('项目', has('资金', '财政专户管理资金')),
      total('项目', has('资金', '单位资金')),
    ]);
  });

  test('财政拨款 by 项, 人员 and 公用, and each fund', () => {
    const general = (...keys: string[]) => total('支出', (path) => path.at(-1) === '一般公共预算' && now(...keys)(path));
    expect(rows('一般公共预算财政拨款支出表').at(-1)?.slice(1)).toEqual([
      general(),
      general('基本支出'),
      general('人员经费'),
      general('公用经费'),
      general('项目支出'),
    ]);
    expect(rows('政府性基金预算财政拨款支出表').at(-1)?.[1]).toBe(total('支出', now('政府性基金预算')));
    expect(rows('国有资本经营预算财政拨款支出表').at(-1)?.[1]).toBe(total('支出', now('国有资本经营预算')));
    expect(rows('一般公共预算财政拨款基本支出表').at(-1)?.[1]).toBe(total('一般公共预算基本支出', (path) => path.at(-1) === '金额'));
  });

  test('“三公” a row a year, last year without funds', () => {
    const [last, year] = rows('财政拨款“三公”经费支出表');
    expect(last?.slice(0, 2)).toEqual(['2025年', total('三公经费', (path) => path.at(-1) === '上年')]);
    expect(year?.slice(0, 2)).toEqual(['2026年', total('三公经费', has('本年'))]);
  });

  test('lists add up to what the budget says', () => {
    const own = (list: string) => total('明细', (path) => path[0] === list && path.at(-1) === '金额');
    expect(rows('政府采购预算明细表').at(-1)?.[1]).toBe(own('政府采购项目'));
    expect(own('政府采购项目')).toBe(total('政府采购'));
    expect(rows('政府购买服务预算财政拨款明细表').at(-1)?.[1]).toBe(own('购买服务项目'));
  });

  test('a page across for each published project, and one for the department', () => {
    const forms = department.document.sections.flatMap(({ orientation, blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' && block.id.startsWith('form-') ? [[block.id, orientation, block] as const] : [])),
    );
    expect(forms.map(([id, orientation]) => [id, orientation])).toEqual([
      ['form-1-1', 'landscape'],
      ['form-1-2', 'landscape'],
      ['form-0', 'landscape'],
    ]);
    const money = forms[2]?.[2].rows[2]?.cells.map(({ content }) => inlineText(content).replace(/,/g, ''));
    const exact = [() => true, has('基本支出'), has('项目支出')].map((only) => sum('支出', only));
    expect([money?.[0], money?.[3], money?.[4]].map((text) => BigInt(Math.round(Number(text) * 1_000_000)))).toEqual(exact);
  });

  test('a unit that filled in none prints the empty form and says so', () => {
    const { notes } = tableNamed(unit.tables, '整体支出绩效目标表');
    expect(notes).toEqual(['注：本单位2026年没有整体支出绩效目标表的内容，本表无数据。']);
    expect(blocksOfType(unit.document, 'table').map(({ id }) => id)).toContain('form-0-blank');
  });
});
