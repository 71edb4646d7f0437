import { addYears, type Money, sumOf, type Year } from './money.js';
import type { Project } from './projects.js';

export type Kind = '行政' | '参公' | '事业';
export const THREE_PUBLIC = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'] as const;
export type ThreePublicItem = (typeof THREE_PUBLIC)[number];

/** A 款 of 一般公共预算基本支出. The government code is stated only where the department's kind would give another. */
export interface EconomicLeaf {
  readonly code: string;
  readonly government?: string;
  readonly amount: bigint;
}

export const EXPENSE_KINDS = ['人员经费', '公用经费'] as const;
export type ExpenseKind = (typeof EXPENSE_KINDS)[number];

/** A part of 基本支出 under a functional code. */
export interface BasicLeaf {
  readonly code: string;
  readonly kind: ExpenseKind;
  readonly money: Year;
}

/** 基本支出 or 项目支出 under one functional code. */
export interface FunctionalLeaf {
  readonly code: string;
  readonly purpose?: string;
  readonly basic: Year;
  readonly byKind: ReadonlyMap<ExpenseKind, Year>;
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
  readonly basic: readonly BasicLeaf[];
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

/** 公用经费: everything of 基本支出 that is not wages or grants to persons. */
export const expenseKind = (code: string): ExpenseKind => (/^30[13]/.test(code) ? '人员经费' : '公用经费');
export const operatingFunds = (economic: readonly EconomicLeaf[]): bigint =>
  sumOf(economic.filter(({ code }) => expenseKind(code) === '公用经费').map(({ amount }) => amount));

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
    const byKind = new Map(EXPENSE_KINDS.map((kind) => [kind, under(basic.filter((one) => one.kind === kind))] as const));
    return { code, basic: under(basic), byKind, project: under(projects), ...(purpose !== undefined && { purpose }) };
  });
}
