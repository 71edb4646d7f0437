import { z } from 'zod';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/parse-amount.js';
import { FROM_PREVIOUS } from '../carried-over-words.js';
import { amount, choice, closable, code, count, date, measure, NONE, orNone, section, statedFigure, text, yesNo } from '../fields.js';
import { MAX_CODE_LINES } from '../limits.js';
import { commonTexts } from './district.js';
import { FISCAL_FUNDS, FUNDS, fundAmounts, lastYear, NO_LAST_YEAR, unitFunds, yearAndCarryover } from './funds.js';
import type { OwnData } from './own-data.js';
import { project } from './project.js';

export const EXPENSE_KINDS = ['人员经费', '公用经费'] as const;
export const AMOUNT_UNITS = ['元', '万元'] as const;
export const UNIT_KINDS = ['行政', '参公', '事业'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The four items of “三公”经费 that are stated; 公务用车购置及运行费 is their sum. */
export const THREE_PUBLIC_ITEMS = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'] as const;
/** Kinds of vehicles that editors offer; which ones there are is for the form to say (资产 of its 方案.yaml). */
export const VEHICLE_KINDS = [
  '领导用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '事业单位业务用车',
  '其他公务用车',
] as const;
export const PROCUREMENT_KINDS = ['货物', '工程', '服务'] as const;
/** Parts of 政府采购 reserved for smaller enterprises; the second lies within the first. */
export const PROCUREMENT_RESERVES = ['中小企业', '小微企业'] as const;
/** Large equipment that may stand beside 设备, as files of before have it. */
export const EQUIPMENT_KINDS = ['五十万元以上通用设备', '一百万元以上通用设备'] as const;
/** What assets the budget of the year will buy, as editors offer it: vehicles, and the kinds of equipment that the form has. */
const PLANNED_PURCHASES = ['车辆', ...EQUIPMENT_KINDS] as const;

/** Totals that every approval states, by the names that editors offer; any other figure may be stated by its name in templates. */
export const CONTROL_TOTALS = [
  '收入总计',
  '支出总计',
  '基本支出',
  '项目支出',
  '一般公共预算支出',
  '人员经费',
  '公用经费',
  '三公经费合计',
  '机关运行经费合计',
  '政府采购合计',
] as const;

/** Both items of official vehicles together: a line of its own in the published table, with its own change and reason. */
export const VEHICLE_TOTAL = '公务用车购置及运行费';

/** Changes that may be given a reason in words, each in the sentence that prints it; which of them need one is for the checks to say. */
export const REASONS = [
  '收入',
  '财政拨款收入',
  '事业收入',
  '事业单位经营收入',
  '其他收入',
  '支出',
  '财政拨款支出',
  '一般公共预算支出',
  '政府性基金预算支出',
  '国有资本经营预算支出',
  '三公经费',
  ...THREE_PUBLIC_ITEMS,
  VEHICLE_TOTAL,
  '机关运行经费',
] as const;

const keyed = <K extends string, T>(keys: readonly K[], field: (key: K) => T) =>
  Object.fromEntries(keys.map((key) => [key, field(key)])) as Record<K, T>;

const unitList = z.array(
  section({
    名称: text('单位名称').meta({ title: '单位名称' }),
    单位性质: choice(UNIT_KINDS).meta({ title: '单位性质', description: '行政、参公或事业。' }),
    定义: text('单位定义文件')
      .optional()
      .meta({ title: '定义', description: '该单位自己的预算文件名，与部门文件放在同一文件夹的“单位”文件夹里；部门预算由程序汇总。' }),
  }),
);

/** 基本支出 may be split into 人员经费 and 公用经费, where the form prints them by 项. */
const natureShape = (unit: AmountUnit) => ({
  基本支出: yearAndCarryover(unit, { negative: true })
    .extend(
      keyed(EXPENSE_KINDS, (kind) =>
        yearAndCarryover(unit, { negative: true })
          .optional()
          .meta({ title: kind, description: `${kind}，按资金来源填写；方案按项分列人员经费、公用经费的，这样分开写。` }),
      ),
    )
    .optional()
    .meta({ title: '基本支出' }),
  项目支出: yearAndCarryover(unit, { negative: true }).optional().meta({ title: '项目支出' }),
});

const expenditureLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [7] }).meta({ title: '功能分类科目', description: '项级科目编码，7 位数字。' }),
    名称: text('科目名称').optional().meta({ title: '科目名称', description: '科目目录中没有的编码才需要填写。' }),
    用途: text('主要用途').optional().meta({ title: '主要用途', description: '写“主要用于”之后的话，不写句号；方案逐项说明支出时印出。' }),
    ...natureShape(unit),
  });

