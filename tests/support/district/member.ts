import { addYears, type Money, type MoneyKey, moneyOf, NOTHING, STATE_FUNDS, share, sumOf, type Year, yearTotal } from './money.js';
import type { Office, UnitOffice } from './offices.js';
import { drawProjects, type Project } from './projects.js';
import type { Random } from './random.js';
import { duties, type Place, PURPOSES, sections } from './words.js';

export type Kind = '行政' | '参公' | '事业';
export const THREE_PUBLIC = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'] as const;
export type ThreePublicItem = (typeof THREE_PUBLIC)[number];

/** A 款 of 一般公共预算基本支出. The government code is stated only where the department's kind would give another. */
export interface EconomicLeaf {
  readonly code: string;
  readonly government?: string;
  readonly amount: bigint;
}

/** 基本支出 or 项目支出 under one functional code. */
export interface FunctionalLeaf {
  readonly code: string;
  readonly purpose?: string;
  readonly basic: Year;
  readonly project: Year;
}

/** Everything that one budget unit decides for itself; sums are nowhere: they are computed. */
export interface Member {
  readonly name: string;
  readonly code: string;
  readonly kind: Kind;
  readonly unit: '元' | '万元';
  readonly duties: readonly string[];
  readonly sections: readonly { readonly name: string; readonly duty: string }[];
  readonly economic: readonly EconomicLeaf[];
  /** 基本支出 by functional code; projects bring 项目支出. */
  readonly basic: readonly { readonly code: string; readonly money: Year }[];
  readonly purposes: ReadonlyMap<string, string>;
  readonly projects: readonly Project[];
  readonly surplus: Year;
  readonly threePublic: Readonly<Record<ThreePublicItem, { readonly now: Money; readonly before: bigint }>>;
  /** Last year's 机关运行经费; undefined where the unit has none. */
  readonly agencyBefore?: bigint;
  readonly lastYear: Year;
  readonly procurement: ReadonlyMap<string, bigint>;
  readonly reserves: ReadonlyMap<string, bigint>;
  readonly assets: Assets;
  readonly services: readonly string[];
  readonly remarks?: string;
}

export interface Assets {
  readonly quota: number;
  readonly vehicles: ReadonlyMap<string, number>;
  readonly area: string;
  readonly use?: string;
  readonly half: number;
  readonly million: number;
  readonly planned: ReadonlyMap<string, number>;
}

/** How large and how varied a unit is to be. */
export interface MemberPlan {
  readonly name: string;
  readonly code: string;
  readonly office: Office | (UnitOffice & Partial<Office>);
  readonly place: Place;
  readonly year: number;
  readonly staff: number;
  readonly projects: number;
  readonly forms: number;
  /** 元, of the largest project. */
  readonly largest: number;
  /** Founded this year: no figure of last year. */
  readonly isNew: boolean;
  /** The same figures as last year: no change, no reason. */
  readonly isSteady: boolean;
  readonly surplus: boolean;
}

