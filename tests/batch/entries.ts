import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { DepartmentSummary } from '../../src/features/batch/page/department-summary.js';
import type { BatchEntry } from '../../src/features/batch/page/entry.js';

const ZEROS = { 一般公共预算: '0', 政府性基金预算: '0', 国有资本经营预算: '0', 财政专户管理资金: '0', 单位资金: '0' };

export interface Given {
  readonly code: string;
  readonly name?: string;
  readonly partOf?: string;
  /** 收入总计, 支出总计 and 基本支出 of the general budget. */
  readonly total?: string;
  readonly previous?: string;
  readonly threePublic?: string;
  readonly totals?: Partial<DepartmentSummary['totals']>;
  readonly funds?: Partial<DepartmentSummary['revenueByFund']>;
  readonly items?: DepartmentSummary['items'];
  readonly reasons?: DepartmentSummary['reasons'];
}

/** A department whose whole money is 基本支出 of the general budget, unless told otherwise. */
export function summary({ code, name = `第${code}局`, partOf, total = '0', ...given }: Given): DepartmentSummary {
  const funds = { ...ZEROS, 一般公共预算: total, ...given.funds };
  return {
    code,
    name,
    year: '2026',
    district: '某区',
    ...(partOf !== undefined && { partOf }),
    totals: {
      收入总计: total,
      支出总计: total,
      基本支出: total,
      项目支出: '0',
      年终结转: '0',
      三公经费: given.threePublic ?? '0',
      ...given.totals,
    },
    previous: given.previous ?? total,
    revenueByFund: funds,
    expenditureByFund: funds,
    reasons: given.reasons ?? [],
    items: given.items ?? [],
  };
}

export function entry(given: Given, more: Partial<BatchEntry> = {}): BatchEntry {
  const made = summary(given);
  const stem = `${made.code}-${made.name}`;
  return {
    input: `data/2026/${stem}.yaml`,
    isUnit: given.partOf !== undefined,
    state: 'made',
    findings: [],
    pages: 30,
    downloads: [{ label: 'Word', path: [stem, `${stem}.docx`] }],
    summary: made,
    ...more,
  };
}

export const finding = (code: Diagnostic['code'], severity: Diagnostic['severity'] = 'warning'): Diagnostic => ({
  code,
  severity,
  message: `${code}的话。`,
  at: { file: 'data/2026/001.yaml', line: 3, column: 5 },
});
