import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/features/excel/form-tree.js';
import { changesText, unitChanged } from '../../src/features/import/changes-text.js';
import { differences } from '../../src/features/import/differences.js';
import { typedTree } from '../support/department-files.js';
import { FilledForm, FULL } from './filled-form.js';

const said = async (change: (form: FilledForm) => void): Promise<string[]> => {
  const form = await FilledForm.of();
  change(form);
  return form.said();
};

/** A value of 支出 by its code and the label over its column. */
const at = (form: FilledForm, label: string, row: string): string => {
  const [, column = ''] = form.cell('支出', label).split('!');
  const [, line = ''] = form.cell('支出', row).split('!');
  return `支出!${column.replace(/\d/g, '')}${line.replace(/\D/g, '')}`;
};

test('the form as it is leaves nothing to say', async () => {
  expect(await said(() => undefined)).toEqual([]);
});

describe('a sheet is known by the marks over its grids', () => {
  test('whatever it is called now', async () => {
    const form = await FilledForm.of();
    form.put(at(form, '项目支出／一般公共预算', '2070199 其他文化和旅游支出'), '700001');
    form.change('支出', { name: '支出表' }).change('说明', { name: '填表须知' });
    const content = form.read();
    expect(content.missing).toEqual([]);
    expect(valueAt(content.tree, ['支出', 2, '项目支出', '一般公共预算'])).toBe('700001');
    expect(content.locate(['支出', 2]).cell).toMatch(/^支出表!/);
  });

  test('without its marks, nothing of it is passed over', async () => {
    const [finding] = await said((form) => form.put('支出!A1', '支出情况'));
    expect(finding).toMatch(/^error form-header-missing 支出!A1 工作表“支出”的第一列里没有“【支出】”/);
  });

  test('nor of a grid on a sheet that has others', async () => {
    const findings = await said((form) => form.put(form.cell('职责', '【机构设置】'), '机构设置'));
    expect(findings.join('\n')).toMatch(/error form-header-missing 职责!A\d+ 没有“【机构设置】”这一行，它下面的内容没有读入。/);
  });

  test('a copy that says something else is asked about, one that says the same is not', async () => {
    const copied = (form: FilledForm) => form.sheets.push({ ...form.sheet('支出'), name: '支出 (2)' });
    expect(await said(copied)).toEqual([
      'warning form-not-read  没有读入的：工作表“支出 (2)”。自己的备注、底稿，不用管；应当公开的，填到浅黄色的格子里。',
    ]);
    const findings = await said((form) => {
      copied(form);
      const rows = new Map([...form.sheet('支出').rows].map(([row, cells]) => [row, new Map(cells)]));
      form.change('支出 (2)', { rows }).put(at(form, '项目支出／一般公共预算', '2070199 其他文化和旅游支出'), '1');
    });
    expect(findings[0]).toMatch(/error form-sheet-twice .*“支出”有 2 张工作表（“支出”、“支出 \(2\)”），内容不同/);
  });

  test('what stands beside the grids is listed', async () => {
    const findings = await said((form) => {
      form.put('收入!D3', '含上级专款').change('项目', { comments: 2 });
      form.sheets.push({ ...form.sheet('代码'), name: '我的底稿' });
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('没有读入的：工作表“我的底稿”、收入!D3“含上级专款”、2 个批注。');
  });
});

describe('a code with its name', () => {
  const typed = (text: string) => said((form) => form.put(form.cell('支出', '2070109 群众文化'), text));

  test.each(['2070109', '2070109群众文化', '[2070109]群众文化', '2070109 文化和旅游-群众文化', '2070109-群众文化'])('%s', async (text) => {
    expect(await typed(text)).toEqual([]);
  });

  test('that is another one’s', async () => {
    const [finding] = await typed('2070114 文物保护');
    expect(finding).toMatch(/^error cell-unreadable 支出!A\d+ 编码 2070114 是“文化和旅游管理事务”，格子里写的名称却是“文物保护”。/);
    expect(finding).toContain('名称对的，编码改为 2070204。');
  });

  test('or that stands alone', async () => {
    expect((await typed('群众文化')).join('\n')).toContain('“群众文化”是名称，没有写科目编码。是否为 2070109？');
  });

  test('in the list of economic codes, too', async () => {
    const findings = await said((form) => form.put(form.cell('经济分类', '30211 差旅费'), '30207 差旅费'));
    expect(findings[0]).toContain('编码 30207 是“邮电费”，格子里写的名称却是“差旅费”。');
  });
});

describe('what a cell shows is what it says', () => {
  const value = async (cell: Partial<Parameters<FilledForm['put']>[2]>) => {
    const form = await FilledForm.of();
    form.put(form.cell('绩效', '≥95%'), '0.95', { kind: 'number', ...cell });
    return valueAt(form.read().tree, ['项目', 0, '绩效目标表', '指标', '产出指标', '质量指标', 0, '值']);
  };
  test('a percentage, and a number with its measure', async () => {
    expect(await value({ shown: '95%' })).toBe('95%');
    expect(await value({ text: '60', shown: '60场' })).toBe('60场');
    expect(await value({})).toBe('0.95');
  });

  test('an amount that shows its unit is asked about', async () => {
    const findings = await said((form) =>
      form.put(at(form, '项目支出／一般公共预算', '2070199 其他文化和旅游支出'), '70', { kind: 'number', shown: '70万元' }),
    );
    expect(findings.join('\n')).toMatch(/amount-invalid 支出!\w+ .*是否为 700000？/);
  });
});

describe('that there is nothing', () => {
  const amount = (text: string) => said((form) => form.put(at(form, '项目支出／一般公共预算', '2101101 行政单位医疗'), text));
  test.each(['-', '—', '/', '无', '没有'])('%s in a cell of an amount', async (text) => {
    expect((await amount(text))[0]).toMatch(new RegExp(`^error cell-unreadable 支出!\\w+ “${text}”不是数。没有就空着，不用写。$`));
  });

  test.each(['0', '没有', '5000'])('%s in a cell of a whole section', async (text) => {
    const [finding] = await said((form) => form.put(form.cell('三公', '三公经费／因公出国（境）费', { right: 1 }), text));
    expect(finding).toMatch(
      /^error cell-unreadable 三公!B\d+ 这一格写的是“.*”，只能写“无”，或者空着。没有的，写“无”；有的，这一格空着，填在它的各项里。$/,
    );
  });
});

test.each([
  ['¥600,000.00', '600000'],
  ['1.5万', '15000'],
  ['(5000)', '-5000'],
  ['5000.', '5000'],
  ['￥5000', '5000'],
])('an amount typed as %s is asked about', async (typed, meant) => {
  const findings = await said((form) => form.put(at(form, '项目支出／一般公共预算', '2101101 行政单位医疗'), typed));
  expect(findings.join('\n')).toMatch(new RegExp(`amount-invalid 支出!.*是否为 ${meant}？`));
});

test('what a formula leaves behind the 分 is told as Excel mends it', async () => {
  const findings = await said((form) =>
    form.put(at(form, '项目支出／一般公共预算', '2101101 行政单位医疗'), '1900000.006', { kind: 'number' }),
  );
  expect(findings.join('\n')).toMatch(/amount-invalid 支出!\w+ .*最多 2 位小数.*ROUND\(……,2\)/);
});

test('a code in two rows, an indicator without value, and a day with points', async () => {
  const [twice] = await said((form) => form.put(form.cell('支出', '2070199 其他文化和旅游支出'), '2070109 群众文化'));
  expect(twice).toMatch(/^warning codes-stated-once 支出!A\d+ 科目 2070109 写了两行，金额会加在一起；第一行在 支出!A\d+。/);
  const [valueless] = await said((form) => form.put(form.cell('绩效', '≥95%'), undefined));
  expect(valueless).toMatch(/^warning form-indicators-given 绩效!D\d+ 指标“演出完成率”没有写值。/);
  expect(await said((form) => form.put(form.cell('基本信息', '公开日期', { right: 1 }), '2026.2.18'))).toEqual([]);
});

describe('rows of a list', () => {
  const owners = (form: FilledForm) =>
    [...form.sheet('绩效').rows].filter(([, cells]) => cells.get(0)?.text === '群众文化活动').map(([row]) => row);

  test('merged cells say the same for every row', async () => {
    const form = await FilledForm.of();
    const before = form.read().tree;
    const rows = owners(form).slice(1);
    const [top = 0] = rows;
    for (const row of rows.slice(1)) form.put(`绩效!A${row + 1}`, undefined);
    form.change('绩效', { merges: [{ top, left: 0, bottom: rows.at(-1) ?? 0, right: 0 }] });
    expect(form.read().diagnostics).toEqual([]);
    expect(form.read().tree).toEqual(before);
  });

  test('blank ones are one finding', async () => {
    const findings = await said((form) => {
      for (const row of owners(form).slice(2)) form.put(`绩效!A${row + 1}`, undefined);
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^error form-owner-unknown 绩效!A\d+ 没有写“所属项目”（A\d+:A\d+，共 6 行）。.*Ctrl\+D/);
  });

  test('an owner and a level that are nearly right', async () => {
    const findings = await said((form) => {
      for (const row of owners(form)) form.put(`绩效!A${row + 1}`, '群众文化活动费');
    });
    expect(findings.filter((one) => one.includes('是否为“群众文化活动”？'))).toHaveLength(2);
    const [level] = await said((form) => form.put(form.cell('绩效', '效益指标'), '效益'));
    expect(level).toMatch(/^error form-owner-unknown 绩效!B\d+ “一级指标”里没有“效益”。是否为“效益指标”？$/);
    const [second] = await said((form) => form.put(form.cell('绩效', '社会效益'), '经济和社会'));
    expect(second).toContain('“二级指标”里没有“经济和社会”。可以写：经济效益、社会效益、生态效益、可持续影响。');
  });

  test('a sum or a note of one’s own is no item', async () => {
    const bottom = (form: FilledForm) => `支出!A${Math.max(...form.sheet('支出').rows.keys()) + 3}`;
    expect((await said((form) => form.put(bottom(form), '合计')))[0]).toContain('“合计”不用写：表头上面灰色的一行会自动合计。删去这一行。');
    expect((await said((form) => form.put(bottom(form), '注：以上按批复填列')))[0]).toContain('备注不要写在表里。');
  });
});

describe('what changes is told so that a slip is seen', () => {
  const changes = async (change: (form: FilledForm) => void) => {
    const form = await FilledForm.of();
    change(form);
    const { tree } = form.read();
    return changesText(differences(typedTree(readFileSync(FULL, 'utf8')), tree), tree);
  };
  const rowsOf = (form: FilledForm, sheet: string, first: string): number[] => {
    const start = Number(form.cell(sheet, first).replace(/\D/g, '')) - 1;
    return [...form.sheet(sheet).rows].filter(([row, cells]) => row >= start && cells.has(0)).map(([row]) => row);
  };

  test('one column sorted without the others: names and amounts no longer belong together', async () => {
    const { full, changesFigures } = await changes((form) => {
      const cells = form.sheet('项目').rows;
      const [one, other] = [form.cell('项目', '群众文化活动'), form.cell('项目', '文化馆设备更新')];
      expect(cells.size).toBeGreaterThan(0);
      form.put(one, '文化馆设备更新').put(other, '群众文化活动');
      for (const [row, line] of form.sheet('绩效').rows)
        if (line.get(0)?.text === '群众文化活动') form.put(`绩效!A${row + 1}`, '文化馆设备更新');
    });
    expect(full).toContain('项目/群众文化活动/资金/一般公共预算：1,500,000 → 700,000');
    expect(full).toContain('项目/文化馆设备更新/资金/一般公共预算：700,000 → 1,500,000');
    expect(changesFigures).toBe(true);
  });

  test('whole rows sorted: only their order', async () => {
    const { full } = await changes((form) => {
      const sheet = form.sheet('支出');
      const numbers = rowsOf(form, '支出', '2070101 行政运行');
      const turned = new Map(numbers.map((row, index) => [row, sheet.rows.get(numbers[numbers.length - 1 - index] ?? 0)]));
      const rows = new Map([...sheet.rows].map(([row, cells]) => [row, turned.get(row) ?? cells]));
      form.change('支出', { rows });
    });
    expect(full).toBe(
      '有 1 处改动：\n  支出：只是次序变了（2070101、2070109、2070199、2080505、2101101…… → 2210201、2120803、2101101、2080505、2070199……）\n收支平衡：改动以后，各项差额都是零。',
    );
  });

  test('a new item is one line, and a side that no longer agrees is said', async () => {
    const { full } = await changes((form) => {
      const bottom = Math.max(...rowsOf(form, '支出', '2070101 行政运行')) + 2;
      form
        .put(`支出!A${bottom}`, '2070204 文物保护')
        .put(at(form, '项目支出／一般公共预算', '2070101 行政运行').replace(/\d+$/, String(bottom)), '11');
    });
    expect(full).toContain('  新增 支出/2070204：项目支出/一般公共预算 11\n');
    expect(full).toContain('一般公共预算：收入＝支出＋年终结转：左边 6,200,000，右边 6,200,011，差 -11');
  });

  test('of much that is new, how much; what is there already, all of it', async () => {
    const form = await FilledForm.of();
    const { tree } = form.read();
    const many = { ...tree, 职责: Array.from({ length: 200 }, (_, index) => `职责${index}`), 其他说明: undefined };
    const { brief, full } = changesText(differences({ ...many, 职责: [], 其他说明: '无' }, many), many);
    expect(brief).toContain('另外新增 195 处，没有列出。');
    expect(brief).toContain('删去 其他说明：无');
    expect(full.split('\n').length).toBeGreaterThan(200);
  });

  test('another unit of money multiplies what did not follow', async () => {
    const form = await FilledForm.of();
    const before = form.read().tree;
    const after = form.put(form.cell('基本信息', '金额单位', { right: 1 }), '万元').read();
    const [finding] = unitChanged(before, after.tree, after.locate(['金额单位']));
    expect(finding?.message).toMatch(
      /^金额单位由“元”改成“万元”，\d+ 个金额里有 \d+ 个没有跟着改，意思都放大一万倍：收入总计由 6,500,000.00元 变成 65,000,000,000.00元。$/,
    );
    expect(finding?.at?.cell).toMatch(/^基本信息!B\d+$/);
  });
});
