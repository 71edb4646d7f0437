import { describe, expect, test } from 'vitest';
import { messagesOf } from '../support/build-case.js';
import { runningText, textsOf } from '../support/document-text.js';
import { buildWell, buildWith, cellTexts, errorsOf, filesOf, profileNamed, RICH_YAML, tableNamed } from './support.js';

// The table types of other provinces, each small: lists and fields of a form's own, columns of text, of figures worked
// out of two, last year by 科目, rows within rows. The expected figures are added up by hand from the YAML below.

const SPEC = `继承: shanxi
名称: 我省
明细:
  采购:
    说明: 政府采购明细
    栏目:
      项目名称: {类型: 文字}
      采购日期: {类型: 日期, 可空: 是}
      功能科目: {类型: 功能分类}
      种类: {类型: [货物, 工程, 服务]}
      数量: {类型: 数量}
      金额: {类型: 金额}
    相等: [{栏目: 金额, 等于: {表: 政府采购}}]
自有数据:
  监督索引号: {类型: 文字}
  在职人数: {类型: 数量}
  会议费: {类型: 金额}
封面:
  - {文字: "监督索引号{{自有数据.监督索引号}}", 样式: coverNote}
报表: [报表/采购.yaml, 报表/科目.yaml, 报表/指标.yaml, 报表/单位.yaml, 报表/自有.yaml, 报表/政府.yaml]
大纲:
  - 标题: 概况
    章节: [概况/职责.hbs, 说明/自有.hbs]
  - {标题: 报表, 报表: 全部}
`;

const TABLES: Readonly<Record<string, string>> = {
  采购: `名称: 采购明细
标题: "{{年度}}年政府采购明细表"
表号: "12-1"
方向: 横向
表注: ["{{部门}}按采购目录填列。"]
表头:
  - {标题: 序号, 内容: 序号}
  - {标题: 项目, 内容: 项目名称}
  - {标题: 日期, 内容: 采购日期}
  - {标题: 科目编码, 内容: 功能科目}
  - {标题: 科目名称, 内容: 功能科目名称}
  - {标题: 种类, 内容: 种类}
  - {标题: 数量, 内容: 金额, 取数: {栏目: 数量}}
  - {标题: 金额, 内容: 金额, 取数: {栏目: 金额}}
  - {标题: 其中货物, 内容: 金额, 取数: {栏目: 金额, 种类: 货物}}
行:
  - {展开: 明细, 取数: {表: 明细, 明细: 采购}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 明细, 明细: 采购}}
`,
  科目: `名称: 支出比上年
标题: 支出比上年
方向: 横向
表头:
  - {标题: 科目, 内容: 名称}
  - {标题: 上年, 内容: 金额, 取数: {表: 上年支出}}
  - {标题: 本年, 内容: 金额, 取数: {表: 支出}}
  - {标题: 人员经费, 内容: 金额, 取数: {表: 支出, 经费: 人员经费}}
  - {标题: 增减额, 内容: 金额, 取数: {表: 支出}, 比: {表: 上年支出}, 算: 增减额}
  - {标题: 增减率, 内容: 金额, 取数: {表: 支出}, 比: {表: 上年支出}, 算: 增减率}
  - {标题: 占比, 内容: 金额, 取数: {表: 支出}, 比: {表: 支出}, 算: 占比}
  - {标题: 备注, 内容: 备注}
行:
  - {展开: 功能分类, 层级: 类, 取数: {表: [支出, 上年支出]}}
  - {名称: 合计, 合计: 是, 汇总: 上, 文字: {备注: 含结转}, 取数: {表: [支出, 上年支出]}}
`,
  指标: `名称: 指标
标题: 指标
方向: 横向
表头:
  - {标题: 项目, 内容: 名称, 同上不印: 是}
  - {标题: 一级, 内容: 一级指标, 同上不印: 是}
  - {标题: 三级, 内容: 三级指标}
  - {标题: 性质, 内容: 性质}
  - {标题: 值, 内容: 年度值}
行:
  - {展开: 指标, 取数: {表: 项目支出}}
`,
  单位: `名称: 单位与类
标题: 单位与类
表头:
  - {标题: 代码, 内容: 编码}
  - {标题: 名称, 内容: 名称}
  - {标题: 支出, 内容: 金额}
行:
  - {名称: 合计, 合计: 是, 汇总: 下, 取数: {表: 支出, 资金: 国有资本经营预算}}
  - {展开: [单位, 功能分类], 层级: 款, 取数: {表: 支出, 资金: 国有资本经营预算}}
`,
  自有: `名称: 人员
标题: 人员
表头:
  - {标题: 项目, 内容: 名称}
  - {标题: 代码, 内容: 编码}
  - {标题: 数, 内容: 金额}
行:
  - {名称: 在职人数（人）, 编码: "01", 取数: {表: 自有数据, 栏目: 在职人数}}
  - {名称: 会议费, 编码: "02", 取数: {表: 自有数据, 栏目: 会议费}}
`,
  政府: `名称: 政府经济
标题: 政府经济
表头:
  - {标题: 编码, 内容: 编码}
  - {标题: 科目, 内容: 名称}
  - {标题: 金额, 内容: 金额}
行:
  - {展开: 政府经济分类, 取数: {表: 基本支出经济分类}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 基本支出经济分类}}
`,
};

