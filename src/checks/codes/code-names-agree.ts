import { type Check, type CheckContext, finding, findingsOr } from '../check.js';
import { type GivenName, givenNames } from '../shared/used-codes.js';

/**
 * 符合：
 *     支出[0].名称: 行政运行
 *     一般公共预算基本支出[0].名称: 基本工资
 * 不符（支出/0/名称）：
 *     支出[0].名称: 政府办公厅行政运行
 * 不符：
 *     补充科目: [{编码: "20188", 名称: 数据管理事务}]
 *     区县文件: {补充科目: [{编码: "20188", 名称: 数据事务}]}
 */
export const codeNamesAgree: Check = {
  code: 'code-names-agree',
  group: '科目',
  severity: '错误',
  rule: '一个编码只有一个名称，填写的名称要与科目目录一致。',
  relations: ['C03', 'C04'],
  basis: '政府收支分类科目',
  run: (context) => {
    const given = [...givenNames(context)];
    const findings = given.flatMap(([code, names]) => disagreements(code, names, context));
    return findingsOr(findings, given.length, '填写的科目名称都与科目目录一致。');
  },
};

function disagreements(code: string, names: readonly GivenName[], { budget }: CheckContext) {
  const { functional, departmentEconomic, governmentEconomic } = budget.classifications;
  const listed = [functional, departmentEconomic, governmentEconomic].flatMap((list) => list.get(code)?.name ?? []);
  const [first] = names;
  return names.flatMap((one) => {
    if (listed.length > 0) {
      if (listed.includes(one.name)) return [];
      const hint = `删去“名称”，由程序从目录中取；目录有误的，改正科目目录。`;
      return finding(`编码 ${code} 填写的名称是“${one.name}”，科目目录里是“${listed.join('”或“')}”。`, one.place, { hint });
    }
    if (!first || one.name === first.name) return [];
    const related = [{ message: `“${first.name}”`, place: first.place }];
    return finding(`编码 ${code} 有两个名称：“${one.name}”和“${first.name}”。`, one.place, {
      related,
      hint: '与政府收支分类科目核对，只留一个。',
    });
  });
}
