import { listProjects } from '../../budget/list-projects.js';
import { type Check, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 参公}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 150000}}, {名称: 乙县政务信息中心, 本年: {一般公共预算: 50000}}]
 *     项目[2].单位: 乙县政务信息中心
 * 不符（项目/2/单位）：
 *     项目[2].单位: 乙县政务信息中心
 */
export const projectUnitsKnown: Check = {
  code: 'project-units-known',
  group: '绩效与资产',
  severity: '错误',
  rule: '项目的实施单位应是部门本级或所属单位。',
  relations: ['T12-2', 'C13'],
  basis: '预算法第八条：部门预算由本部门及其所属各单位预算组成',
  run: ({ definition, department: { 部门: self } }) => {
    const projects = listProjects(definition);
    const units = new Set([self.名称, ...(self.所属单位 ?? []).map((unit) => unit.名称)]);
    const findings = projects.flatMap(({ unit, member, index }) => {
      if (units.has(unit)) return [];
      return finding(`项目的实施单位“${unit}”不在本部门的单位之内。`, inMember(member, '项目', index, '单位'), {
        hint: '核对单位名称，或在“部门”的“所属单位”里补上。',
      });
    });
    return findingsOr(findings, projects.length, '各项目的实施单位都在本部门之内。');
  },
};
