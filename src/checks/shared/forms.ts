import type { Budget } from '../../budget/budget.js';
import { listProjects, type ProjectEntry } from '../../budget/list-projects.js';
import { type FormMoney, periodMoney, yearMoney } from '../../budget/project-money.js';
import type { Indicator, PerformanceForm } from '../../definition/schema/project.js';
import { oncePer } from '../../plain/objects.js';
import type { CheckContext, Path } from '../check.js';

/** A project whose performance form is published, with the money that the form prints. */
export interface PublishedForm extends ProjectEntry {
  readonly form: PerformanceForm;
  /** Path of the project in its member's file. */
  readonly path: Path;
  readonly year: FormMoney;
  readonly period: FormMoney;
}

export const publishedForms = ({ budget }: Pick<CheckContext, 'budget'>): readonly PublishedForm[] => formsOf(budget);

const formsOf = oncePer((budget: Budget): readonly PublishedForm[] =>
  listProjects(budget.definition).flatMap((entry) => {
    const { project, index } = entry;
    const { 绩效目标表: form } = project;
    if (!form) return [];
    return [{ ...entry, form, path: ['项目', index], year: yearMoney(budget, entry, form), period: periodMoney(budget, entry, form) }];
  }),
);

/** True where the project is said to last one year: 项目期 “1年”. */
export function lastsOneYear({ form }: PublishedForm): boolean {
  return /^(?:1|一|１)\s*年/.test(form.项目期 ?? '') || /1年结束|一年结束/.test(form.项目属性 ?? '');
}

/** An indicator with its first and second level, and its path in the member's file. */
export interface PlacedIndicator {
  readonly level: string;
  readonly name: string;
  readonly indicator: Indicator;
  readonly path: Path;
}

/** Every indicator of a form; a form that prints none needs none. */
export function indicators({ form, path }: PublishedForm): PlacedIndicator[] {
  const tree = (form.指标 ?? {}) as Readonly<Record<string, Readonly<Record<string, readonly Indicator[] | undefined>> | undefined>>;
  return Object.entries(tree).flatMap(([level, lists]) =>
    Object.entries(lists ?? {}).flatMap(([name, list]) =>
      (list ?? []).map((indicator, index) => ({
        level,
        name,
        indicator,
        path: [...path, '绩效目标表', '指标', level, name, index],
      })),
    ),
  );
}
