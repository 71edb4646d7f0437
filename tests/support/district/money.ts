/** Where money comes from: the five funds, 单位资金 by their sources. */
export const UNIT_FUND_SOURCES = ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'] as const;
export type UnitFundSource = (typeof UNIT_FUND_SOURCES)[number];
export const STATE_FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金'] as const;
export type MoneyKey = (typeof STATE_FUNDS)[number] | UnitFundSource;
export const MONEY_KEYS: readonly MoneyKey[] = [...STATE_FUNDS, ...UNIT_FUND_SOURCES];

/** Amounts in 分 by fund; what is not there is zero. */
export type Money = ReadonlyMap<MoneyKey, bigint>;

/** What the year's budget pays, and what 上年结转 pays. */
export interface Year {
  readonly now: Money;
  readonly carried: Money;
}

export const NOTHING: Year = { now: new Map(), carried: new Map() };

export const sumOf = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((total, amount) => total + amount, 0n);

export const moneyOf = (key: MoneyKey, amount: bigint): Money => new Map([[key, amount]]);

export function addMoney(all: readonly Money[]): Money {
  const total = new Map<MoneyKey, bigint>();
  for (const one of all) for (const [key, amount] of one) total.set(key, (total.get(key) ?? 0n) + amount);
  return total;
}

export function addYears(all: readonly Year[]): Year {
  return { now: addMoney(all.map((one) => one.now)), carried: addMoney(all.map((one) => one.carried)) };
}

export const yearTotal = ({ now, carried }: Year): bigint => sumOf(now.values()) + sumOf(carried.values());

export const FUNDS = [...STATE_FUNDS, '单位资金'] as const;
export const fundOf = (key: MoneyKey): string => (FUNDS.includes(key as (typeof FUNDS)[number]) ? key : '单位资金');
export const fundTotal = (money: Money, fund: string): bigint =>
  sumOf([...money].filter(([key]) => fundOf(key) === fund).map(([, amount]) => amount));

/** Parts per thousand of an amount, to the 分, halves down. */
export const share = (amount: bigint, thousandths: number): bigint => (amount * BigInt(thousandths)) / 1000n;

/** 元 or 万元 as a person types it, without zeros at the end. */
export function amountText(fen: bigint, unit: '元' | '万元'): string {
  const decimals = unit === '元' ? 2 : 6;
  const digits = fen.toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
