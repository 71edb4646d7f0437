import type { Member } from '../../definition/definition.js';
import type { UNIT_FUND_SOURCES } from '../../definition/schema/funds.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/** Names of 项 that only agencies use, and only institutions. */
const AGENCY = /^行政(?:运行|单位)/;
/** Of 事业单位 alone; 事业运行 pays the institution's people whom an agency has. */
const INSTITUTION_ALONE = /^事业单位/;
const INSTITUTION = /^事业(?:运行|单位)/;
/** Earned by institutions only. */
const EARNED: readonly string[] = ['事业收入', '事业单位经营收入'] satisfies (typeof UNIT_FUND_SOURCES)[number][];

/**
 * 符合：
 *     支出[3]: {科目: "2101101", 基本支出: {一般公共预算: 52000}}
 * 不符（支出/3/科目）：
 *     部门.单位性质: 事业
 *     机关运行经费: 删除
 *     增减原因.机关运行经费: 删除
 * 不符（支出/3/科目）：
 *     支出[3]: {科目: "2101102", 基本支出: {一般公共预算: 52000}}
 * 不符（收入/单位资金/事业收入）：
 *     收入.单位资金: {事业收入: 40000}
 */
export const codesFitUnitKind: Check = {
  code: 'codes-fit-unit-kind',
  group: '科目',
  severity: '提醒',
  rule: '行政单位的科目不用在事业单位，事业单位的科目、事业收入和经营收入不在行政单位。',
  relations: ['T6-4'],
  basis: '《政府收支分类科目》的科目说明',
  run: (context) => {
    const findings = context.members.flatMap((member) => [...wrongCodes(member, context), ...wrongSources(member, context)]);
    return findingsOr(findings, context.members.length, '支出科目和单位资金的来源与单位性质相合。');
  },
};

/** Kinds of the units whose money stands in a file: those with a file of their own state it there. */
function kindsOf({ content: { 部门: self } }: Member): string[] {
  return [self.单位性质, ...(self.所属单位 ?? []).filter((unit) => unit.定义 === undefined).map((unit) => unit.单位性质)];
}

function wrongCodes(member: Member, { budget }: CheckContext): Finding[] {
  const kinds = kindsOf(member);
  const [strange, whose, own] = kinds.every((kind) => kind === '事业')
    ? [AGENCY, '行政单位', '事业单位']
    : [INSTITUTION_ALONE, '事业单位', '行政单位'];
  // An agency that pays institution staff has an institution within.
  if (own === '行政单位' && (kinds.some((kind) => kind !== '行政') || paysInstitution(member, budget))) return [];
  return member.content.支出.flatMap(({ 科目: code }, index) => {
    const name = budget.names.functional(code);
    if (!strange.test(name)) return [];
    const message = `${name}（${code}）是${whose}用的科目，本文件的单位是${own}。`;
    return finding(message, inMember(member, '支出', index, '科目'), { hint: `核对单位性质，或改用${own}的科目。` });
  });
}

/** 事业运行, or one 款 with the codes of both kinds of units side by side. */
function paysInstitution({ content }: Member, { names }: CheckContext['budget']): boolean {
  const codes = content.支出.map(({ 科目: code }) => code);
  const sections = (pattern: RegExp) => codes.filter((code) => pattern.test(names.functional(code))).map((code) => code.slice(0, 5));
  const agency = sections(AGENCY);
  return codes.some((code) => names.functional(code) === '事业运行') || sections(INSTITUTION_ALONE).some((one) => agency.includes(one));
}

function wrongSources(member: Member, { budget }: CheckContext): Finding[] {
  const { 收入: revenue, 支出: leaves } = member.content;
  const hasInstitution =
    kindsOf(member).some((kind) => kind !== '行政') || leaves.some(({ 科目: code }) => INSTITUTION.test(budget.names.functional(code)));
  const places = [
    [['收入', '单位资金'], revenue.单位资金],
    [['收入', '上年结转', '单位资金'], revenue.上年结转?.单位资金],
  ] as const;
  if (hasInstitution) return [];
  return places.flatMap(([path, funds]) =>
    Object.entries(funds ?? {})
      .filter(([source]) => EARNED.includes(source))
      .map(([source]) =>
        finding(`${source}是事业单位的收入，本文件的单位是行政单位。`, inMember(member, ...path, source), {
          hint: '核对单位性质，或改到“其他收入”等来源。',
        }),
      ),
  );
}
