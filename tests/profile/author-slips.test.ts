import { expect, test } from 'vitest';
import { ORIGINAL_YAML } from '../support/build-case.js';
import { changed, chapter, findings, spec, table } from './author-findings.js';
import { buildWell, filesOf } from './support.js';

// What a template author slips on is found before there is a department, at the author's own file and line (¦ marks it
// in the sources below): a form’s own mistakes, each with neighbours.

test('nothing is found where nothing is wrong', () => {
  expect(findings({})).toEqual([]);
  expect(findings({}, { parent: 'nine-tables' })).toEqual([]);
  expect(findings(table('{名称: "{{上年度}}年", 取数: {表: 支出}}'))).toEqual([]);
});

const ONES = Array.from({ length: 12 }, () => '1').join(', ');
const AMOUNTS = Array.from({ length: 12 }, () => '{取: 支出总额, 样式: 金额}').join(', ');
const NEVER = 'profile-measure-never';
const CUT = '取到的总是零。';

test.each([
  ['P1: no such variable', table('{名称: "{{¦名子}}", 取数: {表: 支出}}'), 'template-unknown-name 没有“名子”这个变量。'],
  ['P1a: in a note', { ...table('{名称: 行, 取数: {表: 支出}}\n表注: ["{{¦名子}}说明"]') }, 'template-unknown-name 没有“名子”这个变量。'],
  [
    'P1b: a row of a chart stands in no table',
    spec('图:\n  图: {标题: 图, 占: 支出, 各块: [{名称: ¦"{{序号}}", 取数: {表: 支出}}]}\n'),
    'value-invalid “名称”里不能用 {{序号}}，它在这里不会被填入。 提示：这里可以用：{{年度}}',
  ],
  [
    'P1c: a text of the department in the number of a heading',
    spec('自有数据: {号: {类型: 文字, 可空: 是}}\n标题编号: {二级: ¦"{{自有数据.号}}"}\n'),
    'value-invalid “二级”里不能用 {{自有数据.号}}，它在这里不会被填入。 提示：这里可以用：{{序号}} {{中文序号}}。',
  ],
  [
    'P1d: the number of a table that is not there',
    spec('目录标题: "{{¦报表号.收支表}}"\n'),
    'template-unknown-name 没有“报表号.收支表”这个变量。 提示：是否为“报表号.收支总表”？',
  ],
  ['P2: a number where none is', spec('目录标题: ¦"{{序号}}目录"\n'), 'value-invalid “目录标题”里不能用 {{序号}}，它在这里不会被填入。'],
  ['P2a: in a path', spec('报表: [¦"报表/{{年度}}.yaml"]\n'), 'value-invalid “报表”第 1 项里不能用 {{ }}'],
  [
    'P2b: in a name',
    spec('资产: {车辆: [¦"{{年度}}年购置"]}\n'),
    'value-invalid “车辆”第 1 项里不能用 {{ }}，这里不填入变量。 提示：把它写成固定的文字。',
  ],
  [
    'P3: in a form',
    changed('绩效目标表.yaml', '文字: 项目名称', '文字: ¦"{{单位}}项目名称"'),
    'value-invalid “文字”里不能用 {{单位}}，它在这里不会被填入。 提示：这里可以用：{{年度}}',
  ],
  [
    'P3a: in its title',
    changed('绩效目标表.yaml', '标题: 项目支出绩效目标表', '标题: ¦"{{名称}}绩效目标表"'),
    'value-invalid “标题”里不能用 {{名称}}',
  ],
  [
    'P3b: in the form of the department',
    { '整体绩效目标表.yaml': '单位: 元\n列宽: [1, 1]\n行:\n  - 格: [{文字: ¦"{{序号}}"}, {取: 部门名称}]\n' },
    'value-invalid “文字”里不能用 {{序号}}，它在这里不会被填入。',
  ],
  [
    'P4: last year has no 资金',
    table('{名称: 上年, 取数: {表: 机关运行经费, 年份: 上年}}', '{标题: 一般, 内容: 金额, 取数: {¦资金: 一般公共预算}}'),
    `${NEVER} 数据表“机关运行经费”里“年份”为“上年”的数没有“资金”这个条件，${CUT} 提示：“机关运行经费”的数有这几种：`,
  ],
  [
    'P4a: in one 取数',
    table('{名称: 上年, 取数: {表: 机关运行经费, 年份: 上年, ¦资金: 一般公共预算}}'),
    `${NEVER} 数据表“机关运行经费”里“年份”为“上年”的数没有“资金”这个条件，${CUT}`,
  ],
  ['P4c: a year that there is not', table('{名称: 上年, 取数: {表: 三公经费, 年份: ¦前年}}'), 'choice-invalid “年份”不能写成“前年”'],
  [
    'P4b: the general budget has no 科目 of income',
    table('{展开: ¦收入科目, 取数: {表: 收入, 资金: 一般公共预算}}'),
    `${NEVER} 数据表“收入”不能按“收入科目”展开，一行也印不出来。 提示：“收入”可以按这些展开：单位。`,
  ],
  [
    'P5: 上年预算 has no 性质',
    spec('数据:\n  基本: {取数: {表: 支出, 性质: 基本支出}, 上年取数: {表: 上年预算, ¦性质: 基本支出}}\n'),
    `${NEVER} 数据表“上年预算”没有“性质”这个条件，${CUT} 提示：“上年预算”的条件有：资金、时段、单位、来源。`,
  ],
  [
    'P5a: nor 科目',
    spec('数据:\n  教育: {取数: {表: 支出, 科目: 205}, 上年取数: {表: 上年执行, ¦科目: 205}}\n'),
    `${NEVER} 数据表“上年执行”没有“科目”这个条件`,
  ],
  [
    'P5b: a reason for no change',
    spec('数据:\n  教育: {取数: {表: 支出}, ¦原因: 支出}\n'),
    'profile-key-idle 没有“上年取数”，就没有增减，“原因”不会印出。',
  ],
  [
    'P6: which expansions a table has',
    table('{展开: ¦项目, 取数: {表: 收入}}'),
    `${NEVER} 数据表“收入”不能按“项目”展开，一行也印不出来。 提示：“收入”可以按这些展开：单位、收入科目。`,
  ],
  [
    'P6a: codes of another list',
    table('{展开: ¦经济分类, 取数: {表: 支出}}'),
    `${NEVER} 数据表“支出”不能按“经济分类”展开，一行也印不出来。 提示：“支出”可以按这些展开：单位、功能分类。`,
  ],
  [
    'P6b: the fact table stands in the column',
    table('{展开: ¦功能分类}', '{标题: 金额, 内容: 金额, 取数: {表: 上年预算}}'),
    `${NEVER} 数据表“上年预算”不能按“功能分类”展开`,
  ],
  [
    'P7: kinds of vehicles',
    table('{名称: 车, 取数: {表: 车辆, 种类: ¦货物}}'),
    `${NEVER} 数据表“车辆”的“种类”没有“货物”，${CUT} 提示：可以写：领导用车、机要通信用车`,
  ],
  [
    'P7a: nearly a kind',
    table('{名称: 车, 取数: {表: 车辆, 种类: ¦执法用车}}'),
    `${NEVER} 数据表“车辆”的“种类”没有“执法用车”，${CUT} 提示：是否为“执法执勤用车”？`,
  ],
  ['P7b: a code that is none', table('{名称: 类, 取数: {表: 支出, 科目: ¦教育支出}}'), `${NEVER} “教育支出”不是科目编码，“科目”${CUT}`],
  [
    'P8: a chart that is not there',
    chapter('{{图 ¦"部门收入结构"}}\n'),
    'template-unknown-chart 没有叫“部门收入结构”的图。 提示：现有的图：一般公共预算支出结构。',
  ],
  [
    'P8a: nearly one',
    chapter('{{图 ¦"一般公共预算支出结构图"}}\n'),
    'template-unknown-chart 没有叫“一般公共预算支出结构图”的图。 提示：是否为“一般公共预算支出结构”？',
  ],
  [
    'P8c: a form that the profile does not have',
    chapter('¦{{整体绩效目标表}}\n'),
    'template-unknown-form 方案里没有“整体绩效目标表.yaml”，这里什么也不会印。 提示：建立这个文件，写法同“绩效目标表.yaml”。',
  ],
  [
    'P8b: a chart of what is not there',
    spec('图:\n  收入: {标题: 收入图, 占: 收入, 各块: [{名称: 一般, 取数: {表: 收入, ¦性质: 基本支出}}]}\n'),
    `${NEVER} 数据表“收入”没有“性质”这个条件`,
  ],
  ['P10: a key without effect', spec('¦重大变动比率: 30\n'), 'unknown-key'],
  ['P10a: another', spec('¦合计: 总计\n'), 'unknown-key'],
  [
    'P10b: one of a row',
    table('{展开: 单位, ¦层级: 类, 取数: {表: 收入}}'),
    'profile-key-idle 展开“单位”的行不用“层级”，写了没有作用。 提示：展开“单位”的行可以写：只有“取数”。',
  ],
  [
    'P10c: a column that no row fills',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 单位, 内容: ¦单位名称}, {标题: 金额, 内容: 金额}'.replace('}, {', '}\n  - {')),
    'profile-column-empty 没有一行给出“单位名称”，这一栏总是空白。 提示：是否为“名称”？这张表的行给出的有：名称、编码、类、款、项；数用“金额”。',
  ],
  [
    'P10d: half of a calculation',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 增减, 内容: 金额, 算: ¦增减额}'),
    'profile-key-idle “算”和“比”要写在一起。',
  ],
  [
    'P7c: a table of its own that is not declared',
    table('{展开: 明细, 取数: {表: 明细, ¦明细: 采购}}'),
    `${NEVER} 数据表“明细”没有“明细”这个条件，${CUT} 提示：先在“方案.yaml”的“明细”里写有哪些。`,
  ],
  [
    'P7d: columns of different units added up',
    {
      ...spec('明细: {采购: {栏目: {项目名称: {类型: 文字}, 数量: {类型: 数量}, 金额: {类型: 金额}}}}\n'),
      ...table('{展开: 明细, 取数: {表: 明细, 明细: 采购}}', '¦{标题: 金额, 内容: 金额}'),
    },
    `${NEVER} 从“明细”取数，要写明是哪一栏，不同的栏不能相加。 提示：在行或栏目的“取数”里写“栏目”：数量、金额。`,
  ],
  [
    'P7e: a table of its own that is not named',
    {
      ...spec('明细: {采购: {栏目: {项目名称: {类型: 文字}, 金额: {类型: 金额}}}}\n'),
      ...table('{展开: ¦明细, 取数: {表: 明细}}', '{标题: 项目, 内容: 项目名称}'),
    },
    'missing-key 展开“明细”的行没有写是哪一个“明细”。 提示：在这一行的“取数”里写，如“明细: 采购”。方案的“明细”有：采购。',
  ],
  ['P11: an unknown variable', { '概况/机构设置.hbs': '{{¦不存在的变量}}\n' }, 'template-unknown-name 没有“不存在的变量”这个变量。'],
  [
    'P11a: in a file inherited by nobody else',
    chapter('{{万元 ¦支出.总记}}\n'),
    'template-unknown-name 没有“支出.总记”这个变量。 提示：是否为“支出.总计”？',
  ],
  ['P11b: in a condition', chapter('甲\n{{#如果 ¦有支出吗}}乙{{/如果}}\n'), 'template-unknown-name 没有“有支出吗”这个变量。'],
  [
    'P12: a phrase that wants more than it is given',
    { ...spec('数据:\n  项目支出: {取数: {表: 项目支出}}\n'), ...chapter('项目支出¦{{> 增减 数据.项目支出}}。\n') },
    'template-phrase-misfit 词句“增减”要用“',
  ],
  ['P12a: nothing at all', chapter('支出¦{{> 增减}}。\n'), 'template-phrase-misfit 词句“增减”要用“'],
  [
    'P12b: from a phrase that calls it',
    { '词句/套.hbs': '比上年{{> 增减}}\n', ...chapter('支出¦{{> 套 支出}}。\n') },
    'template-phrase-misfit 词句“套”要用“',
  ],
  [
    'P13: a table that the form does not have',
    changed('核对.yaml', '一: {表: 收支总表, 行: 收入总计', '一: {表: ¦收支总汇, 行: 收入总计'),
    'profile-relation-unknown 方案里没有叫“收支总汇”的报表。 提示：是否为“收支总表”？',
  ],
  [
    'P13a: a row',
    changed('核对.yaml', '一: {表: 收支总表, 行: 收入总计', '一: {表: 收支总表, 行: ¦收入合计'),
    'profile-relation-unknown 报表“收支总表”里没有固定的“收入合计”这一行。',
  ],
  [
    'P13b: a column',
    changed('核对.yaml', '栏: "{{年度}}年合计"}}\n', '栏: ¦"{{年度}}合计"}}\n'),
    'profile-relation-unknown 报表“收支总表”里没有“{{年度}}合计”这一栏。 提示：是否为“{{年度}}年合计”？',
  ],
  [
    'P16: a table of many columns, which only a rich department fills',
    {
      '报表/13-项目支出表-上年结转.yaml': `¦名称: 上年结转安排的项目支出\n标题: 宽表\n方向: 横向\n表头:\n${Array.from({ length: 20 }, (_, index) => `  - {标题: 栏${index}, 内容: 金额}`).join('\n')}\n行:\n  - {取数: {表: 支出}}\n`,
    },
    'table-too-wide “宽表”有 20 栏，横页上最小字号也放不下。 提示：在这个报表文件里写“纸张: A3”',
  ],
  [
    'P16a: on an upright page the hint is another',
    table(
      '{名称: 行, 取数: {表: 支出}}',
      `{标题: 宽, 下级: [${Array.from({ length: 15 }, (_, index) => `{标题: 栏${index}, 内容: 金额}`).join(', ')}]}`,
    ),
    'templates/my/报表/13-项目支出表-上年结转.yaml:1:1 table-too-wide “表”有 16 栏，纵页上最小字号也放不下。 提示：在这个报表文件里写“方向: 横向”',
  ],
  [
    'P16b: a form of many amounts',
    { '整体绩效目标表.yaml': `单位: 元\n¦列宽: [${ONES}]\n行:\n  - 格: [${AMOUNTS}]\n` },
    'table-too-wide “整体绩效目标表.yaml”有 12 栏，纵页上放不下。 提示：写“方向: 横向”，或减少栏目。',
  ],
  ['a number beyond its range', spec('目录级别: ¦9\n'), 'number-invalid “目录级别”不能写成“9”：应为 1 到 3 的整数。'],
  ['a fraction of a decimal', spec('表内金额: {小数: ¦1.5}\n'), 'number-invalid “小数”不能写成“1.5”：应为 0 到 6 的整数。'],
  ['a letter of a metre', { '版式.yaml': '样式:\n  body: {字号: ¦1600}\n' }, 'number-invalid “字号”不能写成“1600”：应为 4 到 120 的数。'],
])('%s', (_, files, expected) => {
  const found = findings(files);
  const wanted = Object.values(files).some((text) => String(text).includes('¦')) ? `¦ ${expected}` : expected;
  expect(found.find((one) => one.startsWith(wanted)) === undefined ? found : wanted).toBe(wanted);
  expect(found.length, found.join('\n')).toBe(1);
});

