import { type Check, findingsOr } from '../check.js';
import { lint, matchAll } from '../shared/lint.js';

const MARKS =
  /(?:绝密|机密|秘密)\s*[★☆]|涉密(?:内容|项目|资料|文件|信息)|内部(?:资料|文件)(?!收发|管理)|不予公开|不宜公开|注意保密|请勿外传/g;

/**
 * 符合：
 *     职责: [负责机要保密和商业秘密保护工作，及时提供宜公开的政府信息。]
 *     已确认的提醒: [{检查: secrecy-words, 理由: 已经保密审查，是公开的职责}]
 * 不符（其他说明）：
 *     其他说明: 本项目为涉密项目，不予公开。
 *     已确认的提醒: [{检查: secrecy-words, 理由: 已经保密审查}]
 */
export const secrecyMarks: Check = {
  code: 'secrecy-marks',
  group: '保密与个人信息',
  severity: '错误',
  confirmable: true,
  rule: '公开的文件里不应有密级标志和“内部资料”“不予公开”等字样。',
  relations: ['C16'],
  basis: '保守国家秘密法第三十五条；政府信息公开条例第十四条；预算法第十四条：涉及国家秘密的除外',
  run: (context) => {
    const hint = '删去涉密内容；确实可以公开的，在“已确认的提醒”里用“内容”写明这几个字和理由。';
    return findingsOr(
      lint(context, (text) => matchAll(text, MARKS, ([found]) => `里有“${found}”，不能公开。`, hint)),
      1,
      '没有密级标志。',
    );
  },
};
