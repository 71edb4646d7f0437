import { subjectOf } from '../../profile/profile.js';
import { type Check, type CheckContext, findingsOr } from '../check.js';
import { lint, matchAll } from '../shared/lint.js';
import type { StatedText } from '../shared/text-index.js';

/**
 * 符合：
 *     其他说明: 本部门无其他需要说明的情况。
 * 不符（其他说明）：
 *     其他说明: 本单位无其他需要说明的情况。
 * 不符（项目/0/绩效目标表/保证措施）：
 *     项目[0].绩效目标表.保证措施: 本单位财务管理制度
 * 不符（职责/0）：
 *     职责: [承担本单位交办的其他工作。]
 * 不符（其他说明）：
 *     其他说明: 我单位无其他需要说明的情况。
 */
export const speaksOfItself: Check = {
  code: 'speaks-of-itself',
  group: '文字规范',
  severity: '提醒',
  rule: '部门的文字称“本部门”，所属单位自己的文字称“本单位”，不混用。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：形式规范',
  run: (context) => {
    const findings = (['本部门', '本单位'] as const).flatMap((wrong) => {
      const right = wrong === '本部门' ? '本单位' : '本部门';
      const whose = wrong === '本部门' ? '所属单位' : '部门';
      const hint = `这是${whose}自己的文字，改成“${right}”；确实说的是别的${wrong.slice(1)}，在“已确认的提醒”里写明。`;
      const pattern = new RegExp(`[本我]${wrong.slice(1)}(?![门位])`, 'gu');
      const match = (text: string) => matchAll(text, pattern, ([word]) => `里的“${word}”与${whose}的称谓不合。`, hint);
      return lint(context, match, { stated: (one) => isAbout(one, context) && wordOf(one, context) === right, composed: () => false });
    });
    return findingsOr(findings, 1, '文字里的称谓与部门或单位相合。');
  },
};

/** Terms are explained for every office; what a unit carries out is told in the unit's words; the profile's own words are its author's. */
const isAbout = ({ path, place }: StatedText, { members }: CheckContext): boolean => {
  if (place.kind !== 'definition' || ['名词解释', '待确认', '部门'].includes(String(path[0]))) return false;
  if (path[0] !== '项目') return true;
  const own = members.find(({ file }) => file === place.file)?.content;
  const by = own?.项目?.[Number(path[1])]?.单位;
  return by === undefined || by === own?.部门.名称;
};

/** How the office whose file it is speaks of itself; 事业单位 that publish as a department say either. */
function wordOf({ place }: StatedText, { definition, department, profile }: CheckContext): '本部门' | '本单位' | undefined {
  if (subjectOf(profile, definition) === '单位') return '本单位';
  const own = place.kind === 'definition' && place.file === definition.file;
  if (!own) return '本单位';
  return department.部门.单位性质 === '事业' && !department.部门.所属单位?.length ? undefined : '本部门';
}
