import { describe, expect, test } from 'vitest';
import { has, now, printed, sumOf } from './independent-sums.js';
import { errorsOf, tableNamed } from './support.js';
import { wholeDepartment } from './whole-department.js';

// The form of 云南: sixteen tables, over a fictitious department with a unit of its own, all funds and every list filled.

const { department, unit, trees, rows, total, expectNoFindings } = wholeDepartment({
  folder: '云南',
  department: '207001-虚构州示例县文化和旅游局.yaml',
  profile: 'yunnan',
});

describe('云南', () => {
  test('the profile and its unit form have no findings', () => {
    expectNoFindings();
  });

  test('department and unit pass the strict checks', () => {
    expect([errorsOf(department), errorsOf(unit)]).toEqual([[], []]);
    expect([department.tables.length, unit.tables.length]).toEqual([16, 16]);
  });

  test('a table has one number; the contents and the outline have it in the short form that readers of files know', () => {
    for (const { number, label, tocText, title } of department.tables)
      expect([label, tocText]).toEqual([`预算${number}表`, `表${number}　${title}`]);
  });

  test('income and expenditure, a unit a row', () => {
    const [all, office, library] = rows('部门收入预算表');
    expect(all?.slice(0, 2)).toEqual(['合计', total('收入')]);
    expect([office?.[0], library?.[0]]).toEqual(['207001', '207002']);
    expect([office?.[2], library?.[2]]).toEqual(trees.map((tree) => printed(sumOf(tree.收入))));
    expect(all?.[2]).toBe(total('收入', now()));
    expect(rows('部门支出预算表').at(-1)?.[1]).toBe(total('支出'));
  });

  test('人员经费 and 公用经费 by 项', () => {
    const last = rows('一般公共预算支出预算表').at(-1);
    const of = (...keys: string[]) => total('支出', (path) => path.at(-1) === '一般公共预算' && now(...keys)(path));
    expect(last).toEqual(['合计', of(), of('基本支出'), of('人员经费'), of('公用经费'), of('项目支出')]);
  });

  test('lists add up to what the budget says', () => {
    const own = (list: string) => total('明细', (path) => path[0] === list);
    expect(rows('基本支出预算表').at(-1)?.[1]).toBe(own('基本支出项目'));
    expect(own('基本支出项目')).toBe(total('支出', has('基本支出')));
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
