import { REASONS, THREE_PUBLIC_ITEMS, VEHICLE_TOTAL } from '../../definition/schema/kinds.js';
import { type Check, finding, findingsOr } from '../check.js';
import { inDefinition } from '../shared/sides.js';

/** Totals with their parts, and 收入 and 支出 as one total seen from two sides: one reason may serve several of a line. */
const SAME_TOTAL: readonly (readonly string[])[] = [
  ['收入', '支出', '一般公共预算支出'],
  [VEHICLE_TOTAL, '公务用车购置费', '公务用车运行维护费'],
  ...THREE_PUBLIC_ITEMS.map((item) => ['三公经费', VEHICLE_TOTAL, item]),
];
const ofOneTotal = (one: string, other: string) => SAME_TOTAL.some((keys) => keys.includes(one) && keys.includes(other));

/**
 * 符合：
 *     增减原因.支出: 新增政务平台运行维护项目，并动用上年结转资金
 * 不符（增减原因/机关运行经费）：
 *     增减原因.机关运行经费: 压减公务接待批次和标准
 */
export const reasonNotRepeated: Check = {
  code: 'reason-not-repeated',
  group: '增减原因',
  severity: '提醒',
  rule: '不同事项的增减原因不应一字不差；收入与支出、合计与其中的一项除外。',
  relations: ['C05', 'C07'],
  basis: '财预〔2021〕29号：说明收支增减变化及原因',
  run: ({ department }) => {
    const given = REASONS.flatMap((key) => {
      const reason = department.增减原因?.[key];
      return reason === undefined ? [] : [{ key, reason }];
    });
    const findings = given.flatMap(({ key, reason }, index) => {
      const before = given.slice(0, index).find((one) => one.reason === reason && !ofOneTotal(key, one.key));
      if (!before) return [];
      const related = [{ message: `${before.key}的增减原因`, place: inDefinition('增减原因', before.key) }];
      return finding(`${key}的增减原因与${before.key}的完全相同。`, inDefinition('增减原因', key), {
        related,
        hint: '分别写明各自的原因。',
      });
    });
    return findingsOr(findings, given.length, '各项增减原因没有重复。');
  },
};
