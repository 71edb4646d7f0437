import { type Check, finding, findingsOr } from '../check.js';
import { changeWords, isNegligible, statedChanges } from '../shared/changes.js';
import { inDefinition } from '../shared/sides.js';

const MORE = /增加|增长|新增|增多|变多|提高|上升|上涨|增设|扩大|上调|调增/;
const LESS = /减少|变少|下降|压减|压缩|缩减|降低|取消|核减|调减|厉行节约|过紧日子/;
/** Movements that a reason for 持平 denies: 没有新增车辆. */
const DENIED =
  /(?:没有|未|无|不再?|并未|均未)(?:增加|增长|新增|增多|提高|上升|上涨|增设|扩大|上调|调增|减少|变少|下降|压减|压缩|缩减|降低|取消|核减|调减)/g;

/**
 * 符合：
 *     增减原因.公务接待费: 新增接待任务少于上年，压减接待标准
 * 符合：
 *     增减原因.公务用车运行维护费: 车辆和定额没有变化
 * 符合：
 *     增减原因.公务用车运行维护费: 车辆没有增加，定额与上年相同
 *     增减原因.三公经费: 压减公务接待批次和标准
 * 不符（增减原因/公务接待费）：
 *     增减原因.公务接待费: 来访人数增加
 * 不符（增减原因/公务用车运行维护费）：
 *     增减原因.公务用车运行维护费: 车辆维修次数增多
 */
export const reasonFitsChange: Check = {
  code: 'reason-fits-change',
  group: '增减原因',
  severity: '提醒',
  strict: '错误',
  rule: '增减原因要与增减的方向相合；没有增减的，原因里不说增加或减少。',
  relations: ['C05', 'N-2'],
  basis: '财预〔2021〕29号：说明收支增减变化及原因',
  run: (context) => {
    const given = statedChanges(context).filter((one) => one.change.reason !== undefined && !isNegligible(one, context));
    const findings = given.flatMap((one) => {
      const { direction, reason = '' } = one.change;
      const place = inDefinition('增减原因', one.key);
      const words = changeWords(one, context);
      if (direction === 'none' || direction === 'equal') {
        const rest = reason.replace(DENIED, '');
        if (!MORE.test(rest) && !LESS.test(rest)) return [];
        return finding(`${one.label}${words}，原因“${reason}”说的却是增减。`, place, { hint: '改写或删去这条原因，或核对上年数。' });
      }
      const rises = direction === 'rise' || direction === 'new';
      const [fits, contrary] = rises ? [MORE, LESS] : [LESS, MORE];
      if (!contrary.test(reason) || fits.test(reason)) return [];
      return finding(`${one.label}${words}，原因“${reason}”说的却是相反的方向。`, place, { hint: '核对本年数和上年数，或改写原因。' });
    });
    return findingsOr(findings, given.length, '增减原因与增减方向相合。');
  },
};
