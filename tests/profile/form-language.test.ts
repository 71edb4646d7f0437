import { describe, expect, test } from 'vitest';
import { type Block, type Document, inlineText } from '../../src/document/document.js';
import { blocksOfType } from '../../src/document/walk.js';
import { ORIGINAL_YAML } from '../support/build-case.js';
import { buildWell, buildWith, cellTexts, errorsOf, filesOf, profileNamed, RICH_YAML, tableNamed } from './support.js';

// What a form can say of order, places and shapes: tables first or last or within the text, new pages or none, pages
// across, tables that are filled in as forms, charts that are no pies, expenditure of five kinds, last year by project.

const FORM = `标题: 整体支出绩效目标表
单位: 万元
方向: 横向
列宽: [20, 30, 50, 20, 20]
指标: {产出指标: [数量指标]}
行:
  - 格: [{文字: 部门, 样式: 标签}, {取: 部门名称, 跨列: 2}, {文字: 支出总额, 样式: 标签}, {取: 支出总额, 样式: 金额}]
  - 格: [{文字: 总体目标, 样式: 标签}, {取: 年度总体目标, 跨列: 2}, {取: 基本支出, 样式: 金额}, {取: 项目支出, 样式: 金额}]
  - 格: [{文字: 主要任务, 跨展开: 主要任务, 样式: 标签}, {文字: 任务, 样式: 标签}, {文字: 内容, 样式: 标签}, {文字: 金额, 样式: 标签}, {文字: 财政拨款, 样式: 标签}]
  - 展开: 主要任务
    格: [{取: 任务名称}, {取: 任务内容}, {取: 任务金额, 样式: 金额}, {取: 任务财政拨款, 样式: 金额}]
  - 格: [{文字: 绩效指标, 跨展开: 指标, 样式: 标签}, {文字: 三级指标, 样式: 标签}, {文字: 指标值, 样式: 标签}, {文字: 单位, 样式: 标签}, {文字: 权重, 样式: 标签}]
  - 展开: 指标
    格: [{取: 三级指标}, {取: 年度值}, {取: 度量单位}, {取: 权重}]
`;

const row = (table: string, 取数: string) =>
  `名称: ${table}\n标题: ${table}\n表头:\n  - {标题: 项目, 内容: 名称}\n  - {标题: 金额, 内容: 金额}\n行:\n  - {名称: 合计, 合计: 是, 取数: ${取数}}\n`;

const SPEC = `继承: shanxi
名称: 我省
报表标签: 表{{序号}}
报表: [报表/甲.yaml, 报表/乙.yaml, 报表/丙.yaml, 报表/丁.yaml, 报表/整体.yaml, 报表/项目.yaml]
图:
  年度: {标题: "{{年度}}年和上年支出", 形式: 柱形图, 各块: [{名称: "{{上年度}}年", 取数: {表: 上年预算}}, {名称: 本年, 取数: {表: 支出}}]}
  类: {标题: 各类支出, 形式: 条形图, 占: 支出, 各块: [{展开: 功能分类, 层级: 类, 取数: {表: 支出}}]}
大纲:
  - {标题: 说明和表, 章节: [说明/一.hbs, 报表/丙.yaml, 说明/二.hbs, 其余报表]}
  - {标题: 概况, 章节: [概况/职责.hbs]}
`;

const RULES = '表间关系: []\n逐行关系: []\n必备报表: []\n公开要求: {C01: {报表: []}, C03: {报表: []}, C04: {报表: []}, C05: {报表: []}}\n';
const FILES: Readonly<Record<string, string>> = {
  '方案.yaml': SPEC,
  '核对.yaml': RULES,
  '整体绩效目标表.yaml': FORM,
  '说明/一.hbs': '## 收入\n\n先看表。\n\n{{报表 "乙"}}\n\n{{图 "年度"}}\n\n{{图 "类"}}\n',
  '说明/二.hbs': '## 支出\n\n表在前面。\n',
  '报表/甲.yaml': row('甲', '{表: 支出}'),
  '报表/乙.yaml': row('乙', '{表: 收入}'),
  '报表/丙.yaml': `${row('丙', '{表: 支出, 性质: 基本支出}')}另起一页: 否\n`,
  '报表/丁.yaml': `${row('丁', '{表: 支出, 性质: 项目支出}')}方向: 横向\n`,
  '报表/整体.yaml': '名称: 整体\n标题: 部门整体支出绩效目标表\n表格: 整体绩效目标表\n',
  '报表/项目.yaml': '名称: 项目\n标题: 项目支出绩效目标表\n表格: 绩效目标表\n',
};
const profile = (changes: Readonly<Record<string, string>> = {}) => ({ folder: 'templates/my', files: filesOf({ ...FILES, ...changes }) });

