import type { Budget } from '../budget/budget.js';
import { codeTree, flatten } from '../budget/code-tree.js';
import type { Cube } from '../budget/cubes/index.js';
import { entryKey } from '../budget/cubes/own-data.js';
import type { Expansion } from '../budget/dictionary.js';
import type { Dimension } from '../budget/dimensions.js';
import type { Fact } from '../budget/facts.js';
import { listProjects } from '../budget/list-projects.js';
import { matcher } from '../budget/query.js';
import { isCategory } from '../definition/functional-code.js';
import type { Project } from '../definition/schema/project.js';
import { defined } from '../plain/objects.js';
import { chineseNumber } from '../profile/table-number.js';
import type { Measure, RowSpec } from '../profile/table-schema.js';
import { indicatorRows } from './indicator-rows.js';
import { entryTexts } from './own-texts.js';

/** One row of a table before its amounts are filled in. A row is part of the nearest row above with a smaller indent. */
export interface RowPlan {
  readonly name: string;
  readonly code: string;
  /** What other columns hold, by their 内容. */
  readonly texts: Readonly<Record<string, string>>;
  readonly measure: Measure;
  readonly strong: boolean;
  readonly indent: number;
  /** The label covers the label columns before the first amount. */
  readonly spansLabels: boolean;
  /** The row is the sum of the rows above or below it. */
  readonly sums?: '上' | '下';
  readonly omitZero: boolean;
  /** It says something without an amount, too. */
  readonly isEntry?: true;
}

/** What rows are made of: the budget, and what the columns of the table hold. */
interface Ground {
  readonly budget: Budget;
  readonly contents: readonly string[];
}

/** The rows that a row specification stands for: itself, or what it is expanded over, one within the other. */
export function expandRow(spec: RowSpec, budget: Budget, contents: readonly string[] = []): RowPlan[] {
  const expansions = [spec.展开 ?? []].flat();
  return expansions.length === 0 ? [fixedRow(spec)] : expandWithin(expansions, spec, { budget, contents });
}

/** The rows of the outermost expansion, each leaf followed by those within it. The department's row is a total over what follows. */
function expandWithin([outer, ...inner]: readonly Expansion[], spec: RowSpec, ground: Ground): RowPlan[] {
  if (outer === undefined) return [];
  const plans = EXPAND[outer](spec, ground);
  if (inner.length === 0) return plans;
  return plans.flatMap((plan, index) => {
    const isLeaf = (plans[index + 1]?.indent ?? 0) <= plan.indent;
    if (!isLeaf) return [plan];
    const deeper = outer === '部门' ? 0 : plan.indent + 1;
    const below = expandWithin(inner, { ...spec, 取数: plan.measure }, ground);
    return [plan, ...below.map((one) => ({ ...one, indent: one.indent + deeper }))];
  });
}

const plain = { code: '', texts: {}, strong: false, indent: 0, spansLabels: false, omitZero: false };

function fixedRow(spec: RowSpec): RowPlan {
  const total = spec.合计 === true;
  return {
    ...plain,
    name: spec.名称 ?? '',
    code: spec.编码 ?? '',
    texts: spec.文字 ?? {},
    measure: spec.取数 ?? {},
    strong: total,
    indent: spec.缩进 ?? 0,
    spansLabels: total,
    omitZero: spec.为零时省略 === true,
    ...(spec.汇总 && { sums: spec.汇总 }),
  };
}

const EXPAND: Readonly<Record<Expansion, (spec: RowSpec, ground: Ground) => RowPlan[]>> = {
  部门: departmentRow,
  单位: unitRows,
  功能分类: functionalRows,
  经济分类: economicRows,
  政府经济分类: governmentRows,
  收入科目: revenueRows,
  项目: projectRows,
  指标: ({ 取数 }, ground) =>
    indicatorRows(projectsOf(selected({ 取数 }, ground.budget), ground.budget)).map(({ texts, key }) => ({
      ...plain,
      name: texts.名称 ?? '',
      texts,
      measure: { ...取数, 项目: key },
      isEntry: true,
    })),
  明细: entryRows,
};

