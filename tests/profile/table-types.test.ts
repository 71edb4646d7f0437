import { describe, expect, test } from 'vitest';
import { has, type Leaf, printed, sumOf as sum, treeOf } from './independent-sums.js';
import { buildWell, buildWith, cellTexts, errorsOf, filesOf, profileNamed, profileOf, RICH_YAML, tableNamed } from './support.js';

// The types of tables that provinces print, and where each stands: in a profile of the repository, or in the small form
// below, whose figures are added up from the department's YAML a second way.

type Place = readonly [profile: string, table: string];
const OWN = 'below';

const TYPES: Readonly<Record<string, readonly Place[]>> = {
  '收支总表，两边': [
    ['beijing', '收支总表'],
    ['yunnan', '财务收支预算总表'],
  ],
  '收入总表，一个单位一行': [
    ['beijing', '收入总表'],
    ['yunnan', '部门收入预算表'],
  ],
  '支出总表，按五种性质': [['beijing', '支出总表']],
  '一般公共预算支出，按项，分人员和公用': [
    ['beijing', '一般公共预算财政拨款支出表'],
    ['yunnan', '一般公共预算支出预算表'],
  ],
  '按项与上年比：上年、本年、增减额、增减率': [[OWN, '比上年']],
  按科目与上年执行数比: [[OWN, '比上年执行']],
  按性质与上年比: [[OWN, '性质比上年']],
  按单位与上年比: [[OWN, '单位比上年']],
  '基本支出，按部门和政府经济分类': [['beijing', '一般公共预算财政拨款基本支出表']],
  '基本支出，只按政府经济分类': [[OWN, '政府经济']],
  '机关运行经费，按经济科目': [[OWN, '机关运行']],
  '“三公”经费一行': [['yunnan', '一般公共预算“三公”经费支出预算表']],
  '“三公”经费，一年一行': [['beijing', '财政拨款“三公”经费支出表']],
  '“三公”经费，连同会议费、培训费': [[OWN, '三公和会议']],
  '“三公”经费，两年按资金': [[OWN, '三公按资金']],
  '会议费和培训费，两年按资金': [[OWN, '会议费按资金']],
  '财政拨款支出，科目 × 三种资金': [[OWN, '三种资金']],
  '政府性基金、国有资本经营预算支出': [
    ['beijing', '政府性基金预算财政拨款支出表'],
    ['beijing', '国有资本经营预算财政拨款支出表'],
  ],
  '项目支出，一个项目一行': [
    ['beijing', '项目支出表'],
    ['yunnan', '项目支出预算表'],
  ],
  '项目 × 功能科目 × 经济科目': [['yunnan', '项目支出预算表']],
  '政府采购，逐条': [
    ['beijing', '政府采购预算明细表'],
    ['yunnan', '政府采购预算表'],
  ],
  '政府购买服务，逐条': [
    ['beijing', '政府购买服务预算财政拨款明细表'],
    ['yunnan', '政府购买服务预算表'],
  ],
  对下转移支付和绩效目标: [
    ['yunnan', '对下转移支付预算表'],
    ['yunnan', '对下转移支付绩效目标表'],
  ],
  新增资产配置: [['yunnan', '新增资产配置预算表']],
  非税收入征收计划: [[OWN, '非税收入']],
  人员构成: [[OWN, '人员']],
  '绩效目标，一个项目一页': [['beijing', '项目支出绩效目标表']],
  '绩效目标，全部项目一张': [['yunnan', '项目支出绩效目标表（本级下达）']],
  整体支出绩效目标: [['beijing', '整体支出绩效目标表']],
  '栏次一行、自己的表号、表注': [[OWN, '三种资金']],
  标题下面中间有字: [[OWN, '三公按资金']],
};

const change = (name: string, expansion: string, filter = '') => `名称: ${name}
标题: "{{年度}}年${name}"
方向: 横向
表头:
  - {标题: 项目, 内容: 名称, 宽: 40}
  - {标题: "{{上年度}}年", 内容: 金额, 取数: {表: 上年支出}}
  - {标题: "{{年度}}年", 内容: 金额, 取数: {表: 支出}}
  - {标题: 增减额, 内容: 金额, 取数: {表: 支出}, 比: {表: 上年支出}, 算: 增减额}
  - {标题: 增减率, 内容: 金额, 取数: {表: 支出}, 比: {表: 上年支出}, 算: 增减率}
行:
${expansion}
  - {名称: 合计, 合计: 是, 取数: {表: [支出, 上年支出]${filter}}}
`;

