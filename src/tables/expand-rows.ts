import type { Budget } from '../budget/budget.js';
import { codeTree, flatten } from '../budget/code-tree.js';
import type { Fact } from '../budget/facts.js';
import { listProjects } from '../budget/list-projects.js';
import { matcher } from '../budget/query.js';
import { isCategory } from '../definition/functional-code.js';
import { chineseNumber } from '../profile/chinese-number.js';
import type { Measure, RowSpec } from '../profile/table-schema.js';

/** One row of a table before its amounts are filled in. A row is part of the nearest row above with a smaller indent. */
export interface RowPlan {
  readonly name: string;
  readonly code: string;
  readonly governmentName: string;
  readonly measure: Measure;
  readonly strong: boolean;
  readonly indent: number;
  /** The label covers all label columns. */
  readonly spansLabels: boolean;
  /** The row is the sum of the rows above or below it. */
  readonly sums?: '上' | '下';
  readonly omitZero: boolean;
}

/**
 * The rows that a row specification stands for: itself, or a tree, projects, units … of the budget. An economic code
 * takes a row for each of its 政府科目 only where the table names them.
 */
export function expandRow(spec: RowSpec, budget: Budget, namesGovernment = true): RowPlan[] {
  switch (spec.展开) {
    case undefined:
      return [fixedRow(spec)];
    case '功能分类':
      return functionalRows(spec, budget);
    case '经济分类':
      return economicRows(spec, budget, namesGovernment);
    case '收入科目':
      return revenueRows(spec, budget);
    case '项目':
      return projectRows(spec, budget);
    case '单位':
      return unitRows(spec, budget);
    default:
      return spec.展开 satisfies never;
  }
}

const plain = { code: '', governmentName: '', strong: false, indent: 0, spansLabels: false, omitZero: false };

function fixedRow(spec: RowSpec): RowPlan {
  const total = spec.合计 === true;
  return {
    ...plain,
    name: spec.名称 ?? '',
    measure: spec.取数 ?? {},
    strong: total,
    indent: spec.缩进 ?? 0,
    spansLabels: total,
    omitZero: spec.为零时省略 === true,
    ...(spec.汇总 && { sums: spec.汇总 }),
  };
}

const DEPTHS = { 类: 1, 款: 2, 项: 3 } as const;

function functionalRows(spec: RowSpec, budget: Budget): RowPlan[] {
  const depth = DEPTHS[spec.层级 ?? '项'];
  const codes = codesOf(selected(spec, budget));
  const filler = spec.范围 === '全部' ? [...budget.classifications.functional.keys()].filter(isCategory) : [];
  return flatten(codeTree([...codes, ...filler], depth)).map((node, index) => {
    const label = budget.names.functional(node.code);
    const name = spec.编号 === true ? `${chineseNumber(index + 1)}、${label}` : label;
    return { ...plain, name, code: node.code, measure: { ...spec.取数, 科目: node.code }, indent: node.level };
  });
}

function economicRows(spec: RowSpec, budget: Budget, namesGovernment: boolean): RowPlan[] {
  const facts = selected(spec, budget);
  const rows: RowPlan[] = [];
  for (const category of codeTree(codesOf(facts), 2)) {
    const measure = { ...spec.取数, 科目: category.code };
    rows.push({ ...plain, name: budget.names.departmentEconomic(category.code), code: category.code, measure });
    for (const { code } of category.children) {
      if (!namesGovernment) {
        rows.push({ ...plain, name: budget.names.departmentEconomic(code), code, measure: { ...spec.取数, 科目: code }, indent: 1 });
        continue;
      }
      for (const government of governmentCodes(facts, code)) {
        const item = { ...spec.取数, 科目: code, 政府科目: government };
        const governmentName = government === '' ? '' : budget.names.governmentEconomic(government);
        rows.push({ ...plain, name: budget.names.departmentEconomic(code), code, governmentName, measure: item, indent: 1 });
      }
    }
  }
  return rows;
}

function governmentCodes(facts: readonly Fact[], code: string): string[] {
  return [...new Set(facts.filter((fact) => fact.dimensions.科目 === code).map((fact) => fact.dimensions.政府科目 ?? ''))].sort();
}

function revenueRows(spec: RowSpec, budget: Budget): RowPlan[] {
  const leaves = budget.definition.members.flatMap(({ content: { 收入: revenue } }) => [
    ...(revenue.政府性基金预算 ?? []),
    ...(revenue.国有资本经营预算 ?? []),
  ]);
  const names = new Map(leaves.map((leaf) => [leaf.科目, leaf.名称]));
  const codes = [...new Set(codesOf(selected(spec, budget)))].sort();
  return codes.map((code) => ({ ...plain, name: names.get(code) ?? code, code, measure: { ...spec.取数, 科目: code } }));
}

/** The department, then each unit that has projects, then its projects, in the order of the definition. */
function projectRows(spec: RowSpec, budget: Budget): RowPlan[] {
  const keys = new Set(selected(spec, budget).map((fact) => fact.dimensions.项目));
  const shown = listProjects(budget.definition).filter(({ key }) => keys.has(key));
  if (shown.length === 0) return [fixedRow({ ...spec, 展开: undefined, 名称: '合计', 合计: true })];
  const { 名称: department } = budget.definition.department.部门;
  const rows: RowPlan[] = [{ ...plain, name: department, measure: { ...spec.取数 }, strong: true, sums: '下' }];
  for (const unit of new Set(shown.map((entry) => entry.unit))) {
    rows.push({ ...plain, name: unit, measure: { ...spec.取数, 单位: unit } });
    const own = shown.filter((entry) => entry.unit === unit);
    rows.push(...own.map(({ project, key }) => ({ ...plain, name: project.名称 ?? '', measure: { ...spec.取数, 项目: key }, indent: 1 })));
  }
  return rows;
}

function unitRows(spec: RowSpec, budget: Budget): RowPlan[] {
  const units = new Set(selected(spec, budget).flatMap((fact) => fact.dimensions.单位 ?? []));
  return [...units].map((unit) => ({ ...plain, name: unit, measure: { ...spec.取数, 单位: unit } }));
}

/** Facts of the row's own conditions that hold money. */
function selected(spec: RowSpec, budget: Budget): Fact[] {
  const { 表, ...where } = spec.取数 ?? {};
  const cubes = 表 === undefined ? [] : [表].flat();
  const test = (cube: (typeof cubes)[number]) => matcher({ cube, where: withoutAbsent(where) });
  return cubes.flatMap((cube) => budget.facts(cube).filter((fact) => !fact.value.isZero() && test(cube)(fact)));
}

function withoutAbsent(where: Omit<Measure, '表'>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(where).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined));
}

function codesOf(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => fact.dimensions.科目 ?? []);
}