/** Where nothing has an amount, a total stands alone. */
function departmentRow(spec: RowSpec, { budget }: Ground): RowPlan[] {
  if (selected(spec, budget).length === 0) return [fixedRow({ ...spec, 展开: undefined, 名称: '合计', 合计: true })];
  const { 名称: name, 代码: code } = budget.definition.department.部门;
  return [{ ...plain, name, code, measure: { ...spec.取数 }, strong: true, sums: '下' }];
}

function unitRows(spec: RowSpec, { budget }: Ground): RowPlan[] {
  const units = valuesOf(spec, '单位', budget);
  const codes = new Map(budget.definition.members.map(({ content: { 部门: self } }) => [self.名称, self.代码]));
  return units.map((unit) =>
    numbered({ ...plain, name: unit, code: codes.get(unit) ?? '', measure: { ...spec.取数, 单位: unit } }, units.indexOf(unit)),
  );
}

const numbered = (plan: RowPlan, index: number): RowPlan => ({ ...plan, texts: { ...plan.texts, 序号: String(index + 1) } });

const DEPTHS = { 类: 1, 款: 2, 项: 3 } as const;

function functionalRows(spec: RowSpec, { budget }: Ground): RowPlan[] {
  const depth = DEPTHS[spec.层级 ?? '项'];
  const codes = valuesOf(spec, '科目', budget);
  const filler = spec.范围 === '全部' ? [...budget.classifications.functional.keys()].filter(isCategory) : [];
  return flatten(codeTree([...codes, ...filler], depth)).map((node, index) => {
    const label = budget.names.functional(node.code);
    const name = spec.编号 === true ? `${chineseNumber(index + 1)}、${label}` : label;
    return numbered({ ...plain, name, code: node.code, measure: { ...spec.取数, 科目: node.code }, indent: node.level }, index);
  });
}

/** An economic code takes a row for each of its 政府科目 only where the table names them. */
function economicRows(spec: RowSpec, { budget, contents }: Ground): RowPlan[] {
  const facts = selected(spec, budget);
  const namesGovernment = contents.includes('政府科目') || contents.includes('政府编码');
  return codeTree(codesOf(facts), DEPTHS[spec.层级 === '类' ? '类' : '款'])
    .flatMap((category): RowPlan[] => {
      const { code } = category;
      const own = { ...plain, name: budget.names.departmentEconomic(code), code, measure: { ...spec.取数, 科目: code } };
      return [own, ...category.children.flatMap((child) => economicItem(child.code, namesGovernment ? facts : undefined, spec, budget))];
    })
    .map(numbered);
}

function economicItem(code: string, facts: readonly Fact[] | undefined, spec: RowSpec, budget: Budget): RowPlan[] {
  const item = { ...plain, name: budget.names.departmentEconomic(code), code, measure: { ...spec.取数, 科目: code }, indent: 1 };
  if (!facts) return [item];
  return governmentCodes(facts, code).map((government) => ({
    ...item,
    texts: { 政府编码: government, 政府科目: government === '' ? '' : budget.names.governmentEconomic(government) },
    measure: { ...item.measure, 政府科目: government },
  }));
}

function governmentCodes(facts: readonly Fact[], code: string): string[] {
  return [...new Set(facts.filter((fact) => fact.dimensions.科目 === code).map((fact) => fact.dimensions.政府科目 ?? ''))].sort();
}

function governmentRows(spec: RowSpec, { budget }: Ground): RowPlan[] {
  const codes = valuesOf(spec, '政府科目', budget).filter((code) => code !== '');
  return flatten(codeTree(codes, DEPTHS[spec.层级 === '类' ? '类' : '款'])).map(({ code, level }, index) =>
    numbered(
      { ...plain, name: budget.names.governmentEconomic(code), code, measure: { ...spec.取数, 政府科目: code }, indent: level },
      index,
    ),
  );
}