/** A row a year, a column a fund. */
const twoYears = (name: string, from: string) => `名称: ${name}
标题: ${name}
方向: 横向
表头:
  - {标题: 年度, 内容: 名称}
  - {标题: 合计, 内容: 金额, 汇总同级: 是}
${['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((fund) => `  - {标题: ${fund}, 内容: 金额, 取数: {资金: ${fund}}}`).join('\n')}
行:
  - {名称: "{{上年度}}年", 取数: {${from}, 年份: 上年}}
  - {名称: "{{年度}}年", 取数: {${from}, 年份: 本年}}
`;

const TABLES: Readonly<Record<string, string>> = {
  比上年: change('比上年', '  - {展开: 功能分类, 层级: 项, 取数: {表: [支出, 上年支出]}}'),
  性质比上年: change(
    '性质比上年',
    ['基本支出', '项目支出'].map((nature) => `  - {名称: ${nature}, 取数: {表: [支出, 上年支出], 性质: ${nature}}}`).join('\n'),
  ),
  单位比上年: change('单位比上年', '  - {展开: 单位, 取数: {表: [支出, 上年支出]}}'),
  比上年执行: change('比上年执行', '  - {展开: 功能分类, 层级: 项, 取数: {表: [支出, 上年支出]}}').replaceAll('上年支出', '上年执行支出'),
  三公按资金: twoYears('三公按资金', '表: 三公经费').replace('行:', '表头中: "预算年度：{{年度}}"\n纸张: A3\n行:'),
  会议费按资金: twoYears('会议费按资金', '表: 明细, 明细: 会议费和培训费'),
  政府经济: `名称: 政府经济
标题: 基本支出（政府经济分类）
表头: [{标题: 编码, 内容: 编码}, {标题: 科目, 内容: 名称}, {标题: 金额, 内容: 金额}]
行:
  - {展开: 政府经济分类, 层级: 类, 取数: {表: 基本支出经济分类}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 基本支出经济分类}}
`,
  机关运行: `名称: 机关运行
标题: 公用经费（按经济科目）
表头: [{标题: 编码, 内容: 编码}, {标题: 科目, 内容: 名称}, {标题: 金额, 内容: 金额}]
行:
  - {展开: 经济分类, 取数: {表: 基本支出经济分类, 经费: 公用经费}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 基本支出经济分类, 经费: 公用经费}}
`,
  三公和会议: `名称: 三公和会议
标题: “三公”经费、会议费和培训费
方向: 横向
表头:
  - {标题: “三公”经费, 内容: 金额, 取数: {表: 三公经费, 年份: 本年}}
  - {标题: 会议费, 内容: 金额, 取数: {表: 自有数据, 栏目: 会议费}}
  - {标题: 培训费, 内容: 金额, 取数: {表: 自有数据, 栏目: 培训费}}
行: [{取数: {}}]
`,
  三种资金: `名称: 三种资金
标题: 财政拨款支出
表号: "05-2"
栏次: 是
表注: ["注：不含结转下年的资金。"]
方向: 横向
表头:
  - {标题: 科目编码, 内容: 编码}
  - {标题: 科目名称, 内容: 名称, 宽: 40}
  - {标题: 合计, 内容: 金额, 汇总同级: 是, 取数: {资金: 财政拨款}}
  - {标题: 一般公共预算, 内容: 金额, 取数: {资金: 一般公共预算}}
  - {标题: 政府性基金预算, 内容: 金额, 取数: {资金: 政府性基金预算}}
  - {标题: 国有资本经营预算, 内容: 金额, 取数: {资金: 国有资本经营预算}}
行:
  - {展开: 功能分类, 层级: 款, 取数: {表: 支出}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 支出}}
`,
  非税收入: `名称: 非税收入
标题: 非税收入征收计划表
表头: [{标题: 项目, 内容: 项目}, {标题: 征收依据, 内容: 依据}, {标题: 上年, 内容: 金额, 取数: {栏目: 上年完成}}, {标题: 本年, 内容: 金额, 取数: {栏目: 本年计划}}]
行:
  - {展开: 明细, 取数: {表: 明细, 明细: 非税收入}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 明细, 明细: 非税收入}}
`,
  人员: `名称: 人员
标题: 人员构成情况表
表头: [{标题: 人员, 内容: 名称}, {标题: 编制, 内容: 金额, 取数: {栏目: 编制}}, {标题: 实有, 内容: 金额, 取数: {栏目: 实有}}]
行:
  - {展开: 明细, 取数: {表: 明细, 明细: 人员}}
  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 明细, 明细: 人员}}
`,
};

