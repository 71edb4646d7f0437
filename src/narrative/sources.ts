import { CUBES } from '../budget/cubes/index.js';
import { placesOf } from '../budget/dictionary.js';
import { forEachKey } from '../plain/objects.js';
import type { Measure } from '../profile/table-schema.js';
import type { ProfileNames } from './context.js';

/**
 * Where each variable comes from: places of a department's file, `*` for any step and `**` for all below. The one
 * registry of it: what a form prints, what it needs and what each of its sentences rests on are read from here.
 * A name stands for all below it that are not named themselves.
 */
type Sources = Readonly<Record<string, readonly string[]>>;

const { 收入, 支出, 年终结转, 基本支出经济分类, 三公经费, 机关运行经费, 上年预算, 政府采购, 政府采购预留, 车辆, 计划购置 } = forEachKey(
  CUBES,
  placesOf,
);
const UNITS = ['部门/所属单位/**', '部门/所属单位'];
const MONEY = ['项目/*/资金/**'];
const PUBLISHED = ['项目/*/绩效目标表'];
const TARGETS = ['编报绩效目标', '项目/*/编报绩效目标', '项目/*/绩效目标表'];
const equipment = ['国有资产/五十万元以上通用设备', '国有资产/一百万元以上通用设备', '国有资产/设备/**'];

const VARIABLES: Sources = {
  年度: [],
  上年度: [],
  地区: [],
  级次: [],
  数据: [],
  明细: ['明细/**'],
  自有数据: ['自有数据/**'],
  批复日期: ['批复日期'],
  公开日期: ['公开日期'],
  称谓: [],
  报表号: [],
  部门: ['部门/名称'],
  有所属单位: UNITS,
  所属单位: UNITS,
  预算单位: ['部门/名称', '部门/单位性质', ...UNITS],
  有参公单位: ['部门/单位性质', ...UNITS],
  预算单位按性质: ['部门/单位性质', ...UNITS],
  职责: ['职责/*'],
  内设机构数: ['机构设置', '机构设置/*/名称'],
  有内设机构: ['机构设置', '机构设置/*/名称'],
  机构有职责: ['机构设置/*/职责'],
  '机构设置.名称': ['机构设置/*/名称'],
  '机构设置.职责': ['机构设置/*/职责'],
  机构设置: ['机构设置/*/名称'],
  收入,
  '收入.变动': [...收入, ...上年预算],
  '收入.比上年执行数': [...收入, '上年执行数/**'],
  '收入.变动.原因': ['增减原因/收入'],
  支出,
  '支出.总计': [...支出, ...年终结转],
  '支出.有年终结转': 年终结转,
  '支出.年终结转': 年终结转,
  '支出.变动': [...支出, ...年终结转, ...上年预算],
  '支出.比上年执行数': [...支出, ...年终结转, '上年执行数/**'],
  '支出.变动.原因': ['增减原因/支出'],
  '支出.按项.用途': ['支出/*/用途'],
  财政拨款: 收入,
  '财政拨款.有支出': 支出,
  '财政拨款.支出按类': 支出,
  '财政拨款.支出按项': 支出,
  '财政拨款.支出按项.用途': ['支出/*/用途'],
  一般公共预算: 支出,
  '一般公共预算.变动': [...支出, ...上年预算],
  '一般公共预算.变动.原因': ['增减原因/一般公共预算支出'],
  基本支出: 基本支出经济分类,
  三公经费,
  '三公经费.合计.原因': ['增减原因/三公经费'],
  '三公经费.公务用车购置及运行费.原因': ['增减原因/公务用车购置及运行费'],
  '三公经费.项目.变动.原因': ['增减原因/因公出国（境）费', '增减原因/公务接待费', '增减原因/公务用车购置费', '增减原因/公务用车运行维护费'],
  '三公经费.各项.变动.原因': ['增减原因/因公出国（境）费', '增减原因/公务接待费', '增减原因/公务用车购置及运行费'],
  '三公经费.各项.分项.变动.原因': ['增减原因/公务用车购置费', '增减原因/公务用车运行维护费'],
  机关运行经费,
  '机关运行经费.有': [...机关运行经费, ...UNITS],
  '机关运行经费.变动.原因': ['增减原因/机关运行经费'],
  政府采购,
  '政府采购.有预留': 政府采购预留,
  '政府采购.中小企业预留': 政府采购预留,
  '政府采购.小微企业预留': 政府采购预留,
  绩效: [...MONEY, ...TARGETS],
  '绩效.有项目': TARGETS,
  '绩效.按类别': [...MONEY, ...TARGETS, '项目/*/类别'],
  '绩效.有公开': PUBLISHED,
  '绩效.公开': [...MONEY, ...PUBLISHED],
  '绩效.公开占比': [...MONEY, ...PUBLISHED],
  '绩效.有公开占比': [...MONEY, ...PUBLISHED],
  '绩效.公开按类别': [...MONEY, ...PUBLISHED, '项目/*/类别'],
  '绩效.公开项目': PUBLISHED,
  '绩效.已编报整体绩效目标': ['整体绩效目标', '整体绩效目标表'],
  '绩效.公开项目.表号': ['项目/*/绩效目标表'],
  '绩效.公开项目.名称': ['项目/*/名称'],
  '绩效.公开项目.单位': ['项目/*/单位'],
  '绩效.公开项目.类别': ['项目/*/类别'],
  '绩效.公开项目.金额': MONEY,
  '绩效.公开项目.上年结转': MONEY,
  '绩效.公开项目.有上年结转': MONEY,
  '绩效.公开项目.冲减': MONEY,
  '绩效.公开项目.年度目标': ['项目/*/绩效目标表/年度目标', '项目/*/绩效目标表/实施期目标'],
  '绩效.公开项目.有起止日期': ['项目/*/绩效目标表/起止日期/**'],
  '绩效.公开项目.开始日期': ['项目/*/绩效目标表/起止日期/开始'],
  '绩效.公开项目.结束日期': ['项目/*/绩效目标表/起止日期/结束'],
  国有资产: [],
  '国有资产.截至日期': ['国有资产/截至日期'],
  '国有资产.车辆编制': ['国有资产/车辆编制'],
  '国有资产.实有车辆': 车辆,
  '国有资产.无车辆': 车辆,
  '国有资产.车辆按种类': 车辆,
  '国有资产.办公用房面积': ['国有资产/办公用房面积'],
  '国有资产.无办公用房': ['国有资产/办公用房面积'],
  '国有资产.办公用房用途': ['国有资产/办公用房用途'],
  '国有资产.有计划购置': 计划购置,
  '国有资产.计划购置按种类': 计划购置,
  '国有资产.设备按种类': equipment,
  '国有资产.无大型设备': equipment,
  无政府购买服务: ['政府购买服务', '政府购买服务/*'],
  政府购买服务: ['政府购买服务', '政府购买服务/*'],
  其他说明: ['其他说明'],
  名词解释: ['名词解释/**'],
};

