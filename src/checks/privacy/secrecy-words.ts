import { type Check, type Finding, finding, findingsOr } from '../check.js';

/**
 * 符合：
 *     职责: [负责机关文件收发工作。]
 * 不符（职责/0）：
 *     职责: [负责机要保密工作。]
 * 不符（项目/1/名称）：
 *     项目[1].名称: 反恐维稳经费
 */
export const secrecyWords: Check = {
  code: 'secrecy-words',
  group: '保密与个人信息',
  severity: '提醒',
  rule: '含有机要、保密、反恐等用语的内容，公开前要由保密审查人员确认。',
  relations: ['C16'],
  basis: '保守国家秘密法第三十五条；政府信息公开条例第十四条、第十七条',
  run: ({ texts, rules }) => {
    const findings = rules.secrecyWords.flatMap((word): Finding[] => {
      const [first, ...others] = texts.stated.filter(({ text, path }) => path[0] !== '名词解释' && text.includes(word));
      if (!first) return [];
      const count = others.length + 1;
      const related = others.slice(0, 5).map((one) => ({ message: `“${one.text.slice(0, 20)}”`, place: one.place }));
      return [
        finding(`文字里有“${word}”，共 ${count} 处，公开前要确认不涉密。`, first.place, {
          related,
          hint: `经保密审查可以公开的，在“已确认的提醒”里写：检查: secrecy-words，内容: ${word}，理由: ……`,
        }),
      ];
    });
    return findingsOr(findings, texts.stated.length, `没有词表里的 ${rules.secrecyWords.length} 个涉密用语。`);
  },
};
