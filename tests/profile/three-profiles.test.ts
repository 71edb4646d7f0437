import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inlineText } from '../../src/document/document.js';
import { ORIGINAL_YAML } from '../support/build-case.js';
import { runningText, textsOf } from '../support/document-text.js';
import { STATED_YAML } from '../support/stated-sample.js';
import { buildWell, cellTexts, errorsOf, profileNamed, SPLIT_YAML, tableNamed } from './support.js';

interface Leaf {
  readonly 科目: string;
  readonly 基本支出?: { readonly 一般公共预算: string };
  readonly 项目支出?: { readonly 一般公共预算: string };
}

/** The original's amounts straight from its YAML, in whole 分: nothing of src is used. */
const original = parse(ORIGINAL_YAML, { schema: 'failsafe' }) as {
  readonly 支出: readonly Leaf[];
  readonly 一般公共预算基本支出: readonly { readonly 科目: string; readonly 金额: string }[];
  readonly 项目: readonly { readonly 名称: string; readonly 绩效目标表?: unknown }[];
};

function fen(typed: string | undefined): bigint {
  const [whole = '0', cents = ''] = (typed ?? '0').split('.');
  return BigInt(whole + cents.padEnd(2, '0'));
}

const total = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);

/** 分 as 元 with separators; zero as given. */
function yuan(value: bigint, zero = ''): string {
  if (value === 0n) return zero;
  const digits = value.toString().padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

const basic = (prefix: string) =>
  total(original.支出.filter((leaf) => leaf.科目.startsWith(prefix)).map((leaf) => fen(leaf.基本支出?.一般公共预算)));
const project = (prefix: string) =>
  total(original.支出.filter((leaf) => leaf.科目.startsWith(prefix)).map((leaf) => fen(leaf.项目支出?.一般公共预算)));
const prefixes = (length: number) => [...new Set(original.支出.map((leaf) => leaf.科目.slice(0, length)))];

describe('the nine-table form', () => {
  const built = buildWell(profileNamed('nine-tables'), ORIGINAL_YAML);
  const { tables, document } = built;

  test('passes the checks', () => {
    expect(errorsOf(built)).toEqual([]);
  });

  test('has nine landscape tables, the narrative before them, and a page a project after', () => {
    expect(tables.map((table) => [table.title, table.right])).toEqual([
      ['2026年部门财务收支预算总表', '单位：元'],
      ['2026年部门收入预算总表', '单位：元'],
      ['2026年部门支出预算总表', '单位：元'],
      ['2026年部门财政拨款收支预算总表', '单位：元'],
      ['2026年部门一般公共预算支出功能分类预算表', '单位：元'],
      ['2026年部门政府性基金预算支出功能分类预算表', '单位：元'],
      ['2026年部门国有资本经营预算支出功能分类预算表', '单位：元'],
      ['2026年部门一般公共预算基本支出部门预算经济分类预算表', '单位：元'],
      ['2026年部门“三公”经费和机关运行经费预算表', '单位：万元'],
    ]);
    expect(new Set(tables.map((table) => table.orientation))).toEqual(new Set(['landscape']));
    const parts = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [inlineText(block.content)] : [])),
    );
    expect(parts).toEqual([
      '一、主要职能',
      '二、机构设置',
      '三、名词解释',
      '四、预算编制说明',
      '五、预算表',
      '六、其他相关情况说明',
      '七、项目经费情况说明',
    ]);
    const orientations = document.sections.map((section) => section.orientation);
    expect(orientations).toEqual(['portrait', 'portrait', 'portrait', 'portrait', 'landscape', 'portrait', 'portrait']);
    const last = document.sections.at(-1)?.blocks ?? [];
    const published = original.项目.filter((one) => one.绩效目标表).length;
    expect(last.filter((block) => block.type === 'table')).toHaveLength(published);
    expect(last.filter((block) => block.type === 'pageBreak')).toHaveLength(published - 1);
  });

  test('table 3: codes in three columns, each row with its parents’ parts, the total last', () => {
    const expected: string[][] = [];
    for (const length of [3, 5, 7])
      for (const code of prefixes(length)) expected.push([code, yuan(basic(code) + project(code)), yuan(basic(code)), yuan(project(code))]);
    expected.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    const printed = cellTexts(tableNamed(tables, '支出预算'));
    expect(printed.slice(0, -1).map(([category, section, item, , ...amounts]) => [`${category}${section}${item}`, ...amounts])).toEqual(
      expected,
    );
    expect(printed[2]?.slice(0, 4)).toEqual(['201', '03', '01', '行政运行']);
    expect(printed.at(-1)).toEqual(['合计', yuan(basic('') + project('')), yuan(basic('')), yuan(project(''))]);
  });

  test('tables 1 and 4 list only the 类 that have money, and end in equal totals', () => {
    const grand = yuan(basic('') + project(''));
    const first = cellTexts(tableNamed(tables, '财务收支'));
    expect(first.map((row) => row[2])).toEqual([
      '一、一般公共服务支出',
      '二、社会保障和就业支出',
      '三、卫生健康支出',
      '四、住房保障支出',
      '',
      '',
      '',
      '支出总计',
    ]);
    expect(first.slice(0, 4).map((row) => row[3])).toEqual(prefixes(3).map((code) => yuan(basic(code) + project(code))));
    expect(first.at(-1)).toEqual(['收入总计', grand, '支出总计', grand]);
    expect(cellTexts(tableNamed(tables, '财政拨款收支')).at(-1)).toEqual(['收入总计', grand, '支出总计', grand, grand, '', '']);
  });

  test('table 8: economic codes in two columns', () => {
    const leaves = original.一般公共预算基本支出;
    const expected = [...new Set(leaves.map((leaf) => leaf.科目.slice(0, 3)))].flatMap((category) => {
      const own = leaves.filter((leaf) => leaf.科目.startsWith(category));
      return [
        [category, '', yuan(total(own.map((leaf) => fen(leaf.金额))))],
        ...own.map((leaf) => [category, leaf.科目.slice(3), yuan(fen(leaf.金额))]),
      ];
    });
    const printed = cellTexts(tableNamed(tables, '一般公共预算安排的基本支出'));
    expect(printed.slice(0, -1).map(([category, section, , amount]) => [category, section, amount])).toEqual(expected);
  });

  test('table 9: one row in 万元 under three header rows', () => {
    const table = tableNamed(tables, '“三公”经费和机关运行经费');
    expect(table.header).toHaveLength(3);
    const operating = total(original.一般公共预算基本支出.filter((leaf) => leaf.科目.startsWith('302')).map((leaf) => fen(leaf.金额)));
    expect(operating).toBe(67_900_000n);
    expect(cellTexts(table)).toEqual([['0', '0', '0', '0', '0', '0', '67.90']]);
  });

  test('an empty table keeps its grid and its own explanation', () => {
    const table = tableNamed(tables, '政府性基金预算安排的支出');
    expect(cellTexts(table)).toEqual([['合计', '', '', '']]);
    expect(table.notes).toEqual(['注：本部门2026年没有政府性基金预算安排的支出，本表无数据。']);
  });

  test('the text is in 万元, with a numbered list of one entry a 项', () => {
    const text = runningText(textsOf(document), ['叙述']);
    expect(text).toContain('收入预算1,262.80万元，比2025年预算减少374.20万元，下降22.86%');
    for (const [index, leaf] of original.支出.entries()) {
      const value = fen(leaf.基本支出?.一般公共预算) + fen(leaf.项目支出?.一般公共预算);
      const hundredths = ((value * 2n + 10_000n) / 20_000n).toString().padStart(3, '0');
      expect(text).toContain(
        `科目${hundredths.slice(0, -2)}.${hundredths.slice(-2)}万元${index === original.支出.length - 1 ? '。' : '；'}`,
      );
    }
    expect(text).toContain(
      '1.“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）”科目223.20万元；2.“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）机关服务（项）”科目720.51万元；',
    );
  });
});