const SPEC = `继承: shanxi
名称: 各种报表
自有数据: {会议费: {类型: 金额}, 培训费: {类型: 金额}}
明细:
  非税收入: {栏目: {项目: {类型: 文字}, 依据: {类型: 文字}, 上年完成: {类型: 金额}, 本年计划: {类型: 金额}}}
  会议费和培训费: {栏目: {事项: {类型: [会议费, 培训费]}, 年份: {类型: [上年, 本年]}, 资金: {类型: [一般公共预算, 政府性基金预算, 国有资本经营预算]}, 金额: {类型: 金额}}}
  人员: {栏目: {名称: {类型: 文字}, 编制: {类型: 数量}, 实有: {类型: 数量}}}
报表: [${Object.keys(TABLES)
  .map((name) => `报表/${name}.yaml`)
  .join(', ')}]
大纲: [{标题: 报表, 报表: 全部}, {标题: 概况, 章节: [概况/职责.hbs]}]
`;
const RULES = '表间关系: []\n逐行关系: []\n必备报表: []\n公开要求: {C01: {报表: []}, C03: {报表: []}, C04: {报表: []}, C05: {报表: []}}\n';
const profile = {
  folder: 'templates/all',
  files: filesOf({
    '方案.yaml': SPEC,
    '核对.yaml': RULES,
    ...Object.fromEntries(Object.entries(TABLES).map(([name, text]) => [`报表/${name}.yaml`, text])),
  }),
};
/** Last year's “三公” by fund, those of 公务接待费 of two. */
const BY_FUND = RICH_YAML.replace(/^三公经费:\n(?: {2}.*\n)+/m, (section) =>
  section
    .replace('上年: 3\n', '上年: {一般公共预算: 1.5, 政府性基金预算: 1.5}\n')
    .replaceAll(/上年: ([\d.]+)/g, '上年: {一般公共预算: $1}'),
);
const YAML = `${BY_FUND}
自有数据: {会议费: 1.25, 培训费: 2.5}
明细:
  非税收入:
    - {项目: 考级费, 依据: 省发改〔2024〕1号, 上年完成: 10.5, 本年计划: 12.5}
    - {项目: 场租, 依据: 区财〔2023〕2号, 上年完成: 3, 本年计划: 4.25}
  会议费和培训费:
    - {事项: 会议费, 年份: 上年, 资金: 一般公共预算, 金额: 3.5}
    - {事项: 培训费, 年份: 上年, 资金: 政府性基金预算, 金额: 1}
    - {事项: 会议费, 年份: 本年, 资金: 一般公共预算, 金额: 2.75}
  人员: [{名称: 行政人员, 编制: 20, 实有: 19}, {名称: 事业人员, 编制: 12, 实有: 11}]
上年执行支出:
  - {科目: 2070101, 基本支出: {一般公共预算: 290.5}}
  - {科目: 2070109, 项目支出: {一般公共预算: 71.25}}
上年支出:
  - {科目: 2070101, 基本支出: {一般公共预算: 300}}
  - {科目: 2070109, 项目支出: {一般公共预算: 70, 政府性基金预算: 5}}
`;

const built = buildWell(profile, YAML);
const rows = (name: string) => cellTexts(tableNamed(built.tables, name));

const tree = treeOf(YAML);

test.each(Object.entries(TYPES))('%s', (_, places) => {
  for (const [name, table] of places) {
    const known = name === OWN ? Object.keys(TABLES) : profileOf(profileNamed(name)).tables.map((one) => one.名称);
    expect(known).toContain(table);
  }
});

