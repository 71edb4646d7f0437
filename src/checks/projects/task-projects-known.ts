import { listProjects } from '../../budget/list-projects.js';
import { type Check, finding, findingsOr } from '../check.js';

/**
 * 符合：
 *     整体绩效目标: 是
 * 不符（整体绩效目标表/主要任务/0/项目/0）：
 *     整体绩效目标表: {年度总体目标: 保障机关运转。, 主要任务: [{名称: 后勤保障, 项目: [大厅改造二期]}]}
 */
export const taskProjectsKnown: Check = {
  code: 'task-projects-known',
  group: '绩效与资产',
  severity: '错误',
  rule: '整体支出绩效目标表的主要任务写的项目，应是“项目”里有的，任务的金额由它们得出。',
  relations: ['C10'],
  basis: '财预〔2021〕29号：公开整体支出绩效目标',
  run: ({ definition, department }) => {
    const known = new Set(listProjects(definition).map(({ name }) => name));
    const named = (department.整体绩效目标表?.主要任务 ?? []).flatMap((task, at) =>
      (task.项目 ?? []).map((name, index) => ({ name, path: ['整体绩效目标表', '主要任务', at, '项目', index] })),
    );
    const findings = named
      .filter(({ name }) => !known.has(name))
      .map(({ name, path }) => {
        const place = { kind: 'definition', file: definition.file, path } as const;
        const hint = `现有的项目：${[...known].slice(0, 5).join('、')}${known.size > 5 ? '等' : ''}。`;
        return finding(`主要任务写的项目“${name}”不在“项目”里，没有金额。`, place, { hint });
      });
    return findingsOr(findings, named.length, '主要任务写的项目都在“项目”里。');
  },
};
