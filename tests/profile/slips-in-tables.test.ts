import { test } from 'vitest';
import { chapter, expectFirst, type Slip, spec, TABLE, table } from './author-findings.js';

// What a stranger slips on besides the cases P1–P16, in tables, charts and what 方案.yaml declares: each is told at its place, in words; none ends as
// «程序内部错误», and none prints a false row or a sign as it stands.

test.each<Slip>([
  [
    'row single braces',
    table('{名称: "{年度}年", 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:10 value-invalid “名称”里的花括号会照样印出。',
  ],
  [
    'row fullwidth braces',
    table('{名称: ｛｛年度｝｝年, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:10 value-invalid “名称”里的花括号会照样印出。',
  ],
  [
    'unquoted braces',
    table('{名称: {{年度}}年, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:16 yaml-quote 引号或括号结束后还有内容。',
  ],
  ['unquoted braces block', spec('目录标题: {{年度}}年\n'), 'my/方案.yaml:4:13 yaml-quote 引号或括号结束后还有内容。'],
  ['half braces', spec('目录标题: "{{年度年"\n'), 'my/方案.yaml:4:7 value-invalid “目录标题”里的花括号会照样印出。'],
  ['triple braces', spec('目录标题: "{{{年度}}}年"\n'), 'my/方案.yaml:4:7 value-invalid “目录标题”里的花括号会照样印出。'],
  ['helper in yaml', spec('目录标题: "{{万元 支出.总计}}"\n'), 'my/方案.yaml:4:10 template-unknown-name 没有“万元 支出.总计”这个变量。'],
  ['path in yaml', spec('目录标题: "{{支出.总计}}"\n'), 'my/方案.yaml:4:10 template-unknown-name 没有“支出.总计”这个变量。'],
  [
    'block in yaml',
    spec('目录标题: "{{#如果 有所属单位}}甲{{/如果}}"\n'),
    'my/方案.yaml:4:10 template-unknown-name 没有“#如果 有所属单位”这个变量。',
  ],
  ['称谓 unknown', spec('目录标题: "{{称谓.某}}"\n'), 'my/方案.yaml:4:10 template-unknown-name 没有“称谓.某”这个变量。'],
  [
    '自有数据 number in title',
    spec('自有数据: {人数: {类型: 数量, 可空: 是}}\n目录标题: "{{自有数据.人数}}"\n'),
    'my/方案.yaml:5:10 template-unknown-name 没有“自有数据.人数”这个变量。',
  ],
  [
    '展开 typo',
    table('{展开: 功能分類, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:10 choice-invalid “展开”不能写成“功能分類”。',
  ],
  [
    '展开 list dup',
    table('{展开: [单位, 单位], 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:10 value-invalid “展开”里“单位”写了两遍。',
  ],
  [
    '展开 项目 of 支出',
    table('{展开: 项目, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:10 profile-measure-never 数据表“支出”不能按“项目”展开，一行也印不出来。',
  ],
  [
    '展开 指标 of 支出',
    table('{展开: 指标, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:10 profile-measure-never 数据表“支出”不能按“指标”展开，一行也印不出来。',
  ],
  ['展开 empty list', table('{展开: [], 取数: {表: 支出}}'), 'my/报表/13-项目支出表-上年结转.yaml:7:6 list-length “展开”至少要有 1 项。'],
  [
    '展开 明细 unknown',
    table('{展开: 明细, 取数: {表: 明细, 明细: 采购}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:26 profile-measure-never 数据表“明细”没有“明细”这个条件，取到的总是零。',
  ],
  [
    '取数 typo key',
    table('{名称: 行, 取数: {表: 支出, 资金来源: 一般公共预算}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:25 unknown-key “取数”中有不认识的键“资金来源”。',
  ],
  [
    '取数 typo table',
    table('{名称: 行, 取数: {表: 支岀}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:21 choice-invalid “表”不能写成“支岀”。',
  ],
  [
    '取数 no table',
    table('{名称: 行, 取数: {资金: 一般公共预算}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:22 profile-measure-without-table 这里没有写从哪张数据表取数。',
  ],
  [
    '取数 empty list value',
    table('{名称: 行, 取数: {表: 支出, 资金: []}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:25 list-length “资金”至少要有 1 项。',
  ],
  [
    '取数 资金 typo',
    table('{名称: 行, 取数: {表: 支出, 资金: 一般预算}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 choice-invalid “资金”不能写成“一般预算”。',
  ],
  [
    '取数 year 2025',
    table('{名称: 行, 取数: {表: 三公经费, 年份: 2025}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:31 choice-invalid “年份”不能写成“2025”。',
  ],
  [
    '取数 year {{上年度}}',
    table('{名称: 行, 取数: {表: 三公经费, 年份: "{{上年度}}"}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:31 choice-invalid “年份”不能写成“{{上年度}}”。',
  ],
  [
    '取数 科目 number 8 digits',
    table('{名称: 行, 取数: {表: 支出, 科目: 20101010}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 profile-measure-never “20101010”不是科目编码，“科目”取到的总是零。',
  ],
  [
    '取数 科目 none such',
    table('{名称: 行, 取数: {表: 支出, 科目: 999}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 profile-measure-never 数据表“支出”的“科目”没有“999”，取到的总是零。',
  ],
  [
    '取数 科目 econ for 支出',
    table('{名称: 行, 取数: {表: 支出, 科目: 301}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 profile-measure-never 数据表“支出”的“科目”没有“301”，取到的总是零。',
  ],
  [
    '取数 科目 4 digits',
    table('{名称: 行, 取数: {表: 支出, 科目: 2010}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 profile-measure-never “2010”不是科目编码，“科目”取到的总是零。',
  ],
  [
    '取数 科目 2 digits',
    table('{名称: 行, 取数: {表: 支出, 科目: 20}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 profile-measure-never “20”不是科目编码，“科目”取到的总是零。',
  ],
  [
    '取数 科目 in 收入',
    table('{名称: 行, 取数: {表: 收入, 科目: 205}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 profile-measure-never 数据表“收入”的“科目”没有“205”，取到的总是零。',
  ],
  [
    '取数 来源 单位资金',
    table('{名称: 行, 取数: {表: 支出, 来源: 单位资金}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:29 choice-invalid “来源”不能写成“单位资金”。',
  ],
  [
    '取数 contradict 资金 来源',
    table('{名称: 行, 取数: {表: 支出, 资金: 一般公共预算, 来源: 事业收入}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:41 profile-measure-never “资金”为“一般公共预算”的数，“来源”不会是“事业收入”，取到的总是零。',
  ],
  [
    '取数 时段 contradict',
    table('{名称: 行, 取数: {表: 收入, 资金: 政府性基金预算, 时段: 上年结转, 科目: 103}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:48 profile-measure-never 数据表“收入”里“资金”为“政府性基金预算”、“时段”为“上年结转”的数没有“科目”这个条件，取到的总是零。',
  ],
  [
    '经费 of 项目支出',
    table('{名称: 行, 取数: {表: 支出, 性质: 项目支出, 经费: 人员经费}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:35 profile-measure-never 数据表“支出”里“性质”为“项目支出”的数没有“经费”这个条件，取到的总是零。',
  ],
  [
    '两表 mixed units',
    table('{名称: 行, 取数: {表: [支出, 车辆]}}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:5 profile-measure-never “车辆”是数量，“支出”是金额，不能相加。',
  ],
  [
    '三公项目 typo',
    table('{名称: 行, 取数: {表: 三公经费, 三公项目: 公务用车}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:33 choice-invalid “三公项目”不能写成“公务用车”。',
  ],
  [
    '栏目 unknown of 自有数据',
    { ...spec('自有数据: {会议费: {类型: 金额, 可空: 是}}\n'), ...table('{名称: 行, 取数: {表: 自有数据, 栏目: 会议}}') },
    'my/报表/13-项目支出表-上年结转.yaml:7:31 profile-measure-never 数据表“自有数据”的“栏目”没有“会议”，取到的总是零。',
  ],
  [
    '自有数据 no 栏目',
    { ...spec('自有数据: {会议费: {类型: 金额, 可空: 是}, 人数: {类型: 数量, 可空: 是}}\n'), ...table('{名称: 行, 取数: {表: 自有数据}}') },
    'my/报表/13-项目支出表-上年结转.yaml:5:5 profile-measure-never 从“自有数据”取数，要写明是哪一栏，不同的栏不能相加。',
  ],
  [
    '自有数据 text as figure',
    { ...spec('自有数据: {号: {类型: 文字, 可空: 是}}\n'), ...table('{名称: 行, 取数: {表: 自有数据, 栏目: 号}}') },
    'my/报表/13-项目支出表-上年结转.yaml:7:27 profile-measure-never 数据表“自有数据”没有“栏目”这个条件，取到的总是零。',
  ],
  ['类型 typo', spec('自有数据: {号: {类型: 字符}}\n'), 'my/方案.yaml:4:16 choice-invalid “类型”不能写成“字符”。'],
  [
    '明细 column name dimension wrong word',
    {
      ...spec('明细: {采购: {栏目: {项目: {类型: 文字}, 资金: {类型: [一般公共, 单位资金]}, 金额: {类型: 金额}}}}\n'),
      ...table('{展开: 明细, 取数: {表: 明细, 明细: 采购, 资金: 一般公共预算}}', '{标题: 名称, 内容: 项目}'),
    },
    'my/报表/13-项目支出表-上年结转.yaml:7:10 profile-measure-never 数据表“明细”不能按“明细”展开，一行也印不出来。',
  ],
  [
    '明细 相等 unknown column',
    spec('明细: {采购: {栏目: {项目: {类型: 文字}, 金额: {类型: 金额}}, 相等: [{栏目: 金额额, 等于: {表: 政府采购}}]}}\n'),
    'my/方案.yaml:4:55 profile-measure-never 清单“采购”没有这一栏金额或数量，合计总是零。',
  ],
  [
    '内容 typo',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额, 内容: 金額}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:18 profile-column-empty 没有一行给出“金額”，这一栏总是空白。',
  ],
  [
    '内容 missing',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:10 missing-key 栏目“金额”没有写“内容”，是一栏空白。',
  ],
  [
    '下级 and 内容',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额, 内容: 金额, 下级: [{标题: 小计, 内容: 金额}]}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:14 profile-key-idle 有“下级”的标题不用“内容”，写了没有作用。',
  ],
  [
    '下级 empty',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额, 下级: []}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:14 list-length “下级”至少要有 1 项。',
  ],
  [
    '算 typo',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额, 内容: 金额, 算: 增长率, 比: {表: 上年支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:25 choice-invalid “算”不能写成“增长率”。',
  ],
  [
    '比 other table',
    table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额, 内容: 金额, 算: 增减额, 比: {表: 上年支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:5:37 profile-measure-never 行取自“支出”，栏目取自“上年支出”，这一栏总是空白。',
  ],
  [
    '合计 value',
    table('{名称: 合计, 合计: 总计, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:18 choice-invalid “合计”不能写成“总计”。',
  ],
  [
    '层级 typo',
    table('{展开: 功能分类, 层级: 目, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:20 choice-invalid “层级”不能写成“目”。',
  ],
  [
    '层级 项 on 经济分类',
    table('{展开: 经济分类, 层级: 项, 取数: {表: 基本支出经济分类}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:20 profile-key-idle “经济分类”只有类和款，没有“项”这一级。',
  ],
  [
    '缩进 3',
    table('{名称: 行, 缩进: 3, 取数: {表: 支出}}'),
    'my/报表/13-项目支出表-上年结转.yaml:7:17 number-invalid “缩进”不能写成“3”：应为 0 到 2 的整数。',
  ],
  [
    '表头 empty',
    { [TABLE]: '名称: 上年结转安排的项目支出\n标题: 表\n表头: []\n行:\n  - {名称: 行, 取数: {表: 支出}}\n' },
    'my/报表/13-项目支出表-上年结转.yaml:3:1 list-length “表头”至少要有 1 项。',
  ],
  [
    '行 empty',
    { [TABLE]: '名称: 上年结转安排的项目支出\n标题: 表\n表头: [{标题: a, 内容: 名称}]\n行: []\n' },
    'my/报表/13-项目支出表-上年结转.yaml:4:1 list-length “行”至少要有 1 项。',
  ],
  [
    'no 表头',
    { [TABLE]: '名称: 上年结转安排的项目支出\n标题: 表\n行:\n  - {名称: 行, 取数: {表: 支出}}\n' },
    'my/报表/13-项目支出表-上年结转.yaml:4:5 profile-row-unplaced 这一行没有分“左”“右”，而这张表没有“表头”，不会印出。',
  ],
  [
    'duplicate key',
    { [TABLE]: '名称: 上年结转安排的项目支出\n名称: 上年\n标题: 表\n表头: [{标题: a, 内容: 名称}]\n行: [{名称: 行}]\n' },
    'my/报表/13-项目支出表-上年结转.yaml:2:1 yaml-duplicate-key 键“名称”重复。',
  ],
  ['empty yaml', { [TABLE]: '' }, 'my/报表/13-项目支出表-上年结转.yaml:1:1 yaml-empty 文件是空的，或只有注释。'],
  ['list yaml', { [TABLE]: '- a\n' }, 'my/报表/13-项目支出表-上年结转.yaml:1:1 yaml-not-a-map 文件最外层是清单（“- ”开头）。'],
  [
    'CRLF yaml',
    { [TABLE]: table('{名称: 行, 取数: {表: 支岀}}')[TABLE].replaceAll('\n', '\r\n') },
    'my/报表/13-项目支出表-上年结转.yaml:7:21 choice-invalid “表”不能写成“支岀”。',
  ],
  [
    'GBK yaml',
    { [TABLE]: new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0x20, 0xb1, 0xed]) },
    'my/报表/13-项目支出表-上年结转.yaml:1:1 file-encoding 文件像是 GBK（GB18030、ANSI）编码，不是 UTF-8：第 2 个字节（FB）不符合 UTF-8。',
  ],
  [
    'tab indent',
    { [TABLE]: '名称: 上年结转安排的项目支出\n标题: 表\n表头:\n\t- {标题: a, 内容: 名称}\n行: [{名称: 行}]\n' },
    'my/报表/13-项目支出表-上年结转.yaml:4:1 yaml-tab-indent 用制表符（Tab）缩进。',
  ],
  [
    'fullwidth colon',
    { [TABLE]: '名称：上年结转安排的项目支出\n标题: 表\n' },
    'my/报表/13-项目支出表-上年结转.yaml:1:3 yaml-full-width-colon 键后面用了全角冒号“：”。',
  ],
  [
    '图 unknown 形式',
    spec('图: {x: {标题: x, 形式: 折线图, 各块: [{名称: a, 取数: {表: 支出}}]}}\n'),
    'my/方案.yaml:4:20 choice-invalid “形式”不能写成“折线图”。',
  ],
  ['图 no blocks', spec('图: {x: {标题: x, 占: 支出, 各块: []}}\n'), 'my/方案.yaml:4:23 list-length “各块”至少要有 1 项。'],
  [
    '图 mixed units',
    spec('图: {x: {标题: x, 占: 支出, 各块: [{名称: a, 取数: {表: 车辆}},{名称: b, 取数: {表: 支出}}]}}\n'),
    'my/方案.yaml:4:49 profile-measure-never “支出”和“车辆”一个是数量，一个是金额，不能画在一张图里。',
  ],
  [
    '图 no 取数',
    spec('图: {x: {标题: x, 占: 支出, 各块: [{名称: a}]}}\n'),
    'my/方案.yaml:4:28 profile-measure-without-table 这里没有写从哪张数据表取数。',
  ],
  ['图 arg unquoted', chapter('{{图 一般公共预算支出结构}}\n'), 'my/说明/03-支出预算.hbs:1:5 template-wrong-kind “图”后面的名称要加引号。'],
  [
    '图 in text',
    chapter('见{{图 "一般公共预算支出结构"}}\n'),
    'my/说明/03-支出预算.hbs:1:2 template-block-in-text “图”要单独成行，前后不能有别的文字。',
  ],
  ['图 no arg', chapter('{{图}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-wrong-kind “图”后面要写 1 个内容，这里写了 0 个。'],
  [
    '图 fullwidth quotes',
    chapter('{{图 “一般公共预算支出结构”}}\n'),
    'my/说明/03-支出预算.hbs:1:5 template-wrong-kind “图”后面的名称要加引号。',
  ],
  [
    '数据 shadow',
    spec('数据: {"a.b": {取数: {表: 支出}}}\n'),
    'my/方案.yaml:4:6 value-invalid “a.b”不能用作名称，模板里写不出“数据.a.b”。',
  ],
  [
    '数据 原因 typo',
    spec('数据: {a: {取数: {表: 支出}, 上年取数: {表: 上年预算}, 原因: 支出额}}\n'),
    'my/方案.yaml:4:44 choice-invalid “原因”不能写成“支出额”。',
  ],
  [
    '继承 self',
    { '方案.yaml': new TextEncoder().encode('继承: my\n名称: 我\n') },
    'my/方案.yaml:1:5 profile-parent-cycle 方案的继承绕成了圈：templates/my → templates/my。',
  ],
  [
    '继承 none',
    { '方案.yaml': new TextEncoder().encode('继承: shanxii\n名称: 我\n') },
    'my/方案.yaml:1:5 profile-parent-missing 没有“shanxii”这个上级方案。',
  ],
  [
    '称谓 recursive',
    spec('称谓: {甲: "{{称谓.乙}}", 乙: "{{称谓.甲}}"}\n目录标题: "{{称谓.甲}}"\n'),
    'my/方案.yaml:4:9 value-invalid “甲”里不能用 {{ }}，这里不填入变量。',
  ],
  [
    'phrase recursion',
    { '词句/自.hbs': '{{> 自}}\n', ...chapter('{{> 自}}\n') },
    'my/词句/自.hbs:1:1 template-partial-cycle 词句绕成了圈：自 → 自。',
  ],
  [
    'phrase mutual',
    { '词句/甲.hbs': '{{> 乙}}\n', '词句/乙.hbs': '{{> 甲}}\n', ...chapter('{{> 甲}}\n') },
    'my/词句/乙.hbs:1:1 template-partial-cycle 词句绕成了圈：甲 → 乙 → 甲。',
  ],
])('tables, charts and 方案.yaml: %s', (_, files, first) => expectFirst(files, first));
