import { describe, expect, test } from 'vitest';
import { buildOffice, findings, type Office, paragraphs } from './support.js';

type Edits = NonNullable<Office['edits']>;
const lines = (edits: Edits, code: string) => findings(buildOffice({ edits })).filter((line) => line.startsWith(`${code} `));
/** 1,500,000 of 单位资金 in 收入 and in the 项目支出 of 2070101, by source or not. */
const unitFunds = (revenue: unknown, expenditure: unknown): Edits => [
  ['收入/单位资金', revenue],
  ['支出/0/项目支出/单位资金', expenditure],
  ['项目/0/资金/单位资金', expenditure],
];

describe('sources of 单位资金', () => {
  test('其他收入 spent as 事业收入: each source with file and line, and no word on the profile', () => {
    const edits = unitFunds({ 其他收入: '1500000' }, { 事业收入: '1500000' });
    expect(lines(edits, 'funds-balance').map((line) => line.split('。')[0])).toEqual([
      'funds-balance 部门.yaml:12: 事业收入本年收入 0.00元，事业收入安排的当年支出和年终结转 1,500,000.00元，相差 1,500,000.00元',
      'funds-balance 部门.yaml:15: 其他收入本年收入 1,500,000.00元，其他收入安排的当年支出和年终结转 0.00元，相差 1,500,000.00元',
    ]);
    expect(lines(edits, 'tables-agree')).toEqual([]);
    expect(lines(unitFunds({ 其他收入: '1500000' }, { 其他收入: '1500000' }), 'funds-balance')).toEqual([]);
  });

  test('a bare amount where sources are asked is one finding', () => {
    const [only, ...more] = lines(unitFunds('1500000', '1500000'), 'unit-funds-unsplit');
    expect(more).toEqual([]);
    expect(only).toContain('这里只写了一个金额，还有 2 处也是这样');
  });

  test.each([
    ['收入 alone', [['收入/单位资金', '1500000']], '这里只写了一个金额。'],
    ['last year alone', [['上年预算/单位资金', '1500000']], '这里只写了一个金额。'],
    ['last year, too', [...unitFunds('1500000', '1500000'), ['上年预算/单位资金', '1400000']], '还有 3 处也是这样'],
  ] as const)('a bare amount: %s', (_, edits, words) => {
    expect(lines(edits, 'unit-funds-unsplit')).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['事业收入', '其他收入'],
    ['事业单位经营收入', '上级补助收入'],
  ])('%s spent as %s: one finding each', (earned, spent) => {
    const edits = unitFunds({ [earned]: '1500000' }, { [spent]: '1500000' });
    const found = lines(edits, 'funds-balance').map((line) => line.replace(/^\S+ 部门\.yaml:\d+: (.+?)本年收入.*$/, '$1'));
    expect(found.toSorted()).toEqual([earned, spent].toSorted());
    expect(lines(edits, 'tables-agree')).toEqual([]);
  });

  test('专户 money that the form prints as 事业收入 is said', () => {
    const edits: Edits = [
      ['收入/财政专户管理资金', '1500000'],
      ['支出/0/项目支出/财政专户管理资金', '1500000'],
      ['项目/0/资金/财政专户管理资金', '1500000'],
    ];
    expect(paragraphs(buildOffice({ edits })).join('')).toContain('含财政专户管理资金150.00万元');
    expect(lines(edits, 'special-account-named')).toEqual([]);
    expect(lines([], 'special-account-named')).toEqual([]);
  });
});

describe('decimals are those of the profile', () => {
  const printed = (digits: string) =>
    buildOffice({ profile: { '方案.yaml': [['文中金额: {单位: 万元, 小数: 2', `文中金额: {单位: 万元, 小数: ${digits}`]] } });

  test.each([
    ['0', '收入预算2,000万元，比2025年预算增加100万元'],
    ['1', '收入预算2,000.0万元，比2025年预算增加100.0万元'],
    ['4', '收入预算2,000.0000万元'],
  ])('%s', (digits, words) => {
    const built = printed(digits);
    expect(findings(built).filter((line) => line.startsWith('figures-rounded-once'))).toEqual([]);
    expect(paragraphs(built).join('')).toContain(words);
  });
});

