import { type Check, findingsOr } from '../check.js';
import { unstatedFindings } from '../shared/unstated.js';
import { isRequiredByLaw } from './not-stated.js';

/**
 * 符合：
 *     其他说明: 无
 * 不符（其他说明）：
 *     其他说明: 删除
 */
export const formNotFilled: Check = {
  code: 'form-not-filled',
  group: '公开要求',
  severity: '提醒',
  rule: '方案的报表、模板要用的内容都要填写；方案不印的，不用填。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: (context) => {
    const required = unstatedFindings(context, isRequiredByLaw);
    const filled = required.length === 0 ? '方案要用的内容都已填写。' : '方案要用的内容，除别的各条列为“未填”的，都已填写。';
    return findingsOr(
      unstatedFindings(context, (path) => !isRequiredByLaw(path)),
      1,
      filled,
    );
  },
};
