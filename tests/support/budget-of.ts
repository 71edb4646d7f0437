import { stringify } from 'yaml';
import { type Budget, computeBudget } from '../../src/budget/budget.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { printDiagnostics } from '../../src/diagnostics/print.js';
import { classifications } from './classifications.js';

const NOTHING = '0';

/** The least that a definition must say; 支出 of nothing at all. */
const BASE = {
  金额单位: '元',
  部门: { 名称: '虚构市示例区公式试验所', 代码: '990', 单位性质: '行政' },
  职责: ['试验公式。'],
  收入: {},
  支出: [{ 科目: '2010301' }],
  上年预算: {},
  国有资产: { 车辆编制: NOTHING, 办公用房面积: NOTHING, 五十万元以上通用设备: NOTHING, 一百万元以上通用设备: NOTHING },
};
const DISTRICT = '年度: 2026\n地区: 虚构市示例区\n级次: 区级\n';

/** The budget of a department of which only a few parts are stated; everything else is nothing. */
export function budgetOf(parts: Readonly<Record<string, unknown>>): Budget {
  const yaml = stringify({ ...BASE, ...parts });
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const { value, diagnostics, sources } = loadDefinition(file('预算.yaml', yaml), file('区县.yaml', DISTRICT));
  if (!value) throw new Error(printDiagnostics(diagnostics, sources, { color: false }));
  return computeBudget(value, classifications);
}
