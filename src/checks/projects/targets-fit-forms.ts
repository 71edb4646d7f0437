import { listProjects, type ProjectEntry } from '../../budget/list-projects.js';
import type { Definition } from '../../definition/definition.js';
import { type Check, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     编报绩效目标: 否
 *     项目[0].编报绩效目标: 是
 * 符合：
 *     项目[1].编报绩效目标: 否
 * 不符（项目/0/编报绩效目标）：
 *     项目[0].编报绩效目标: 否
 * 不符（编报绩效目标）：
 *     编报绩效目标: 否
 * 不符（整体绩效目标）：
 *     整体绩效目标: 否
 *     整体绩效目标表: {年度总体目标: 保障机关运转。}
 */
export const targetsFitForms: Check = {
  code: 'targets-fit-forms',
  group: '绩效与资产',
  severity: '提醒',
  strict: '错误',
  rule: '写明没有编报绩效目标的项目、部门，不应有绩效目标表。',
  relations: ['X-1', 'C10'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ definition, department }) => {
    const forms = listProjects(definition).filter(({ project }) => project.绩效目标表 !== undefined);
    const isWholeDenied = department.整体绩效目标 === false && department.整体绩效目标表 !== undefined;
    const whole = isWholeDenied ? [wholeContradiction(definition)] : [];
    return findingsOr([...forms.filter(isDenied).map(contradiction), ...whole], forms.length, '有绩效目标表的项目都编报了绩效目标。');
  },
};

/** By its own word, or by the office's for all of them. */
const isDenied = ({ project, member }: ProjectEntry): boolean => (project.编报绩效目标 ?? member.content.编报绩效目标) === false;

function wholeContradiction({ file }: Definition) {
  const place = (key: string) => ({ kind: 'definition', file, path: [key] }) as const;
  const message = '这里写的是“整体绩效目标: 否”，而又填写了整体绩效目标表，文件里会印出。';
  const related = [{ message: '整体绩效目标表', place: place('整体绩效目标表') }];
  return finding(message, place('整体绩效目标'), { related, hint: '编报了的删去这一行；没有编报的删去整体绩效目标表。' });
}

function contradiction({ project, name, member, index }: ProjectEntry) {
  const isOwn = project.编报绩效目标 !== undefined;
  const place = isOwn ? inMember(member, '项目', index, '编报绩效目标') : inMember(member, '编报绩效目标');
  const message = `这里写的是“编报绩效目标: 否”，而项目“${name}”有绩效目标表，文件里按编报了绩效目标计数。`;
  const hint = isOwn ? '编报了的删去这一行；没有编报的删去绩效目标表。' : '只有个别项目编报的，在那些项目里各写“编报绩效目标: 是”。';
  return finding(message, place, { related: [{ message: '绩效目标表', place: inMember(member, '项目', index, '绩效目标表') }], hint });
}
