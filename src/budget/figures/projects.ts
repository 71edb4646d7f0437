import { PROJECT_CATEGORIES } from '../../definition/schema/project.js';
import { Decimal } from '../../money/decimal.js';
import type { Budget } from '../budget.js';
import { countFigure, type Figure, shareFigure, sumFigure } from '../figure.js';
import { listProjects, type ProjectEntry } from '../list-projects.js';
import { isReduction } from './by-category.js';

/** Number and money of a group of projects. */
export interface ProjectGroup {
  readonly name: string;
  readonly count: Figure;
  readonly amount: Figure;
}

/** 项目绩效: all projects with targets, those whose forms are published, each by category. */
export interface ProjectFigures {
  readonly all: ProjectGroup;
  readonly categories: readonly ProjectGroup[];
  readonly published: ProjectGroup;
  /** Absent where a project takes money back (冲减): the published ones may then come to more than all of them. */
  readonly publishedShare?: Figure;
  readonly publishedCategories: readonly ProjectGroup[];
  /** The projects whose forms are published, in the order of the definition. */
  readonly publishedProjects: readonly PublishedProject[];
}

/** A published project with its money, carryover included. */
export interface PublishedProject {
  readonly entry: ProjectEntry;
  readonly amount: Figure;
}

export function projectFigures(budget: Budget): ProjectFigures {
  const projects = listProjects(budget.definition).map(({ key, project }) => ({
    key,
    category: project.类别,
    published: project.绩效目标表 !== undefined,
  }));
  const group = (name: string, label: string, members: typeof projects): ProjectGroup => {
    const amounts = members.map(({ key }) => budget.total({ cube: '项目支出', where: { 项目: key } }));
    const count = countFigure({ id: `${label}个数`, label: `${label}个数` }, amounts, new Decimal(members.length));
    return { name, count, amount: sumFigure({ id: `${label}金额`, label: `${label}金额` }, amounts, 'yuan') };
  };
  const byCategory = (label: string, members: typeof projects): ProjectGroup[] =>
    PROJECT_CATEGORIES.map((name) =>
      group(
        name,
        `${label}${name}项目`,
        members.filter((member) => member.category === name),
      ),
    ).filter((one) => !one.count.value.isZero());
  const all = group('', '纳入绩效目标管理的项目', projects);
  const shown = projects.filter((project) => project.published);
  const published = group('', '公开绩效目标的项目', shown);
  const share = shareFigure(
    { id: '公开绩效目标项目金额占比', label: '公开绩效目标的项目金额占项目支出的比重' },
    published.amount,
    all.amount,
  );
  const reduced = budget.facts('项目支出').some(isReduction);
  return {
    all,
    categories: byCategory('', projects),
    published,
    ...(!reduced && { publishedShare: share }),
    publishedCategories: byCategory('公开绩效目标的', shown),
    publishedProjects: listProjects(budget.definition)
      .filter(({ project }) => project.绩效目标表 !== undefined)
      .map((entry) => ({ entry, amount: budget.total({ cube: '项目支出', where: { 项目: entry.key } }) })),
  };
}