const WHOLE = `
整体绩效目标表:
  年度总体目标: 免费开放全部场馆。
  主要任务:
    - {名称: 文化服务, 内容: 免费开放, 项目: [免费开放补助, 文化站建设]}
    - {名称: 队伍建设, 内容: 培训}
  指标:
    产出指标:
      数量指标: [{名称: 开放天数, 值: "≥300", 度量单位: 天, 权重: "10"}]
`;

const names = RICH_YAML.match(/^项目:\n(?: {2}.*\n)+/m)?.[0] ?? '';
const [first = '', second = ''] = [...names.matchAll(/名称: (.+?)(?:,|\n)/g)].map((found) => found[1]);
const yaml = (text = RICH_YAML) => `${text}${WHOLE.replace('免费开放补助', first).replace('文化站建设', second)}`;

/** Blocks in order, as short words. */
const order = (document: Document): string[] =>
  document.sections
    .slice(2)
    .flatMap(({ orientation, blocks }) => [`〔${orientation === 'portrait' ? '纵' : '横'}〕`, ...blocks.flatMap(word)]);

function word(block: Block): string[] {
  if (block.type === 'heading') return block.level === 1 ? ['部分'] : [inlineText(block.content)];
  if (block.type === 'tableTitle') return [`${block.pageBreakBefore ? '另页 ' : ''}${block.label ?? ''} ${inlineText(block.title)}`];
  if (block.type === 'chart') return [block.title];
  if (block.type === 'paragraph' && block.style === 'body') return [inlineText(block.content)];
  return [];
}