/** Of a 项, what last year's budget gave it. */
const lastYearLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [7] }).meta({ title: '功能分类科目', description: '项级科目编码，7 位数字。' }),
    名称: text('科目名称').optional().meta({ title: '科目名称', description: '科目目录中没有的编码才需要填写。' }),
    ...natureShape(unit),
  });

const economicLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [5] }).meta({ title: '部门预算支出经济分类科目', description: '款级科目编码，5 位数字。' }),
    名称: text('科目名称').optional().meta({ title: '科目名称', description: '科目目录中没有的编码才需要填写。' }),
    政府科目: code({ digits: [5] })
      .optional()
      .meta({ title: '政府预算支出经济分类科目', description: '不写则按单位性质从对照表中取。' }),
    经费: choice(EXPENSE_KINDS).optional().meta({ title: '人员经费或公用经费', description: '不写则按科目的类取。' }),
    // The economic side of a 基本支出 that is reduced.
    金额: amount(unit, { negative: true }).meta({ title: '金额', description: `一般公共预算当年安排的基本支出（${unit}）；冲减填负数。` }),
  });

const fundRevenueLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [5, 7, 9] }).meta({ title: '收入科目编码' }),
    名称: text('收入科目名称').meta({ title: '收入科目名称' }),
    金额: amount(unit).meta({ title: '金额' }),
  });

const revenue = (unit: AmountUnit) =>
  section({
    一般公共预算: amount(unit)
      .optional()
      .meta({ title: '一般公共预算', description: `一般公共预算拨款收入（${unit}）。` }),
    政府性基金预算: z.array(fundRevenueLeaf(unit)).optional().meta({ title: '政府性基金预算', description: '按收入科目逐条填写。' }),
    国有资本经营预算: z.array(fundRevenueLeaf(unit)).optional().meta({ title: '国有资本经营预算', description: '按收入科目逐条填写。' }),
    财政专户管理资金: amount(unit).optional().meta({ title: '财政专户管理资金' }),
    单位资金: unitFunds(unit).optional(),
    上年结转: fundAmounts(unit, FUNDS, { negative: true })
      .optional()
      .meta({ title: '上年结转', description: '上年结转到本年的资金，按资金来源填写。' }),
  });

const threePublicItem = (unit: AmountUnit) =>
  section({
    本年: orNone(fundAmounts(unit, FISCAL_FUNDS), {}).optional().meta({ title: '本年预算', description: '按资金来源填写；没有就写“无”。' }),
    上年: amount(unit, { orWord: FROM_PREVIOUS, orNone: true }).optional().meta({ title: '上年预算', description: '没有就写“无”。' }),
  });
type ThreePublicItem = z.output<ReturnType<typeof threePublicItem>>;
type ThreePublic = Partial<Record<(typeof THREE_PUBLIC_ITEMS)[number], ThreePublicItem>>;
/** Years of which the section says that there is nothing. */
type NoYears = Partial<Record<'本年' | '上年', typeof NONE>>;

const NO_ITEM = { 本年: NONE, 上年: NONE };
const NO_YEAR = { 本年: {}, 上年: new Decimal(0) };

