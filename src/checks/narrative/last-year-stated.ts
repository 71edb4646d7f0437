import { type Check, clean, finding, unchecked } from '../check.js';
import { keyInDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     上年预算: {一般公共预算: 1326000}
 *     增减原因.收入: 删除
 *     增减原因.支出: 删除
 *     增减原因.一般公共预算支出: 上年的政府性基金项目本年改由政府性基金安排
 * 不符（上年预算）：
 *     上年预算: {一般公共预算: 0}
 */
export const lastYearStated: Check = {
  code: 'last-year-stated',
  group: '文字说明',
  severity: '提醒',
  inference: true,
  rule: '上年预算合计为零的，全部收支都成了新增，要核实是不是漏填。',
  relations: ['N-2', 'N-5'],
  run: ({ budget, members }) => {
    const previous = budget.total({ cube: '上年预算', where: {} });
    if (members.every(({ content }) => content.上年预算 === undefined))
      return [unchecked('没有填写上年预算，不能与本年比较。', keyInDefinition('上年预算'))];
    if (!previous.value.isZero()) return [clean('填写了上年预算。')];
    const hint = '填写上年批复的部门预算；本部门今年新设立的，在“已确认的提醒”里写明。';
    return [finding('上年预算合计为零，全部收支都成了新增。', keyInDefinition('上年预算'), { hint })];
  },
};