describe('order and places', () => {
  const built = buildWell(profile(), yaml());

  test('texts and tables as the outline has them; each table once, with its own number', () => {
    const words = order(built.document);
    expect(words.slice(0, 12)).toEqual([
      '〔纵〕',
      '部分',
      '一、收入',
      '先看表。',
      '表2 乙',
      '2026年和上年支出',
      '各类支出',
      '表3 丙',
      '二、支出',
      '表在前面。',
      '另页 表1 甲',
      '〔横〕',
    ]);
    expect(words.slice(12, 16)).toEqual(['表4 丁', '另页 表5 部门整体支出绩效目标表', '〔纵〕', '表6 项目支出绩效目标表']);
    expect(blocksOfType(built.document, 'tableTitle').map(({ tocText }) => tocText)).toHaveLength(6);
  });

  test('tables within the text are checked and give data like any other', () => {
    expect(built.tables.map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁', '整体', '项目']);
    expect(cellTexts(tableNamed(built.tables, '乙'))[0]?.[0]).toBe('合计');
  });

  test('a page for each project, and none where nobody published one', () => {
    const none = buildWell(profile(), RICH_YAML.replace(/ {4}绩效目标表:\n(?: {6}.*\n)+/g, ''));
    expect(tableNamed(none.tables, '项目').notes[0]).toContain('没有项目');
    expect(tableNamed(none.tables, '整体').notes[0]).toContain('没有整体');
  });
});

describe('a table named in a sentence', () => {
  const files = {
    '说明/二.hbs': '## 支出\n\n见{{报表号.丙}}和{{报表号.项目}}。\n',
    '报表/丙.yaml': `${FILES['报表/丙.yaml']}表号: "05-2"\n表注: ["注：另见{{报表号.甲}}。"]\n`,
  };

  test('has the number that stands over it and in the contents', () => {
    const built = buildWell(profile(files), yaml());
    expect(order(built.document)).toContain('见表05-2和表6。');
    expect(tableNamed(built.tables, '丙').notes).toContain('注：另见表1。');
    const listed = blocksOfType(built.document, 'tableTitle').map(({ label, tocText }) => [label, tocText]);
    expect(listed).toContainEqual(['表05-2', '表05-2　丙']);
  });

  test('is one of the form; a form without numbers has none', () => {
    const at = (changes: Readonly<Record<string, string>>) => errorsOf(buildWith(profile({ ...files, ...changes }), yaml()));
    expect(at({ '说明/二.hbs': '见{{报表号.丙丙}}。\n' })).toEqual(['templates/my/说明/二.hbs:1:4 template-unknown-name']);
    expect(at({ '报表/甲.yaml': `${FILES['报表/甲.yaml']}表注: ["见{{报表号.乙乙}}"]\n` })).toEqual([
      'templates/my/报表/甲.yaml:8:10 template-unknown-name',
    ]);
    expect(at({ '方案.yaml': SPEC.replace('报表标签: 表{{序号}}', '报表标签: 表{{报表号.甲}}') })).toEqual([
      'templates/my/方案.yaml:3:7 value-invalid',
    ]);
  });
});

describe('整体支出绩效目标表', () => {
  const built = buildWell(profile(), yaml());
  const form = blocksOfType(built.document, 'table').find(({ id }) => id === 'form-0');
  const cells = form?.rows.map((line) => line.cells.map(({ content }) => inlineText(content)));

  test('money of the budget and of the projects that a task names; nothing is typed twice', () => {
    const [spent] = cellTexts(tableNamed(built.tables, '甲')).map((line) => line.at(-1));
    expect(Number(cells?.[0]?.at(-1)?.replace(/,/g, '')).toFixed(2)).toBe(spent);
    const money = [first, second].flatMap((name) => {
      const [, amounts = ''] = new RegExp(`名称: ${name}[^]*?资金: (.*)`).exec(names) ?? [];
      return [...amounts.matchAll(/: (-?[\d.]+)/g)].map((found) => Number(found[1]));
    });
    expect(Number(cells?.[3]?.[2]?.replace(/,/g, ''))).toBeCloseTo(
      money.reduce((sum, one) => sum + one, 0),
      6,
    );
    expect(cells?.[4]).toEqual(['队伍建设', '培训', '', '']);
    expect(cells?.at(-1)).toEqual(['开放天数', '≥300', '天', '10']);
  });

  test('a task of a project that is not there', () => {
    expect(errorsOf(buildWith(profile(), yaml().replace(`[${first}, ${second}]`, `[${first}, 没有的项目]`))).join()).toContain(
      'task-projects-known',
    );
  });
});

describe('charts', () => {
  const { document } = buildWell(profile(), yaml());

  test('columns of two years without shares, bars with them', () => {
    const [years, kinds] = blocksOfType(document, 'chart');
    expect([years?.shape, kinds?.shape]).toEqual(['column', 'bar']);
    expect(years?.slices.map(({ label, share }) => [label, share])).toEqual([
      ['2025年', undefined],
      ['本年', undefined],
    ]);
    expect(kinds?.slices.every(({ share }) => share !== undefined)).toBe(true);
  });
});

describe('kinds of expenditure and last year by project', () => {
  const other = RICH_YAML.replace(
    '单位资金: {事业单位经营收入: 3.25}}',
    '单位资金: {事业收入: 0}}\n    事业单位经营支出: {单位资金: {事业单位经营收入: 3.25}}',
  );
  const columns = ['基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出'].map(
    (nature) => `  - {标题: ${nature}, 内容: 金额, 取数: {性质: ${nature}}}\n`,
  );
  const natures = `名称: 甲\n标题: 甲\n方向: 横向\n表头:\n  - {标题: 科目, 内容: 名称}\n  - {标题: 合计, 内容: 金额, 汇总同级: 是}\n${columns.join('')}行:\n  - {展开: 功能分类, 层级: 类, 取数: {表: 支出}}\n  - {名称: 合计, 合计: 是, 汇总: 上, 取数: {表: 支出}}\n`;

  test('five kinds beside each other', () => {
    expect(other).not.toBe(RICH_YAML);
    const built = buildWell(profile({ '报表/甲.yaml': natures }), yaml(other));
    expect(cellTexts(tableNamed(built.tables, '甲')).at(-1)?.slice(4)).toEqual(['3.25', '', '']);
  });

  test('a form that does not know a kind says so', () => {
    expect(errorsOf(buildWith(profileNamed('shanxi'), other)).join()).toContain('nature-not-in-form');
  });

  test('last year by project', () => {
    const projects = `名称: 甲\n标题: 甲\n方向: 横向\n表头:\n  - {标题: 项目, 内容: 名称}\n  - {标题: 上年, 内容: 金额, 取数: {表: 上年项目支出}}\n  - {标题: 本年, 内容: 金额, 取数: {表: 项目支出}}\n  - {标题: 增减额, 内容: 金额, 取数: {表: 项目支出}, 比: {表: 上年项目支出}, 算: 增减额}\n行:\n  - {展开: 项目, 取数: {表: [项目支出, 上年项目支出]}}\n`;
    const stated = yaml().replace(`名称: ${first}`, `名称: ${first}\n    上年资金: {一般公共预算: 10}`);
    const [line] = cellTexts(tableNamed(buildWell(profile({ '报表/甲.yaml': projects }), stated).tables, '甲'));
    expect(line?.slice(0, 2)).toEqual([first, '10.00']);
    expect(Number(line?.[3])).toBeCloseTo(Number(line?.[2]) - 10, 6);
  });
});

describe('what an author of a form slips on', () => {
  const errors = (changes: Readonly<Record<string, string>>) => errorsOf(buildWith(profile(changes), yaml()));

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['a table in two places', { '说明/二.hbs': '## 支出\n\n{{报表 "乙"}}\n' }, '说明/二.hbs:3:1 profile-tables-repeated'],
    ['a table in a chapter and in the outline', { '说明/二.hbs': '## 支出\n\n{{报表 "丙"}}\n' }, '说明/二.hbs:3:1 profile-tables-repeated'],
    ['a table that is not there', { '说明/二.hbs': '## 支出\n\n{{报表 "戊"}}\n' }, '说明/二.hbs:3:6 template-unknown-table'],
    [
      'a table in a block',
      { '说明/一.hbs': '## 收入\n\n{{#如果 有所属单位}}\n\n{{报表 "乙"}}\n\n{{/如果}}\n' },
      '说明/一.hbs:5:6 template-table-in-block',
    ],
    ['a table that stands nowhere', { '方案.yaml': SPEC.replace(', 其余报表', '') }, 'profile-tables-unplaced'],
    ['a form in two places', { '说明/二.hbs': '## 支出\n\n{{整体绩效目标表}}\n' }, 'profile-tables-repeated'],
    ['a form that the profile does not have', { '整体绩效目标表.yaml': '' }, '整体绩效目标表.yaml'],
    ['rows beside a form', { '报表/整体.yaml': `${FILES['报表/整体.yaml']}行: [{名称: 合计}]\n` }, '报表/整体.yaml:4:1 profile-key-idle'],
    ['a direction beside a form', { '报表/整体.yaml': `${FILES['报表/整体.yaml']}方向: 横向\n` }, '报表/整体.yaml:4:1 profile-key-idle'],
    ['neither rows nor a form', { '报表/整体.yaml': '名称: 整体\n标题: 整体\n' }, '报表/整体.yaml:1:1 missing-key'],
    ['a field of the other form', { '整体绩效目标表.yaml': FORM.replace('取: 部门名称', '取: 项目名称') }, 'choice-invalid'],
    ['a field of another row', { '整体绩效目标表.yaml': FORM.replace('取: 部门名称', '取: 任务名称') }, 'profile-form-field'],
    ['a pie without its whole', { '方案.yaml': SPEC.replace('形式: 柱形图, ', '') }, 'missing-key'],
    ['a shape of chart that is none', { '方案.yaml': SPEC.replace('柱形图', '折线图') }, 'choice-invalid'],
    ['a form that no page holds', { '整体绩效目标表.yaml': wideForm() }, '整体绩效目标表.yaml'],
  ])('%s', (_, changes, expected) => {
    expect(errors(changes).join(' ')).toContain(expected);
  });
});

/** A hundred columns with a figure in each. */
function wideForm(): string {
  const cells = Array.from({ length: 60 }, () => '{取: 支出总额, 样式: 金额}').join(', ');
  return `单位: 元\n列宽: [${Array.from({ length: 60 }, () => 1).join(', ')}]\n行: [{格: [${cells}]}]\n`;
}

test('a department without anything of it is printed as before', () => {
  expect(errorsOf(buildWith(profileNamed('shanxi'), ORIGINAL_YAML))).toEqual([]);
});
