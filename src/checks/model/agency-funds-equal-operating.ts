import type { Member } from '../../definition/definition.js';
import { type Check, type Finding, finding } from '../check.js';
import { compare, inMember, keyInDefinition, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 200000}}]
 * 不符（机关运行经费/单位/0/本年/一般公共预算）：
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 200000.01}}]
 * 符合：
 *     部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 事业}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 150000}}]
 *     增减原因.机关运行经费: 压减办公费和交通费用
 * 不符（部门）：
 *     机关运行经费: 删除
 * 不符（机关运行经费）：
 *     部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 事业}]
 * 不符（机关运行经费）：
 *     部门.所属单位: [{名称: 乙县档案局, 单位性质: 行政}]
 */
export const agencyFundsEqualOperating: Check = {
  code: 'agency-funds-equal-operating',
  group: '勾稽关系',
  severity: '错误',
  rule: '行政单位和参公事业单位的机关运行经费，应等于一般公共预算基本支出中的公用经费；有事业单位时不超过它。',
  relations: ['T11-2', 'C07'],
  basis: '预算法第十四条；机关事务管理条例第九条；财政部门预算公开的名词解释：机关运行经费',
  run: ({ budget, department, members }) => {
    const units = [department.部门, ...(department.部门.所属单位 ?? [])];
    const agencies = units.filter((unit) => unit.单位性质 !== '事业');
    const operating = budget.total({ cube: '基本支出经济分类', where: { 经费: '公用经费' } });
    if (agencies.length === 0) return [];
    if (!members.some(({ content }) => content.机关运行经费)) {
      if (operating.value.isZero()) return [];
      const hint = '增加“机关运行经费”一项，至少填写上年数。';
      return [finding('本部门有行政或参公单位，也有公用经费，但没有填写机关运行经费。', keyInDefinition('部门'), { hint })];
    }
    const taken = members.filter(takesInOthers);
    if (taken.length > 0 && !operating.value.isZero()) return taken.map(notSplit);
    const mixed = agencies.length < units.length;
    const general = budget.total({ cube: '机关运行经费', where: { 年份: '本年', 资金: '一般公共预算' } });
    return [
      compare({
        left: sideOf('一般公共预算安排的机关运行经费', general, ['机关运行经费']),
        operator: mixed ? '≤' : '＝',
        right: sideOf('公用经费合计', operating, ['一般公共预算基本支出']),
        hint: '机关运行经费是行政单位和参公事业单位的公用经费；核对两处的金额，文件里只有一个单位时可以删去“单位”一项，由程序取公用经费。',
      }),
    ];
  },
};

/** Without «单位» all 公用经费 of a file go to its first unit: right only where no other unit's money stands in it. */
function takesInOthers(member: Member): boolean {
  const { 部门: self, 机关运行经费: funds } = member.content;
  return self.单位性质 !== '事业' && funds?.单位 === undefined && unitsInFile(member).length > 0;
}

/** Units listed in a file that have none of their own. */
const unitsInFile = ({ content: { 部门: self } }: Member) => (self.所属单位 ?? []).filter((unit) => unit.定义 === undefined);

function notSplit(member: Member): Finding {
  const { 名称: name } = member.content.部门;
  const place = { ...inMember(member, '机关运行经费'), part: 'key' } as const;
  const hint = '在“机关运行经费”里用“单位”写明各行政、参公单位本年的金额；单位有自己的文件的，在“所属单位”里写“定义”。';
  const institutions = unitsInFile(member).some((unit) => unit.单位性质 === '事业');
  const why = institutions ? '还有事业单位，公用经费不全是机关运行经费' : '还有别的行政或参公单位，机关运行经费不全是它的';
  return finding(`${name}的文件里${why}，要按单位填写。`, place, { hint });
}