describe('against last year', () => {
  test.each([
    ['比上年', '上年支出'],
    ['性质比上年', '上年支出'],
    ['单位比上年', '上年支出'],
    ['比上年执行', '上年执行支出'],
  ])('%s: the totals', (name, list) => {
    const [before, now] = [sum(tree[list]), sum(tree.支出)];
    expect(rows(name).at(-1)?.slice(1, 4)).toEqual([printed(before), printed(now), printed(now - before)]);
  });

  test('a 项, and a kind', () => {
    const leaf = (list: Leaf | undefined, code: number) =>
      (list as readonly { readonly 科目: number }[]).find((one) => one.科目 === code) as unknown as Leaf;
    const [before, now] = [tree.上年支出, tree.支出].map((list) => sum(leaf(list, 2070109))) as [bigint, bigint];
    const rate = Number(((now - before) * 1_000_000n) / before) / 10_000;
    expect(rows('比上年').find(([name]) => name === '群众文化')).toEqual([
      '群众文化',
      printed(before),
      printed(now),
      printed(now - before),
      `${rate.toFixed(2)}%`,
    ]);
    expect(rows('性质比上年')[0]?.slice(1, 3)).toEqual([tree.上年支出, tree.支出].map((list) => printed(sum(list, has('基本支出')))));
  });
});

test('基本支出 by the other classification, and 公用经费 by item, are the same money', () => {
  const economic = tree.一般公共预算基本支出 as readonly { readonly 科目: number; readonly 金额: number }[];
  expect(rows('政府经济').at(-1)?.at(-1)).toBe(printed(sum(economic as unknown as Leaf)));
  const operating = economic.filter(({ 科目 }) => /^3(?:02|10)/.test(String(科目)));
  expect(rows('机关运行').at(-1)?.at(-1)).toBe(printed(sum(operating as unknown as Leaf)));
});

test('三公 beside what the form asks for besides', () => {
  expect(rows('三公和会议')).toEqual([[printed(sum(tree.三公经费, has('本年'))), '1.25', '2.50']]);
});

test('two years by fund: last year as typed by fund, this year, the sum', () => {
  const funds = (section: Leaf | undefined, year: string) =>
    ['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((fund) => sum(section, has(year, fund)));
  for (const year of ['上年', '本年']) {
    const [general = 0n, managed = 0n, capital = 0n] = funds(tree.三公经费, year);
    expect(rows('三公按资金')[year === '上年' ? 0 : 1]?.slice(1)).toEqual(
      [general + managed + capital, general, managed, capital].map(printed),
    );
  }
  expect(sum(tree.三公经费, has('上年', '政府性基金预算'))).toBe(1_500_000n);
  expect(rows('会议费按资金')).toEqual([
    ['2025年', '4.50', '3.50', '1.00', ''],
    ['2026年', '2.75', '2.75', '', ''],
  ]);
  expect(tableNamed(built.tables, '三公按资金').middle).toBe('预算年度：2026');
});

test('a department that states last year as one amount is told so: nothing is printed blank', () => {
  const codes = errorsOf(buildWith(profile, YAML.replace('上年: {一般公共预算: 1.5, 政府性基金预算: 1.5}', '上年: 3')));
  expect(codes.filter((one) => one.includes('unsplit'))).toEqual([expect.stringMatching(/^预算\.yaml:\d+:\d+ last-year-unsplit$/)]);
});

test('three funds beside each other, with their own number, column numbers and note', () => {
  const funds = ['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((fund) => sum(tree.支出, has(fund)));
  expect(rows('三种资金').at(-1)?.slice(1)).toEqual([funds.reduce((all, one) => all + one, 0n), ...funds].map(printed));
  const { label, header, notes } = tableNamed(built.tables, '三种资金');
  expect([label, header.at(-1)?.cells.map(({ text }) => text), notes[0]]).toEqual([
    '预算公开表05-2',
    ['1', '2', '3', '4', '5', '6'],
    '注：不含结转下年的资金。',
  ]);
});

test('lists of money and of people', () => {
  expect(rows('非税收入').at(-1)).toEqual(['合计', '13.50', '16.75']);
  expect(rows('人员').at(-1)).toEqual(['合计', '32', '30']);
});