function revenueRows(spec: RowSpec, { budget }: Ground): RowPlan[] {
  const leaves = budget.definition.members.flatMap(({ content: { 收入: revenue } }) => [
    ...(revenue.政府性基金预算 ?? []),
    ...(revenue.国有资本经营预算 ?? []),
  ]);
  const names = new Map(leaves.map((leaf) => [leaf.科目, leaf.名称]));
  return valuesOf(spec, '科目', budget)
    .sort()
    .map((code, index) => numbered({ ...plain, name: names.get(code) ?? code, code, measure: { ...spec.取数, 科目: code } }, index));
}

/** A project's name in the fact table is its own: within a unit, the unit need not be asked for again. */
function projectRows(spec: RowSpec, { budget }: Ground): RowPlan[] {
  const { 单位: _, ...measure } = spec.取数 ?? {};
  return projectsOf(selected(spec, budget), budget).map(({ project, key, unit }, index) =>
    numbered(
      { ...plain, name: project.名称 ?? '', texts: projectTexts(project, unit, budget), measure: { ...measure, 项目: key } as Measure },
      index,
    ),
  );
}

function projectTexts({ 代码, 类别, 功能科目: item = '', 经济科目: economic = '' }: Project, unit: string, { names }: Budget) {
  return {
    单位: unit,
    类别: 类别 ?? '',
    项目代码: 代码 ?? '',
    功能科目: item,
    功能科目名称: item === '' ? '' : names.functional(item),
    经济科目: economic,
    经济科目名称: economic === '' ? '' : names.departmentEconomic(economic),
  };
}

function projectsOf(facts: readonly Fact[], { definition }: Budget) {
  const keys = new Set(facts.map((fact) => fact.dimensions.项目));
  return listProjects(definition).filter(({ key }) => keys.has(key));
}

/** The entries of a list, in the order of the definition: all of them, or those that other conditions leave. */
function entryRows(spec: RowSpec, { budget }: Ground): RowPlan[] {
  const { 表: _, 明细: list, ...conditions } = spec.取数 ?? {};
  const name = String(list ?? '');
  const isFree = Object.values(conditions).every((value) => value === undefined);
  const left = new Set(matching(spec, budget).map((fact) => fact.dimensions.条目));
  const entries = budget.definition.members.flatMap(({ content, file }) =>
    (content.明细?.[name] ?? []).map((values, index) => ({ values, unit: content.部门.名称, key: entryKey(file, name, index) })),
  );
  return entries
    .filter(({ key }) => isFree || left.has(key))
    .map(({ values, unit, key }, index) => {
      const texts: Record<string, string> = { 单位: unit, ...entryTexts(values, budget.declared.明细?.[name]?.栏目 ?? {}, budget) };
      const first = Object.keys(budget.declared.明细?.[name]?.栏目 ?? {})[0] ?? '';
      return numbered(
        { ...plain, name: texts.名称 ?? texts[first] ?? '', texts, measure: { ...spec.取数, 条目: key }, isEntry: true },
        index,
      );
    });
}

/** The values that the facts of a row have, in the order of the facts. */
function valuesOf(spec: RowSpec, dimension: Dimension, budget: Budget): string[] {
  return [...new Set(selected(spec, budget).flatMap((fact) => fact.dimensions[dimension] ?? []))];
}

/** Facts of the row's own conditions that hold money. */
const selected = (spec: Pick<RowSpec, '取数'>, budget: Budget): Fact[] => matching(spec, budget).filter((fact) => !fact.value.isZero());

function matching({ 取数 }: Pick<RowSpec, '取数'>, budget: Budget): Fact[] {
  const { 表, ...where } = 取数 ?? {};
  const cubes: readonly Cube[] = 表 === undefined ? [] : [表].flat();
  return cubes.flatMap((cube) => budget.facts(cube).filter(matcher({ cube, where: defined(where) })));
}

function codesOf(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => fact.dimensions.科目 ?? []);
}
