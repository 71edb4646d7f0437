import type { Node } from './to-yaml.js';

const TERMS: Readonly<Record<string, string>> = {
  基本支出: '指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
  项目支出: '指在基本支出之外，为完成特定的工作任务或者事业发展目标所发生的支出。',
  '“三公”经费': '指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。',
  机关运行经费: '指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的基本支出中的公用经费。',
  政府购买服务: '指把属于自身职责范围且适合通过市场化方式提供的服务事项，按照政府采购方式和程序交给符合条件的服务供应商承担的行为。',
  财政专户管理资金: '指教育收费等缴入财政专户、实行专项管理的资金。',
  单位资金: '指除政府预算资金和财政专户管理资金以外的资金。',
  上年结转: '指以前年度安排、结转到本年仍按原用途继续使用的资金。',
  一般公共预算: '是对以税收为主体的财政收入，安排用于保障和改善民生、推动经济社会发展等方面的收支预算。',
  政府性基金预算:
    '是对依照法律、行政法规的规定在一定期限内向特定对象征收、收取或者以其他方式筹集的资金，专项用于特定公共事业发展的收支预算。',
  国有资本经营预算: '是对国有资本收益作出支出安排的收支预算。',
  财政拨款: '指由一般公共预算、政府性基金预算和国有资本经营预算安排给部门和单位使用的资金。',
  事业收入: '指事业单位开展专业业务活动及其辅助活动取得的收入。',
  事业单位经营收入: '指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动取得的收入。',
};

const CARRIED = '上年结转';
const SURPLUS = { 名词: '结转下年', 解释: '指本年安排、没有执行完毕，留到下年按原用途继续使用的资金。' };

/** The terms that a form's narrative uses. */
const NOT_USED: Readonly<Record<string, readonly string[]>> = {
  shanxi: ['事业收入', '事业单位经营收入'],
  'nine-tables': ['财政专户管理资金', '单位资金', '上年结转'],
};

export function glossaryOf(profile: string): Node[] {
  const left = NOT_USED[profile] ?? [];
  return Object.entries(TERMS)
    .filter(([term]) => !left.includes(term))
    .map(([term, explanation]) => ({ 名词: term, 解释: explanation }));
}

/** With the terms that only a department with 上年结转 or 年终结转 uses; undefined where the district's will do. */
export function ownGlossary(profile: string, has: { readonly carried: boolean; readonly surplus: boolean }): Node[] | undefined {
  const isMissing = has.carried && (NOT_USED[profile] ?? []).includes(CARRIED);
  const more = [...(isMissing ? [{ 名词: CARRIED, 解释: TERMS[CARRIED] ?? '' }] : []), ...(has.surplus ? [SURPLUS] : [])];
  return more.length > 0 ? [...glossaryOf(profile), ...more] : undefined;
}
