import { z } from 'zod';
import type { AmountUnit } from '../../money/units.js';
import { FROM_PREVIOUS } from '../carried-over-words.js';
import { amount, choice, code, date, orNone, section, text, yesNo } from '../fields.js';
import { yearAndCarryover } from './funds.js';

export const PROJECT_CATEGORIES = ['其他运转类', '特定目标类'] as const;

/** The levels that pay for a project, as the performance form lists them. */
export const FUNDING_LEVELS = ['中央财政资金', '省级财政资金', '市县（区）财政资金', '单位自筹', '其他资金'] as const;
export type FundingLevel = (typeof FUNDING_LEVELS)[number];

/** What a project's performance form says in words: templates, forms and what is left to be filled in go by this list. */
export const PROJECT_TEXTS = [
  '项目属性',
  '项目期',
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证措施',
  '实施计划',
  '实施期目标',
  '年度目标',
] as const;

/** First- and second-level indicators that editors offer; which ones there are is for the form to say (指标 of its 绩效目标表.yaml). */
export const INDICATORS = {
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: ['经济效益', '社会效益', '生态效益', '可持续影响'],
  满意度指标: ['服务对象满意度'],
} as const;

/** Values of an indicator that the program fills in from the project's money. */
export const MONEY_VALUES = ['资金总额（元）', '资金总额（万元）'] as const;

function fundingByLevel(unit: AmountUnit) {
  const field = (level: FundingLevel) =>
    amount(unit)
      .optional()
      .meta({ title: level, newYear: 'fillUnlessZero', description: `${level}（${unit}）。` });
  return section(
    Object.fromEntries(FUNDING_LEVELS.map((level) => [level, field(level)])) as Record<FundingLevel, ReturnType<typeof field>>,
  );
}

const indicator = section({
  名称: text('三级指标名称').meta({ title: '三级指标', description: '三级指标的名称，如“项目个数”。', example: '维修面积' }),
  值: text('指标值').optional().meta({
    title: '指标值',
    description: '实施期与年度相同时只写这一项；写“资金总额（元）”或“资金总额（万元）”则由程序填入金额。',
    example: '1250平方米',
  }),
  实施期值: text('实施期指标值')
    .optional()
    .meta({ title: '实施期指标值', description: '实施期与年度不同时填写。', example: '≥2500平方米' }),
  年度值: text('年度指标值').optional().meta({ title: '年度指标值', description: '实施期与年度不同时填写。', example: '≥1250平方米' }),
  性质: text('指标性质').optional().meta({ title: '指标性质', description: '如“≥”“＝”“定性”；方案印这一栏的才写，下同。', example: '≥' }),
  度量单位: text('度量单位').optional().meta({ title: '度量单位', description: '如“个”“%”。', example: '平方米' }),
  属性: text('指标属性').optional().meta({ title: '指标属性', description: '如“定量指标”“定性指标”。', example: '定量指标' }),
  说明: text('指标说明').optional().meta({ title: '指标说明', description: '指标的内容、评分标准或依据。', example: '按竣工验收单计算' }),
  权重: text('指标权重').optional().meta({ title: '指标权重', description: '如“10”。', example: '10' }),
});

const indicatorList = (name: string) => z.array(indicator).meta({ title: name, description: `${name}的三级指标，可以有多条。` });

/** Second-level indicators of one first-level one. */
const indicatorLists = (offered: readonly string[]) =>
  section(Object.fromEntries(offered.map((name) => [name, indicatorList(name).optional()]))).catchall(indicatorList('二级指标'));

export const indicatorTree = section(
  Object.fromEntries(Object.entries(INDICATORS).map(([first, seconds]) => [first, indicatorLists(seconds).optional()])),
).catchall(indicatorLists([]));