const CHAPTER = `## 人员和采购

{{#如果 自有数据.有会议费}}会议费{{万元 自有数据.会议费}}，在职{{数量 自有数据.在职人数}}人，采购{{数量 明细.采购.条数}}项，共{{万元 明细.采购.合计.金额}}：{{#逐项 明细.采购.条目 "、"}}{{项目名称}}（{{功能科目名称}}）{{万元 金额}}{{/逐项}}。{{/如果}}
`;

const OWN = `
自有数据: {监督索引号: 53-001, 在职人数: 32, 会议费: 1.5}
明细:
  采购:
    - {项目名称: 电脑, 采购日期: 2026-03-01, 功能科目: 2070101, 种类: 货物, 数量: 12, 金额: 6}
    - {项目名称: 物业, 功能科目: 2070104, 种类: 服务, 数量: 1, 金额: 94}
上年支出:
  - {科目: 2070101, 基本支出: {一般公共预算: 300}}
  - {科目: 2080505, 基本支出: {一般公共预算: 45.004}}
  - {科目: 2299999, 项目支出: {一般公共预算: 5}}
`;

const profile = {
  folder: 'templates/my',
  files: filesOf({
    '方案.yaml': SPEC,
    '说明/自有.hbs': CHAPTER,
    '核对.yaml':
      '表间关系: []\n逐行关系: []\n必备报表: []\n公开要求: {C01: {报表: []}, C03: {报表: []}, C04: {报表: []}, C05: {报表: []}}\n',
    ...Object.fromEntries(Object.entries(TABLES).map(([name, text]) => [`报表/${name}.yaml`, text])),
  }),
};
const split = RICH_YAML.replaceAll(/基本支出: \{一般公共预算: ([\d.]+)/g, '基本支出: {人员经费: {一般公共预算: $1}')
  .replace(', 单位资金: {事业单位经营收入: 3.25}}', ', 公用经费: {单位资金: {事业单位经营收入: 3.25}}}')
  .replace(/政府采购:\n(?: {2}.*\n)+/, '政府采购: {货物: 6, 服务: 94}\n');
const yaml = split + OWN;

describe('a form of its own', () => {
  const built = buildWell(profile, yaml);
  const rows = (name: string) => cellTexts(tableNamed(built.tables, name));

  test('lists entry by entry, with their texts, conditions and totals', () => {
    expect(rows('采购明细')).toEqual([
      ['1', '电脑', '2026年3月1日', '2070101', '行政运行', '货物', '12', '6.00', '6.00'],
      ['2', '物业', '', '2070104', '图书馆', '服务', '1', '94.00', ''],
      ['合计', '13', '100.00', '6.00'],
    ]);
    const { label, notes, sums } = tableNamed(built.tables, '采购明细');
    expect([label, notes]).toEqual(['预算公开表12-1', ['虚构市示例区文化和旅游局按采购目录填列。']]);
    expect(sums.length).toBe(3);
  });

  test('last year by 科目, with what it rose by, the rate and the share', () => {
    // 2070101 310.123456; 2070104 120.5 + 3.25 + 40 + 12.5 + 6 + 1 + 1 + 0.005; 2070109 66.666666 + 15.333333: 576.378455,
    // 276.378455 ÷ 300; 45.004 ÷ 867.177355, which is all income less 3.5 carried over.
    const [culture] = rows('支出比上年');
    expect(culture?.slice(0, 3)).toEqual(['文化旅游体育与传媒支出', '300.00', '576.38']);
    expect(culture?.[4]).toBe('276.38');
    expect(culture?.[5]).toBe('92.13%');
    expect(rows('支出比上年').find((row) => row[0] === '社会保障和就业支出')).toEqual([
      '社会保障和就业支出',
      '45.00',
      '45.00',
      '45.00',
      '',
      '',
      '5.19%',
      '',
    ]);
    expect(rows('支出比上年').at(-1)?.[0]).toBe('合计');
    expect(rows('支出比上年').at(-1)?.at(-1)).toBe('含结转');
  });

  test('rows within rows, and codes of units', () => {
    expect(rows('单位与类')).toEqual([
      ['合计', '9.99'],
      ['207001', '虚构市示例区文化和旅游局', '9.99'],
      ['223', '国有资本经营预算支出', '9.99'],
      ['22301', '解决历史遗留问题及改革成本支出', '9.99'],
    ]);
  });

  test('fields: figures and counts in a table, texts on the cover, all in sentences', () => {
    expect(rows('人员')).toEqual([
      ['在职人数（人）', '01', '32'],
      ['会议费', '02', '1.50'],
    ]);
    const text = runningText(textsOf(built.document), ['叙述', '封面']);
    expect(JSON.stringify(built.document)).toContain('监督索引号53-001');
    expect(text).toContain('会议费1.50万元，在职32人，采购2项，共100.00万元：电脑（行政运行）6.00万元、物业（图书馆）94.00万元。');
  });

  test('the other classification of the same money', () => {
    const all = rows('政府经济');
    expect(all.at(-1)?.[1]).toBe(
      cellTexts(tableNamed(buildWell(profileNamed('shanxi'), RICH_YAML).tables, '一般公共预算安排的基本支出'))[0]?.[1],
    );
    expect(all[0]?.[0]).toMatch(/^50\d$/);
  });

  test('one line an indicator', () => {
    expect(rows('指标').length).toBeGreaterThan(1);
    expect(rows('指标')[1]?.[0]).toBe('');
  });

  test('a figure of a list knows its place', () => {
    const facts = built.budget?.facts('明细') ?? [];
    expect(facts.map(({ id }) => id)).toContain('预算.yaml#/明细/采购/0/金额');
  });
});

describe('what a department says of it', () => {
  const errors = (change: (text: string) => string) => errorsOf(buildWith(profile, change(yaml)));

  test.each([
    ['a column that the list does not have', '项目名称: 物业', '项目: 物业', 'unknown-key'],
    ['a column that is missing', '种类: 服务, ', '', 'missing-key'],
    ['a word that the column does not take', '种类: 服务', '种类: 物业', 'choice-invalid'],
    ['an amount that is none', '金额: 94', '金额: 九十四', 'amount-invalid'],
    ['a list that the form does not have', '  采购:', '  采买:', 'unknown-key'],
    ['a field that is missing', ', 会议费: 1.5', '', 'missing-key'],
    ['a total that is not that of 政府采购', '金额: 94', '金额: 95', 'own-totals-agree'],
    ['基本支出 that are not split', '基本支出: {人员经费: {一般公共预算: 45.004}}', '基本支出: {一般公共预算: 45.004}', 'expenses-unsplit'],
  ])('%s', (_, from, to, code) => {
    expect(yaml).toContain(from);
    expect(errors((text) => text.replace(from, to)).join(' ')).toContain(code);
  });

  test('a list that is not stated is not stated, and 无 is', () => {
    const without = yaml.replace(/明细:\n(?: {2}.*\n)+/, '');
    expect(messagesOf(buildWith(profile, without))).toContain('明细');
    const none = buildWith(profile, yaml.replace(/ {2}采购:\n(?: {4}.*\n)+/, '  采购: 无\n').replace(/政府采购:.*\n/, '政府采购: 无\n'));
    expect(errorsOf(none).filter((one) => one.includes('own-'))).toEqual([]);
  });

  test('a form that does not ask for it refuses it', () => {
    expect(errorsOf(buildWith(profileNamed('shanxi'), yaml)).filter((one) => one.includes('unknown-key'))).toHaveLength(4);
  });
});
