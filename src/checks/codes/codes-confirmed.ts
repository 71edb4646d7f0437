import { type Check, finding, findingsOr } from '../check.js';
import { usedCodes } from '../shared/used-codes.js';

/**
 * 符合：
 *     支出[0].科目: "2010303"
 * 不符（支出/0/科目）：
 *     支出[0].科目: "2010302"
 * 不符（支出/0/科目）：
 *     支出[0].科目: "2010388"
 *     支出[0].名称: 政务大厅运行
 */
export const codesConfirmed: Check = {
  code: 'codes-confirmed',
  group: '科目',
  severity: '提醒',
  rule: '未经核实的科目名称，要与当年的政府收支分类科目核对。',
  relations: ['C03', 'C04'],
  basis: '政府收支分类科目',
  together: (count) => `有 ${count} 个科目的名称未经核实。`,
  run: (context) => {
    // The counterpart of an economic code is the catalogue's business, not the department's.
    const codes = usedCodes(context).filter((one) => one.kind !== '政府经济科目');
    const findings = codes.flatMap((one) => {
      const entry = one.list.get(one.code);
      const name = entry?.name ?? one.names[0]?.name;
      if (name === undefined || (entry && entry.trust !== 'unconfirmed')) return [];
      const why = entry ? '还没有见于公开文件或通知' : '不在科目目录里，名称取自填写的内容';
      return finding(`${one.kind} ${one.code}“${name}”${why}。`, one.place, {
        hint: `与 ${context.year} 年《政府收支分类科目》核对编码和名称；无误的，写进 data/科目核实.csv（编码,名称,来源），以后不再提醒。`,
      });
    });
    return findingsOr(findings, codes.length, '所用科目的名称都见于公开文件、通知或已经核实。');
  },
};