const performanceForm = (unit: AmountUnit) =>
  section({
    项目属性: text('项目属性')
      .optional()
      .meta({ title: '项目属性', description: '如“一次性项目（1年结束）”。', example: '一次性项目（1年结束）' }),
    项目期: text('项目期').optional().meta({ title: '项目期', description: '如“1年”。', example: '1年' }),
    年度资金来源: fundingByLevel(unit)
      .optional()
      .meta({ title: '年度资金来源', description: '本年金额按来源填写；没有写到的部分计入市县（区）财政资金。' }),
    实施期资金来源: fundingByLevel(unit)
      .optional()
      .meta({ title: '实施期资金来源', description: '整个实施期的金额按来源填写；1 年的项目不用填，与年度相同。' }),
    起止日期: section({
      开始: date().meta({ title: '开始日期', description: '项目开始的日期。' }),
      结束: date().meta({ title: '结束日期', description: '项目结束的日期。' }),
    })
      .optional()
      .meta({ title: '起止日期', description: '项目的开始和结束日期；方案的项目页印起止日期的填写。' }),
    项目概况: text('项目概况').optional().meta({ title: '项目概况' }),
    立项依据: text('立项依据').optional().meta({ title: '立项依据' }),
    项目设立必要性: text('项目设立必要性').optional().meta({ title: '项目设立必要性' }),
    保证措施: text('保证措施').optional().meta({ title: '保证项目实施的制度、措施' }),
    实施计划: text('实施计划').optional().meta({ title: '项目实施计划' }),
    实施期目标: text('实施期目标').optional().meta({ title: '实施期总体目标' }),
    年度目标: text('年度目标')
      .optional()
      .meta({ title: '年度总体目标', description: '与实施期目标相同时不用填。', example: '完成维修并通过验收。' }),
    指标: indicatorTree.optional().meta({ title: '绩效指标', description: '按一级、二级指标填写；有哪些指标由方案规定。' }),
    负责人: text('负责人').optional().meta({ title: '负责人', description: '项目负责人的姓名。', example: '张三' }),
    经办人: text('经办人').optional().meta({ title: '经办人', description: '填表人的姓名。', example: '李四' }),
    联系电话: text('联系电话').optional().meta({ title: '联系电话', description: '办公电话，不写个人手机号码。', example: '0349-6000000' }),
    填报日期: date().optional().meta({ title: '填报日期', description: '绩效目标表的填报日期。' }),
  });

/** One project with its money and, where it is published, its performance form. */
export const project = (unit: AmountUnit) =>
  section({
    名称: text('项目名称')
      .optional()
      .meta({ title: '项目名称', newYear: 'keep', description: '项目的全称，与批复一致。', example: '办公楼维修经费' }),
    单位: text('实施单位').optional().meta({
      title: '实施单位',
      newYear: 'keep',
      description: '由所属单位实施时填写单位名称；不写就是部门本级。',
      example: '虚构市示例区图书馆',
    }),
    代码: text('项目代码')
      .optional()
      .meta({ title: '项目代码', description: '一体化系统中的项目代码；方案印项目代码的填写。', example: '532626251100001' }),
    功能科目: code({ digits: [7] })
      .optional()
      .meta({ title: '功能科目', description: '项目的支出功能分类项级科目；方案逐个项目印科目的填写，下同。', example: '2010399' }),
    经济科目: code({ digits: [5] })
      .optional()
      .meta({ title: '经济科目', description: '项目的部门预算支出经济分类款级科目。', example: '30299' }),
    类别: choice(PROJECT_CATEGORIES).optional().meta({ title: '项目类别', newYear: 'keep', description: '其他运转类或特定目标类。' }),
    资金: yearAndCarryover(unit, { negative: true }).meta({
      title: '资金',
      description: `按资金来源填写本年安排的金额（${unit}）；上年结转另列。`,
    }),
    上年资金: orNone(yearAndCarryover(unit, { negative: true }), {}, [FROM_PREVIOUS])
      .optional()
      .meta({
        title: '上年资金',
        newYear: 'previous',
        description: `上年预算给这个项目的金额，按资金来源填写；方案按项目与上年比较的才需要；data/ 里有上年文件的，写“${FROM_PREVIOUS}”；新项目写“无”。`,
      }),
    编报绩效目标: yesNo()
      .optional()
      .meta({ title: '编报绩效目标', description: '这个项目与部门的“编报绩效目标”不同时写；有绩效目标表的不用写。' }),
    绩效目标表: performanceForm(unit)
      .optional()
      .meta({ title: '绩效目标表', newYear: 'confirm', description: '要公开绩效目标的项目填写。' }),
  });

export type Project = z.output<ReturnType<typeof project>>;
export type PerformanceForm = NonNullable<Project['绩效目标表']>;
export type Indicator = z.output<typeof indicator>;
/** Indicators by first and second level. */
export type Indicators = NonNullable<PerformanceForm['指标']>;
