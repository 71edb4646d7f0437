import type { Classifications } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import type { DepartmentDefinition } from '../definition/schema/department.js';
import type { FundAmounts, UnitFunds, YearAndCarryover } from '../definition/schema/funds.js';
import { FUNDS } from '../definition/schema/funds.js';
import { EQUIPMENT_KINDS, EXPENDITURE_NATURES, EXPENSE_KINDS, type ExpenditureNature } from '../definition/schema/kinds.js';
import type { OwnDeclarations, OwnField, OwnValues } from '../definition/schema/own-data.js';
import { Decimal } from '../money/decimal.js';
import { defined } from '../plain/objects.js';
import { type Cube, type Dimensions, type Fact, fact } from './facts.js';
import { sumFigure } from './figure.js';
import { listProjects, type ProjectEntry } from './list-projects.js';
import { columnDimension } from './own-dimensions.js';

type Path = readonly (string | number)[];

/** Every stated leaf of the department and of its member units, in its fact table: their sum is the consolidated budget. */
export function collectFacts(definition: Definition, classifications: Classifications, declared: OwnDeclarations): Fact[] {
  const projects = listProjects(definition);
  return definition.members.flatMap((member) =>
    memberFacts(
      member,
      classifications,
      projects.filter((entry) => entry.member === member),
      declared,
    ),
  );
}

function memberFacts(
  { content, file }: Member,
  classifications: Classifications,
  projects: readonly ProjectEntry[],
  declared: OwnDeclarations,
): Fact[] {
  const facts: Fact[] = [];
  const add = (cube: Cube, dimensions: Dimensions, value: Decimal | undefined, path: Path, unit: Fact['unit'] = 'yuan'): void => {
    if (value !== undefined) facts.push(fact(cube, dimensions, { value, unit }, { file, path }, content.部门.名称));
  };
  const addFunds = (cube: Cube, dimensions: Dimensions, amounts: FundAmounts | undefined, path: Path): void => {
    for (const fund of FUNDS) addFund(cube, { ...dimensions, 资金: fund }, amounts?.[fund], [...path, fund]);
  };
  const addFund = (cube: Cube, dimensions: Dimensions, amounts: UnitFunds | undefined, path: Path): void => {
    if (amounts === undefined || amounts instanceof Decimal) return add(cube, dimensions, amounts, path);
    for (const [source, value] of Object.entries(amounts)) add(cube, { ...dimensions, 来源: source }, value, [...path, source]);
  };
  const addYear = (cube: Cube, dimensions: Dimensions, amounts: YearAndCarryover | undefined, path: Path): void => {
    addFunds(cube, { ...dimensions, 时段: '当年' }, amounts, path);
    addFunds(cube, { ...dimensions, 时段: '上年结转' }, amounts?.上年结转, [...path, '上年结转']);
  };

  const addRevenue = (): void => {
    const { 收入: revenue } = content;
    for (const fund of ['一般公共预算', '财政专户管理资金', '单位资金'] as const) {
      addFund('收入', { 资金: fund, 时段: '当年' }, revenue[fund], ['收入', fund]);
    }
    for (const fund of ['政府性基金预算', '国有资本经营预算'] as const) {
      revenue[fund]?.forEach((leaf, index) => {
        add('收入', { 资金: fund, 时段: '当年', 科目: leaf.科目 }, leaf.金额, ['收入', fund, index, '金额']);
      });
    }
    addFunds('收入', { 时段: '上年结转' }, revenue.上年结转, ['收入', '上年结转']);
  };

  const addExpenditure = (): void => {
    content.支出.forEach((leaf, index) => {
      addLeaf('支出', leaf, ['支出', index]);
    });
    for (const list of ['上年支出', '上年执行支出'] as const)
      content[list]?.forEach((leaf, index) => {
        addLeaf(list, leaf, [list, index]);
      });
    addYear('年终结转', {}, content.年终结转, ['年终结转']);
    addYear('上年预算', {}, content.上年预算, ['上年预算']);
    addYear('上年执行', {}, content.上年执行数, ['上年执行数']);
  };

  const addLeaf = (cube: Cube, leaf: Pick<DepartmentDefinition['支出'][number], '科目' | ExpenditureNature>, path: Path): void => {
    for (const nature of EXPENDITURE_NATURES) {
      addYear(cube, { 科目: leaf.科目, 性质: nature }, leaf[nature], [...path, nature]);
    }
    for (const kind of EXPENSE_KINDS) {
      addYear(cube, { 科目: leaf.科目, 性质: '基本支出', 经费: kind }, leaf.基本支出?.[kind], [...path, '基本支出', kind]);
    }
  };

  const addEconomic = (): void => {
    content.一般公共预算基本支出?.forEach((leaf, index) => {
      const kind = leaf.经费 ?? classifications.expenseKind(leaf.科目);
      const government = leaf.政府科目 ?? classifications.governmentCounterpart(leaf.科目, content.部门.单位性质) ?? '';
      const dimensions = { 科目: leaf.科目, 政府科目: government, 经费: kind };
      add('基本支出经济分类', dimensions, leaf.金额, ['一般公共预算基本支出', index, '金额']);
    });
  };

  const addProjects = (): void => {
    projects.forEach(({ project, key, unit, index }) => {
      const dimensions = { 单位: unit, 项目: key, ...defined({ 类别: project.类别 }) };
      addYear('项目支出', dimensions, project.资金, ['项目', index, '资金']);
      addYear('上年项目支出', dimensions, project.上年资金, ['项目', index, '上年资金']);
    });
  };

  const addThreePublic = (): void => {
    for (const [item, amounts] of Object.entries(content.三公经费 ?? {})) {
      addFunds('三公经费', { 三公项目: item, 年份: '本年' }, amounts?.本年, ['三公经费', item, '本年']);
      const [before, path] = [amounts?.上年, ['三公经费', item, '上年']] as const;
      if (before instanceof Decimal) add('三公经费', { 三公项目: item, 年份: '上年' }, before, path);
      else addFunds('三公经费', { 三公项目: item, 年份: '上年' }, before, path);
    }
  };

  const addAgencyFunds = (): void => {
    content.机关运行经费?.单位?.forEach((unit, index) => {
      addFunds('机关运行经费', { 单位: unit.名称, 年份: '本年' }, unit.本年, ['机关运行经费', '单位', index, '本年']);
    });
    if (agencyFundsAreOperatingExpenses(content)) facts.push(derivedAgencyFunds(content.部门.名称, facts));
    add('机关运行经费', { 年份: '上年' }, content.机关运行经费?.上年, ['机关运行经费', '上年']);
  };

  const addOther = (): void => {
    for (const [kind, value] of Object.entries(content.政府采购 ?? {})) add('政府采购', { 种类: kind }, value, ['政府采购', kind]);
    for (const [kind, value] of Object.entries(content.政府采购预留 ?? {}))
      add('政府采购预留', { 种类: kind }, value, ['政府采购预留', kind]);
    const { 国有资产: assets = {} } = content;
    for (const [kind, value] of Object.entries(assets.车辆 ?? {})) add('车辆', { 种类: kind }, value, ['国有资产', '车辆', kind], 'count');
    for (const key of ['车辆编制', ...EQUIPMENT_KINDS] as const) add('资产', { 种类: key }, assets[key], ['国有资产', key], 'count');
    for (const [kind, value] of Object.entries(assets.设备 ?? {})) add('资产', { 种类: kind }, value, ['国有资产', '设备', kind], 'count');
    for (const [kind, value] of Object.entries(assets.计划购置 ?? {}))
      add('计划购置', { 种类: kind }, value, ['国有资产', '计划购置', kind], 'count');
    add('资产', { 种类: '办公用房面积' }, assets.办公用房面积, ['国有资产', '办公用房面积'], 'squareMetre');
  };

  const addOwn = (): void => {
    for (const [list, entries] of Object.entries(content.明细 ?? {})) {
      const columns = declared.明细?.[list]?.栏目 ?? {};
      entries.forEach((entry, index) => {
        const dimensions = { 明细: list, ...ownDimensions(entry, columns), 条目: entryKey(file, list, index) };
        addOwnValues('明细', dimensions, { values: entry, fields: columns, path: ['明细', list, index] });
      });
    }
    addOwnValues('自有数据', {}, { values: content.自有数据 ?? {}, fields: declared.自有数据 ?? {}, path: ['自有数据'] });
  };
  const addOwnValues = (cube: Cube, dimensions: Dimensions, { values, fields, path }: Own): void => {
    for (const [name, value] of Object.entries(values)) {
      const unit = fields[name]?.类型 === '金额' ? 'yuan' : 'count';
      if (value instanceof Decimal) add(cube, { ...dimensions, 栏目: name }, value, [...path, name], unit);
    }
  };

  for (const step of [addRevenue, addExpenditure, addEconomic, addProjects, addThreePublic, addAgencyFunds, addOther, addOwn]) step();
  return facts;
}

