import type { Member } from '../../definition/definition.js';
import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     一般公共预算基本支出[0]: {科目: "30101", 政府科目: "50101", 金额: 300000}
 *     一般公共预算基本支出[8]: {科目: "30101", 政府科目: "50199", 金额: 100000}
 * 符合：
 *     一般公共预算基本支出[4]: {科目: "30201", 金额: 60000, 经费: 公用经费}
 *     一般公共预算基本支出[8]: {科目: "30201", 金额: 40000, 经费: 人员经费}
 *     增减原因.机关运行经费: 删除
 *     机关运行经费.上年: 160000
 * 不符（支出/6/科目）：
 *     支出[6]: {科目: "2010301", 基本支出: {一般公共预算: 1}}
 * 不符（一般公共预算基本支出/8/科目）：
 *     一般公共预算基本支出[8]: {科目: "30101", 金额: 1}
 * 不符（一般公共预算基本支出/8/科目）：
 *     一般公共预算基本支出[8]: {科目: "30101", 金额: 1, 经费: 人员经费}
 */
export const codesStatedOnce: Check = {
  code: 'codes-stated-once',
  group: '科目',
  severity: '提醒',
  strict: '错误',
  rule: '一个科目只填写一条；同一经济科目对应不同政府科目，或者分人员经费和公用经费的，可以分条填写。',
  relations: ['C03', 'C04'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ members, budget: { classifications } }) => {
    const findings = members.flatMap((member) => {
      const economic = member.content.一般公共预算基本支出 ?? [];
      return [
        ...repeated(
          member.content.支出.map((leaf) => leaf.科目),
          '支出',
          member,
        ),
        ...repeated(
          economic.map((leaf) => [leaf.科目, leaf.政府科目, leaf.经费 ?? classifications.expenseKind(leaf.科目)].join(' ')),
          '一般公共预算基本支出',
          member,
        ),
      ];
    });
    return findingsOr(findings, 1, '没有重复填写的科目。');
  },
};

function repeated(codes: readonly string[], key: string, member: Member): Finding[] {
  return codes.flatMap((code, index) => {
    const first = codes.indexOf(code);
    if (first === index) return [];
    const related = [{ message: '第一次填写', place: inMember(member, key, first, '科目') }];
    return finding(
      `“${key}”里科目 ${code.split(' ').filter(Boolean).join(' ')} 填写了不止一次，金额会加在一起。`,
      inMember(member, key, index, '科目'),
      {
        related,
        hint: '核对是不是重复录入；不是的，合并成一条。',
      },
    );
  });
}
