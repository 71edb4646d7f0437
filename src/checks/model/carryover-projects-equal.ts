import type { Check } from '../check.js';
import { projectComparisons } from './project-expenditure-equals-projects.js';

/**
 * 符合：
 *     项目[0].资金.上年结转: {一般公共预算: 40000}
 *     项目[1].资金.上年结转: {一般公共预算: 10000}
 * 不符（支出/1/项目支出/上年结转/一般公共预算）：
 *     项目[0].资金.上年结转: {一般公共预算: 5000}
 */
export const carryoverProjectsEqual: Check = {
  code: 'carryover-projects-equal',
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '用上年结转安排的项目支出，按功能分类的合计与全部项目的合计应相等，每一种资金都是。',
  relations: ['T12-1'],
  basis: '预算法实施条例第六条第三款：公开基本支出和项目支出',
  run: ({ budget }) => projectComparisons(budget, '上年结转'),
};