const threePublic = (unit: AmountUnit) =>
  closable(
    {
      ...keyed(THREE_PUBLIC_ITEMS, (item) =>
        orNone(threePublicItem(unit), NO_ITEM).optional().meta({ title: item, description: '本年和上年都没有，写“无”。' }),
      ),
      ...keyed(['本年', '上年'] as const, (year) =>
        choice([NONE])
          .optional()
          .meta({ title: year, description: `写“无”，表示没有写到${year}的各项，${year}都没有。` }),
      ),
    },
    (listed: ThreePublic & NoYears): ThreePublic & NoYears => ({ ...keyed(THREE_PUBLIC_ITEMS, () => NO_YEAR), ...listed }),
  ).transform(({ 本年: thisYear, 上年: lastYear, ...items }): ThreePublic => {
    const none = { ...(thisYear && { 本年: NO_YEAR.本年 }), ...(lastYear && { 上年: NO_YEAR.上年 }) };
    return thisYear || lastYear ? keyed(THREE_PUBLIC_ITEMS, (item) => ({ ...none, ...items[item] })) : items;
  });

const agencyFunds = (unit: AmountUnit) =>
  section({
    单位: z
      .array(
        section({ 名称: text('单位名称').meta({ title: '单位名称' }), 本年: fundAmounts(unit, FISCAL_FUNDS).meta({ title: '本年预算' }) }),
      )
      .optional()
      .meta({ title: '各单位机关运行经费', description: '文件里只有一个单位时不用填，取公用经费合计。' }),
    上年: amount(unit, { orWord: FROM_PREVIOUS, orNone: true })
      .optional()
      .meta({ title: '上年机关运行经费', description: '没有就写“无”。' }),
  });

/** Numbers by kind; editors offer the usual kinds. */
const counts = (offered: readonly string[], measureWord: string) =>
  orNone(
    section(
      keyed(offered, (kind) =>
        count()
          .optional()
          .meta({ title: `${kind}（${measureWord}）` }),
      ),
    ).catchall(count()),
    {},
  ).optional();

const assets = section({
  截至日期: date().optional().meta({ title: '截至日期', description: '清点的日期，如上年 12 月 31 日；不写的不印这一段。' }),
  车辆编制: count({ orNone: true }).optional().meta({ title: '公务用车编制（辆）' }),
  车辆: counts(VEHICLE_KINDS, '辆').meta({ title: '实有车辆', description: '按车辆种类填写辆数；种类由方案规定；一辆也没有，写“无”。' }),
  办公用房面积: measure({ orNone: true }).optional().meta({ title: '办公用房建筑面积（平方米）', description: '没有就写“无”。' }),
  办公用房用途: text('办公用房用途').optional().meta({ title: '办公用房用途', description: '如“日常办公”。' }),
  ...keyed(EQUIPMENT_KINDS, (kind) =>
    count({ orNone: true })
      .optional()
      .meta({ title: `价值${kind}（台、套）`, description: '没有就写“无”。' }),
  ),
  设备: counts([], '台、套').meta({ title: '大型设备', description: '按方案规定的种类填写台（套）数；都没有，写“无”。' }),
  计划购置: counts(PLANNED_PURCHASES, '辆、台、套').meta({
    title: '计划购置',
    description: '本年部门预算安排购置的资产：车辆，以及方案规定的各种设备；没有就写“无”。',
  }),
});

/** What the form declares for itself is read by what it declares, once it is known which form that is. */
const ownSection = () => z.record(z.string(), z.any()).optional();

