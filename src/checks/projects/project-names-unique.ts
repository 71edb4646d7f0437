import { listProjects, type ProjectEntry } from '../../budget/list-projects.js';
import { type Check, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 参公}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 150000}}, {名称: 乙县政务信息中心, 本年: {一般公共预算: 50000}}]
 *     项目[2].名称: 政务平台运行维护
 *     项目[2].单位: 乙县政务信息中心
 * 不符（项目/2/名称）：
 *     项目[2].名称: 政务平台运行维护
 */
export const projectNamesUnique: Check = {
  code: 'project-names-unique',
  group: '绩效与资产',
  severity: '错误',
  rule: '同一单位的项目名称不应重复。',
  relations: ['T12-2', 'C10'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ definition }) => {
    const projects = listProjects(definition);
    const keys = projects.map(({ unit, name }) => `${unit}\n${name}`);
    const nameOf = ({ member, index }: ProjectEntry) => inMember(member, '项目', index, '名称');
    const findings = projects.flatMap((entry, index) => {
      const first = projects[keys.indexOf(keys[index] ?? '')];
      if (!first || first === entry) return [];
      const related = [{ message: '第一次出现', place: nameOf(first) }];
      return finding(`项目“${entry.name}”填写了不止一次。`, nameOf(entry), {
        related,
        hint: '核对是不是重复录入；确是两个项目的，名称要能区分。',
      });
    });
    return findingsOr(findings, projects.length, `${projects.length} 个项目的名称没有重复。`);
  },
};
