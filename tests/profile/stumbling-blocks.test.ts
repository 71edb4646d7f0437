import { describe, expect, test } from 'vitest';
import { type Document, inlineText } from '../../src/document/document.js';
import { blocksOfType } from '../../src/document/walk.js';
import { findings } from './author-findings.js';
import { has, printed, sumOf, treeOf } from './independent-sums.js';
import { buildWell, cellTexts, filesOf, profileNamed, RICH_YAML, tableNamed } from './support.js';

// What a finance bureau could not say when it made a fifth form with the guide alone.

const RULES = '表间关系: []\n逐行关系: []\n必备报表: []\n公开要求: {C01: {报表: []}, C03: {报表: []}, C04: {报表: []}, C05: {报表: []}}\n';
const form = new TextDecoder().decode(profileNamed('shanxi').files.get('绩效目标表.yaml'));
const SPEC = `继承: shanxi
名称: 我区
表内金额: {单位: 元, 小数: 0}
文中金额: {单位: 万元, 小数: 2, 元的小数: 0}
数据: {货物: {取数: {表: 政府采购, 种类: 货物}, 占: {表: 政府采购}}}
报表: [报表/甲.yaml, 报表/乙.yaml]
大纲: [{标题: 报表, 报表: 全部}, {标题: 说明, 章节: [说明/一.hbs]}]
`;
const table = (name: string, more: string) =>
  `名称: ${name}\n标题: ${name}\n${more}表头: [{标题: 项目, 内容: 名称}, {标题: 金额, 内容: 金额}]\n行: [{名称: 合计, 合计: 是, 取数: {表: 支出}}]\n`;
const FILES = {
  '方案.yaml': SPEC,
  '核对.yaml': RULES,
  '报表/甲.yaml': table('甲', ''),
  '报表/乙.yaml': table('乙', '单位: 万元\n'),
  '说明/一.hbs':
    '货物占{{百分比 数据.货物.占比}}。\n\n设{{数量 内设机构数}}个内设机构。\n\n支出{{元 支出.合计}}，即{{万元 支出.合计}}。\n\n{{绩效目标表}}\n',
  '绩效目标表.yaml': `${form.replace('取: 年度资金总额', '取: 含结转资金总额').replace('取: 项目属性', '取: 上年结转资金')}资金来源: {省级财政资金: 市级财政资金}\n`,
};
const built = buildWell({ folder: 'templates/my', files: filesOf(FILES) }, RICH_YAML);
const tree = treeOf(RICH_YAML);
const texts = (document: Document) => blocksOfType(document, 'paragraph').map(({ content }) => inlineText(content));
const spent = sumOf(tree.支出);

describe('in sentences', () => {
  test('the share that a figure of the form has of another', () => {
    const [goods, all] = [sumOf(tree.政府采购, has('货物')), sumOf(tree.政府采购)];
    expect(goods > 0n && goods < all).toBe(true);
    expect(texts(built.document)).toContain(`货物占${((Number(goods) / Number(all)) * 100).toFixed(2)}%。`);
  });

  test('how many offices there are', () => {
    expect(texts(built.document)).toContain(`设${(tree.机构设置 as readonly unknown[]).length}个内设机构。`);
  });

  test('元 with their own decimals', () => {
    const whole = String((spent + 50n) / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
    expect(texts(built.document)).toContain(`支出${whole}元，即${printed(spent)}万元。`);
  });
});

test('a table in another unit keeps its decimals', () => {
  const amount = (name: string) => cellTexts(tableNamed(built.tables, name))[0]?.[1];
  expect([amount('甲'), amount('乙')]).toEqual([String((spent + 50n) / 100n).replace(/\B(?=(\d{3})+$)/g, ','), printed(spent)]);
});

test('forms of projects: money carried over, and the form’s own words for where money comes from', () => {
  const cells = blocksOfType(built.document, 'table')
    .filter(({ id }) => id.startsWith('form-'))
    .flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ content }) => inlineText(content))));
  expect(cells).toContain('市级财政资金');
  expect(cells).not.toContain('省级财政资金');
});

test('a parent’s chapter that the form leaves out is not held against it', () => {
  const files = {
    '方案.yaml': '资产: {设备: [一百万元以上专用设备]}\n大纲: [{标题: 概况, 章节: [概况/主要职能.hbs]}, {标题: 预算表, 报表: 全部}]\n',
  };
  expect(findings(files, { parent: 'nine-tables' }).filter((one) => one.includes('template-unknown-name'))).toEqual([]);
});
