import { z } from 'zod';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/units.js';
import { FROM_PREVIOUS } from '../carried-over-words.js';
import { amount, choice, closable, code, count, date, measure, NONE, orNone, section, text } from '../fields.js';
import { FISCAL_FUNDS, FUNDS, fundAmounts, unitFunds, yearAndCarryover } from './funds.js';
import { EQUIPMENT_KINDS, EXPENSE_KINDS, PLANNED_PURCHASES, THREE_PUBLIC_ITEMS, UNIT_KINDS, VEHICLE_KINDS } from './kinds.js';

export const keyed = <K extends string, T>(keys: readonly K[], field: (key: K) => T) =>
  Object.fromEntries(keys.map((key) => [key, field(key)])) as Record<K, T>;

export const unitList = z.array(
  section({
    名称: text('单位名称').meta({ title: '单位名称' }),
    单位性质: choice(UNIT_KINDS).meta({ title: '单位性质', description: '行政、参公或事业。' }),
    定义: text('单位定义文件').optional().meta({
      title: '定义',
      description: '该单位自己的预算文件名，与部门文件放在同一文件夹的“单位”文件夹里；部门预算由程序汇总。',
      example: '图书馆.yaml',
    }),
  }),
);

/** 基本支出 may be split into 人员经费 and 公用经费, where the form prints them by 项. */
export const natureShape = (unit: AmountUnit) => ({
  基本支出: yearAndCarryover(unit, { negative: true })
    .extend(
      keyed(EXPENSE_KINDS, (kind) =>
        yearAndCarryover(unit, { negative: true })
          .optional()
          .meta({ title: kind, description: `${kind}，按资金来源填写；方案按项分列人员经费、公用经费的，这样分开写。` }),
      ),
    )
    .optional()
    .meta({ title: '基本支出', description: '保障机构正常运转、完成日常工作的支出，按资金来源填写。' }),
  项目支出: yearAndCarryover(unit, { negative: true })
    .optional()
    .meta({ title: '项目支出', description: '基本支出之外，为完成特定任务安排的支出，按资金来源填写。' }),
  ...keyed(['上缴上级支出', '事业单位经营支出', '对附属单位补助支出'] as const, (nature) =>
    yearAndCarryover(unit, { negative: true })
      .optional()
      .meta({ title: nature, description: `${nature}，按资金来源填写；没有就不写。` }),
  ),
});

export const expenditureLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [7] }).meta({ title: '功能分类科目', description: '项级科目编码，7 位数字。' }),
    名称: text('科目名称').optional().meta({ title: '科目名称', newYear: 'keep', description: '科目目录中没有的编码才需要填写。' }),
    用途: text('主要用途').optional().meta({
      title: '主要用途',
      description: '写“主要用于”之后的话，不写句号；方案逐项说明支出时印出。',
      example: '机关人员工资和日常办公',
    }),
    ...natureShape(unit),
  });

/** Of a 项, what last year's budget gave it. */
export const lastYearLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [7] }).meta({ title: '功能分类科目', description: '项级科目编码，7 位数字。' }),
    名称: text('科目名称').optional().meta({ title: '科目名称', newYear: 'keep', description: '科目目录中没有的编码才需要填写。' }),
    ...natureShape(unit),
  });

export const economicLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [5] }).meta({ title: '部门预算支出经济分类科目', description: '款级科目编码，5 位数字。', example: '30101' }),
    名称: text('科目名称').optional().meta({ title: '科目名称', newYear: 'keep', description: '科目目录中没有的编码才需要填写。' }),
    政府科目: code({ digits: [5] })
      .optional()
      .meta({ title: '政府预算支出经济分类科目', description: '不写则按单位性质从对照表中取。', example: '50101' }),
    经费: choice(EXPENSE_KINDS).optional().meta({ title: '人员经费或公用经费', newYear: 'keep', description: '不写则按科目的类取。' }),
    // The economic side of a 基本支出 that is reduced.
    金额: amount(unit, { negative: true }).meta({ title: '金额', description: `一般公共预算当年安排的基本支出（${unit}）；冲减填负数。` }),
  });

export const fundRevenueLeaf = (unit: AmountUnit) =>
  section({
    科目: code({ digits: [5, 7, 9] }).meta({
      title: '收入科目编码',
      description: '政府收支分类科目的收入科目编码。',
      example: '1030148',
    }),
    名称: text('收入科目名称').meta({
      title: '收入科目名称',
      newYear: 'keep',
      description: '收入科目的名称，照科目目录写。',
      example: '国有土地使用权出让收入',
    }),
    金额: amount(unit).meta({ title: '金额' }),
  });

