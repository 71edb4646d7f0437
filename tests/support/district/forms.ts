import { share, sumOf, type Year } from './money.js';
import type { ProjectPlan } from './projects.js';
import type { Random } from './random.js';
import { PEOPLE } from './words.js';

/** Second-level and third-level indicators of a form, by first level. */
export type Indicators = Readonly<Record<string, Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>>>;

export interface Form {
  readonly years: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly yearSources: ReadonlyMap<string, bigint>;
  readonly periodSources: ReadonlyMap<string, bigint>;
  readonly indicators: Indicators;
  readonly people: Readonly<Record<string, string>>;
}

const TEXTS = {
  项目概况: ['做好{}各项工作。', '按照年度计划开展{}，覆盖全部乡镇，完成后由使用单位接收并承担日常管护。'],
  立项依据: ['政府常务会议安排', '本级政府专题会议纪要和上级主管部门年度工作要点', '《关于做好有关工作的通知》'],
  项目设立必要性: [
    '补齐{}方面的短板',
    '现有设施建成较早，故障较多，群众反映集中；实施{}可以消除隐患，节约维修费用，改善服务条件，并为今后的规范管理打下基础',
  ],
  保证措施: ['项目资金管理办法，政府采购制度', '预算管理一体化资金支付管理办法、内部控制制度、合同管理制度和绩效运行监控制度'],
  实施计划: ['一季度完成采购，二、三季度实施，四季度验收', '资金到位后按制度执行'],
  实施期目标: ['按期完成{}', '完成{}，质量合格率达到要求，服务对象满意'],
} as const;

export function drawForm(random: Random, plan: ProjectPlan, name: string, money: Year): Form {
  const years = random.pick([1, 1, 1, 2, 3]);
  const about = random.pick(plan.topics);
  const texts = Object.fromEntries(
    Object.entries(TEXTS).map(([key, choices]) => [key, random.pick<string>(choices).replaceAll('{}', about)]),
  );
  const total = sumOf(money.now.values());
  const yearSources = drawLevels(random, money, total);
  const periodSources =
    years === 1 ? new Map<string, bigint>() : new Map([...yearSources].map(([level, amount]) => [level, amount * BigInt(years)]));
  if (years > 1) periodSources.set('市县（区）财政资金', (total - sumOf(yearSources.values())) * BigInt(years) + random.fen(0, 5_000));
  return {
    years,
    texts: { ...texts, ...(random.chance(0.3) && { 项目概况: name }), ...(years > 1 && { 年度目标: `完成${about}的当年任务` }) },
    yearSources,
    periodSources,
    indicators: drawIndicators(random, plan, years),
    people: random.chance(0.5)
      ? {
          负责人: random.pick(PEOPLE),
          经办人: random.pick(PEOPLE),
          联系电话: `0000-${random.int(2_000_000, 8_999_999)}`,
          填报日期: `${plan.year - 1}-1${random.int(1, 2)}-0${random.int(1, 9)}`,
        }
      : {},
  };
}

/** The levels that pay beside the county: what they leave is the county's. */
function drawLevels(random: Random, { now }: Year, total: bigint): Map<string, bigint> {
  const own = sumOf([...now].filter(([key]) => key.endsWith('收入')).map(([, amount]) => amount));
  const levels = new Map<string, bigint>([['单位自筹', own]]);
  for (const level of ['中央财政资金', '省级财政资金'])
    if (random.chance(0.4)) levels.set(level, share(total - own, random.pick([0, 100, 250, 333])));
  return levels;
}

function drawIndicators(random: Random, { topics }: ProjectPlan, years: number): Indicators {
  const about = random.pick(topics);
  const count = random.int(1, 400);
  const quantity =
    years === 1
      ? { 名称: `${about}数量`, 值: `≥${count}项` }
      : { 名称: `${about}数量`, 实施期值: `≥${count * years}项`, 年度值: `≥${count}项` };
  const more = random.chance(0.4) ? [{ 名称: `${random.pick(topics)}覆盖乡镇`, 值: `${random.int(1, 12)}个` }] : [];
  return {
    产出指标: {
      数量指标: [quantity, ...more],
      质量指标: [{ 名称: '验收合格率', 值: `≥${random.int(90, 100)}%` }],
      时效指标: [{ 名称: '完成及时率', 值: `≥${random.int(90, 100)}%` }],
      成本指标: [{ 名称: '财政资金', 值: random.pick(['资金总额（万元）', '资金总额（元）']) }],
    },
    效益指标: Object.fromEntries(random.some(benefits(random), random.int(1, 4))),
    满意度指标: { 服务对象满意度: [{ 名称: '群众满意度', 值: `≥${random.int(85, 98)}%` }] },
  };
}

const benefits = (random: Random): [string, Record<string, string>[]][] => [
  ['经济效益', [{ 名称: '节约维护费用', 值: '有所提高' }]],
  ['社会效益', [{ 名称: '服务人次', 值: `≥${random.int(1, 90)}00人次` }]],
  ['生态效益', [{ 名称: '绿色采购占比', 值: `≥${random.int(20, 60)}%` }]],
  ['可持续影响', [{ 名称: '持续发挥作用', 值: '持续' }]],
];
