import { describe, expect, test } from 'vitest';
import { buildOffice, findings, type Office, paragraphs } from './support.js';

const LIST = '执法执勤用车, 特种专业技术用车, 事业单位业务用车, 其他公务用车]\n  设备: [五十万元以上通用设备, 一百万元以上通用设备]';
const PLACE: NonNullable<Office['profile']> = {
  '方案.yaml': [[LIST, '执法执勤用车, 离退休干部用车, 其他用车]\n  设备: [单价100万元（含）以上设备（不含车辆）]']],
  '其他/04-国有资产.hbs': [
    [
      '单价50万元（含）以上的通用设备{{数量 国有资产.五十万元以上通用设备}}台（套），单价100万元（含）以上的通用设备{{数量 国有资产.一百万元以上通用设备}}台（套）。',
      '{{#逐项 国有资产.设备按种类 "，"}}{{名称}}{{数量 数量}}台（套）{{/逐项}}。',
    ],
    [
      '{{年度}}年预算安排购置车辆{{数量 国有资产.计划购置车辆}}辆，单价50万元（含）以上的通用设备{{数量 国有资产.计划购置五十万元以上通用设备}}台（套），单价100万元（含）以上的通用设备{{数量 国有资产.计划购置一百万元以上通用设备}}台（套）。',
      '{{年度}}年预算安排购置{{#逐项 国有资产.计划购置按种类 "，"}}{{名称}}{{数量 数量}}台（辆）{{/逐项}}。',
    ],
  ],
};
const EQUIPMENT = '单价100万元（含）以上设备（不含车辆）';
const here: NonNullable<Office['edits']> = [
  ['国有资产/五十万元以上通用设备', undefined],
  ['国有资产/一百万元以上通用设备', undefined],
  ['国有资产/车辆', { 离退休干部用车: '1', 其他用车: '3' }],
  ['国有资产/设备', { [EQUIPMENT]: '2' }],
  ['国有资产/计划购置', { [EQUIPMENT]: '1' }],
];
const errors = (office: Office) => findings(buildOffice(office)).filter((line) => /^(unknown|missing)-key/.test(line));

describe('kinds of assets are those of the form', () => {
  test('a place with other kinds of vehicles and one threshold of its own', () => {
    const built = buildOffice({ profile: PLACE, edits: here });
    expect(findings(built).filter((line) => /^(unknown|missing)-key|template/.test(line))).toEqual([]);
    const text = paragraphs(built).join('');
    expect(text).toContain('执法执勤用车0辆、离退休干部用车1辆、其他用车3辆。');
    expect(text).toContain(`${EQUIPMENT}2台（套）。`);
    expect(text).toContain(`预算安排购置车辆0台（辆），${EQUIPMENT}1台（辆）。`);
  });

  test('a kind of another place is an error at its line, with what this form offers', () => {
    expect(errors({ profile: PLACE, edits: [...here, ['国有资产/车辆', { 其他公务用车: '4' }]] })).toEqual([
      'unknown-key 部门.yaml:47: “车辆”中有方案不认识的键“其他公务用车”。是否为“其他用车”？方案规定的有：领导用车、机要通信用车、应急保障用车、执法执勤用车、离退休干部用车、其他用车。',
    ]);
    expect(errors({ edits: [['国有资产/车辆', { 离退休干部用车: '1' }]] })[0]).toContain('“车辆”中有方案不认识的键“离退休干部用车”');
    expect(errors({ profile: PLACE, edits: [...here, ['国有资产/五十万元以上通用设备', '1']] })[0]).toContain(
      '不认识的键“五十万元以上通用设备”',
    );
  });

  test('a kind that the form asks for is stated, be it as 0; a misspelt one is one mistake', () => {
    const left = findings(buildOffice({ edits: [['国有资产/一百万元以上通用设备', undefined]] }));
    expect(left.filter((line) => line.startsWith('not-stated')).join('')).toContain('一百万元以上通用设备');
    const misspelt = [...here, ['国有资产/设备', { '单价100万元(含)以上设备': '2' }]] as const;
    expect(errors({ profile: PLACE, edits: misspelt }).map((line) => line.split('。')[0])).toEqual([
      'unknown-key 部门.yaml:51: “设备”中有方案不认识的键“单价100万元(含)以上设备”',
    ]);
  });

  test('today’s keys may as well stand in 设备, but not in both', () => {
    const inside: NonNullable<Office['edits']> = [
      ['国有资产/五十万元以上通用设备', undefined],
      ['国有资产/设备', { 五十万元以上通用设备: '5' }],
    ];
    const built = buildOffice({ edits: inside });
    expect(paragraphs(built).join('')).toContain('单价50万元（含）以上的通用设备5台（套）');
    expect(errors({ edits: inside })).toEqual([]);
    expect(errors({ edits: [['国有资产/设备', { 五十万元以上通用设备: '5' }]] })[0]).toContain('“五十万元以上通用设备”写了两处');
  });

  test('a 取数 of a kind that the form does not have would be zero for ever', () => {
    const table = '报表/09-三公经费和机关运行经费.yaml';
    const built = buildOffice({ profile: { [table]: [['取数: {表: 机关运行经费}', '取数: {表: 车辆, 种类: 其它公务用车}']] } });
    expect(findings(built).find((line) => line.includes('“种类”没有“其它公务用车”，取到的总是零'))).toContain('是否为“其他公务用车”？');
  });
});

