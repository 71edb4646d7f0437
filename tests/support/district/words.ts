import type { Random } from './random.js';

/** Counties that do not exist, in a city that does not exist. */
const CITY = '拟州市';
const COUNTIES = ['霁川县', '栎泉县', '岚杉县', '砚湖县', '槐序区', '菱浦区', '松霭县', '沄溪区'] as const;

export interface Place {
  /** As in «拟州市霁川县». */
  readonly area: string;
  readonly level: '县级' | '区级';
  /** 县 or 区, as in 全县. */
  readonly word: '县' | '区';
}

export function drawPlace(random: Random): Place {
  const county = random.pick(COUNTIES);
  const word = county.endsWith('县') ? '县' : '区';
  return { area: `${CITY}${county}`, level: `${word}级`, word };
}

export const PEOPLE = ['王㛃', '李䶮', '赵𠮷', '钱堃', '孙喆', '周犇', '吴焱', '郑某', '陈清和', '欧阳若谷', '林一苇', '何又新'] as const;

const DUTIES = [
  (word: string, topic: string) => `负责全${word}${topic}工作的统筹协调、组织实施和监督检查。`,
  (word: string, topic: string) => `拟订${topic}工作的年度计划，经批准后组织实施，按季向${word}政府报告进展。`,
  (_: string, topic: string) => `贯彻执行${topic}方面的法律法规和方针政策，承担业务指导和人员培训。`,
  (word: string, topic: string) =>
    `会同有关部门推进${topic}工作，指导各乡镇落实属地责任，协调解决跨部门的重点难点问题，定期开展评估，并将结果作为改进${word}内相关工作的依据。`,
  (_: string, topic: string) => `承担${topic}的日常管理、数据统计和信息公开。`,
];

export function duties(random: Random, word: string, topics: readonly string[]): string[] {
  return [...topics.map((topic) => random.pick(DUTIES)(word, topic)), `完成${word}委、${word}政府交办的其他任务。`];
}

const SECTIONS = ['办公室', '综合股', '业务股', '规划股', '项目股', '督查股', '服务股', '信息股'] as const;

export function sections(random: Random, topics: readonly string[]) {
  const count = Math.min(topics.length, random.int(0, 6));
  return random.some(SECTIONS, count).map((name, index) => {
    const topic = topics[index] ?? '';
    const first = name === '办公室' ? '负责机关日常运转、文件收发、档案和后勤；' : '';
    const middle = random.chance(0.4) ? `组织${topic}的调查研究，起草有关文件和材料，汇总分析数据，提出改进建议；` : '';
    return { name, duty: `${first}承担${topic}的具体工作；${middle}承办领导交办的其他事项。` };
  });
}

export const PURPOSES = (topics: readonly string[], random: Random): string =>
  random.pick([
    () => `${random.pick(topics)}方面的支出`,
    () => `做好${random.pick(topics)}等各项工作`,
    () => `${random.pick(topics)}、设备更新和第三方服务`,
  ])();

/** Reasons by direction. What rises never speaks of less alone, what falls never of more. */
const RISES = [
  (about: string) => `新增${about}项目`,
  (about: string) => `${about}工作的范围扩大，相应增加支出`,
  (about: string) => `上级下达的${about}专项资金增加`,
  (about: string) => `本年新招录人员，并新增${about}任务`,
];
const FALLS = [
  (about: string) => `${about}项目上年已经完成，本年支出减少`,
  (about: string) => `落实过紧日子要求，压减${about}方面的一般性支出`,
  (about: string) => `人员退休后在职人数减少，${about}任务整合`,
  (about: string) => `${about}由市级统一实施，取消本级安排`,
];

export const REASON_ABOUT: Readonly<Record<string, string>> = {
  '因公出国（境）费': '对外友好交流',
  公务接待费: '调研接待',
  公务用车购置费: '老旧车辆更新',
  公务用车运行维护费: '车辆保险和维修',
  机关运行经费: '办公设备维护和邮电',
  财政拨款收入: '财政补助',
  事业收入: '专业服务',
  事业单位经营收入: '对外经营',
  其他收入: '上级补助和捐赠',
  财政拨款支出: '财政保障的服务',
  政府性基金预算支出: '土地整理和配套设施',
  国有资本经营预算支出: '国有企业改革',
};

export const reason = (random: Random, rises: boolean, about: string): string => random.pick(rises ? RISES : FALLS)(about);
