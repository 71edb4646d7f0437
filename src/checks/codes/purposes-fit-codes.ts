import type { Member } from '../../definition/definition.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import type { PurposeRule } from '../rules/rules.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     支出[5].用途: 缴纳职工住房公积金
 *     支出[3].用途: 缴纳职工基本医疗保险
 *     支出[0].用途: 机关人员工资、住房公积金和日常公用支出
 *     已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]
 * 不符（支出/5/用途）：
 *     支出[5].用途: 缴纳职工基本医疗保险
 * 不符（支出/3/用途）：
 *     支出[3].用途: 缴纳职工住房公积金
 * 不符（支出/2/用途）：
 *     支出[2].用途: 购置公务用车
 * 不符（支出/1/用途）：
 *     支出[1].用途: 用于机关事业单位基本养老保险缴费
 */
export const purposesFitCodes: Check = {
  code: 'purposes-fit-codes',
  group: '科目',
  severity: '提醒',
  rule: '支出科目的用途应说本科目的事，不应说另一个科目的事。',
  relations: ['C03'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const files = context.members.flatMap((member) =>
      member.content.支出.map((leaf, index) => ({ member, index, code: leaf.科目, text: leaf.用途 })),
    );
    const stated = files.filter((one): one is Stated => one.text !== undefined);
    return findingsOr(
      stated.flatMap((one) => anothers(one, context)),
      stated.length,
      '支出科目的用途说的都是本科目的事。',
    );
  },
};

interface Stated {
  readonly member: Member;
  readonly index: number;
  readonly code: string;
  readonly text: string;
}

function anothers({ member, index, code, text }: Stated, { budget, rules }: CheckContext): Finding[] {
  const own = budget.names.functional(code);
  const other = purposeOf(code, text, rules.purposes) ?? nameIn(text, own, namesOf(member, code, budget.names.functional));
  if (other === undefined) return [];
  return [
    finding(`科目 ${code}（${own}）的用途写的是“${text}”，说的是“${other}”的事。`, inMember(member, '支出', index, '用途'), {
      hint: '核对科目编码和用途，是不是两个科目的用途写反了。',
    }),
  ];
}

const isOf = (codes: readonly string[], code: string) => codes.some((one) => code.startsWith(one));

/** Only a code that has a purpose of its own is held against others': what 行政运行 pays may be anything. */
function purposeOf(code: string, text: string, purposes: readonly PurposeRule[]): string | undefined {
  const mine = purposes.filter(({ codes }) => isOf(codes, code));
  const wordsIn = ({ pattern }: PurposeRule) => text.match(pattern) ?? [];
  if (mine.length === 0 || mine.some((one) => wordsIn(one).length > 0)) return undefined;
  return purposes.filter((one) => !mine.includes(one)).flatMap(wordsIn)[0];
}

function namesOf({ content }: Member, code: string, name: (code: string) => string): string[] {
  return content.支出.filter((leaf) => leaf.科目 !== code).map((leaf) => name(leaf.科目));
}

/** The whole text is another code's name. */
function nameIn(text: string, own: string, others: readonly string[]): string | undefined {
  const core = (name: string) => name.replace(/^其他/, '').replace(/(?:缴费)?(?:支出|经费)?$/, '');
  if (text.includes(core(own))) return undefined;
  return others.find(
    (name) => name !== own && core(name).length > 3 && core(text).endsWith(core(name)) && core(text).length <= core(name).length + 4,
  );
}
