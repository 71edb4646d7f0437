import { needsConfirmation } from './codes.js';
import { expenditureOf, type Member, operatingFunds, revenueOf, THREE_PUBLIC } from './member.js';
import { addYears, type MoneyKey, sumOf, type Year, yearTotal } from './money.js';
import { Random } from './random.js';
import type { Node } from './to-yaml.js';
import { REASON_ABOUT, reason } from './words.js';

/** A member unit: with a file of its own, or within the department's figures. */
export interface ListedUnit {
  readonly name: string;
  readonly kind: Member['kind'];
  /** The file in the folder 单位; undefined where the department's file has the unit's money. */
  readonly file?: string;
  /** 机关运行经费 of a unit without a file. */
  readonly agency?: bigint;
}

/** One file: a department, or a unit with a file of its own. */
export interface BudgetFile {
  readonly own: Member;
  readonly units: readonly ListedUnit[];
  /** Its own and its units', each with a file. */
  readonly members: readonly Member[];
  /** 机关运行经费 by unit, where the file has the money of several. */
  readonly agencyByUnit?: readonly { readonly name: string; readonly amount: bigint }[];
  readonly dates: { readonly approved: string; readonly published: string };
  /** Its own 名词解释, where it needs another than the district's. */
  readonly glossary?: readonly Node[];
  readonly acknowledged: readonly { readonly check: string; readonly about?: string; readonly why: string }[];
}

/** This year and last year of everything that the text compares. */
export type Changes = ReadonlyMap<string, readonly [now: bigint, before: bigint]>;

export function changesOf({ members, agencyByUnit }: Pick<BudgetFile, 'members' | 'agencyByUnit'>): Changes {
  const revenue = addYears(members.map(revenueOf));
  const last = addYears(members.map((one) => one.lastYear));
  const general = sumOf(members.flatMap((one) => expenditureOf(one).flatMap(({ basic, project }) => [of(basic), of(project)])));
  const agencies = members.filter((one) => one.agencyBefore !== undefined);
  const agency = agencyByUnit ? sumOf(agencyByUnit.map((one) => one.amount)) : sumOf(agencies.map((one) => operatingFunds(one.economic)));
  return new Map<string, [bigint, bigint]>([
    ['收入', [yearTotal(revenue), yearTotal(last)]],
    ['支出', [yearTotal(revenue), yearTotal(last)]],
    ['一般公共预算支出', [general, of(last)]],
    ...THREE_PUBLIC.map((item): [string, [bigint, bigint]] => [
      item,
      [sumOf(members.flatMap((one) => [...one.threePublic[item].now.values()])), sumOf(members.map((one) => one.threePublic[item].before))],
    ]),
    ...(agencies.length > 0
      ? ([['机关运行经费', [agency, sumOf(agencies.map((one) => one.agencyBefore ?? 0n))]]] as [string, [bigint, bigint]][])
      : []),
  ]);
}

/** Parts that a form compares with last year in sentences of their own, with their totals. */
const PARTS: Readonly<Record<string, readonly (readonly [key: string, total: '收入' | '支出', funds: readonly MoneyKey[]])[]>> = {
  'nine-tables': [
    ['财政拨款收入', '收入', ['一般公共预算', '政府性基金预算', '国有资本经营预算']],
    ['事业收入', '收入', ['财政专户管理资金', '事业收入']],
    ['事业单位经营收入', '收入', ['事业单位经营收入']],
    ['其他收入', '收入', ['上级补助收入', '附属单位上缴收入', '其他收入']],
    ['财政拨款支出', '支出', ['一般公共预算', '政府性基金预算', '国有资本经营预算']],
    ['政府性基金预算支出', '支出', ['政府性基金预算']],
    ['国有资本经营预算支出', '支出', ['国有资本经营预算']],
  ],
};

/** A total's reason serves a part only where nothing else moved; the others need one of their own. */
function unexplainedParts({ members }: Pick<BudgetFile, 'members'>, changes: Changes, profile: string): Changes {
  const revenue = addYears(members.map(revenueOf));
  const last = addYears(members.map((one) => one.lastYear));
  const parts = (PARTS[profile] ?? []).map(([key, total, funds]) => {
    const sum = ({ now, carried }: Year) => sumOf(funds.flatMap((fund) => [now.get(fund) ?? 0n, carried.get(fund) ?? 0n]));
    return { key, total: changes.get(total) ?? ([0n, 0n] as const), part: [sum(revenue), sum(last)] as const };
  });
  const fiscal = parts.find(({ key }) => key === '财政拨款支出')?.part;
  const explains = (whole: readonly [bigint, bigint] | undefined, part: readonly [bigint, bigint]) =>
    whole !== undefined && whole[0] - whole[1] === part[0] - part[1];
  const general = {
    key: '一般公共预算支出',
    total: changes.get('支出') ?? ([0n, 0n] as const),
    part: changes.get('一般公共预算支出') ?? ([0n, 0n] as const),
  };
  const isServed = ({ key, total, part }: (typeof parts)[number]) =>
    explains(total, part) || (OF_FISCAL.includes(key) && explains(fiscal, part));
  return new Map([general, ...parts].filter((one) => !isServed(one)).map(({ key, part }) => [key, part]));
}

const OF_FISCAL: readonly string[] = ['一般公共预算支出', '政府性基金预算支出', '国有资本经营预算支出'];

const of = ({ now }: Year): bigint => now.get('一般公共预算') ?? 0n;

/** Less than this prints as no change: 0.005 万元. */
const SMALLEST_PRINTED = 5_000n;

/** A reason for each change that is printed, no two alike but for 收入 and 支出. */
export function reasonsOf(
  seed: number,
  file: Pick<BudgetFile, 'own' | 'members' | 'agencyByUnit'>,
  topics: readonly string[],
  profile: string,
): Map<string, string> {
  const random = Random.of(seed, file.own.code, 'reasons');
  const given = new Map<string, string>();
  const changes = changesOf(file);
  const unexplained = unexplainedParts(file, changes, profile);
  for (const [key, [now, before]] of new Map([...changes, ...unexplained])) {
    const difference = now > before ? now - before : before - now;
    if (difference < SMALLEST_PRINTED) continue;
    if (key === '一般公共预算支出' && !unexplained.has(key) && random.chance(0.3)) continue;
    const about = REASON_ABOUT[key] ?? random.pick(topics);
    given.set(
      key,
      key === '支出' && given.has('收入') && random.chance(0.5) ? (given.get('收入') ?? '') : reason(random, now > before, about),
    );
  }
  return given;
}

/** Codes whose names a person has to hold against the year's list. */
export function unconfirmedCodes(members: readonly Member[]): string[] {
  const codes = members.flatMap((one) => [...expenditureOf(one).map(({ code }) => code), ...one.economic.map(({ code }) => code)]);
  return [...new Set(codes)].filter(needsConfirmation).sort();
}
