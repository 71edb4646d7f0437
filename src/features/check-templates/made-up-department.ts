import type { Budget } from '../../budget/budget.js';
import type { Definition } from '../../definition/definition.js';
import { loadDefinition } from '../../definition/load-definition.js';
import { type Loaded, textFile } from '../../definition/read-source.js';
import { EQUIPMENT_KINDS, EXPENDITURE_NATURES, REASONS, THREE_PUBLIC_ITEMS, VEHICLE_KINDS } from '../../definition/schema/kinds.js';
import type { OwnField } from '../../definition/schema/own-data.js';
import { PROJECT_TEXTS } from '../../definition/schema/project.js';
import type { Profile } from '../../profile/profile.js';
import { districtYaml } from '../init/district-yaml.js';

type Tree = Readonly<Record<string, unknown>>;

/**
 * A department that has something of everything that the form asks for: all funds and sources, carried over, too, both
 * kinds of expenses, every kind of asset and indicator, each list and each field of the form's own, last year by fund and
 * by 项. What only shows in a rich department shows in it; whether its money balances is not asked.
 */
export function madeUpDepartment(profile: Profile, { definition: { district } }: Budget): Loaded<Definition> {
  const year = String(district.年度);
  const department = JSON.stringify({ ...identity(year), ...money(profile), ...rest(profile, year) });
  return loadDefinition(
    textFile('虚构部门.yaml', department),
    textFile('区县.yaml', districtYaml(year, { area: '虚构区', level: '区级', profile: '方案' })),
  );
}

const identity = (year: string): Tree => ({
  金额单位: '元',
  部门: { 名称: '虚构的局', 代码: '999', 单位性质: '行政', 所属单位: [{ 名称: '虚构的馆', 单位性质: '事业' }] },
  批复日期: `${year}-02-01`,
  公开日期: `${year}-02-10`,
  职责: ['负责第一类工作。', '负责第二类工作。'],
  机构设置: [
    { 名称: '办公室', 职责: '负责日常运转。' },
    { 名称: '业务股', 职责: '负责业务工作。' },
  ],
  其他说明: '无',
  整体绩效目标: '是',
  编报绩效目标: '是',
  增减原因: Object.fromEntries(REASONS.map((name, index) => [name, `第${index + 1}项安排有变化`])),
});

const OWN = { 事业收入: 41_000.01, 事业单位经营收入: 12_000, 上级补助收入: 3_000, 附属单位上缴收入: 2_000, 其他收入: 1_000 };
const CARRIED = {
  一般公共预算: 70_000.07,
  政府性基金预算: 5_000,
  国有资本经营预算: 600,
  财政专户管理资金: 300,
  单位资金: { 其他收入: 200 },
};

function money({ tables }: Profile): Tree {
  const said = JSON.stringify(tables);
  const [, , ...others] = EXPENDITURE_NATURES;
  const more = others.filter((nature) => said.includes(`"${nature}"`));
  const spent = [
    {
      科目: '2070101',
      用途: '机关运转',
      基本支出: { 人员经费: { 一般公共预算: 900_000.5, 单位资金: OWN }, 公用经费: { 一般公共预算: 80_000.25 } },
      ...Object.fromEntries(more.map((nature) => [nature, { 单位资金: { 其他收入: 5 } }])),
    },
    {
      科目: '2070109',
      用途: '群众活动',
      项目支出: { 一般公共预算: 200_000, 财政专户管理资金: 9_000, 单位资金: { 事业收入: 400, 其他收入: 100 }, 上年结转: CARRIED },
    },
    { 科目: '2120803', 用途: '城市建设', 项目支出: { 政府性基金预算: 60_000 } },
    { 科目: '2230105', 用途: '社会化管理', 项目支出: { 国有资本经营预算: 7_000 } },
  ];
  return {
    收入: {
      一般公共预算: 1_180_000.75,
      政府性基金预算: [{ 科目: '1030148', 名称: '国有土地使用权出让收入', 金额: 60_000 }],
      国有资本经营预算: [{ 科目: '1030698', 名称: '其他国有资本经营预算收入', 金额: 7_000 }],
      财政专户管理资金: 9_000,
      单位资金: { ...OWN, 事业收入: 41_400.01, 其他收入: 1_100 },
      上年结转: CARRIED,
    },
    支出: spent,
    一般公共预算基本支出: [
      { 科目: '30101', 金额: 900_000.5 },
      { 科目: '30201', 金额: 60_000.25 },
      { 科目: '30217', 金额: 20_000 },
    ],
    上年预算: {
      一般公共预算: 1_000_000,
      政府性基金预算: 50_000,
      国有资本经营预算: 6_000,
      财政专户管理资金: 8_000,
      单位资金: OWN,
      上年结转: CARRIED,
    },
    上年支出: spent.map(({ 用途: _, ...leaf }) => leaf),
    上年执行数: { 一般公共预算: 990_000, 政府性基金预算: 49_000, 单位资金: OWN },
    上年执行支出: spent.map(({ 用途: _, ...leaf }) => leaf),
    三公经费: Object.fromEntries(
      THREE_PUBLIC_ITEMS.map((item, index) => [
        item,
        { 本年: { 一般公共预算: 20_000 + index, 政府性基金预算: 1_000 }, 上年: { 一般公共预算: 21_000, 政府性基金预算: 500 + index } },
      ]),
    ),
    机关运行经费: { 单位: [{ 名称: '虚构的局', 本年: { 一般公共预算: 80_000.25 } }], 上年: 70_000 },
    政府采购: { 货物: 30_000, 工程: 40_000.5, 服务: 20_000 },
    政府采购预留: { 中小企业: 50_000, 小微企业: 30_000 },
    政府购买服务: ['公共服务', '场馆维护'],
  };
}

