/** What an editor says of a key beyond its schema: shown on hover, and offered as a value. */
export interface EditorHelp {
  readonly description?: string;
  readonly example?: string;
}

const REASON = '新增一项工作';
const PURPOSES: Readonly<Record<string, string>> = {
  项目概况: '维修办公楼屋面和外墙，面积 1250 平方米。',
  立项依据: '区政府常务会议纪要〔2025〕12 号。',
  项目设立必要性: '屋面多处渗漏，影响正常办公。',
  '保证项目实施的制度、措施': '按单位财务制度和项目管理办法执行。',
  项目实施计划: '3 月招标，4 月开工，8 月验收。',
  实施期总体目标: '8 月底前完成维修并投入使用。',
};

/** By the title of a key; what has a description in its schema keeps it. */
const HELP: Readonly<Record<string, EditorHelp>> = {
  部门: { description: '本部门的名称、代码、单位性质和所属单位。' },
  增减原因: { description: '比上年增加或减少的，逐项写“主要原因是”之后的话；与上年持平的不写。' },
  国有资产占有使用情况: { description: '截至上年末的车辆、办公用房、大型设备，和本年计划购置的资产。' },
  其他需要说明的情况: { example: '无' },
  方案: { example: 'shanxi' },
  部门名称: { example: '虚构市示例区教育局' },
  原名称: { example: '虚构市示例区教育体育局' },
  部门代码: { example: '105' },
  单位名称: { description: '单位全称，与公章一致。', example: '虚构市示例区图书馆' },
  定义: { example: '图书馆.yaml' },
  内设机构名称: { description: '内设机构的名称。', example: '办公室' },
  内设机构职责: { example: '负责文秘、会务、财务和后勤工作。' },
  财政专户管理资金: { description: '缴入财政专户、实行专项管理的教育收费等（元）；没有就不写。' },
  收入科目编码: { description: '政府收支分类科目的收入科目编码。', example: '1030148' },
  收入科目名称: { description: '收入科目的名称，照科目目录写。', example: '国有土地使用权出让收入' },
  金额: { description: '本年收入的金额（元）。' },
  功能分类科目: { example: '2010301' },
  科目名称: { description: '科目的名称，照科目目录写。', example: '行政运行' },
  科目编码: { description: '科目目录中还没有的编码。', example: '2019999' },
  主要用途: { example: '机关人员工资和日常办公' },
  基本支出: { description: '保障机构正常运转、完成日常工作的支出，按资金来源填写。' },
  项目支出: { description: '基本支出之外，为完成特定任务安排的支出，按资金来源填写。' },
  部门预算支出经济分类科目: { example: '30101' },
  政府预算支出经济分类科目: { example: '50101' },
  项目名称: { description: '项目的全称，与批复一致。', example: '办公楼维修经费' },
  实施单位: { example: '虚构市示例区图书馆' },
  项目代码: { example: '532626251100001' },
  功能科目: { example: '2010399' },
  经济科目: { example: '30299' },
  项目属性: { example: '一次性项目（1年结束）' },
  项目期: { example: '1年' },
  ...Object.fromEntries(
    Object.entries(PURPOSES).map(([title, example]) => [title, { description: `${title}，照绩效目标表填写。`, example }]),
  ),
  年度总体目标: { example: '完成维修并通过验收。' },
  负责人: { description: '项目负责人的姓名。', example: '张三' },
  经办人: { description: '填表人的姓名。', example: '李四' },
  联系电话: { description: '办公电话，不写个人手机号码。', example: '0349-6000000' },
  填报日期: { description: '绩效目标表的填报日期。' },
  开始日期: { description: '项目开始的日期。' },
  结束日期: { description: '项目结束的日期。' },
  产出指标: { description: '数量、质量、时效、成本等二级指标，每个下面列三级指标。' },
  效益指标: { description: '经济、社会、生态效益和可持续影响等二级指标，每个下面列三级指标。' },
  满意度指标: { description: '服务对象满意度等二级指标，每个下面列三级指标。' },
  三级指标: { example: '维修面积' },
  指标值: { example: '1250平方米' },
  实施期指标值: { example: '≥2500平方米' },
  年度指标值: { example: '≥1250平方米' },
  指标性质: { example: '≥' },
  度量单位: { example: '平方米' },
  指标属性: { example: '定量指标' },
  指标说明: { example: '按竣工验收单计算' },
  指标权重: { example: '10' },
  本年预算: { description: '本年的金额，按资金来源填写。' },
  货物: { description: '政府采购货物的预算（元）。' },
  工程: { description: '政府采购工程的预算（元）。' },
  服务: { description: '政府采购服务的预算（元）。' },
  '公务用车编制（辆）': { description: '核定的公务用车编制数；没有就写“无”。' },
  办公用房用途: { example: '日常办公' },
  审查人: { example: '办公室主任' },
  审查日期: { description: '保密审查的日期。' },
  检查: { example: 'secrecy-words' },
  内容: { example: '应急指挥' },
  理由: { example: '已经保密委员会审查，可以公开。' },
  名词: { description: '要解释的名词。', example: '基本支出' },
  解释: {
    description: '名词的解释，以财政部门的口径为准。',
    example: '指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
  },
  地区: { example: '虚构市示例区' },
  级次: { description: '区县在预算级次中的一级，用于正文和标题。' },
};

/** Keys that a schema lists by a rule are explained by one. */
const RULES: readonly (readonly [RegExp, (title: string) => EditorHelp])[] = [
  [/增减原因$/, () => ({ example: REASON })],
  [/用车（辆）$/, (title) => ({ description: `实有的${title.replace('（辆）', '')}辆数。` })],
  [/（辆、台、套）$/, (title) => ({ description: `本年计划购置的${title.replace(/（.*/, '')}数量。` })],
];

export function editorHelp(title: string): EditorHelp {
  return HELP[title] ?? RULES.find(([rule]) => rule.test(title))?.[1](title) ?? {};
}
