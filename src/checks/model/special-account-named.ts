import { type Check, finding } from '../check.js';
import { keyInDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     收入.财政专户管理资金: 30000
 * 不符（收入/财政专户管理资金）：
 *     方案改动: {方案.yaml: {"\n数据:\n": "\n数据:\n  教育收费: {取数: {表: 收入, 来源: 事业收入}}\n"}}
 */
export const specialAccountNamed: Check = {
  code: 'special-account-named',
  group: '勾稽关系',
  severity: '提醒',
  rule: '方案按来源分列收入的，财政专户管理资金列在“事业收入”里，要让填报人知道。',
  relations: ['T2-2'],
  basis: '政府收支分类科目：财政专户管理资金收入与事业收入是两类资金',
  run: ({ budget, profile, amount }) => {
    const money = budget.total({ cube: '收入', where: { 资金: '财政专户管理资金' } });
    const asked = JSON.stringify([profile.tables, profile.spec.数据 ?? {}]);
    const bySource = asked.match(/\{[^{}]*"来源":(?:"事业收入"|\[[^\]]*"事业收入")[^{}]*\}/g) ?? [];
    // Of 单位资金 alone, 事业收入 is what it says.
    if (money.value.isZero() || bySource.every((measure) => measure.includes('"资金":"单位资金"'))) return [];
    // A form that states the part by itself says it to every reader.
    if (JSON.stringify(profile.spec.数据 ?? {}).includes('"资金":"财政专户管理资金"')) return [];
    const hint = '本级财政部门也这样列的，写进“已确认的提醒”；不是的，核对资金的种类。';
    return [
      finding(`财政专户管理资金 ${amount(money.value)}，本方案印在“事业收入”里。`, keyInDefinition('收入', '财政专户管理资金'), { hint }),
    ];
  },
};
