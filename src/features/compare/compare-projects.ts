import type { Budget } from '../../budget/budget.js';
import { type Figure, sumFigure } from '../../budget/figure.js';
import { listProjects } from '../../budget/list-projects.js';
import { yearOf } from '../../definition/dates.js';
import { comparisonTable } from './compare-rows.js';
import type { ComparisonTable } from './comparison.js';

/** Projects by unit and name; one whose name only moved on with the year is the same project. */
export function compareProjects(current: Budget, previous: Budget): ComparisonTable {
  const now = projectsOf(current);
  const before = movedOn(projectsOf(previous), now, yearOf(previous.definition.district), yearOf(current.definition.district));
  const none = sumFigure({ id: '无此项目', label: '无此项目' }, [], 'yuan');
  const pairs = [...new Set([...now.keys(), ...before.keys()])].map((key) => {
    const [one, other] = [now.get(key), before.get(key)];
    return { name: one?.name ?? other?.name ?? key, current: one?.amount ?? none, previous: other?.amount ?? none };
  });
  return comparisonTable('项目', pairs);
}

interface NamedProject {
  readonly name: string;
  readonly amount: Figure;
}

/** 2025年网站运维费 becomes 2026年网站运维费 where this year has one of that name, and last year had not. */
function movedOn(before: Map<string, NamedProject>, now: Map<string, NamedProject>, from: string, to: string): Map<string, NamedProject> {
  const moved = (key: string): string => {
    const next = key.replaceAll(from, to);
    return !now.has(key) && now.has(next) && !before.has(next) ? next : key;
  };
  return new Map([...before].map(([key, project]) => [moved(key), project]));
}

/** Several projects of one unit under one name count together. */
function projectsOf(budget: Budget): Map<string, NamedProject> {
  const groups = new Map<string, { name: string; amounts: Figure[] }>();
  for (const { key, name: stated, unit } of listProjects(budget.definition)) {
    const name = unit === budget.definition.department.部门.名称 ? stated : `${stated}（${unit}）`;
    const id = `${unit}/${stated}`;
    const group = groups.get(id) ?? { name, amounts: [] };
    group.amounts.push(budget.total({ cube: '项目支出', where: { 项目: key } }));
    groups.set(id, group);
  }
  return new Map([...groups].map(([id, { name, amounts }]) => [id, { name, amount: sumFigure({ id, label: name }, amounts, 'yuan') }]));
}
