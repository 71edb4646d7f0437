import type { Cube } from '../../budget/cubes/index.js';
import type { Fact } from '../../budget/facts.js';
import type { Member } from '../../definition/definition.js';
import { Decimal } from '../../money/decimal.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     国有资产.五十万元以上通用设备: 3
 *     国有资产.一百万元以上通用设备: 3
 * 不符（国有资产/一百万元以上通用设备）：
 *     国有资产.五十万元以上通用设备: 1
 *     国有资产.一百万元以上通用设备: 3
 * 不符（国有资产/计划购置/一百万元以上通用设备）：
 *     国有资产.计划购置: {五十万元以上通用设备: 1, 一百万元以上通用设备: 2}
 * 不符（国有资产/计划购置/一百万元以上通用设备）：
 *     国有资产.计划购置: {一百万元以上通用设备: 1}
 */
export const equipmentCountsNest: Check = {
  code: 'equipment-counts-nest',
  group: '绩效与资产',
  severity: '提醒',
  inference: true,
  strict: '错误',
  rule: '价值高的设备也在价值低的一类之内（100万元以上的也在50万元以上），前者不应比后者多。',
  relations: ['A-1'],
  run: (context) => {
    const findings = context.members.flatMap((member) => [...nested('资产', member, context), ...nested('计划购置', member, context)]);
    return findingsOr(findings, 1, '价值高的设备不比价值低的一类多。');
  },
};

/** A kind of equipment by the least price that its name tells, and the rest of the name. */
interface Kind {
  readonly name: string;
  readonly least: number;
  readonly rest: string;
  readonly count: Decimal;
  readonly fact?: Fact;
}

const PRICE = /(\d+|[一二三四五六七八九]?[十百千])万元/;
const DIGITS = '一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function kindOf(name: string, fact?: Fact): Kind[] {
  const [whole, number] = PRICE.exec(name) ?? [];
  if (whole === undefined || number === undefined) return [];
  const power = POWERS[number.slice(-1)];
  const least = power === undefined ? Number(number) : power * (number.length > 1 ? DIGITS.indexOf(number.charAt(0)) + 1 : 1); // ok: a price that a name tells
  return [{ name, least, rest: name.replace(whole, ''), count: fact?.value ?? new Decimal(0), ...(fact && { fact }) }];
}

function nested(cube: Cube, member: Member, { budget, profile }: CheckContext): Finding[] {
  const own = budget.facts(cube).filter(({ origin }) => origin.kind === 'stated' && origin.source.file === member.file);
  const stated = own.flatMap((fact) => kindOf(fact.dimensions.种类 ?? '', fact));
  // What is not planned is none; what is held may have been left out.
  const open = cube === '计划购置' && own.length > 0 ? (profile.spec.资产?.设备 ?? []) : [];
  const kinds = [...stated, ...open.filter((name) => !stated.some((one) => one.name === name)).flatMap((name) => kindOf(name))];
  return kinds.flatMap((part) => {
    const whole = kinds.find((one) => one.rest === part.rest && one.least < part.least && one.count.lt(part.count));
    if (!whole || part.fact?.origin.kind !== 'stated') return [];
    const message = `${part.name}有 ${part.count.toFixed()} 台（套），而${whole.name}只有 ${whole.count.toFixed()} 台（套）。`;
    return finding(`${cube === '计划购置' ? '计划购置的' : ''}${message}`, inMember(member, ...part.fact.origin.source.path), {
      hint: '核对两个数是不是写反，或价值低的一类没有把价值高的算进去。',
    });
  });
}
