import { z } from 'zod';
import { AMOUNT_UNITS, type AmountUnit } from '../../money/units.js';
import { oncePerArguments } from '../../plain/objects.js';
import { FROM_PREVIOUS } from '../carried-over-words.js';
import { amount, choice, code, date, NONE, orNone, section, statedFigure, text, yesNo } from '../fields.js';
import { MAX_CODE_LINES } from '../limits.js';
import { commonTexts } from './district.js';
import { lastYear, NO_LAST_YEAR, yearAndCarryover } from './funds.js';
import { CONTROL_TOTALS, PROCUREMENT_KINDS, PROCUREMENT_RESERVES, REASONS, UNIT_KINDS } from './kinds.js';
import type { OwnData } from './own-data.js';
import { project } from './project.js';
import { publishedTotal } from './published-totals.js';
import { agencyFunds, assets, economicLeaf, expenditureLeaf, keyed, lastYearLeaf, revenue, threePublic, unitList } from './sections.js';
import { wholeForm } from './whole-form.js';

/** What the form declares for itself is read by what it declares, once it is known which form that is. */
const ownSection = () => z.record(z.string(), z.any()).optional();

const buildSchema = (unit: AmountUnit) =>
  section({
    金额单位: choice(AMOUNT_UNITS).meta({ title: '金额单位', newYear: 'keep', description: '本文件中所有金额的单位：元或万元。' }),
    部门: section({
      名称: text('部门名称').meta({
        title: '部门名称',
        newYear: 'keep',
        description: '部门全称，用于封面、表头和正文。',
        example: '虚构市示例区教育局',
      }),
      原名称: text('原名称')
        .optional()
        .meta({ title: '原名称', description: '今年更名的，写上年文件里的名称；上年的数按它来取。', example: '虚构市示例区教育体育局' }),
      代码: code({ digits: [3, 4, 5, 6, 7, 8, 9] }).meta({
        title: '部门代码',
        description: '预算管理一体化系统中的部门代码。',
        example: '105',
      }),
      单位性质: choice(UNIT_KINDS).meta({ title: '单位性质', newYear: 'keep', description: '部门本级的性质：行政、参公或事业。' }),
      所属单位: orNone(unitList, [])
        .optional()
        .meta({ title: '所属单位', newYear: 'confirm', description: '纳入本部门预算的所属单位；没有就写“无”。' }),
    }).meta({ title: '部门', description: '本部门的名称、代码、单位性质和所属单位。' }),
    批复日期: date().optional().meta({ title: '批复日期', description: '财政部门批复预算的日期。' }),
    公开日期: date().optional().meta({ title: '公开日期', description: '向社会公开的日期，应在批复后 20 日内。' }),
    职责: z
      .array(text('职责').meta({ title: '一项职责' }))
      .min(1)
      .meta({ title: '部门职责', description: '每项一条，编号由程序加。' }),
    机构设置: orNone(
      z.array(
        section({
          名称: text('机构名称').meta({ title: '内设机构名称', description: '内设机构的名称。', example: '办公室' }),
          职责: text('机构职责')
            .optional()
            .meta({ title: '内设机构职责', description: '只公开名称的，不写。', example: '负责文秘、会务、财务和后勤工作。' }),
        }),
      ),
      [],
    )
      .optional()
      .meta({ title: '机构设置', newYear: 'confirm', description: '内设机构及其职责；没有内设机构就写“无”。' }),
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
      newYear: 'previous',
      description:
        '上年部门预算总额，按资金来源填写，用于说明增减变动；data/ 里有上年文件的，写“取自上年文件”；没有写到的资金都没有，写“其余: 无”；上年没有预算，写“无”。',
    }),
    上年支出: orNone(z.array(lastYearLeaf(unit)).max(MAX_CODE_LINES), [], [FROM_PREVIOUS])
      .optional()
      .meta({
        title: '上年支出',
        newYear: 'previous',
        description: `上年预算的支出，按功能分类项级科目逐条填写，方案按科目与上年比较的才需要；data/ 里有上年文件的，写“${FROM_PREVIOUS}”；上年没有，写“无”。`,
      }),
    上年执行数: orNone(yearAndCarryover(unit, { negative: true }), {})
      .optional()
      .meta({ title: '上年执行数', description: '上年预算的执行数，按资金来源填写；方案与执行数比较的才需要；没有就写“无”。' }),
    上年执行支出: orNone(z.array(lastYearLeaf(unit)).max(MAX_CODE_LINES), [])
      .optional()
      .meta({
        title: '上年执行支出',
        description: '上年支出的执行数，按功能分类项级科目逐条填写；方案按科目与上年执行数比较的才需要；没有就写“无”。',
      }),
    增减原因: section(
      keyed(REASONS, (item) =>
        text('增减原因')
          .optional()
          .meta({ title: `${item}增减原因`, description: '写“主要原因是”之后的话，不写句号。' }),
      ),
    )
      .optional()
      .meta({ title: '增减原因', description: '比上年增加或减少的，逐项写“主要原因是”之后的话；与上年持平的不写。' }),
    政府采购: orNone(section(keyed(PROCUREMENT_KINDS, (kind) => amount(unit, { orNone: true }).optional().meta({ title: kind }))), {})
      .optional()
      .meta({ title: '政府采购', description: '政府采购预算；没有就写“无”。' }),
    政府采购预留: orNone(
      section(
        keyed(PROCUREMENT_RESERVES, (kind) =>
          amount(unit, { orNone: true })
            .optional()
            .meta({ title: `面向${kind}预留`, description: `政府采购预算中面向${kind}预留的金额（${unit}）。` }),
        ),
      ),
      {},
    )
      .optional()
      .meta({ title: '政府采购预留', description: '小微企业的金额含在中小企业之内；没有就写“无”。' }),
    国有资产: assets
      .optional()
      .meta({ title: '国有资产占有使用情况', description: '截至上年末的车辆、办公用房、大型设备，和本年计划购置的资产。' }),
    政府购买服务: orNone(z.array(text('政府购买服务')), [])
      .optional()
      .meta({ title: '政府购买服务', description: '指导性目录中的项目，每项一条；没有就写“无”。' }),
    明细: ownSection().meta({
      title: '明细',
      newYear: 'confirm',
      description: '方案要求逐条公开的清单，如政府采购明细：按方案规定的名称和栏目填写；一条也没有，写“无”。',
    }),
    自有数据: ownSection().meta({ title: '自有数据', newYear: 'confirm', description: '方案另外要求的数和文字，按方案规定的名称填写。' }),
    其他说明: text('其他说明').optional().meta({ title: '其他需要说明的情况', description: '没有就写“无”。', example: '无' }),
    核对数: section(keyed(CONTROL_TOTALS, (total) => statedFigure(unit).optional().meta({ title: total })))
      .catchall(statedFigure(unit))
      .optional()
      .meta({
        title: '核对数',
        description:
          '批复文件上的数，只用来核对，不会印出。键是数的名称，如 收入增减额、上年收入总计、三公经费.合计.上年；值可以带单位照抄，如 11.49万元、34.96%。',
      }),
    公布数: z.array(publishedTotal(unit)).optional().meta({
      title: '公布数',
      description:
        '公布过的合计与印出的各项相加差一点尾差的，由导入写在这里，表和文字都照公布的印；差得比四舍五入多，是错误。自己填写准确数的，不用写。',
    }),
    整体绩效目标: yesNo()
      .optional()
      .meta({ title: '整体绩效目标', description: '编报了部门（单位）整体支出绩效目标的写“是”，没有的写“否”。' }),
    整体绩效目标表: wholeForm.optional().meta({
      title: '整体支出绩效目标表',
      newYear: 'confirm',
      description: '要公开整体支出绩效目标表的填写；填写了的，不用再写“整体绩效目标”。',
    }),
    编报绩效目标: yesNo()
      .optional()
      .meta({ title: '编报绩效目标', description: '各项目是否编报了绩效目标：是或否；个别项目不同的，在项目里写。' }),
    保密审查: section({
      人: text('审查人').meta({ title: '审查人', newYear: 'keep', description: '负责保密审查的人的姓名或岗位。', example: '办公室主任' }),
      日期: date().meta({ title: '审查日期', description: '保密审查的日期。' }),
    })
      .optional()
      .meta({ title: '保密审查', description: '公开之前由谁、何日做的保密审查；只写进核对报告，不会印出。' }),
    已确认的提醒: z
      .array(
        section({
          检查: text('检查名称').meta({
            title: '检查',
            description: '提醒前面的英文名称，如 secrecy-words。',
            example: 'secrecy-words',
          }),
          内容: text('所指内容')
            .optional()
            .meta({ title: '内容', description: '只确认文字里含有这段内容的提醒；不写则确认这项检查的全部提醒。', example: '应急指挥' }),
          尾差: statedFigure(unit).optional().meta({
            title: '尾差',
            newYear: 'keep',
            description:
              '两边正好相差这么多、又在四舍五入之内的勾稽，如一体化系统保留更多小数，各项四舍五入后相加差 1 元。只确认相差正好是这个数的一处。',
            example: '1元',
          }),
          理由: text('理由').meta({
            title: '理由',
            description: '为什么可以这样公开；会写进核对报告。',
            example: '已经保密委员会审查，可以公开。',
          }),
        }),
      )
      .optional()
      .meta({ title: '已确认的提醒', newYear: 'confirm', description: '经人工核实、可以照此公开的提醒，逐条写明理由。' }),
    ...commonTexts,
  });

/** A department's definition file; amounts are in the unit that the file states. Made once a unit: a district has many files. */
export const departmentSchema = oncePerArguments(buildSchema);

export type DepartmentDefinition = Omit<z.output<ReturnType<typeof buildSchema>>, keyof OwnData> & OwnData;
