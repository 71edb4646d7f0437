import { EXPENSE_KINDS } from '../../definition/schema/kinds.js';
import type { FactTable } from './cube.js';

export const economic = {
  基本支出经济分类: {
    note: '一般公共预算基本支出，按经济分类款级科目',
    places: ['一般公共预算基本支出/**'],
    shapes: [{ 科目: '部门经济分类', 政府科目: '政府经济分类', 经费: EXPENSE_KINDS }],
    collect: ({ content, classifications }, leaves) => {
      content.一般公共预算基本支出?.forEach((leaf, index) => {
        const kind = leaf.经费 ?? classifications.expenseKind(leaf.科目);
        const government = leaf.政府科目 ?? classifications.governmentCounterpart(leaf.科目, content.部门.单位性质) ?? '';
        const dimensions = { 科目: leaf.科目, 政府科目: government, 经费: kind };
        leaves.add(dimensions, leaf.金额, ['一般公共预算基本支出', index, '金额']);
      });
    },
  },
} satisfies Readonly<Record<string, FactTable>>;
