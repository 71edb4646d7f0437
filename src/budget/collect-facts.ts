import type { Classifications } from '../definition/classifications.js';
import type { Definition } from '../definition/definition.js';
import type { DepartmentDefinition } from '../definition/schema/department.js';
import type { OwnDeclarations } from '../definition/schema/own-data.js';
import { Leaves, type Stated } from './cubes/cube.js';
import { CUBES, FACT_TABLES } from './cubes/index.js';
import { type Fact, fact } from './facts.js';
import { sumFigure } from './figure.js';
import { listProjects } from './list-projects.js';
import { statedTotals } from './published-totals.js';

/** Every stated leaf of the department and of its member units, in its fact table: their sum is the consolidated budget. */
export function collectFacts(definition: Definition, classifications: Classifications, declared: OwnDeclarations): Fact[] {
  const projects = listProjects(definition);
  return definition.members.flatMap((member) => {
    const { content, file } = member;
    const own = projects.filter((entry) => entry.member === member);
    return memberFacts({ content, file, projects: own, classifications, declared });
  });
}

function memberFacts(stated: Stated): Fact[] {
  const { content, file } = stated;
  const unit = content.部门.名称;
  const typed = CUBES.flatMap((cube) => {
    const found: Fact[] = [];
    const leaves = new Leaves((dimensions, figure, path) => found.push(fact(cube, dimensions, figure, { file, path }, unit)));
    FACT_TABLES[cube].collect(stated, leaves);
    return found;
  });
  const facts = [...typed, ...statedTotals(stated, typed, stated.projects).flatMap(({ tail }) => tail ?? [])];
  return agencyFundsAreOperatingExpenses(content) ? [...facts, derivedAgencyFunds(unit, facts)] : facts;
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