interface Own {
  readonly values: OwnValues;
  readonly fields: Readonly<Record<string, OwnField>>;
  readonly path: Path;
}

/** What an entry of a list is called in the fact table. */
export const entryKey = (file: string, list: string, index: number): string => `${file}#${list}/${index}`;

/** A column that has the name of a dimension, or codes of a list, can be a condition. */
function ownDimensions(entry: OwnValues, columns: Readonly<Record<string, OwnField>>): Dimensions {
  const found = Object.entries(entry).flatMap(([name, value]) => {
    const dimension = columnDimension(name, columns[name]);
    return dimension !== undefined && typeof value === 'string' ? [[dimension, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A single 行政 or 参公 unit that states no 机关运行经费 of its own: they are its 公用经费. */
function agencyFundsAreOperatingExpenses(content: DepartmentDefinition): boolean {
  return content.部门.单位性质 !== '事业' && content.机关运行经费?.单位 === undefined;
}

function derivedAgencyFunds(unit: string, facts: readonly Fact[]): Fact {
  const inputs = facts.filter((one) => one.cube === '基本支出经济分类' && one.dimensions.经费 === '公用经费');
  const name = { id: `机关运行经费/${unit}`, label: `${unit}机关运行经费`, basis: '公用经费即机关运行经费（行政单位和参公事业单位）' };
  return { ...sumFigure(name, inputs), cube: '机关运行经费', dimensions: { 单位: unit, 资金: '一般公共预算', 年份: '本年' } };
}
