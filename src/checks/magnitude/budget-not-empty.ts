import { type Check, finding, findingsOr } from '../check.js';
import { keyInMember } from '../shared/sides.js';
import { amountsByFile } from '../shared/stated-amounts.js';

/**
 * 符合：
 *     收入: {一般公共预算: 1000000, 政府性基金预算: [{科目: "1030148", 名称: 国有土地使用权出让收入, 金额: 200000}], 财政专户管理资金: 30000, 单位资金: 40000, 上年结转: {一般公共预算: 50000, 单位资金: 6000}}
 * 不符（收入）：
 *     收入: {一般公共预算: 0}
 *     支出: [{科目: "2010301", 基本支出: {一般公共预算: 0}}]
 *     核对数: 删除
 */
export const budgetNotEmpty: Check = {
  code: 'budget-not-empty',
  group: '金额大小',
  severity: '错误',
  rule: '一个单位的收入和支出不会都是零：新建的文件填好了才能公开。',
  relations: ['U-1'],
  basis: '预算法第十四条：公开的是本级政府财政部门批复的部门预算',
  run: ({ budget }) => {
    const files = amountsByFile(budget);
    const empty = files.filter(({ thisYear }) => thisYear.isZero());
    const findings = empty.map(({ member }) =>
      finding('收入和支出都是 0，这份文件还没有填写。', keyInMember(member, '收入'), {
        related: [{ message: '支出', place: keyInMember(member, '支出') }],
        hint: '先填写“收入”“支出”“一般公共预算基本支出”和“项目”，再填写“职责”“上年预算”等各段；只看样子，加 --draft。',
      }),
    );
    return findingsOr(findings, files.length, '每份文件都有收入和支出。');
  },
};
