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
  单位名称: { description: '单位全称，与公章一致。', example: '虚构市示例区图书馆' },
  金额: { description: '本年收入的金额（元）。' },
  功能分类科目: { example: '2010301' },
  科目名称: { description: '科目的名称，照科目目录写。', example: '行政运行' },
  ...Object.fromEntries(
    Object.entries(PURPOSES).map(([title, example]) => [title, { description: `${title}，照绩效目标表填写。`, example }]),
  ),
  产出指标: { description: '数量、质量、时效、成本等二级指标，每个下面列三级指标。' },
  效益指标: { description: '经济、社会、生态效益和可持续影响等二级指标，每个下面列三级指标。' },
  满意度指标: { description: '服务对象满意度等二级指标，每个下面列三级指标。' },
  本年预算: { description: '本年的金额，按资金来源填写。' },
  货物: { description: '政府采购货物的预算（元）。' },
  工程: { description: '政府采购工程的预算（元）。' },
  服务: { description: '政府采购服务的预算（元）。' },
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