/** The places that a variable comes from; undefined where the registry does not know the name. */
export function sourcesOf(name: string, { 数据: own, 资产: kinds }: ProfileNames): readonly string[] | undefined {
  const [head, second = '', third] = name.split('.');
  if (head === '数据' && second !== '')
    return (
      own?.[second] &&
      (third === '原因' ? reasonSource(own[second].原因) : measureSources([own[second].取数, own[second].上年取数, own[second].占]))
    );
  if (head === '明细' && second !== '') return [`明细/${second}`, `明细/${second}/**`];
  if (head === '自有数据' && second !== '') return [`自有数据/${second.replace(/^有/, '')}`, `自有数据/${second}`];
  if (head === '国有资产' && second.startsWith('计划购置')) return 计划购置;
  if (head === '国有资产' && kinds?.设备?.includes(second)) return [`国有资产/${second}`, `国有资产/设备/${second}`];
  if (head === '绩效' && second === '公开项目' && third && !(name in VARIABLES)) return [`项目/*/绩效目标表/${third}`];
  if (/单位数$/.test(name)) return ['部门/名称', '部门/单位性质', ...UNITS];
  const steps = name.split('.');
  const known = steps.map((_, index) => steps.slice(0, steps.length - index).join('.')).find((one) => one in VARIABLES);
  return known === undefined ? undefined : VARIABLES[known];
}

const reasonSource = (reason: string | undefined): string[] => (reason === undefined ? [] : [`增减原因/${reason}`]);

export function measureSources(measures: readonly (Measure | undefined)[]): string[] {
  return [...new Set(measures.flatMap((measure) => (measure ? sourcesOfMeasure(measure) : [])))];
}

/** Of a form's own data: the list or the field that is asked for. */
function sourcesOfMeasure({ 表 = [], 明细: lists, 栏目: fields }: Measure): readonly string[] {
  return [表].flat().flatMap((cube) => {
    const names = cube === '明细' ? lists : cube === '自有数据' ? fields : undefined;
    return names === undefined ? placesOf(cube) : [names].flat().flatMap((name) => [`${cube}/${name}`, `${cube}/${name}/**`]);
  });
}
