import type { Figure } from '../../budget/figure.js';
import { listProjects } from '../../budget/list-projects.js';
import { type FormMoney, periodMoney, yearMoney } from '../../budget/project-money.js';
import type { PerformanceForm, Project } from '../../definition/schema/project.js';
import type { Path } from '../check.js';
import type { CheckContext } from '../context.js';

/** A project whose performance form is published, with the money that the form prints. */
export interface PublishedForm {
  readonly project: Project;
  readonly form: PerformanceForm;
  /** Path of the project in the definition. */
  readonly path: Path;
  readonly year: FormMoney;
  readonly period: FormMoney;
  /** 一般公共预算 … of the year, as 项目支出 has it. */
  readonly total: Figure;
}

export function publishedForms({ budget }: Pick<CheckContext, 'budget'>): PublishedForm[] {
  return listProjects(budget.definition).flatMap((entry) => {
    const { project, index } = entry;
    const form = project.绩效目标表;
    if (!form) return [];
    const year = yearMoney(budget, entry, form);
    return [{ project, form, path: ['项目', index], year, period: periodMoney(budget, entry, form), total: year.total }];
  });
}

/** True where the project is said to last one year: 项目期 “1年”. */
export function lastsOneYear({ form }: PublishedForm): boolean {
  return /^(?:1|一|１)\s*年/.test(form.项目期) || /1年结束|一年结束/.test(form.项目属性);
}