test('the unit’s form says 单位 throughout and has no page a project', () => {
  const { tables, document } = buildWell(profileNamed('nine-tables-unit'), SPLIT_YAML);
  expect(tables).toHaveLength(9);
  expect(cellTexts(tableNamed(tables, '财务收支')).at(-1)).toEqual([
    '收入总计',
    '12,627,960.91',
    '支出总计',
    '12,627,960.91',
    '3,735,880.00',
    '679,000.00',
    '8,213,080.91',
  ]);
  for (const table of tables) {
    expect(table.title).toContain('年预算单位');
    expect(table.left).toMatch(/^编制单位：/);
  }
  const own = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [inlineText(block.content)] : [])),
  );
  expect(own).not.toContain('七、项目经费情况说明');
  const text = runningText(textsOf(document), ['封面', '目录']);
  expect(text).toContain('2026年区级单位预算');
  expect(text).not.toContain('部门预算公开');
  expect(runningText(textsOf(document))).not.toContain('本部门');
  expect(document.metadata.subject).toBe('2026年区级单位预算公开');
});

describe('a form that renames, reorders and drops tables and adds a section, without code', () => {
  const { tables, document } = buildWell(profileNamed('极简'), STATED_YAML);

  test('prints its own tables in its own order, some of its parent’s', () => {
    expect(tables.map((table) => [table.label, table.title, table.orientation])).toEqual([
      ['附表1', '2026年花了什么', 'landscape'],
      ['附表2', '2026年预算收支总表', 'portrait'],
      ['附表3', '人员和公用', 'portrait'],
    ]);
    expect(cellTexts(tableNamed(tables, '花钱总表')).at(-1)).toEqual(['一共', '8,213,081', '4,414,880']);
    expect(cellTexts(tableNamed(tables, '花钱总表'))[1]).toEqual(['社会保障和就业支出', '-', '478,080']);
    expect(cellTexts(tableNamed(tables, '人员和公用'))).toEqual([['373.59', '67.90']]);
  });

  test('writes its own section with figures of its own', () => {
    const text = runningText(textsOf(document), ['叙述']);
    expect(text).toContain(
      '朔州市平鲁区人民政府办公室安排项目支出821.31万元、人员经费3,735,880.00元；机关运行经费比上年减少5.01万元，下降6.87%，主要原因是落实过紧日子要求',
    );
    expect(text).toContain('1·数字');
    expect(text).not.toContain('名词解释');
  });
});

test('the same money stands in all three', () => {
  const shanxi = buildWell(profileNamed('shanxi'), ORIGINAL_YAML);
  expect(cellTexts(tableNamed(shanxi.tables, '收支总表')).at(-1)?.slice(0, 2)).toEqual(['收入总计', '1,262.80']);
  const nine = buildWell(profileNamed('nine-tables'), ORIGINAL_YAML);
  const exact = (tables: typeof nine.tables, name: string) =>
    tableNamed(tables, name)
      .rows.at(-1)
      ?.cells.find((cell) => cell.figure)
      ?.figure?.value.toFixed();
  expect(exact(nine.tables, '财务收支')).toBe(exact(shanxi.tables, '收支总表'));
});
