import { expect, test } from 'vitest';
import { templateContext } from '../../src/narrative/context.js';
import { budgetOf } from '../support/budget-of.js';
import { loadedProfile } from '../support/build-case.js';

const budget = budgetOf({ 收入: { 一般公共预算: '679040' }, 上年预算: { 一般公共预算: '679000' } });

test.each([
  { 单位: '万元', 小数: 2, 持平: true },
  { 单位: '万元', 小数: 3, 持平: false },
  { 单位: '万元', 小数: 0, 持平: true },
  { 单位: '元', 小数: 2, 持平: false },
] as const)('40 元 more is 基本持平 only where it would print as zero: $单位 with $小数 decimals', ({ 单位, 小数, 持平 }) => {
  const { 数字写法, 文中金额 } = loadedProfile().spec;
  const context = templateContext(budget, undefined, { 数字写法, 文中金额: { ...文中金额, 单位, 小数 } });
  const { 收入 } = context.value as { 收入: { 变动: { 基本持平: boolean; 增加: boolean } } };
  expect(收入.变动).toMatchObject({ 基本持平: 持平, 增加: !持平 });
});
