import { stringify } from 'yaml';
import type { DistrictAnswers } from './answers.js';

/** Terms that a disclosure may have to explain, in the order in which they are published. */
const TERMS: readonly (readonly [term: string, meaning: string])[] = [
  ['基本支出', '指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'],
  ['项目支出', '指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。'],
  ['“三公”经费', '指用财政拨款安排的因公出国（境）费用、公务用车购置及运行费和公务接待费。'],
  ['机关运行经费', '指行政单位和参照公务员法管理的事业单位使用财政拨款安排的基本支出中的公用经费支出。'],
  [
    '政府购买服务',
    '根据我国现行政策规定，政府购买服务，是指充分发挥市场机制作用，将国家机关属于自身职责范围且适合通过市场化方式提供的服务事项，按照政府采购方式和程序，交由符合条件的服务供应商承担，并根据服务数量和质量等情况向其支付费用的行为。',
  ],
  [
    '财政专户管理资金',
    '专指教育收费，包括目前在财政专户管理的高中以上学费、住宿费，高校委托培养费，党校收费，教育考试考务费，函大、电大、夜大及短训班培训费等。',
  ],
  [
    '单位资金',
    '是指除政府预算资金和财政专户管理资金以外的资金，包括事业收入、事业单位经营收入、上级补助收入、附属单位上缴收入、其他收入。',
  ],
  ['上年结转', '指以前年度预算安排、结转到本年仍按原规定用途继续使用的资金。'],
  [
    '一般公共预算',
    '是对以税收为主体的财政收入，安排用于保障和改善民生、推动经济社会发展、维护国家安全、维持国家机构正常运转等方面的收支预算。',
  ],
  [
    '政府性基金预算',
    '是对依照法律、行政法规的规定在一定期限内向特定对象征收、收取或者以其他方式筹集的资金，专项用于特定公共事业发展的收支预算。',
  ],
  ['国有资本经营预算', '是对国有资本收益作出支出安排的收支预算。'],
  ['事业收入', '指事业单位开展专业业务活动及其辅助活动取得的收入。'],
  ['事业单位经营收入', '指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动取得的收入。'],
  ['财政拨款', '指由一般公共预算、政府性基金预算和国有资本经营预算安排给部门和单位使用的资金。'],
];

/** The file that a district's departments share, with the terms that its form uses: one that is explained and never used is a finding. */
export function districtYaml(
  year: string,
  { area, level, profile }: DistrictAnswers,
  isUsed: (term: string) => boolean = () => true,
): string {
  const terms = TERMS.filter(([term]) => isUsed(term)).map(([term, meaning]) => `  - 名词: ${term}\n    解释: ${meaning}\n`);
  return `# yaml-language-server: $schema=../区县.schema.json
# ${area}各部门共用的内容：本文件夹里的部门都继承它，部门文件里另写的优先。
年度: ${year}
地区: ${stringify(area, { lineWidth: 0 }).trim()}
级次: ${level}   # 省级、市级、区级、县级或乡镇级
方案: ${profile}   # templates/ 下的文件夹名
${terms.length === 0 ? '' : `\n# 名词及其解释，按公开的顺序；以财政部门的口径为准。\n名词解释:\n${terms.join('')}`}`;
}
