import { describe, expect, test } from 'vitest';
import { inlineText } from '../../src/document/document.js';
import { blocksOfType } from '../../src/document/walk.js';
import { has, now, printed, sumOf } from './independent-sums.js';
import { errorsOf, tableNamed } from './support.js';
import { wholeDepartment } from './whole-department.js';

// The form of 北京: fourteen tables, two of them filled in as forms, over a fictitious department with a unit of its own,
// all funds, carryover, five kinds of expenditure, lists, and targets of projects and of the whole department.

const { department, unit, trees, rows, sum, total, expectNoFindings } = wholeDepartment({
  folder: '北京',
  department: '207001-虚构市示例区文化和旅游局.yaml',
  profile: 'beijing',
});

describe('北京', () => {
  test('the profile and its unit form have no findings', () => {
    expectNoFindings();
  });

  test('department and unit pass the strict checks, each with fourteen tables', () => {
    expect([errorsOf(department), errorsOf(unit)]).toEqual([[], []]);
    expect([department.tables.length, unit.tables.length]).toEqual([14, 14]);
    const listed = blocksOfType(department.document, 'tableTitle').map(({ tocText }) => tocText);
    expect([listed.length, listed[0], listed[13]]).toEqual([14, '表一　2026年收支总表', '表十四　2026年部门整体支出绩效目标表']);
  });

  test('sentences name a table by its number', () => {
    const texts = JSON.stringify(department.document);
    for (const said of ['逐个项目见', '表五', '表十二', '表十三']) expect(texts).toContain(`"${said}`.replace('"逐', '逐'));
  });

  test('收入总表: a unit a row, this year and carried over', () => {
    const [office, library, all] = rows('收入总表');
    expect([office?.[0], library?.[0]]).toEqual(['207001', '207002']);
    expect([office?.[2], library?.[2]]).toEqual(trees.map((tree) => printed(sumOf(tree.收入))));
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
