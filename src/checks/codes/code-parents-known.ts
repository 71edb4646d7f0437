import { type Check, finding, findingsOr } from '../check.js';
import { givenNames, usedCodes } from '../shared/used-codes.js';

/**
 * 符合：
 *     补充科目: [{编码: "20188", 名称: 数据管理事务}]
 *     支出[0].科目: "2018801"
 *     支出[0].名称: 行政运行
 *     已确认的提醒: [{检查: codes-confirmed, 内容: "2018801", 理由: 已与当年科目核对}]
 * 不符（支出/0/科目）：
 *     支出[0].科目: "2018801"
 *     支出[0].名称: 行政运行
 */
export const codeParentsKnown: Check = {
  code: 'code-parents-known',
  group: '科目',
  severity: '错误',
  rule: '每个科目的上级类、款也要有名称，报表才能逐级印出。',
  relations: ['C03', 'C04'],
  basis: '政府收支分类科目',
  run: (context) => {
    const codes = usedCodes(context).filter((one) => one.kind !== '政府经济科目');
    const given = givenNames(context);
    const findings = codes.flatMap((one) => {
      const parents = [3, 5].filter((length) => length < one.code.length).map((length) => one.code.slice(0, length));
      const unnamed = parents.filter((parent) => !one.list.has(parent) && !given.has(parent));
      if (unnamed.length === 0) return [];
      return finding(`${one.kind} ${one.code} 的上级科目 ${unnamed.join('、')} 没有名称。`, one.place, {
        hint: '核对编码有没有抄错；确有此科目的，在“补充科目”里写明上级科目的编码和名称。',
      });
    });
    return findingsOr(findings, codes.length, '所用科目的上级类、款都有名称。');
  },
};
