import { type Check, type CheckContext, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/** 类 of the government economic classification that are for one kind of unit only. */
const AGENCY = ['501', '502', '503', '504'];
const INSTITUTION = ['505', '506'];

/**
 * 符合：
 *     一般公共预算基本支出[0]: {科目: "30101", 政府科目: "50199", 金额: 400000}
 * 不符（一般公共预算基本支出/0/科目）：
 *     一般公共预算基本支出[0]: {科目: "30101", 政府科目: "50501", 金额: 400000}
 */
export const governmentCodeFitsUnit: Check = {
  code: 'government-code-fits-unit',
  group: '科目',
  severity: '提醒',
  rule: '政府预算支出经济科目应与单位性质相合：机关用 501 至 504 类，事业单位用 505、506 类。',
  relations: ['T6-4', 'C04'],
  basis: '财政部《支出经济分类科目改革方案》：政府预算支出经济分类与部门预算支出经济分类对应',
  run: (context) => {
    const { budget, department } = context;
    const facts = budget.facts('基本支出经济分类');
    const allowed = allowedKinds(context);
    const findings = facts.flatMap(({ origin, dimensions: { 科目: code = '', 政府科目: government = '' } }) => {
      const kind = AGENCY.includes(government.slice(0, 3)) ? '机关' : INSTITUTION.includes(government.slice(0, 3)) ? '事业' : undefined;
      if (kind === undefined || allowed.has(kind)) return [];
      const names = `${budget.names.departmentEconomic(code)}（${code}）对应“${budget.names.governmentEconomic(government)}”（${government}）`;
      const message = `${names}，这是${kind === '机关' ? '机关' : '事业单位'}用的科目，本部门没有这样的单位。`;
      if (origin.kind !== 'stated') return [];
      return finding(message, inMember(origin.source, ...origin.source.path.slice(0, -1), '科目'), {
        hint: '核对单位性质，或用“政府科目”写明正确的编码。',
      });
    });
    return findingsOr(findings, facts.length, `${department.部门.名称}的政府预算支出经济科目与单位性质相合。`);
  },
};

/** A department whose functional codes pay for 事业 staff has both kinds. */
function allowedKinds({ budget, department: { 部门: self } }: CheckContext): Set<string> {
  const kinds = [self, ...(self.所属单位 ?? [])].map((unit) => (unit.单位性质 === '事业' ? '事业' : '机关'));
  const basic = budget.facts('支出').filter((fact) => fact.dimensions.性质 === '基本支出');
  const names = basic.map((fact) => budget.names.functional(fact.dimensions.科目 ?? ''));
  return new Set([...kinds, ...(names.some((name) => /^事业(?:运行|单位)/.test(name)) ? ['事业'] : [])]);
}