const buildSchema = (unit: AmountUnit) =>
  section({
    金额单位: choice(AMOUNT_UNITS).meta({ title: '金额单位', description: '本文件中所有金额的单位：元或万元。' }),
    部门: section({
      名称: text('部门名称').meta({ title: '部门名称', description: '部门全称，用于封面、表头和正文。' }),
      原名称: text('原名称').optional().meta({ title: '原名称', description: '今年更名的，写上年文件里的名称；上年的数按它来取。' }),
      代码: code({ digits: [3, 4, 5, 6, 7, 8, 9] }).meta({ title: '部门代码', description: '预算管理一体化系统中的部门代码。' }),
      单位性质: choice(UNIT_KINDS).meta({ title: '单位性质', description: '部门本级的性质：行政、参公或事业。' }),
      所属单位: orNone(unitList, []).optional().meta({ title: '所属单位', description: '纳入本部门预算的所属单位；没有就写“无”。' }),
    }).meta({ title: '部门' }),
    批复日期: date().optional().meta({ title: '批复日期', description: '财政部门批复预算的日期。' }),
    公开日期: date().optional().meta({ title: '公开日期', description: '向社会公开的日期，应在批复后 20 日内。' }),
    职责: z
      .array(text('职责').meta({ title: '一项职责' }))
      .min(1)
      .meta({ title: '部门职责', description: '每项一条，编号由程序加。' }),
    机构设置: orNone(
      z.array(
        section({
          名称: text('机构名称').meta({ title: '内设机构名称' }),
          职责: text('机构职责').optional().meta({ title: '内设机构职责', description: '只公开名称的，不写。' }),
        }),
      ),
      [],
    )
      .optional()
      .meta({ title: '机构设置', description: '内设机构及其职责；没有内设机构就写“无”。' }),
    收入: revenue(unit).meta({ title: '收入', description: '本年收入按来源填写，上年结转另列。' }),
    支出: z.array(expenditureLeaf(unit)).min(1).max(MAX_CODE_LINES).meta({ title: '支出', description: '按功能分类项级科目逐条填写。' }),
    年终结转: yearAndCarryover(unit).optional().meta({ title: '年终结转', description: '结转下年的金额；通常没有。' }),
    一般公共预算基本支出: z
      .array(economicLeaf(unit))
      .max(MAX_CODE_LINES)
      .optional()
      .meta({ title: '一般公共预算基本支出', description: '按部门预算支出经济分类款级科目逐条填写。' }),
    项目: z.array(project(unit)).optional().meta({ title: '项目', description: '全部二级项目；没有项目就不写。' }),
    三公经费: orNone(threePublic(unit), { 其余: NONE })
      .optional()
      .meta({ title: '“三公”经费', description: '逐项填写本年和上年；本年和上年都没有，写“无”。' }),
    机关运行经费: agencyFunds(unit).optional().meta({ title: '机关运行经费', description: '事业单位没有机关运行经费，不写。' }),
    // Last year's sums of what may be reduced.
    上年预算: orNone(lastYear(unit), NO_LAST_YEAR, [FROM_PREVIOUS]).optional().meta({
      title: '上年预算',
      description:
        '上年部门预算总额，按资金来源填写，用于说明增减变动；data/ 里有上年文件的，写“取自上年文件”；没有写到的资金都没有，写“其余: 无”；上年没有预算，写“无”。',
    }),
    上年支出: orNone(z.array(lastYearLeaf(unit)).max(MAX_CODE_LINES), [], [FROM_PREVIOUS])
      .optional()
      .meta({
        title: '上年支出',
        description: `上年预算的支出，按功能分类项级科目逐条填写，方案按科目与上年比较的才需要；data/ 里有上年文件的，写“${FROM_PREVIOUS}”；上年没有，写“无”。`,
      }),
    上年执行数: yearAndCarryover(unit, { negative: true })
      .optional()
      .meta({ title: '上年执行数', description: '上年预算的执行数，按资金来源填写；方案与执行数比较的才需要。' }),
    增减原因: section(
      keyed(REASONS, (item) =>
        text('增减原因')
          .optional()
          .meta({ title: `${item}增减原因`, description: '写“主要原因是”之后的话，不写句号。' }),
      ),
    )
      .optional()
      .meta({ title: '增减原因' }),
    政府采购: orNone(section(keyed(PROCUREMENT_KINDS, (kind) => amount(unit).optional().meta({ title: kind }))), {})
      .optional()
      .meta({ title: '政府采购', description: '政府采购预算；没有就写“无”。' }),
    政府采购预留: orNone(
      section(
        keyed(PROCUREMENT_RESERVES, (kind) =>
          amount(unit)
            .optional()
            .meta({ title: `面向${kind}预留`, description: `政府采购预算中面向${kind}预留的金额（${unit}）。` }),
        ),
      ),
      {},
    )
      .optional()
      .meta({ title: '政府采购预留', description: '小微企业的金额含在中小企业之内；没有就写“无”。' }),
    国有资产: assets.optional().meta({ title: '国有资产占有使用情况' }),
    政府购买服务: orNone(z.array(text('政府购买服务')), [])
      .optional()
      .meta({ title: '政府购买服务', description: '指导性目录中的项目，每项一条；没有就写“无”。' }),
    明细: ownSection().meta({
      title: '明细',
      description: '方案要求逐条公开的清单，如政府采购明细：按方案规定的名称和栏目填写；一条也没有，写“无”。',
    }),
    自有数据: ownSection().meta({ title: '自有数据', description: '方案另外要求的数和文字，按方案规定的名称填写。' }),
    其他说明: text('其他说明').optional().meta({ title: '其他需要说明的情况', description: '没有就写“无”。' }),
    核对数: section(keyed(CONTROL_TOTALS, (total) => statedFigure(unit).optional().meta({ title: total })))
      .catchall(statedFigure(unit))
      .optional()
      .meta({
        title: '核对数',
        description:
          '批复文件上的数，只用来核对，不会印出。键是数的名称，如 收入增减额、上年收入总计、三公经费.合计.上年；值可以带单位照抄，如 11.49万元、34.96%。',
      }),
    整体绩效目标: yesNo()
      .optional()
      .meta({ title: '整体绩效目标', description: '编报了部门（单位）整体支出绩效目标的写“是”，没有的写“否”。' }),
    编报绩效目标: yesNo()
      .optional()
      .meta({ title: '编报绩效目标', description: '各项目是否编报了绩效目标：是或否；个别项目不同的，在项目里写。' }),
    保密审查: section({
      人: text('审查人').meta({ title: '审查人', description: '负责保密审查的人的姓名或岗位。' }),
      日期: date().meta({ title: '审查日期' }),
    })
      .optional()
      .meta({ title: '保密审查', description: '公开之前由谁、何日做的保密审查；只写进核对报告，不会印出。' }),
    已确认的提醒: z
      .array(
        section({
          检查: text('检查名称').meta({ title: '检查', description: '提醒前面的英文名称，如 secrecy-words。' }),
          内容: text('所指内容')
            .optional()
            .meta({ title: '内容', description: '只确认文字里含有这段内容的提醒；不写则确认这项检查的全部提醒。' }),
          理由: text('理由').meta({ title: '理由', description: '为什么可以这样公开；会写进核对报告。' }),
        }),
      )
      .optional()
      .meta({ title: '已确认的提醒', description: '经人工核实、可以照此公开的提醒，逐条写明理由。' }),
    ...commonTexts,
  });

const schemas = new Map<AmountUnit, ReturnType<typeof buildSchema>>();

/** A department's definition file; amounts are in the unit that the file states. Made once a unit: a district has many files. */
export function departmentSchema(unit: AmountUnit): ReturnType<typeof buildSchema> {
  const schema = schemas.get(unit) ?? buildSchema(unit);
  schemas.set(unit, schema);
  return schema;
}

export type DepartmentDefinition = Omit<z.output<ReturnType<typeof buildSchema>>, keyof OwnData> & OwnData;
