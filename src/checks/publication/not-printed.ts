import type { Member } from '../../definition/definition.js';
import { fitsPattern } from '../../definition/path-pattern.js';
import { Decimal } from '../../money/decimal.js';
import { askedSources, printsForms } from '../../narrative/asked.js';
import { groupBy } from '../../plain/objects.js';
import type { Check, Finding, Path } from '../check.js';
import type { CheckContext } from '../context.js';
import { finding, findingsOr, unchecked } from '../shared/findings.js';

/** What the program or its checks use, whether or not a form prints it. */
const USED: readonly string[] = [
  '金额单位',
  '方案',
  '部门/**',
  '批复日期',
  '公开日期',
  '一般公共预算基本支出/**',
  '支出/*/名称',
  '年终结转/**',
  '项目/*/名称',
  '项目/*/单位',
  '项目/*/类别',
  '项目/*/资金/**',
  '项目/*/编报绩效目标',
  '项目/*/绩效目标表/项目期',
  '项目/*/绩效目标表/项目属性',
  '项目/*/绩效目标表/年度资金来源/**',
  '项目/*/绩效目标表/实施期资金来源/**',
  '编报绩效目标',
  '上年预算/**',
  '政府采购预留/**',
  '国有资产/截至日期',
  '国有资产/车辆编制',
  '国有资产/车辆/**',
  '保密审查/**',
  '核对数/**',
  '公布数/**',
  '待确认/**',
  '已确认的提醒/**',
  '补充科目/**',
  '文字/**',
];

/**
 * 符合：
 *     国有资产.车辆编制: 5
 * 符合：
 *     政府采购预留: {中小企业: 50000}
 * 不符（项目/0/绩效目标表）：
 *     方案改动: {说明/10-绩效管理.hbs: {"{{绩效目标表}}": ""}}
 * 不符（支出/0/用途）：
 *     支出[0].用途: 保障机关日常运转
 * 不符（增减原因/事业收入）：
 *     增减原因.事业收入: 床位收费增加
 */
export const notPrinted: Check = {
  code: 'not-printed',
  group: '公开要求',
  severity: '提醒',
  rule: '填写了的内容，方案都有地方印；方案不印、检查也不用的，列出来。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对填写的内容印了没有。')];
    const asked = [...askedSources(context.profile), ...USED];
    const findings = context.members.flatMap((member) => unprinted(member, asked, context));
    return findingsOr(findings, asked.length, '填写的内容方案都印，或用于核对。');
  },
};

/** One finding for each key, however many items of a list have it. */
function unprinted(member: Member, asked: readonly string[], { profile, definition }: CheckContext): Finding[] {
  const alike = [...groupBy(leaves(member.content, []), withoutNumbers).values()];
  const open = alike.filter(([first = []]) => !asked.some((pattern) => fitsPattern(pattern, first))).flat();
  const printed = definition.superior ? printsForms(profile) : printsFormTexts(profile);
  const isForm = (path: Path) => !printed && path[0] === '项目' && path[2] === '绩效目标表';
  // Forms of a unit are printed by its department; where nobody prints any, each is one thing.
  const paths = definition.superior ? open.filter((path) => !isForm(path)) : withoutRepeats(open, isForm);
  const groups = groupBy(paths, withoutNumbers);
  return [...groups.values()].map(([first = [], ...others]) => {
    const name = first.filter((step) => typeof step === 'string').join('/');
    const more = others.length === 0 ? '' : `（共 ${others.length + 1} 处）`;
    const hint = '要公开的，在方案的模板或报表里加上；不公开的，可以删去。';
    return finding(
      `“${name}”${more}填写了，本方案（${profile.spec.名称}）不印这一项。`,
      { kind: 'definition', file: member.file, path: first },
      { hint },
    );
  });
}

/** A pattern does not tell the items of a list apart. */
const withoutNumbers = (path: Path): string => path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');

/** As forms, or in tables and sentences: then what of a form is not printed is told field by field. */
const printsFormTexts = (profile: CheckContext['profile']): boolean =>
  printsForms(profile) || askedSources(profile).some((pattern) => pattern.startsWith('项目/*/绩效目标表/'));

function withoutRepeats(paths: readonly Path[], isForm: (path: Path) => boolean): Path[] {
  const whole = paths.map((path) => (isForm(path) ? path.slice(0, 3) : path));
  return [...new Map(whole.map((path) => [path.join('/'), path])).values()];
}

/** Places of what is said; a zero says that there is nothing. */
function leaves(value: unknown, path: Path): Path[] {
  if (value === undefined || (value instanceof Decimal && value.isZero())) return [];
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}