export function drawMember(random: Random, plan: MemberPlan): Member {
  const { office, place, name } = plan;
  const wages = drawWages(random, plan);
  const vehicles = drawVehicles(random, plan);
  const economic = [...wages, ...drawOperating(random, plan, vehicles.size > 0)].sort((a, b) => (a.code < b.code ? -1 : 1));
  const basic = [...routed(economic, plan), ...otherBasic(random, plan)];
  const projects = drawProjects(random, {
    count: plan.projects,
    forms: plan.forms,
    carried: random.pick([0, 0, 10, 25]),
    short: shortName(name, place),
    topics: office.topics,
    codes: office.codes ?? [office.run],
    funds: office.funds ?? [],
    year: plan.year,
    largest: plan.largest,
  });
  const surplus = plan.surplus ? drawSurplus(random, projects) : NOTHING;
  const total = addYears([...basic.map((one) => one.money), ...projects.map((one) => one.money), surplus]);
  const threePublic = drawThreePublic(random, economic, plan);
  const spent = yearTotal(total) - yearTotal(surplus);
  const procurement = drawProcurement(random, spent);
  const bought = sumOf(procurement.values());
  const operating = operatingFunds(economic);
  return {
    name,
    code: plan.code,
    kind: office.kind,
    unit: random.chance(0.25) ? '万元' : '元',
    duties: duties(random, place.word, office.topics),
    sections: sections(random, office.topics),
    economic,
    basic,
    purposes: new Map(
      random.chance(0.5) ? [...basic, ...projects].map(({ code }) => [code, PURPOSES(office.topics, random)] as const) : [],
    ),
    projects,
    surplus,
    threePublic,
    ...(office.kind !== '事业' && { agencyBefore: before(random, operating, plan) }),
    lastYear: drawLastYear(random, total, plan),
    procurement,
    reserves:
      bought > 0n && random.chance(0.7)
        ? new Map([
            ['中小企业', share(bought, 400)],
            ['小微企业', share(bought, 240)],
          ])
        : new Map(),
    assets: drawAssets(random, plan, vehicles),
    services: random.chance(0.4) ? random.some(office.topics, random.int(1, 3)).map((topic) => `${topic}辅助性工作`) : [],
    ...(random.chance(0.3) && { remarks: `本部门预算公开的内容由${name}负责解释。` }),
  };
}

/** 公用经费: everything of 基本支出 that is not wages or grants to persons. */
export const operatingFunds = (economic: readonly EconomicLeaf[]): bigint =>
  sumOf(economic.filter(({ code }) => !code.startsWith('301') && !code.startsWith('303')).map(({ amount }) => amount));

const shortName = (name: string, { area }: Place): string => name.replace(area, '').replace(/（.+）$/, '');

function drawWages(random: Random, { staff, office: { kind } }: MemberPlan): EconomicLeaf[] {
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

function drawOperating(random: Random, { staff }: MemberPlan, hasVehicles: boolean): EconomicLeaf[] {
  const codes = ['30201', ...random.some(OPERATING.slice(1), random.int(2, 12))];
  const leaves = codes.map((code) => ({ code, amount: random.fen(50 * staff, 2_400 * staff) }));
  const visits = random.chance(0.6) ? [{ code: '30217', amount: random.fen(1_000, 40_000) }] : [];
  const cars = hasVehicles ? [{ code: '30231', amount: random.fen(8_000, 90_000) }] : [];
  const abroad = random.chance(0.06) ? [{ code: '30212', amount: random.fen(20_000, 80_000) }] : [];
  return [...leaves, ...visits, ...cars, ...abroad];
}

/** The functional code that each kind of money stands under: contributions have codes of their own. */
function routed(economic: readonly EconomicLeaf[], { office: { kind, run } }: MemberPlan): { code: string; money: Year }[] {
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
    money: { now: moneyOf('一般公共预算', amount), carried: new Map() },
  }));
}

/** What an institution earns pays a part of its running. */
function otherBasic(random: Random, { office: { run, funds = [] } }: MemberPlan): { code: string; money: Year }[] {
  const keys: MoneyKey[] = [];
  if (funds.includes('财政专户管理资金') && random.chance(0.7)) keys.push('财政专户管理资金');
  if (funds.includes('单位资金')) keys.push(random.pick<MoneyKey>(['事业收入', '事业单位经营收入', '其他收入']));
  return keys.map((key) => ({ code: run, money: { now: moneyOf(key, random.fen(5_000, 900_000)), carried: new Map() } }));
}

/** 年终结转: a little of the year's and of 上年结转, of funds that the unit has. */
function drawSurplus(random: Random, projects: readonly Project[]): Year {
  const carried = new Set(projects.flatMap((one) => [...one.money.carried.keys()]));
  const [old] = carried;
  return {
    now: moneyOf('一般公共预算', random.fen(100, 60_000)),
    carried: old === undefined ? new Map() : moneyOf(old, random.fen(100, 9_000)),
  };
}

