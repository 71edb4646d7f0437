import type { Check } from '../check.js';
import { finding, findingsOr, unchecked } from '../shared/findings.js';
import { glossary } from '../shared/glossary.js';

/**
 * 符合：
 *     名词解释: 删除
 * 不符：
 *     区县文件: {"名词解释[12]": {名词: 附属单位上缴收入, 解释: 指附属单位按规定上缴的收入。}}
 */
export const glossaryTermUnused: Check = {
  code: 'glossary-term-unused',
  group: '公开要求',
  severity: '提醒',
  rule: '名词解释里的名词，应在公开的内容里用到。',
  relations: ['C11'],
  basis: '财预〔2021〕29号：对专业性较强的名词进行解释',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对名词解释。')];
    const { entries, appears } = glossary(context);
    const findings = entries
      .filter(({ term }) => !appears(term))
      .map(({ term, place }) =>
        finding(`解释了“${term}”，公开的内容里却没有用到。`, place, { hint: '删去这一条；区县共用的可以保留，在“已确认的提醒”里写明。' }),
      );
    return findingsOr(findings, entries.length, `${entries.length} 个名词都在公开的内容里用到。`);
  },
};
