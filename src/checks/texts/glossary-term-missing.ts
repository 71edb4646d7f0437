import { type Check, finding, findingsOr, unchecked } from '../check.js';
import { glossary } from '../shared/glossary.js';

/**
 * 符合：
 *     其他说明: 本部门经费管理规范。
 * 不符：
 *     区县文件: {"名词解释[3]": 删除}
 * 不符：
 *     其他说明: 本部门没有附属单位上缴收入。
 */
export const glossaryTermMissing: Check = {
  code: 'glossary-term-missing',
  group: '公开要求',
  severity: '提醒',
  rule: '说明里用到的专业名词，应在名词解释里解释。',
  relations: ['C11'],
  basis: '财预〔2021〕29号：对专业性较强的名词进行解释',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对名词解释。')];
    const { entries, speaksOf, place } = glossary(context);
    const used = context.rules.glossaryTerms.filter(speaksOf);
    const missing = used.filter((term) => !entries.some((entry) => entry.term === term));
    const findings = missing.map((term) =>
      finding(`说明里用到“${term}”，名词解释里没有解释。`, place, { hint: '在“名词解释”里补上一条。' }),
    );
    return findingsOr(findings, used.length, `说明里用到的 ${used.length} 个专业名词都有解释。`);
  },
};