export const revenue = (unit: AmountUnit) =>
  section({
    一般公共预算: amount(unit)
      .optional()
      .meta({ title: '一般公共预算', description: `一般公共预算拨款收入（${unit}）。` }),
    政府性基金预算: z.array(fundRevenueLeaf(unit)).optional().meta({ title: '政府性基金预算', description: '按收入科目逐条填写。' }),
    国有资本经营预算: z.array(fundRevenueLeaf(unit)).optional().meta({ title: '国有资本经营预算', description: '按收入科目逐条填写。' }),
    财政专户管理资金: amount(unit)
      .optional()
      .meta({ title: '财政专户管理资金', description: `缴入财政专户、实行专项管理的教育收费等（${unit}）；没有就不写。` }),
    单位资金: unitFunds(unit).optional(),
    上年结转: fundAmounts(unit, FUNDS, { negative: true })
      .optional()
      .meta({ title: '上年结转', description: '上年结转到本年的资金，按资金来源填写。' }),
  });

export const threePublicItem = (unit: AmountUnit) =>
  section({
    本年: orNone(fundAmounts(unit, FISCAL_FUNDS), {})
      .optional()
      .meta({ title: '本年预算', newYear: 'fill', description: '按资金来源填写；没有就写“无”。' }),
    上年: z
      .union([amount(unit, { orWord: FROM_PREVIOUS, orNone: true }), fundAmounts(unit, FISCAL_FUNDS)])
      .optional()
      .meta({
        title: '上年预算',
        newYear: 'previous',
        description: '写一个金额，没有就写“无”；方案上年也按资金来源分列的，按资金来源写，如 {一般公共预算: 2, 政府性基金预算: 1}。',
      }),
  });
type ThreePublicItem = z.output<ReturnType<typeof threePublicItem>>;
type ThreePublic = Partial<Record<(typeof THREE_PUBLIC_ITEMS)[number], ThreePublicItem>>;
/** Years of which the section says that there is nothing. */
type NoYears = Partial<Record<'本年' | '上年', typeof NONE>>;

export const NO_ITEM = { 本年: NONE, 上年: NONE };
export const NO_YEAR = { 本年: {}, 上年: new Decimal(0) };

export const threePublic = (unit: AmountUnit) =>
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

export const agencyFunds = (unit: AmountUnit) =>
  section({
    单位: z
      .array(
        section({
          名称: text('单位名称').meta({ title: '单位名称', newYear: 'keep' }),
          本年: fundAmounts(unit, FISCAL_FUNDS).meta({ title: '本年预算' }),
        }),
      )
      .optional()
      .meta({ title: '各单位机关运行经费', description: '文件里只有一个单位时不用填，取公用经费合计。' }),
    上年: amount(unit, { orWord: FROM_PREVIOUS, orNone: true })
      .optional()
      .meta({ title: '上年机关运行经费', newYear: 'previous', description: '没有就写“无”。' }),
  });

/** Numbers by kind; editors offer the usual kinds. */
export const counts = (offered: readonly string[], measureWord: string) =>
  orNone(
    section(
      keyed(offered, (kind) =>
        count({ orNone: true })
          .optional()
          .meta({ title: `${kind}（${measureWord}）` }),
      ),
    ).catchall(count({ orNone: true })),
    {},
  )
    .optional()
    .meta({ newYear: 'fill' });

export const assets = section({
  截至日期: date().optional().meta({ title: '截至日期', description: '清点的日期，如上年 12 月 31 日；不写的不印这一段。' }),
  车辆编制: count({ orNone: true }).optional().meta({ title: '公务用车编制（辆）', description: '核定的公务用车编制数；没有就写“无”。' }),
  车辆: counts(VEHICLE_KINDS, '辆').meta({ title: '实有车辆', description: '按车辆种类填写辆数；种类由方案规定；一辆也没有，写“无”。' }),
  办公用房面积: measure({ orNone: true }).optional().meta({ title: '办公用房建筑面积（平方米）', description: '没有就写“无”。' }),
  办公用房用途: text('办公用房用途').optional().meta({ title: '办公用房用途', description: '如“日常办公”。', example: '日常办公' }),
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
