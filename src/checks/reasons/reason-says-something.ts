import { REASONS } from '../../definition/schema/kinds.js';
import { type Check, finding, findingsOr } from '../check.js';
import { inDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     增减原因.机关运行经费: 根据工作需要增设两个便民服务窗口
 * 不符（增减原因/机关运行经费）：
 *     增减原因.机关运行经费: 根据实际情况，正常变动
 * 不符（增减原因/收入）：
 *     增减原因.收入: 主要原因是预算调整。
 */
export const reasonSaysSomething: Check = {
  code: 'reason-says-something',
  group: '增减原因',
  severity: '提醒',
  strict: '错误',
  rule: '增减原因要说明具体的事由，不能只有套话。',
  relations: ['C05', 'C06', 'C07'],
  basis: '财预〔2021〕29号：说明收支增减变化及原因',
  run: ({ department, rules }) => {
    const given = REASONS.filter((key) => department.增减原因?.[key] !== undefined);
    const empty = given.filter((key) => isEmpty(department.增减原因?.[key] ?? '', rules.emptyPhrases));
    const findings = empty.map((key) =>
      finding(`${key}的增减原因“${department.增减原因?.[key] ?? ''}”没有说明具体事由。`, inDefinition('增减原因', key), {
        hint: '写明是哪项工作、哪个项目或哪条政策引起的变化。',
      }),
    );
    return findingsOr(findings, given.length, '增减原因都有具体内容。');
  },
};

/** Nothing is left when set phrases, connectives and punctuation are taken away. */
function isEmpty(reason: string, phrases: readonly string[]): boolean {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((text, phrase) => text.replaceAll(phrase, ''), reason.replace(/^主要原因是/, ''));
  return rest.replace(/增加|减少|增长|下降|持平|因为|由于|导致|造成|以及|所致|主要|是|和|及|等|的|，|。|、|；|\s/g, '').length < 2;
}
