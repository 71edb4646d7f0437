import { type Check, finding, findingsOr, unchecked } from '../check.js';
import { glossary } from '../shared/glossary.js';

/**
 * 符合：
 *     名词解释: 删除
 * 符合：
 *     区县文件: {"名词解释[12]": {名词: 附属单位上缴收入, 解释: 指附属单位按规定上缴的收入。}}
 * 不符（名词解释/0/名词）：
 *     名词解释: [{名词: 附属单位上缴收入, 解释: 指附属单位按规定上缴的收入。}]
 */
export const glossaryTermUnused: Check = {
  code: 'glossary-term-unused',
  group: '公开要求',
  severity: '提醒',
  rule: '部门自己写的名词解释，其中的名词应在公开的内容里用到；区县文件里的是各部门共用的，一个部门用不到也可以。',
  relations: ['C11'],
  basis: '财预〔2021〕29号：对专业性较强的名词进行解释',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对名词解释。')];
    const { entries, appears } = glossary(context);
    const findings = entries
      .filter(({ place }) => place.kind === 'definition')
      .filter(({ term }) => !appears(term))
      .map(({ term, place }) => finding(`解释了“${term}”，公开的内容里却没有用到。`, place, { hint: '删去这一条。' }));
    return findingsOr(findings, entries.length, '部门自己解释的名词都在公开的内容里用到。');
  },
};
