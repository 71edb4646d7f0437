import { type Check, findingsOr } from '../check.js';
import { unstatedFindings } from '../shared/unstated.js';

/** What the notice asks every department to explain. */
const REQUIRED: readonly unknown[] = [
  '上年预算',
  '三公经费',
  '机关运行经费',
  '政府采购',
  '国有资产',
  '政府购买服务',
  '所属单位',
  '机构设置',
  '整体绩效目标',
  '编报绩效目标',
];
const OPTIONAL: readonly unknown[] = ['计划购置', '车辆编制'];

export const isRequiredByLaw = (path: readonly (string | number)[]): boolean =>
  path.some((step) => REQUIRED.includes(step)) && !path.some((step) => OPTIONAL.includes(step));

/**
 * 符合：
 *     三公经费: 无
 *     一般公共预算基本支出[5].科目: "30207"
 *     一般公共预算基本支出[6].科目: "30211"
 *     增减原因.公务接待费: 删除
 *     核对数: 删除
 * 不符（三公经费）：
 *     三公经费: 删除
 *     一般公共预算基本支出[5].科目: "30207"
 *     一般公共预算基本支出[6].科目: "30211"
 *     增减原因.公务接待费: 删除
 *     核对数: 删除
 * 不符（整体绩效目标）：
 *     整体绩效目标: 删除
 */
export const notStated: Check = {
  code: 'not-stated',
  group: '公开要求',
  severity: '提醒',
  strict: '错误',
  rule: '必须公开的情况由单位自己写明，没有的写“无”；没有写的，文件里不替单位说，在这里列为未填。',
  relations: ['C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C12', 'C13', 'C17'],
  basis: '财预〔2021〕29号：部门职责、机构设置、收支增减、机关运行经费、政府采购、政府购买服务、国有资产和预算绩效的说明',
  run: (context) => findingsOr(unstatedFindings(context, isRequiredByLaw), 1, '必须公开的情况都已写明。'),
};
