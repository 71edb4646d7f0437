import { drawForm, type Form } from './forms.js';
import { type MoneyKey, moneyOf, NOTHING, type Year } from './money.js';
import type { Random } from './random.js';

export interface Project {
  readonly name: string;
  /** The member unit that carries it out, where that has no file of its own. */
  readonly unit?: string;
  readonly category: '其他运转类' | '特定目标类';
  /** Its functional code: the disclosure does not print which it is, but the sums have to fit. */
  readonly code: string;
  readonly money: Year;
  readonly form?: Form;
}

/** What decides the projects of an office. */
export interface ProjectPlan {
  readonly count: number;
  /** How many of a hundred publish their form. */
  readonly forms: number;
  /** How many of a hundred use 上年结转. */
  readonly carried: number;
  readonly short: string;
  readonly topics: readonly string[];
  readonly codes: readonly string[];
  readonly funds: readonly string[];
  /** Agencies have no 事业收入 and no 经营收入. */
  readonly earns: boolean;
  readonly year: number;
  /** 元, of the largest project. */
  readonly largest: number;
}

const ACTIONS = [
  '建设',
  '改造提升',
  '运行维护',
  '宣传',
  '监测评估',
  '设备购置',
  '第三方服务',
  '信息系统升级',
  '专项整治',
  '奖补',
  '调查',
  '应急处置',
  '标准化试点',
];
const TAILS = ['经费', '项目', '补助资金', '专项资金', '工作经费', '尾款'];
const SITES = [
  '城东片区',
  '城西片区',
  '青桐镇',
  '䶮口镇',
  '白榆乡',
  '𠮷水乡',
  '㛃岭村',
  '开发区北区',
  '高铁新区',
  '滨河两岸',
  '老城街道',
  '南苇镇',
];

/** Which codes a fund may pay under, beside the office's own. */
const FUND_CODES: Readonly<Record<string, readonly string[]>> = {
  政府性基金预算: ['2120803', '2290402', '2296003'],
  国有资本经营预算: ['2230105', '2239999'],
};
const NOT_EARNED: readonly MoneyKey[] = ['上级补助收入', '附属单位上缴收入', '其他收入'];
const EARNED: readonly MoneyKey[] = ['事业收入', '事业单位经营收入', ...NOT_EARNED];

function keysOf(fund: string, { earns }: ProjectPlan): readonly MoneyKey[] {
  if (fund === '单位资金') return earns ? EARNED : NOT_EARNED;
  return [fund as MoneyKey];
}

export function drawProjects(random: Random, plan: ProjectPlan): Project[] {
  const names = new Set<string>();
  return Array.from({ length: plan.count }, (_, index): Project => {
    const name = drawName(random, plan, names);
    const fund = index > 0 && plan.funds.length > 0 && random.chance(0.25) ? random.pick(plan.funds) : '一般公共预算';
    const key = random.pick(keysOf(fund, plan));
    const codes = FUND_CODES[fund] ?? plan.codes.filter((code) => !code.startsWith('2296') && code !== '2120803');
    const code = random.pick(codes.length > 0 ? codes : plan.codes);
    const money = drawMoney(random, plan, key);
    const base = { name, category: random.chance(0.7) ? '特定目标类' : '其他运转类', code, money } as const;
    return money.now.size > 0 && random.chance(plan.forms / 100) ? { ...base, form: drawForm(random, plan, name, money) } : base;
  });
}

function drawName(random: Random, { short, topics, year }: ProjectPlan, taken: Set<string>): string {
  for (;;) {
    const name = `${drawTitle(random, topics, year)}（${short}）`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function drawTitle(random: Random, topics: readonly string[], year: number): string {
  const plain = joined(random.pick(topics), random.pick(ACTIONS), random.pick(TAILS));
  const kind = random.int(1, 20);
  if (kind <= 6) return plain;
  if (kind <= 12) return `${random.pick(SITES)}${plain}`;
  if (kind <= 14) return `${year}年${plain}`;
  if (kind <= 16) return `${plain}第${random.int(2, 60)}标段`;
  if (kind <= 18)
    return `${random.pick(SITES)}${year}年${random.pick(topics)}与${joined(random.pick(topics), random.pick(ACTIONS))}（含勘察、设计、监理及检测）${random.pick(TAILS)}`;
  return `关于进一步完善${random.pick(SITES)}${random.pick(topics)}体系并同步推进乡镇（街道）、村（社区）${random.pick(topics)}标准化规范化便利化的“${random.int(3, 40)}个一”${random.pick(ACTIONS)}${random.pick(TAILS)}`;
}

/** Words one after another, but never the same word twice: 建设建设. */
function joined(...words: readonly string[]): string {
  return words.reduce((text, word) => (text.endsWith(word.slice(0, 2)) ? text + word.slice(2) : text + word));
}

/** Half of those that use 上年结转 use nothing else. */
function drawMoney(random: Random, { largest, carried }: ProjectPlan, key: MoneyKey): Year {
  const amount = random.chance(0.02) ? BigInt(random.int(5_000, 9_999)) : random.fen(1_000, random.chance(0.1) ? largest : largest / 20);
  const now =
    random.chance(0.08) && key === '一般公共预算'
      ? new Map<MoneyKey, bigint>([
          [key, amount],
          ['其他收入', random.fen(100, 90_000)],
        ])
      : moneyOf(key, amount);
  if (!random.chance(carried / 100)) return { now, carried: NOTHING.carried };
  const old = moneyOf(key, random.fen(500, largest / 30));
  return random.chance(0.5) ? { now: NOTHING.now, carried: old } : { now, carried: old };
}
