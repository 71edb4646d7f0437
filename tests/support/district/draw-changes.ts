import type { EconomicLeaf, Member } from './member.js';
import type { MemberPlan } from './member-plan.js';
import { type Money, type MoneyKey, moneyOf, NOTHING, share, type Year } from './money.js';
import type { Project } from './projects.js';
import type { Random } from './random.js';

/** 年终结转: a little of the year's and of 上年结转, of funds that the unit has. */
export function drawSurplus(random: Random, projects: readonly Project[]): Year {
  const carried = new Set(projects.flatMap((one) => [...one.money.carried.keys()]));
  const [old] = carried;
  return {
    now: moneyOf('一般公共预算', random.fen(100, 60_000)),
    carried: old === undefined ? new Map() : moneyOf(old, random.fen(100, 9_000)),
  };
}

/** Never less than the same 款 of 基本支出; projects may add to it. */
export function drawThreePublic(random: Random, economic: readonly EconomicLeaf[], plan: MemberPlan): Member['threePublic'] {
  const of = (code: string) => economic.find((leaf) => leaf.code === code)?.amount ?? 0n;
  const more = (amount: bigint, chance: number) => amount + (random.chance(chance) ? random.fen(1_000, 30_000) : 0n);
  const item = (amount: bigint, dropped = 0.1) => ({
    now: amount > 0n ? moneyOf('一般公共预算', amount) : new Map<MoneyKey, bigint>(),
    before: amount > 0n || random.chance(dropped) ? before(random, amount, plan) : 0n,
  });
  const cars = of('30231');
  return {
    '因公出国（境）费': item(of('30212')),
    公务接待费: item(more(of('30217'), 0.15)),
    公务用车购置费: item(cars > 0n && random.chance(0.15) ? random.fen(120_000, 250_000) : 0n),
    公务用车运行维护费: item(cars > 0n ? more(cars, 0.3) : 0n, 0),
  };
}

/** Last year's figure of an item: more, less, the same, or none. */
export function before(random: Random, now: bigint, { isNew, isSteady }: MemberPlan): bigint {
  if (isNew) return 0n;
  if (isSteady) return now;
  // Of the sizes that offices have: beside another unit's, added to it, a whole department's is no other order.
  if (now === 0n) return random.fen(1_000, 6_000);
  return random.pick([
    now,
    share(now, random.int(600, 990)),
    share(now, random.int(1_010, 1_600)),
    now + 100n,
    random.chance(0.2) ? 0n : now + 100_000n,
  ]);
}

/** Each fund of last year for itself: some are new this year, some were there only last year. */
export function drawLastYear(random: Random, total: Year, plan: MemberPlan): Year {
  if (plan.isNew) return NOTHING;
  if (plan.isSteady) return total;
  const last = (money: Money, factor: () => number): Map<MoneyKey, bigint> =>
    new Map([...money].map(([key, amount]) => [key, share(amount, factor())] as const).filter(([, amount]) => amount > 0n));
  const now = last(total.now, () => random.pick([random.int(700, 990), random.int(1_010, 1_300)]));
  const carried = last(total.carried, () => random.pick([0, random.int(100, 2_000)]));
  if (random.chance(0.1)) now.set('其他收入', (now.get('其他收入') ?? 0n) + random.fen(1_000, 90_000));
  if (random.chance(0.1)) carried.set('一般公共预算', (carried.get('一般公共预算') ?? 0n) + random.fen(1_000, 90_000));
  return { now, carried };
}
