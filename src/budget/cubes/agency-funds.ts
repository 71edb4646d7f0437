import { FISCAL_FUNDS } from '../../definition/schema/funds.js';
import type { FactTable } from './cube.js';

export const agencyFunds = {
  机关运行经费: {
    note: '各单位的机关运行经费，本年和上年',
    places: ['机关运行经费/**', '一般公共预算基本支出/**', '部门/单位性质'],
    shapes: [{ 年份: ['本年'], 资金: FISCAL_FUNDS }, { 年份: ['上年'] }],
    collect: ({ content: { 机关运行经费: section } }, leaves) => {
      section?.单位?.forEach((unit, index) => {
        leaves.addFunds({ 单位: unit.名称, 年份: '本年' }, unit.本年, ['机关运行经费', '单位', index, '本年']);
      });
      leaves.add({ 年份: '上年' }, section?.上年, ['机关运行经费', '上年']);
    },
    // This year's come from 公用经费 or from the units' list; 事业单位 have none, and nobody asks for last year's.
    unstated: ({ 部门: self, 机关运行经费: section }, asked) => {
      const asksLastYear = (asked('年份') ?? ['上年']).includes('上年');
      const units = [self, ...(self.所属单位 ?? []).filter((unit) => unit.定义 === undefined)];
      const hasAgency = units.some((unit) => unit.单位性质 !== '事业');
      if (!asksLastYear || section?.上年 !== undefined || (!hasAgency && section === undefined)) return [];
      return [section === undefined ? ['机关运行经费'] : ['机关运行经费', '上年']];
    },
  },
} satisfies Readonly<Record<string, FactTable>>;
