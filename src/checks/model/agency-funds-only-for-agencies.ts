import type { Member } from '../../definition/definition.js';
import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     部门.单位性质: 参公
 * 不符（机关运行经费）：
 *     部门.单位性质: 事业
 * 不符（机关运行经费/单位/1/名称）：
 *     部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 事业}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 150000}}, {名称: 乙县政务信息中心, 本年: {一般公共预算: 50000}}]
 */
export const agencyFundsOnlyForAgencies: Check = {
  code: 'agency-funds-only-for-agencies',
  group: '勾稽关系',
  severity: '错误',
  rule: '只有行政单位和参公事业单位有机关运行经费，其他事业单位没有；各单位都应在本部门之内。',
  relations: ['T11-1', 'T11-2', 'C07'],
  basis: '机关事务管理条例第九条；财政部门预算公开的名词解释：机关运行经费是行政单位和参公事业单位的公用经费',
  run: ({ department: { 部门: self }, members }) => {
    const kinds = new Map([self, ...(self.所属单位 ?? [])].map((unit) => [unit.名称, unit.单位性质]));
    const stating = members.filter(({ content }) => content.机关运行经费);
    const findings = stating.flatMap((member) => memberFindings(member, kinds));
    return findingsOr(findings, stating.length, '填写机关运行经费的都是本部门的行政单位或参公事业单位。');
  },
};

function memberFindings(member: Member, kinds: ReadonlyMap<string, string>): Finding[] {
  const { 机关运行经费: funds, 部门: self } = member.content;
  const own = [self.单位性质, ...(self.所属单位 ?? []).map((unit) => unit.单位性质)];
  if (own.every((kind) => kind === '事业')) {
    const hint = '删去“机关运行经费”一项；如果是参公单位，改正“单位性质”。';
    return [finding(`${self.名称}是事业单位，没有机关运行经费。`, { ...inMember(member, '机关运行经费'), part: 'key' }, { hint })];
  }
  return (funds?.单位 ?? []).flatMap(({ 名称: name }, index) => {
    const place = inMember(member, '机关运行经费', '单位', index, '名称');
    const kind = kinds.get(name);
    if (kind === undefined)
      return finding(`机关运行经费里的“${name}”不在本部门的单位之内。`, place, { hint: '核对单位名称，或在“部门”的“所属单位”里补上。' });
    return kind === '事业' ? finding(`“${name}”是事业单位，没有机关运行经费。`, place, { hint: '删去这个单位，或改正它的单位性质。' }) : [];
  });
}
