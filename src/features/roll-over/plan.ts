/**
 * What the roll-over does with a part of a file.
 * `fill`: its figures and dates become 待填. `fillUnlessZero`: a zero stays, as the part stands in a text to be confirmed.
 * `previous`: read from last year's file. `confirm`: kept, and blocks publication until confirmed. `nextYear`: the new year.
 */
export type Action = 'keep' | 'fill' | 'fillUnlessZero' | 'confirm' | 'previous' | 'nextYear';

/** Places by path; `*` is any one step, `**` any way down. The first that fits holds; what none fits goes by what was typed. */
export type Plan = readonly (readonly [pattern: string, action: Action])[];

export const DEPARTMENT_PLAN: Plan = [
  ['金额单位', 'keep'],
  ['部门/名称', 'keep'],
  ['部门/原名称', 'confirm'],
  ['部门/代码', 'keep'],
  ['部门/单位性质', 'keep'],
  ['方案', 'keep'],
  ['保密审查/人', 'keep'],

  ['收入/*/*/科目', 'keep'],
  ['收入/*/*/名称', 'keep'],
  ['收入/**', 'fill'],
  ['支出/*/科目', 'keep'],
  ['支出/*/名称', 'keep'],
  ['支出/*/基本支出/**', 'fill'],
  ['支出/*/项目支出/**', 'fill'],
  ['支出/*/上缴上级支出/**', 'fill'],
  ['支出/*/事业单位经营支出/**', 'fill'],
  ['支出/*/对附属单位补助支出/**', 'fill'],
  ['年终结转/**', 'fill'],
  ['一般公共预算基本支出/*/金额', 'fill'],
  ['一般公共预算基本支出/*/*', 'keep'],

  ['项目/*/名称', 'keep'],
  ['项目/*/单位', 'keep'],
  ['项目/*/类别', 'keep'],
  ['项目/*/代码', 'confirm'],
  ['项目/*/功能科目', 'keep'],
  ['项目/*/经济科目', 'keep'],
  ['项目/*/编报绩效目标', 'confirm'],
  ['项目/*/资金/**', 'fill'],
  ['项目/*/上年资金', 'previous'],
  ['项目/*/绩效目标表/年度资金来源/**', 'fillUnlessZero'],
  ['项目/*/绩效目标表/实施期资金来源/**', 'fillUnlessZero'],
  ['项目/*/绩效目标表/填报日期', 'fill'],
  ['项目/*/绩效目标表/起止日期/**', 'fill'],
  ['项目/*/绩效目标表', 'confirm'],

  ['三公经费/*/上年', 'previous'],
  ['三公经费/*/本年', 'fill'],
  ['三公经费/本年', 'confirm'],
  ['三公经费/上年', 'confirm'],
  ['三公经费/其余', 'confirm'],
  ['三公经费/*/本年/**', 'fill'],
  ['机关运行经费/上年', 'previous'],
  ['机关运行经费/单位/*/名称', 'keep'],
  ['机关运行经费/单位/*/本年/**', 'fill'],
  ['上年预算', 'previous'],
  ['上年支出', 'previous'],
  ['上年执行数/**', 'fill'],
  ['上年执行支出/*/科目', 'keep'],
  ['上年执行支出/*/名称', 'keep'],
  ['上年执行支出/**', 'fill'],

  ['明细', 'confirm'],
  ['自有数据', 'confirm'],
  ['政府采购/**', 'fill'],
  ['政府采购预留/**', 'fill'],
  ['国有资产/办公用房用途', 'confirm'],
  ['国有资产/**', 'fill'],
  ['核对数/**', 'fill'],
  ['公布数/*/金额', 'fill'],
  ['公布数/*/*', 'keep'],

  ['部门/所属单位', 'confirm'],
  ['职责', 'confirm'],
  ['机构设置', 'confirm'],
  ['支出/*/用途', 'confirm'],
  ['增减原因/*', 'confirm'],
  ['政府购买服务', 'confirm'],
  ['其他说明', 'confirm'],
  ['整体绩效目标', 'confirm'],
  ['整体绩效目标表/填报日期', 'fill'],
  ['整体绩效目标表', 'confirm'],
  ['编报绩效目标', 'confirm'],
  ['已确认的提醒', 'confirm'],
  ['名词解释', 'confirm'],
  ['文字', 'confirm'],
  ['补充科目', 'confirm'],
];

export const DISTRICT_PLAN: Plan = [
  ['年度', 'nextYear'],
  ['地区', 'keep'],
  ['级次', 'keep'],
  ['方案', 'keep'],
  ['名词解释', 'confirm'],
  ['文字', 'confirm'],
  ['补充科目', 'confirm'],
];

/** The action for a path, if the plan has one for it. */
export function actionFor(path: readonly (string | number)[], plan: Plan): Action | undefined {
  return plan.find(([pattern]) => fits(pattern.split('/'), path))?.[1];
}

const FIGURE = /^[-－]?[\d０-９][\d０-９,，.]*(?:亿元|万元|元)?$|^\d{4}[-年]\d{1,2}[-月]\d{1,2}日?$/;

/** Where the plan has nothing: a figure or a date is the old year's, a text may be. */
export const actionByText = (typed: string): Action => (FIGURE.test(typed.trim()) ? 'fill' : 'confirm');

function fits(pattern: readonly string[], path: readonly (string | number)[]): boolean {
  const open = pattern.at(-1) === '**';
  const steps = open ? pattern.slice(0, -1) : pattern;
  const rightLength = open ? path.length > steps.length : path.length === steps.length;
  return rightLength && steps.every((step, index) => step === '*' || step === path[index]);
}