function rest({ spec, form, wholeForm }: Profile, year: string): Tree {
  const { 车辆: vehicles = VEHICLE_KINDS, 设备: equipment = EQUIPMENT_KINDS } = spec.资产 ?? {};
  const each = (kinds: readonly string[]) => Object.fromEntries(kinds.map((kind, index) => [kind, index + 1]));
  const project = {
    项目属性: '延续性项目',
    项目期: '一年',
    起止日期: { 开始: `${year}-01-01`, 结束: `${year}-12-31` },
    填报日期: `${year}-01-05`,
  };
  return {
    国有资产: {
      截至日期: `${Number(year) - 1}-12-31`,
      车辆编制: 40,
      车辆: each(vehicles),
      办公用房面积: 1234.5,
      办公用房用途: '日常办公',
      设备: each(equipment),
      计划购置: { 车辆: 1, ...each(equipment) },
    },
    项目: [
      {
        名称: '群众活动',
        代码: '999000000000001',
        类别: '特定目标类',
        功能科目: '2070109',
        经济科目: '30299',
        资金: { 一般公共预算: 200_000, 财政专户管理资金: 9_000, 单位资金: { 事业收入: 400, 其他收入: 100 }, 上年结转: CARRIED },
        上年资金: { 一般公共预算: 150_000 },
        绩效目标表: {
          ...project,
          ...texts(FORM_TEXTS),
          年度资金来源: { 省级财政资金: 50_000, '市县（区）财政资金': 150_000 },
          指标: indicators(form.指标),
        },
      },
      { 名称: '城市建设', 类别: '特定目标类', 功能科目: '2120803', 经济科目: '30299', 资金: { 政府性基金预算: 60_000 }, 上年资金: '无' },
      { 名称: '社会化管理', 类别: '其他运转类', 功能科目: '2230105', 经济科目: '30299', 资金: { 国有资本经营预算: 7_000 }, 上年资金: '无' },
    ],
    ...(wholeForm && {
      整体绩效目标表: {
        年度总体目标: '完成全年工作。',
        主要任务: [{ 名称: '公共服务', 内容: '提供公共服务。', 项目: ['群众活动'] }],
        指标: indicators(wholeForm.指标),
      },
    }),
    ...(spec.自有数据 && { 自有数据: filled(spec.自有数据, year) }),
    ...(spec.明细 && {
      明细: Object.fromEntries(Object.entries(spec.明细).map(([name, { 栏目: columns }]) => [name, [filled(columns, year)]])),
    }),
  };
}

/** 项目属性 and 项目期 are choices, not words. */
const FORM_TEXTS = [...PROJECT_TEXTS.filter((name) => name !== '项目属性' && name !== '项目期'), '负责人', '经办人', '联系电话'];
const texts = (names: readonly string[]): Tree => Object.fromEntries(names.map((name) => [name, `虚构的${name}`]));

/** One indicator of each kind that the form knows. */
function indicators(kinds: Readonly<Record<string, readonly string[]>> = { 产出指标: ['数量指标'], 效益指标: ['社会效益'] }): Tree {
  const one = (kind: string) => [{ 名称: `虚构的${kind}`, 值: '≥90%', 实施期值: '≥90%', 年度值: '≥80%' }];
  const entries = Object.entries(kinds).map(([first, seconds]) => [first, Object.fromEntries(seconds.map((kind) => [kind, one(kind)]))]);
  return Object.fromEntries(entries);
}

const filled = (fields: Readonly<Record<string, OwnField>>, year: string): Tree =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(name, field, year)]));

function valueOf(name: string, { 类型: type }: OwnField, year: string): unknown {
  if (typeof type !== 'string') return type[0];
  const values = {
    文字: `虚构的${name}`,
    金额: 1_234.56,
    数量: 3,
    日期: `${year}-03-01`,
    功能分类: '2070109',
    部门经济分类: '30201',
    政府经济分类: '50201',
  };
  return values[type as keyof typeof values];
}
