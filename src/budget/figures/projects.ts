import { PROJECT_CATEGORIES } from '../../definition/schema/project.js';
import { Decimal } from '../../money/decimal.js';
import type { Budget } from '../budget.js';
import { countFigure, type Figure, type SourcePath, shareFigure, sumFigure } from '../figure.js';
import { listProjects, type ProjectEntry } from '../list-projects.js';
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
  readonly publishedProjects: readonly PublishedProject[];
}

/** A published project with its money, carryover included. */
export interface PublishedProject {
  readonly entry: ProjectEntry;
  readonly amount: Figure;
  /** What of it comes from 上年结转. */
  readonly carried: Figure;
}

export function projectFigures(budget: Budget): ProjectFigures {
  const entries = listProjects(budget.definition);
  const aimed = entries.filter((entry) => hasTargets(entry) !== false);
  const shown = entries.filter(({ project }) => project.绩效目标表 !== undefined);
  const all = groupOf(budget, '', '纳入绩效目标管理的项目', aimed);
  const published = groupOf(budget, '', '公开绩效目标的项目', shown);
  const share = shareFigure(
    { id: '公开绩效目标项目金额占比', label: '公开绩效目标的项目金额占项目支出的比重' },
    published.amount,
    sumFigure(
      { id: '全部项目金额', label: '全部项目金额' },
      entries.map((entry) => moneyOf(budget, entry)),
      'yuan',
    ),
  );
  const reduced = budget.facts('项目支出').some(isReduction);
  return {
    all,
    categories: byCategory(budget, '', aimed),
    published,
    ...(!reduced && { publishedShare: share }),
    publishedCategories: byCategory(budget, '公开绩效目标的', shown),
    publishedProjects: shown.map((entry) => ({ entry, amount: moneyOf(budget, entry), carried: carriedOf(budget, entry) })),
  };
}

/** A published form is a project's targets; else the office says whether it has any, for all of them or for this one. */
function hasTargets({ project, member }: ProjectEntry): boolean | undefined {
  return project.绩效目标表 !== undefined || (project.编报绩效目标 ?? member.content.编报绩效目标);
}

const moneyOf = (budget: Budget, { key }: ProjectEntry): Figure => budget.total({ cube: '项目支出', where: { 项目: key } });

const carriedOf = (budget: Budget, { key }: ProjectEntry): Figure =>
  budget.total({ cube: '项目支出', where: { 项目: key, 时段: '上年结转' } });

/** Projects of which nobody says whether they have targets, or of which category they are, make the group's figures unstated. */
function groupOf(
  budget: Budget,
  name: string,
  label: string,
  entries: readonly ProjectEntry[],
  unsorted: readonly ProjectEntry[] = [],
): ProjectGroup {
  const unstated = [...openTargets(entries), ...openCategories(unsorted)];
  const aimed = entries.filter(hasTargets);
  const amounts = aimed.map((entry) => moneyOf(budget, entry));
  const carried = aimed.map((entry) => carriedOf(budget, entry));
  const sumOf = (what: string, figures: readonly Figure[]) =>
    sumFigure({ id: `${label}${what}`, label: `${label}${what}`, unstated }, figures, 'yuan');
  const count = countFigure({ id: `${label}个数`, label: `${label}个数`, unstated }, amounts, new Decimal(amounts.length));
  return { name, count, amount: sumOf('金额', amounts), carried: sumOf('上年结转', carried) };
}

function openTargets(entries: readonly ProjectEntry[]): SourcePath[] {
  const files = entries.filter((entry) => hasTargets(entry) === undefined).map(({ member }) => member.file);
  return [...new Set(files)].map((file) => ({ file, path: ['编报绩效目标'] }));
}

function openCategories(entries: readonly ProjectEntry[]): SourcePath[] {
  return entries.map(({ member, index }) => ({ file: member.file, path: ['项目', index, '类别'] }));
}

function byCategory(budget: Budget, label: string, entries: readonly ProjectEntry[]): ProjectGroup[] {
  const unsorted = entries.filter(({ project }) => project.类别 === undefined);
  return PROJECT_CATEGORIES.map((name) =>
    groupOf(
      budget,
      name,
      `${label}${name}项目`,
      entries.filter(({ project }) => project.类别 === name),
      unsorted,
    ),
  ).filter(({ count }) => count.unstated || !count.value.isZero());
}
