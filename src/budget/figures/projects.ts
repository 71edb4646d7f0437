import { PROJECT_CATEGORIES } from '../../definition/schema/project.js';
import { Decimal } from '../../money/decimal.js';
import { groupBy, oncePer } from '../../plain/objects.js';
import type { Budget } from '../budget.js';
import { countFigure, type Figure, type SourcePath, shareFigure, sumFigure } from '../figure.js';
import { listProjects, type ProjectEntry } from '../list-projects.js';
import type { Query } from '../query.js';
import { isReduction } from './by-category.js';

/** Number and money of a group of projects. */
export interface ProjectGroup {
  readonly name: string;
  readonly count: Figure;
  /** Carryover included. */
  readonly amount: Figure;
  /** What of it comes from 上年结转: performance forms print the money of the year alone. */
  readonly carried: Figure;
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
  readonly publishedProjects: readonly ProjectMoney[];
}

/** A project with its money, carryover included. */
export interface ProjectMoney {
  readonly entry: ProjectEntry;
  readonly amount: Figure;
  /** What of it comes from 上年结转. */
  readonly carried: Figure;
}

export const projectFigures = oncePer((budget: Budget): ProjectFigures => {
  const projects = listProjects(budget.definition).map((entry) => withMoney(budget, entry));
  const aimed = projects.filter(({ entry }) => hasTargets(entry) !== false);
  const shown = projects.filter(({ entry }) => entry.project.绩效目标表 !== undefined);
  const all = groupOf('', '纳入绩效目标管理的项目', aimed);
  const published = groupOf('', '公开绩效目标的项目', shown);
  const share = shareFigure(
    { id: '公开绩效目标项目金额占比', label: '公开绩效目标的项目金额占项目支出的比重' },
    published.amount,
    sumFigure(
      { id: '全部项目金额', label: '全部项目金额' },
      projects.map(({ amount }) => amount),
      'yuan',
    ),
  );
  const reduced = budget.facts('项目支出').some(isReduction);
  return {
    all,
    categories: byCategory('', aimed),
    published,
    ...(!reduced && { publishedShare: share }),
    publishedCategories: byCategory('公开绩效目标的', shown),
    publishedProjects: shown,
  };
});

/** A published form is a project's targets; else the office says whether it has any, for all of them or for this one. */
function hasTargets({ project, member }: ProjectEntry): boolean | undefined {
  return project.绩效目标表 !== undefined || (project.编报绩效目标 ?? member.content.编报绩效目标);
}

function withMoney(budget: Budget, entry: ProjectEntry): ProjectMoney {
  const total = (where: Query['where']) => budget.total({ cube: '项目支出', where: { 项目: entry.key, ...where } });
  return { entry, amount: total({}), carried: total({ 时段: '上年结转' }) };
}

/** Projects of which nobody says whether they have targets, or of which category they are, make the group's figures unstated. */
function groupOf(name: string, label: string, projects: readonly ProjectMoney[], unsorted: readonly ProjectMoney[] = []): ProjectGroup {
  const unstated = [...openTargets(projects), ...openCategories(unsorted)];
  const aimed = projects.filter(({ entry }) => hasTargets(entry));
  const amounts = aimed.map(({ amount }) => amount);
  const carried = aimed.map((one) => one.carried);
  const sumOf = (what: string, figures: readonly Figure[]) =>
    sumFigure({ id: `${label}${what}`, label: `${label}${what}`, unstated }, figures, 'yuan');
  const count = countFigure({ id: `${label}个数`, label: `${label}个数`, unstated }, amounts, new Decimal(amounts.length));
  return { name, count, amount: sumOf('金额', amounts), carried: sumOf('上年结转', carried) };
}

function openTargets(projects: readonly ProjectMoney[]): SourcePath[] {
  const files = projects.filter(({ entry }) => hasTargets(entry) === undefined).map(({ entry }) => entry.member.file);
  return [...new Set(files)].map((file) => ({ file, path: ['编报绩效目标'] }));
}

function openCategories(projects: readonly ProjectMoney[]): SourcePath[] {
  return projects.map(({ entry: { member, index } }) => ({ file: member.file, path: ['项目', index, '类别'] }));
}

function byCategory(label: string, projects: readonly ProjectMoney[]): ProjectGroup[] {
  const groups = groupBy(projects, ({ entry }) => entry.project.类别);
  const unsorted = groups.get(undefined) ?? [];
  return PROJECT_CATEGORIES.map((name) => groupOf(name, `${label}${name}项目`, groups.get(name) ?? [], unsorted)).filter(
    ({ count }) => count.unstated || !count.value.isZero(),
  );
}
