import { test } from 'vitest';
import { changed, chapter, expectFirst, type Slip, spec, table } from './author-findings.js';

// What a stranger slips on besides the cases P1–P16, in forms, layout, checks and the outline: each is told at its place, in words; none ends as
// «程序内部错误», and none prints a false row or a sign as it stands.

test.each<Slip>([
  [
    '绩效 取 typo',
    changed('绩效目标表.yaml', '取: 项目名称', '取: 项目名'),
    'my/绩效目标表.yaml:13:13 choice-invalid “取”不能写成“项目名”。',
  ],
  [
    '绩效 width count',
    changed('绩效目标表.yaml', '列宽: [', '列宽: [5, '),
    'my/绩效目标表.yaml:11:5 profile-form-grid 这一行的“格”（连同上面跨行的）一共占 8 栏，“列宽”有 9 栏。',
  ],
  [
    '绩效 span too wide',
    changed('绩效目标表.yaml', '跨列: ', '跨列: 5'),
    'my/绩效目标表.yaml:11:5 profile-form-grid 这一行的“格”（连同上面跨行的）一共占 58 栏，“列宽”有 8 栏。',
  ],
  [
    '绩效 展开 typo',
    changed('绩效目标表.yaml', '展开: 指标', '展开: 指標'),
    'my/绩效目标表.yaml:49:25 choice-invalid “跨展开”不能写成“指標”。',
  ],
  [
    '绩效 跨展开 no follow',
    changed('绩效目标表.yaml', '跨展开: 指标', '跨展开: 资金来源'),
    'my/绩效目标表.yaml:49:25 profile-form-grid 下一行不是展开“资金来源”的行，这一格没有可跨的行。',
  ],
  ['绩效 单位 typo', changed('绩效目标表.yaml', '单位: 元', '单位: 角'), 'my/绩效目标表.yaml:4:5 choice-invalid “单位”不能写成“角”。'],
  [
    '绩效 braces',
    changed('绩效目标表.yaml', '文字: 项目名称', '文字: "{项目名称}"'),
    'my/绩效目标表.yaml:12:14 value-invalid “文字”里的花括号会照样印出。',
  ],
  ['绩效 empty file', { '绩效目标表.yaml': '' }, 'my/绩效目标表.yaml:1:1 yaml-empty 文件是空的，或只有注释。'],
  ['版式 color', { '版式.yaml': '表格: {表头底色: red}\n' }, 'my/版式.yaml:1:12 value-invalid “表头底色”要写六位十六进制的颜色。'],
  ['版式 color3', { '版式.yaml': '表格: {表头底色: "FFF"}\n' }, 'my/版式.yaml:1:12 value-invalid “表头底色”要写六位十六进制的颜色。'],
  ['版式 style name', { '版式.yaml': '样式: {正文: {字号: 16}}\n' }, 'my/版式.yaml:1:6 unknown-key “样式”中有不认识的键“正文”。'],
  ['版式 face', { '版式.yaml': '样式: {body: {字体: 微软雅黑}}\n' }, 'my/版式.yaml:1:17 choice-invalid “字体”不能写成“微软雅黑”。'],
  [
    '版式 based circle',
    { '版式.yaml': '样式: {body: {基于: heading1}, heading1: {基于: body}}\n' },
    'my/版式.yaml:1:43 value-invalid 样式“heading1”绕了一圈又基于自己。',
  ],
  ['版式 based self', { '版式.yaml': '样式: {body: {基于: body}}\n' }, 'my/版式.yaml:1:17 value-invalid 样式“body”绕了一圈又基于自己。'],
  [
    '版式 margins eat page',
    { '版式.yaml': '页边距: {上: 149, 下: 149}\n' },
    'my/版式.yaml:1:1 number-invalid “页边距”之间剩下的地方太小，排不了文字。',
  ],
  [
    '版式 margins eat width',
    { '版式.yaml': '页边距: {左: 110, 右: 110}\n' },
    'my/版式.yaml:1:1 number-invalid “页边距”之间剩下的地方太小，排不了文字。',
  ],
  [
    '版式 linepitch<size',
    { '版式.yaml': '样式: {body: {字号: 30, 行距: 10}}\n' },
    'my/版式.yaml:1:25 number-invalid 样式“body”的字号 30 磅比行距 10 磅大，上下两行会叠在一起。',
  ],
  [
    '版式 paper tiny',
    { '版式.yaml': '纸张: {宽: 100, 高: 100}\n' },
    'shanxi/版式.yaml:3:1 number-invalid “页边距”之间剩下的地方太小，排不了文字。',
  ],
  [
    '核对 regex',
    { '核对.yaml': '易错写法: [{写法: /(/, 应为: 甲}]\n' },
    'my/核对.yaml:1:13 value-invalid “写法”的正则表达式写法有误，括号、方括号可能不成对。',
  ],
  ['核对 code typo', { '核对.yaml': '基本: {reason-givn: 不查}\n' }, 'my/核对.yaml:1:19 value-invalid “reason-givn”不是检查的名称。'],
  [
    '核对 公开要求 unknown id',
    { '核对.yaml': '公开要求: {C99: {标题: [甲]}}\n' },
    'my/核对.yaml:1:8 unknown-key “公开要求”里没有“C99”这一条。',
  ],
  [
    '核对 公开要求 table',
    { '核对.yaml': '公开要求: {C01: {报表: [没有的表]}}\n' },
    'my/核对.yaml:1:19 profile-relation-unknown 方案里没有叫“没有的表”的报表。',
  ],
  [
    '核对 公开要求 data',
    { '核对.yaml': '公开要求: {C01: {数据: [收入.总记]}}\n' },
    'my/核对.yaml:1:19 template-required-figure 没有一个模板印出“收入.总记”，它必须公开。',
  ],
  [
    '核对 必备 table',
    { '核对.yaml': '必备报表: [{要求: 甲, 表: 没有的表}]\n' },
    'my/核对.yaml:1:19 profile-relation-unknown 方案里没有叫“没有的表”的报表。',
  ],
  [
    '核对 逐行 table',
    { '核对.yaml': '逐行关系: [{编号: T1, 表: 没有, 栏: 合计, 层级: 项, 等于: {表: 支出}}]\n' },
    'my/核对.yaml:1:20 profile-relation-unknown 方案里没有叫“没有”的报表。',
  ],
  [
    '核对 没有的说法 取数',
    { '核对.yaml': '没有的说法: [{事项: 甲, 写法: 没有甲, 取数: {表: 支出, 三公项目: 公务接待费}}]\n' },
    'my/核对.yaml:1:38 profile-measure-never 数据表“支出”没有“三公项目”这个条件，取到的总是零。',
  ],
  [
    '核对 专用科目',
    { '核对.yaml': '专用科目: [{写法: 甲, 科目: ["abc"]}]\n' },
    'my/核对.yaml:1:21 value-invalid “科目”第 1 项不是科目编码。',
  ],
  [
    '大纲 missing chapter',
    spec('大纲: [{标题: 甲, 章节: [说明/无.hbs]}, {标题: 乙, 报表: 全部}]\n'),
    'my/方案.yaml:4:19 profile-file-missing 方案缺少文件“templates/my/说明/无.hbs”。',
  ],
  [
    '大纲 backslash',
    spec('大纲: [{标题: 甲, 章节: ["概况\\\\职责.hbs"]}, {标题: 乙, 报表: 全部}]\n'),
    'my/方案.yaml:4:19 profile-file-missing 方案缺少文件“templates/my/概况\\职责.hbs”。',
  ],
  [
    '大纲 dotdot',
    spec('大纲: [{标题: 甲, 章节: [../shanxi/概况/职责.hbs]}, {标题: 乙, 报表: 全部}]\n'),
    'my/方案.yaml:4:19 profile-file-missing 方案缺少文件“templates/my/../shanxi/概况/职责.hbs”。',
  ],
  [
    '大纲 phrase as chapter',
    spec('大纲: [{标题: 甲, 章节: [词句/增减.hbs]}, {标题: 乙, 报表: 全部}]\n'),
    'my/方案.yaml:4:19 value-invalid “词句/增减.hbs”是词句，不能当一节。',
  ],
  [
    '大纲 yaml not in 报表',
    spec('大纲: [{标题: 甲, 章节: [报表/无.yaml]}, {标题: 乙, 报表: 全部}]\n'),
    'my/方案.yaml:4:19 profile-file-missing 方案缺少文件“templates/my/报表/无.yaml”。',
  ],
  ['大纲 empty', spec('大纲: []\n'), 'my/方案.yaml:4:1 profile-tables-unplaced 大纲里没有放报表的部分，报表不会公开。'],
  ['报表 empty', spec('报表: []\n'), 'my/方案.yaml:4:1 list-length “报表”至少要有 1 项。'],
  [
    '报表 twice same',
    spec('报表: [报表/01-收支总表.yaml, 报表/01-收支总表.yaml]\n'),
    'shanxi/报表/01-收支总表.yaml:1:5 profile-table-name-repeated 两张报表都叫“收支总表”。',
  ],
  ['报表 hbs', spec('报表: [概况/职责.hbs]\n'), 'shanxi/概况/职责.hbs:3:3 yaml-missing-space “#”前没有空格。'],
  [
    '报表 case',
    spec('报表: [报表/01-收支总表.YAML]\n'),
    'my/方案.yaml:4:6 profile-file-missing 方案缺少文件“templates/my/报表/01-收支总表.YAML”。',
  ],
  ['unused file', { '报表/99-多余.yaml': '名称: 多\n标题: 多\n' }, 'my/报表/99-多余.yaml:1:1 profile-file-unused 方案里没有用到这个文件。'],
  ['unused hbs', { '说明/99.hbs': '甲\n' }, 'my/说明/99.hbs:1:1 profile-file-unused 方案里没有用到这个文件。'],
  [
    '重复 表号',
    { ...table('{名称: 行, 取数: {表: 支出}}', '{标题: 金额, 内容: 金额}', '表号: "1"\n') },
    'my/报表/13-项目支出表-上年结转.yaml:3:5 profile-table-name-repeated 表号“1”和报表“收支总表”的相同。',
  ],
  [
    '标题编号 unknown',
    spec('标题编号: {二级: "{{年度}}"}\n'),
    'my/方案.yaml:4:12 value-invalid “二级”里不能用 {{年度}}，它在这里不会被填入。',
  ],
  [
    '数据 in yaml',
    spec('目录标题: "{{数据.事业收入.金额}}"\n'),
    'my/方案.yaml:4:10 template-unknown-name 没有“数据.事业收入.金额”这个变量。',
  ],
  ['明细 no columns', spec('明细: {采购: {栏目: {}}}\n'), 'my/方案.yaml:4:15 value-invalid “栏目”没有一个栏目。'],
  [
    '明细 in template unknown',
    {
      ...spec('明细: {采购: {栏目: {项目: {类型: 文字}, 金额: {类型: 金额}}}}\n'),
      ...chapter('{{#逐项 明细.采购.条目}}{{项目名}}{{/逐项}}\n'),
    },
    'my/说明/03-支出预算.hbs:1:19 template-unknown-name 没有“项目名”这个变量。',
  ],
  [
    '明细 sum of text',
    { ...spec('明细: {采购: {栏目: {项目: {类型: 文字}, 金额: {类型: 金额}}}}\n'), ...chapter('{{万元 明细.采购.合计.项目}}\n') },
    'my/说明/03-支出预算.hbs:1:6 template-unknown-name 没有“明细.采购.合计.项目”这个变量。',
  ],
  [
    '自有数据 in template',
    { ...spec('自有数据: {人数: {类型: 数量}}\n'), ...chapter('{{自有数据.人数}}\n') },
    'my/说明/03-支出预算.hbs:1:1 template-bare-figure “自有数据.人数”是一个数，要用 {{万元 自有数据.人数}} 这样的写法印出。',
  ],
  [
    '万元 of count',
    { ...spec('自有数据: {人数: {类型: 数量}}\n'), ...chapter('{{万元 自有数据.人数}}\n') },
    'my/说明/03-支出预算.hbs:1:6 template-wrong-kind “万元”不能用来印数量，印出的会是另一个数。',
  ],
  [
    '百分比 of money',
    chapter('{{百分比 支出.总计}}\n'),
    'my/说明/03-支出预算.hbs:1:7 template-wrong-kind “百分比”不能用来印金额，印出的会是另一个数。',
  ],
  [
    '万元 of rate',
    chapter('{{万元 支出.基本支出占比}}\n'),
    'my/说明/03-支出预算.hbs:1:6 template-wrong-kind “万元”不能用来印比率，印出的会是另一个数。',
  ],
  ['heading in list', chapter('#### 四级\n\n# 一级\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 这里的“#”会照样印出。'],
  ['html', chapter('<b>支出</b>\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 这里的标记会照样印出。'],
  ['md list', chapter('- 甲\n* 乙\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 这里的“- ”会照样印出。'],
  ['year literal', chapter('2025年支出。\n'), 'my/说明/03-支出预算.hbs:1:1 template-literal-digits 模板里直接写了数字“2025年”。'],
  ['TODO', chapter('支出XX万元，待补充。\n'), 'my/说明/03-支出预算.hbs:1:3 template-residue “XX”是没有填写的空白。'],
])('forms, layout, checks and the outline: %s', (_, files, first) => expectFirst(files, first));
