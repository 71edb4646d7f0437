import { type BudgetFile, unconfirmedCodes } from './department.js';
import { type Member, revenueOf } from './member.js';
import { addYears, fundOf, fundTotal, type Year } from './money.js';
import type { Random } from './random.js';

/** What asks for a confirmation is confirmed, and nothing else. */
export function acknowledgements(own: Member, members: readonly Member[], random: Random, profile: string): BudgetFile['acknowledged'] {
  const codes = unconfirmedCodes(members);
  const why = '已与当年《政府收支分类科目》核对编码和名称';
  const revenue = addYears(members.map(revenueOf));
  const parts = members.flatMap((one) => statedParts(one.lastYear));
  const isCopied = parts.length > 1 && parts.every(({ period, key, amount }) => amount === fundTotal(revenue[period], fundOf(key)));
  return [
    ...(codes.length > 2 || random.chance(0.3)
      ? codes.slice(0, 1).map(() => ({ check: 'codes-confirmed', why }))
      : codes.map((code) => ({ check: 'codes-confirmed', about: code, why }))),
    ...(own.duties.some((duty) => duty.includes('机要'))
      ? [{ check: 'secrecy-words', about: '机要', why: '机构职责的通用名称，不涉密' }]
      : []),
    ...(parts.length === 0 ? [{ check: 'last-year-stated', why: '今年新设立，没有上年预算' }] : []),
    ...(isCopied ? [{ check: 'last-year-published', why: '已对照上年公开的部门预算，两年安排相同' }] : []),
    ...(NOT_PRINTED[profile] ?? [])
      .filter(({ isStated }) => members.some(isStated))
      .map(({ about }) => ({ check: 'not-printed', about, why: '供单位内部使用，不公开' })),
  ];
}

/** What offices state for themselves, and the form has no place for. */
const NOT_PRINTED: Readonly<Record<string, readonly { readonly about: string; readonly isStated: (one: Member) => boolean }[]>> = {
  shanxi: [
    { about: '支出/用途', isStated: ({ purposes }) => purposes.size > 0 },
    { about: '国有资产/计划购置', isStated: ({ assets }) => assets.planned.size > 0 },
    { about: '政府采购预留', isStated: ({ reserves }) => reserves.size > 0 },
  ],
  'nine-tables': [
    { about: '项目/绩效目标表', isStated: ({ projects }) => projects.some(({ form }) => form) },
    { about: '国有资产/办公用房用途', isStated: ({ assets }) => assets.use !== undefined },
    { about: '其他说明', isStated: () => true },
  ],
};

function statedParts(last: Year) {
  const periods = ['now', 'carried'] as const;
  return periods
    .flatMap((period) => [...last[period]].map(([key, amount]) => ({ period, key, amount })))
    .filter(({ amount }) => amount > 0n);
}