test.each([
  ['P15', '收入总计{{万元 收入.总计}}，其中：财政拨款{{万元 财政拨款.总计}}，一般公共预算{{万元 收入.一般公共预算}}。\n'],
  [
    'P15a: other words',
    '支出{{万元 支出.合计}}，包括基本支出{{万元 支出.基本支出}}、项目支出{{万元 支出.项目支出}}、人员经费{{万元 基本支出.人员经费}}。\n',
  ],
])('%s: a sentence lists a part beside what contains it; a department that has everything shows it', (_, text) => {
  const [found] = findings(chapter(text));
  expect(found).toMatch(/^templates\/my\/说明\/03-支出预算\.hbs:1:\d+ parts-within-whole 填全了的部门：/);
});

test('P15b: columns that are said to be a sum and are none', () => {
  const columns =
    '{标题: 合计, 内容: 金额, 汇总同级: 是}\n  - {标题: 基本, 内容: 金额, 取数: {性质: 基本支出}}\n  - {标题: 人员, 内容: 金额, 取数: {经费: 人员经费}}';
  const [found] = findings(table('{展开: 功能分类, 取数: {表: 支出, 性质: 基本支出}}', columns));
  expect(found).toMatch(/^templates\/my\/报表\/13-项目支出表-上年结转\.yaml:2:1 table-sums-exact 填全了的部门：/);
});

