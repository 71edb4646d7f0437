import { type Check, clean, finding, type LastYearComparison, type Outcome, unchecked } from '../check.js';
import { keyInDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     上年预算: {一般公共预算: 900000}
 * 不符（上年预算）：
 *     上年预算: {一般公共预算: 1000000, 政府性基金预算: 200000, 财政专户管理资金: 30000, 单位资金: 40000, 上年结转: {一般公共预算: 50000, 单位资金: 6000}}
 *     增减原因.收入: 删除
 *     增减原因.支出: 删除
 */
export const lastYearPublished: Check = {
  code: 'last-year-published',
  group: '文字说明',
  severity: '提醒',
  rule: '上年数应是上年公开的数；上年各项与本年一分不差的，要核实是不是抄成了本年数。',
  relations: ['N-5'],
  basis: '财预〔2021〕29号：说明收支增减变化及原因',
  run: ({ budget, lastYear }): Outcome[] => {
    if (lastYear && lastYear.without.length === 0) return [confirmed(lastYear)];
    const facts = budget.facts('上年预算').filter((fact) => !fact.value.isZero());
    const same = facts.filter((fact) => {
      const { 资金: fund = '', 时段: period = '' } = fact.dimensions;
      return budget.total({ cube: '收入', where: { 资金: fund, 时段: period } }).value.eq(fact.value);
    });
    if (facts.length > 1 && same.length === facts.length) {
      return [
        finding(`上年预算的 ${facts.length} 项与本年收入一分不差。`, keyInDefinition('上年预算'), {
          hint: '对照上年公开的部门预算；确实相同的，在“已确认的提醒”里写明。',
        }),
      ];
    }
    return [unchecked('没有提供上年公开的文件，上年数是否与上年公开的一致，须由单位对照核实。')];
  },
};

/** Last year's file says so, figure by figure; each contradiction has its own message (previous-year-contradicts). */
function confirmed({ compared, diagnostics }: LastYearComparison): Outcome {
  if (diagnostics.length === 0) return clean(`与上年的文件逐项核对，${compared} 项上年数都一致。`);
  const hint = '不一致的各项见 previous-year-contradicts。';
  return finding(`上年数有 ${diagnostics.length} 项与上年的文件不一致。`, keyInDefinition('上年预算'), { hint });
}
