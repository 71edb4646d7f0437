import { type Check, finding, findingsOr } from '../check.js';
import { usedCodes } from '../shared/used-codes.js';

/**
 * 符合：
 *     支出[0].名称: 行政运行
 * 不符（支出/0/科目）：
 *     支出[0].科目: "2010388"
 * 不符（一般公共预算基本支出/4/科目）：
 *     一般公共预算基本支出[4].科目: "30288"
 */
export const codesKnown: Check = {
  code: 'codes-known',
  group: '科目',
  severity: '错误',
  rule: '科目目录里没有的编码，要写明名称。',
  relations: ['C03', 'C04'],
  basis: '政府收支分类科目；预算法实施条例第六条第三款：功能分类到项、经济分类到款',
  run: (context) => {
    const codes = usedCodes(context);
    const findings = codes
      .filter((one) => !one.list.has(one.code) && one.names.length === 0)
      .map((one) =>
        finding(`${one.kind}编码 ${one.code} 不在 ${context.year} 年的科目目录里，也没有写名称。`, one.place, {
          hint: '核对编码有没有抄错；确有此科目的，在“名称”或“补充科目”里写明名称。',
        }),
      );
    return findingsOr(findings, codes.length, `${codes.length} 个科目编码都有名称。`);
  },
};
