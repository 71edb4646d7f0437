import type { Classifications, CodeList } from '../../definition/classifications.js';
import type { Block, Leaf } from './form-layout.js';

/** The lists that cells offer. */
export const CODE_LISTS = ['functional', 'departmentEconomic', 'governmentEconomic', 'revenue'] as const;
export type CodeListName = (typeof CODE_LISTS)[number];

/** Which codes a leaf may be, and how many digits they have; 0: any. */
const OFFERED: Readonly<Record<string, { readonly list: CodeListName; readonly digits: number }>> = {
  '支出/*/科目': { list: 'functional', digits: 7 },
  '上年支出/*/科目': { list: 'functional', digits: 7 },
  '项目/*/功能科目': { list: 'functional', digits: 7 },
  '项目/*/经济科目': { list: 'departmentEconomic', digits: 5 },
  '一般公共预算基本支出/*/科目': { list: 'departmentEconomic', digits: 5 },
  '一般公共预算基本支出/*/政府科目': { list: 'governmentEconomic', digits: 5 },
  '收入/政府性基金预算/*/科目': { list: 'revenue', digits: 0 },
  '收入/国有资本经营预算/*/科目': { list: 'revenue', digits: 0 },
};

export const offeredFor = (block: Pick<Block, 'path'>, leaf: Pick<Leaf, 'path'>) => OFFERED[[...block.path, ...leaf.path].join('/')];

/** The codes that a leaf may be. */
export function codesOfLeaf(block: Block, leaf: Leaf, lists: Classifications | undefined): CodeList | undefined {
  const offered = offeredFor(block, leaf);
  return offered && lists?.[offered.list];
}