test('P15c: a rate that is not there where last year was nothing', () => {
  const [found] = findings(chapter('支出{{万元 支出.合计}}，增长{{百分比 支出.变动.增减率}}。\n'));
  expect(found).toMatch(/^templates\/my\/说明\/03-支出预算\.hbs:1:\d+ template-no-value 什么也没有的部门：/);
});

test('P9: units are printed in a form that departs from their department’s', () => {
  const found = findings({}, { parent: 'nine-tables', unit: '' });
  expect(found).toEqual([
    'templates/nine-tables/方案.yaml:4:7 profile-unit-stranger 单位方案“nine-tables-unit”不是从本方案“my”继承的，所属单位会用另一套表式公开。 提示：建立“my-unit”，在它的方案.yaml 里写“继承: my”和单位的称谓，再在本方案写“单位方案: my-unit”；与部门用同一套的，写“单位方案: my”。',
  ]);
  expect(findings({}, { unit: 'shanxi-unit' })[0]).toContain('profile-unit-stranger');
  expect(findings({}, { unit: 'shanxi-units' })[0]).toContain('profile-unit-missing');
});

test('P9a: a form of units that departs from this one, at any distance, is no stranger', () => {
  expect(findings({}, { unit: '' }).filter((one) => one.includes('profile-unit-stranger'))).toHaveLength(1);
  expect(findings({}, { unit: 'my' })).toEqual([]);
});

