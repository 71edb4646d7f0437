import { type BasicLeaf, type EconomicLeaf, expenseKind } from './member.js';
import type { MemberPlan } from './member-plan.js';
import { type MoneyKey, moneyOf, share } from './money.js';
import type { Random } from './random.js';

export function drawWages(random: Random, { staff, office: { kind } }: MemberPlan): EconomicLeaf[] {
  const each = (least: number, most: number) => random.fen(least * staff, most * staff);
  const base = each(32_000, 48_000) + BigInt(random.int(0, 99));
  const allowance = each(9_000, 26_000);
  const all: (EconomicLeaf | undefined)[] = [
    { code: '30101', amount: base },
    { code: '30102', amount: allowance },
    kind === '事业' ? { code: '30107', amount: each(15_000, 30_000) } : { code: '30103', amount: each(3_000, 12_000) },
    { code: '30108', amount: share(base + allowance, 160) },
    random.chance(0.6) ? { code: '30109', amount: share(base + allowance, 80) } : undefined,
    { code: '30110', amount: share(base + allowance, 65) },
    kind !== '事业' && random.chance(0.3) ? { code: '30111', amount: share(base + allowance, 20) } : undefined,
    { code: '30112', amount: share(base, 7) + 1n },
    { code: '30113', amount: share(base + allowance, 120) },
    random.chance(0.4) ? { code: '30199', amount: each(200, 6_000) } : undefined,
    random.chance(0.7) ? { code: '30302', amount: random.fen(3_000, 90_000) } : undefined,
    random.chance(0.3) ? { code: '30399', amount: random.fen(500, 40_000) } : undefined,
  ];
  return all.filter((leaf) => leaf !== undefined);
}

const OPERATING = [
  '30201',
  '30202',
  '30203',
  '30204',
  '30205',
  '30206',
  '30207',
  '30209',
  '30211',
  '30213',
  '30214',
  '30215',
  '30216',
  '30218',
  '30226',
  '30227',
  '30228',
  '30229',
  '30239',
  '30299',
  '31002',
];

export function drawOperating(random: Random, { staff }: MemberPlan, hasVehicles: boolean): EconomicLeaf[] {
  const codes = ['30201', ...random.some(OPERATING.slice(1), random.int(2, 12))];
  const leaves = codes.map((code) => ({ code, amount: random.fen(50 * staff, 2_400 * staff) }));
  const visits = random.chance(0.6) ? [{ code: '30217', amount: random.fen(1_000, 40_000) }] : [];
  const cars = hasVehicles ? [{ code: '30231', amount: random.fen(8_000, 90_000) }] : [];
  const abroad = random.chance(0.06) ? [{ code: '30212', amount: random.fen(20_000, 80_000) }] : [];
  return [...leaves, ...visits, ...cars, ...abroad];
}

/** The functional code that each kind of money stands under: contributions have codes of their own. */
export function routed(economic: readonly EconomicLeaf[], { office: { kind, run } }: MemberPlan): BasicLeaf[] {
  const institution = kind === '事业';
  const own: Readonly<Record<string, string>> = {
    '30108': '2080505',
    '30109': '2080506',
    '30110': institution ? '2101102' : '2101101',
    '30111': '2101103',
    '30113': '2210201',
    '30302': institution ? '2080502' : '2080501',
  };
  return economic.map(({ code, amount }) => ({
    code: own[code] ?? run,
    kind: expenseKind(code),
    money: { now: moneyOf('一般公共预算', amount), carried: new Map() },
  }));
}

/** What an institution earns pays a part of its running. */
export function otherBasic(random: Random, { office: { kind, run, funds = [] } }: MemberPlan): BasicLeaf[] {
  const keys: MoneyKey[] = [];
  if (funds.includes('财政专户管理资金') && random.chance(0.7)) keys.push('财政专户管理资金');
  if (funds.includes('单位资金'))
    keys.push(
      random.pick<MoneyKey>(
        kind === '行政' ? ['上级补助收入', '附属单位上缴收入', '其他收入'] : ['事业收入', '事业单位经营收入', '其他收入'],
      ),
    );
  return keys.map((key) => ({ code: run, kind: '公用经费', money: { now: moneyOf(key, random.fen(5_000, 900_000)), carried: new Map() } }));
}
