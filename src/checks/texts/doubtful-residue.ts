import { type Check, findingsOr } from '../check.js';
import { leftovers } from '../shared/lint.js';

/**
 * 符合：
 *     其他说明: 本部门邀请专家核实数据，待批复后执行的项目没有列入，某些业务按政策待遇标准执行。
 * 不符（其他说明）：
 *     其他说明: 具体项目待定。
 * 不符（增减原因/公务接待费）：
 *     增减原因.公务接待费: （略）
 * 不符（项目/0/绩效目标表/保证措施）：
 *     项目[0].绩效目标表.保证措施: 按照某单位的制度执行
 * 不符（项目/0/绩效目标表/立项依据）：
 *     项目[0].绩效目标表.立项依据: "/"
 */
export const doubtfulResidue: Check = {
  code: 'doubtful-residue',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '还没有定的话、像是写作说明的话，要核实是不是忘了改（程序自带的词表，加上方案的“疑似残留”）。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: (context) => {
    const { leftovers: certain, doubtfulLeftovers: doubtful } = context.rules;
    const hint = '改成定下来的内容；确实这样公开的，在“已确认的提醒”里写明。';
    return findingsOr(leftovers(context, doubtful, hint, certain), 1, '文字里没有还没有定的话。');
  },
};