describe('dates', () => {
  const asOf = (day: string, published: string) =>
    lines(
      [
        ['公开日期', published],
        ['国有资产/截至日期', day],
      ] as Edits,
      'dates-fit-year',
    );

  test('an as-of date after the day of publication', () => {
    expect(asOf('2026-08-31', '2026-02-06')).toEqual([expect.stringContaining('截至日期 2026-08-31 在公开日期 2026-02-06 之后')]);
    expect(asOf('2026-02-07', '2026-02-06')).toHaveLength(1);
    expect(asOf('2026-02-06', '2026-02-06')).toEqual([]);
    expect(asOf('2025-12-31', '2026-02-06')).toEqual([]);
  });

  const target = (period: unknown): Edits => [
    [
      '项目/0/绩效目标表',
      {
        项目属性: '一次性项目',
        项目期: '1年',
        起止日期: period,
        项目概况: '剧院装修',
        立项依据: '区政府会议纪要',
        项目设立必要性: '改善条件',
        保证措施: '单位财务制度',
        实施计划: '按季度实施',
        实施期目标: '完成装修',
        指标: { 产出指标: { 数量指标: [{ 名称: '装修剧院', 值: '1座' }] } },
      },
    ],
  ];

  test('a project’s first and last day on its page', () => {
    const built = buildOffice({
      edits: target({ 开始: '2026-03-01', 结束: '2026年11月30日' }),
      profile: { '项目/项目经费.hbs': [['{{成句 项目期}}', '{{开始日期}}至{{结束日期}}。']] },
    });
    expect(JSON.stringify(built.document?.sections)).toContain('2026年3月1日至2026年11月30日');
    expect(lines(target({ 开始: '2026-03-01', 结束: '2026-01-31' }), 'dates-fit-year')).toHaveLength(1);
    expect(lines(target({ 开始: '2026-03-01' }), 'missing-key')).toHaveLength(1);
  });
});

test('a form that compares with last year’s execution has its figure, its change and its query', () => {
  const built = buildOffice({
    edits: [['上年执行数', { 一般公共预算: '18500000' }]],
    profile: {
      '说明/01-收入预算.hbs': [['。其中：', '，比上年执行数{{万元 收入.比上年执行数.上年}}增加{{万元 收入.比上年执行数.增减额}}。其中：']],
      '方案.yaml': [['数据:\n', '数据:\n  执行数: {取数: {表: 上年执行, 资金: 一般公共预算}}\n']],
    },
  });
  expect(paragraphs(built).join('')).toContain('比上年执行数1,850.00万元增加150.00万元');
  const stated = (figure: string) =>
    lines(
      [
        ['上年执行数', { 一般公共预算: '18500000' }],
        ['核对数', { '收入.比上年执行数.上年': figure }],
      ] as Edits,
      'control-totals',
    );
  expect(stated('1850.00万元')).toEqual([]);
  expect(stated('1851.00万元')).toHaveLength(1);
});

test.each([
  ['第一季度用款计划242.50万元，第二季度用款计划242.50万元，第三季度用款计划242.50万元，第四季度用款计划242.50万元。', ['242.50万元']],
  ['上半年、下半年各用485万元，上半年485万元，下半年485万元。', ['485万元']],
  ['一季度210万元，二季度270万元，三季度270万元，四季度220万元。', ['210万元', '270万元', '220万元']],
])('an amount that is typed several times is one reminder: %s', (text, amounts) => {
  const found = lines([['增减原因/收入', text]] as Edits, 'typed-amounts-in-document');
  expect(found.map((line) => /“(.+?)”/.exec(line)?.[1])).toEqual(amounts);
});