/** Never less than the same 款 of 基本支出; projects may add to it. */
function drawThreePublic(random: Random, economic: readonly EconomicLeaf[], plan: MemberPlan): Member['threePublic'] {
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
function before(random: Random, now: bigint, { isNew, isSteady }: MemberPlan): bigint {
  if (isNew) return 0n;
  if (isSteady) return now;
  if (now === 0n) return random.fen(1_000, 60_000);
  return random.pick([
    now,
    share(now, random.int(600, 990)),
    share(now, random.int(1_010, 1_600)),
    now + 100n,
    random.chance(0.2) ? 0n : now + 100_000n,
  ]);
}

/** Each fund of last year for itself: some are new this year, some were there only last year. */
function drawLastYear(random: Random, total: Year, plan: MemberPlan): Year {
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

function drawProcurement(random: Random, spent: bigint): Map<string, bigint> {
  if (random.chance(0.25)) return new Map();
  const parts = random.some(['货物', '工程', '服务'], random.int(1, 3));
  return new Map(parts.map((kind) => [kind, share(spent, random.int(1, 180))] as const));
}

const VEHICLES = ['领导用车', '机要通信用车', '应急保障用车', '执法执勤用车', '特种专业技术用车', '事业单位业务用车', '其他公务用车'];

function drawVehicles(random: Random, { office: { kind }, staff }: MemberPlan): Map<string, number> {
  if (random.chance(0.35)) return new Map();
  const kinds = VEHICLES.filter((name) => name !== '机要通信用车' && (kind === '事业') === (name === '事业单位业务用车'));
  const chosen = random.some(
    [...kinds, '其他公务用车'].filter((name, index, all) => all.indexOf(name) === index),
    random.int(1, 3),
  );
  return new Map(chosen.map((name) => [name, random.int(1, Math.max(1, Math.min(9, Math.floor(staff / 8))))] as const));
}

function drawAssets(random: Random, { office, staff }: MemberPlan, vehicles: ReadonlyMap<string, number>): Assets {
  const held = [...vehicles.values()].reduce((sum, count) => sum + count, 0);
  const million = random.int(0, 3);
  const planned = random.chance(0.2)
    ? new Map([[random.pick(['车辆', '五十万元以上通用设备', '一百万元以上通用设备']), random.int(1, 3)]])
    : new Map<string, number>();
  const area = random.chance(0.1) ? '0' : `${staff * random.int(8, 30)}${random.pick(['', '.5', '.26'])}`;
  return {
    quota: held + (random.chance(0.3) ? 1 : 0),
    vehicles,
    area,
    ...(area !== '0' && random.chance(0.8) && { use: random.pick(['日常办公', `日常办公和${random.pick(office.topics)}`]) }),
    half: million + random.int(0, 4),
    million,
    planned,
  };
}

/** 收入 by fund: exactly what is spent and what is left. */
export function revenueOf(member: Pick<Member, 'basic' | 'projects' | 'surplus'>): Year {
  return addYears([...member.basic.map((one) => one.money), ...member.projects.map((one) => one.money), member.surplus]);
}

/** 支出 by functional code, in code order. */
export function expenditureOf({ basic, projects, purposes }: Pick<Member, 'basic' | 'projects' | 'purposes'>): FunctionalLeaf[] {
  const codes = [...new Set([...basic, ...projects].map(({ code }) => code))].sort();
  return codes.map((code) => {
    const under = (all: readonly { readonly code: string; readonly money: Year }[]) =>
      addYears(all.filter((one) => one.code === code).map((one) => one.money));
    const purpose = purposes.get(code);
    return { code, basic: under(basic), project: under(projects), ...(purpose !== undefined && { purpose }) };
  });
}

export const isStateFund = (key: MoneyKey): key is (typeof STATE_FUNDS)[number] => (STATE_FUNDS as readonly string[]).includes(key);