test('P14: a part of a map is laid over the rest at any depth', () => {
  expect(findings(spec('表内金额: {单位: 元}\n'))).toEqual([]);
  expect(findings({ '版式.yaml': '页边距: {上: 30}\n' })).toEqual([]);
  expect(findings(spec('表内金额: {单位: 角}\n'))[0]).toContain('templates/my/方案.yaml:4:12 choice-invalid');
});

test('P14a: a list that is added to keeps the places of its own file', () => {
  const own = findings({ '核对.yaml': '易错写法:\n  - {写法: 甲, 应为: 乙}\n  - {写法: ¦"/(/"}\n' });
  expect(own).toEqual([expect.stringContaining('¦ value-invalid')]);
});

test('P1–P3: every text of a profile is filled', () => {
  const files: Readonly<Record<string, string>> = {
    ...table('{名称: "{{上年度}}年{{部门}}", 取数: {表: 支出}}'),
    ...spec('目录标题: "{{部门}}{{年度}}年预算公开目录"\n'),
    ...changed('绩效目标表.yaml', '标题: 项目支出绩效目标表', '标题: "{{年度}}年项目支出绩效目标表"'),
  };
  const layer = { folder: 'templates/my', files: filesOf({ ...files, '方案.yaml': `继承: shanxi\n名称: 我区\n${files['方案.yaml']}` }) };
  const { document, tables } = buildWell(layer, ORIGINAL_YAML);
  const printed = JSON.stringify(document);
  expect(printed).not.toContain('{{');
  expect(tables.at(-1)?.rows[0]?.cells[0]?.text).toBe('2025年朔州市平鲁区人民政府办公室');
  expect(printed).toContain('"朔州市平鲁区人民政府办公室2026年预算公开目录"');
  expect(printed).toContain('"2026年项目支出绩效目标表"');
});
