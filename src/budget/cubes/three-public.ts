import { FISCAL_FUNDS } from '../../definition/schema/funds.js';
import { THREE_PUBLIC_ITEMS } from '../../definition/schema/kinds.js';
import { Decimal } from '../../money/decimal.js';
import type { FactTable } from './cube.js';

type Item = (typeof THREE_PUBLIC_ITEMS)[number];

export const threePublic = {
  三公经费: {
    note: '“三公”经费，本年按资金来源；上年写总数的，不能按资金来源取',
    places: ['三公经费/**'],
    shapes: [
      { 三公项目: THREE_PUBLIC_ITEMS, 年份: ['本年', '上年'], 资金: FISCAL_FUNDS },
      { 三公项目: THREE_PUBLIC_ITEMS, 年份: ['上年'] },
    ],
    collect: ({ content }, leaves) => {
      for (const [item, amounts] of Object.entries(content.三公经费 ?? {})) {
        leaves.addFunds({ 三公项目: item, 年份: '本年' }, amounts?.本年, ['三公经费', item, '本年']);
        const [before, path] = [amounts?.上年, ['三公经费', item, '上年']] as const;
        if (before instanceof Decimal) leaves.add({ 三公项目: item, 年份: '上年' }, before, path);
        else leaves.addFunds({ 三公项目: item, 年份: '上年' }, before, path);
      }
    },
    unstated: ({ 三公经费: section }, asked) => {
      if (section === undefined) return [['三公经费']];
      const items = asked('三公项目') ?? THREE_PUBLIC_ITEMS;
      const years = asked('年份') ?? ['本年', '上年'];
      const isListed = THREE_PUBLIC_ITEMS.some((item) => section[item]?.本年 !== undefined);
      const isStated = (item: string, year: string): boolean => {
        const stated = section[item as Item];
        if (stated === undefined) return year === '本年' && isListed;
        return stated[year as '本年' | '上年'] !== undefined;
      };
      return items.flatMap((item) => years.filter((year) => !isStated(item, year)).map((year) => ['三公经费', item, year]));
    },
  },
} satisfies Readonly<Record<string, FactTable>>;