describe('indicators are those of the form', () => {
  const form = (indicators: unknown) => ({
    项目属性: '一次性项目',
    项目期: '1年',
    项目概况: '剧院装修',
    立项依据: '区政府会议纪要',
    项目设立必要性: '改善条件',
    保证措施: '单位财务制度',
    实施计划: '按季度实施',
    实施期目标: '完成装修',
    ...(indicators === undefined ? {} : { 指标: indicators }),
  });
  const one = (name: string, value: string) => [{ 名称: name, 值: value }];
  const target = (indicators: unknown): NonNullable<Office['edits']> => [['项目/0/绩效目标表', form(indicators)]];
  const cost: NonNullable<Office['profile']> = {
    '绩效目标表.yaml': [['  产出指标: [数量指标, 质量指标, 时效指标, 成本指标]', '  成本指标: [经济成本指标]\n  产出指标: [数量指标]']],
  };
  const cells = (office: Office) => JSON.stringify(buildOffice(office).document?.sections ?? []);

  test('成本指标 as a first level', () => {
    const stated = { 成本指标: { 经济成本指标: one('项目总成本', '≤970万元') }, 产出指标: { 数量指标: one('装修剧院', '1座') } };
    expect(errors({ profile: cost, edits: target(stated) })).toEqual([]);
    expect(cells({ profile: cost, edits: target(stated) })).toContain('经济成本指标');
    expect(errors({ edits: target(stated) })[0]).toContain('“指标”中有方案不认识的键“成本指标”');
  });

  test('money in it is held against the project’s', () => {
    const stated = { 成本指标: { 经济成本指标: one('项目总成本', '870万元') }, 产出指标: { 数量指标: one('装修剧院', '1座') } };
    expect(findings(buildOffice({ profile: cost, edits: target(stated) })).some((line) => line.startsWith('form-cost-equals-money'))).toBe(
      true,
    );
  });

  test('a second level of another place', () => {
    const stated = { 产出指标: { 数量指标: one('装修剧院', '1座'), 效率指标: one('工期', '90天') } };
    expect(errors({ edits: target(stated) })).toEqual([
      expect.stringMatching(/^unknown-key 部门\.yaml:\d+: “产出指标”中有方案不认识的键“效率指标”。/),
    ]);
  });

  test('a project page without indicators needs none; a form that prints them does', () => {
    const rows =
      '  - 格:\n      - {文字: 一级指标, 样式: 标签}\n      - {文字: 二级指标, 样式: 标签}\n      - {文字: 三级指标, 样式: 标签}\n      - {文字: 年度指标值, 样式: 标签}\n  - 展开: 指标\n    格:\n      - {取: 一级指标, 样式: 居中}\n      - {取: 二级指标, 样式: 居中}\n      - {取: 三级指标, 样式: 居中}\n      - {取: 年度值, 样式: 居中}\n';
    const name = '  - 格: [{文字: 项目名称, 样式: 标签}, {取: 项目名称, 跨列: 3, 样式: 文字}]\n';
    const page: NonNullable<Office['profile']> = { '绩效目标表.yaml': [[rows, name]] };
    expect(errors({ profile: page, edits: target(undefined) })).toEqual([]);
    expect(cells({ profile: page, edits: target(undefined) })).not.toContain('一级指标');
    expect(errors({ edits: target(undefined) })).toEqual([expect.stringContaining('绩效目标表中缺少“指标”')]);
  });
});
