import type { Budget } from '../../budget/budget.js';
import { isReduction } from '../../budget/figures/by-category.js';
import { type ProjectGroup, type PublishedProject, projectFigures } from '../../budget/figures/projects.js';
import type { ProjectEntry } from '../../budget/list-projects.js';
import { chineseDate } from '../../definition/dates.js';
import { PROJECT_TEXTS } from '../../definition/schema/project.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped, textValue } from '../shape.js';
import { allZero, type Known, not, statedOr } from '../unstated.js';
import type { Values } from './values.js';

export function performance(budget: Budget, values: Values): Shaped {
  const figures = projectFigures(budget);
  const group = (one: ProjectGroup) =>
    recordValue({
      名称: values.text(one.name),
      个数: figureValue(one.count),
      金额: figureValue(one.amount),
      上年结转: figureValue(one.carried),
      有上年结转: flagValue(!one.carried.value.isZero()),
      冲减: flagValue(isReduction(one.amount)),
    });
  return recordValue({
    有项目: values.flag(not(allZero([figures.all.count]))),
    全部: group(figures.all),
    按类别: listValue(figures.categories, group, figures.all),
    有公开: flagValue(!figures.published.count.value.isZero()),
    公开: group(figures.published),
    公开占比: figureValue(figures.publishedShare),
    有公开占比: flagValue(figures.publishedShare !== undefined),
    公开按类别: listValue(figures.publishedCategories, group, figures.all),
    公开项目: listValue<Partial<PublishedProject>>(figures.publishedProjects, (one) => publishedProject(one, values), {}),
    已编报整体绩效目标: values.flag(statedOr(wholeTargets(budget), budget.definition.file, '整体绩效目标')),
  });
}

/** A form that is filled in says that there are targets. */
const wholeTargets = ({ definition: { department } }: Budget): boolean | undefined =>
  department.整体绩效目标 ?? (department.整体绩效目标表 ? true : undefined);

/** A published project with the texts of its form. 表号 names its form to {{本项目绩效目标表 表号}}. */
function publishedProject({ entry, amount, carried }: Partial<PublishedProject>, values: Values): Shaped {
  const form = entry?.project.绩效目标表;
  return recordValue({
    表号: textValue(entry?.key ?? ''),
    名称: values.text(entry?.project.名称),
    单位: values.text(entry?.unit),
    类别: values.statement(categoryOf(entry)),
    金额: figureValue(amount),
    上年结转: figureValue(carried),
    有上年结转: flagValue(carried !== undefined && !carried.value.isZero()),
    冲减: flagValue(amount !== undefined && isReduction(amount)),
    有起止日期: flagValue(form?.起止日期 !== undefined),
    开始日期: textValue(form?.起止日期 ? chineseDate(form.起止日期.开始) : ''),
    结束日期: textValue(form?.起止日期 ? chineseDate(form.起止日期.结束) : ''),
    ...Object.fromEntries(PROJECT_TEXTS.map((key) => [key, values.statement(entry ? statedText(entry, key) : '')])),
  });
}

function categoryOf(entry: ProjectEntry | undefined): Known<string> {
  if (!entry) return '';
  return entry.project.类别 ?? { unstated: [{ file: entry.member.file, path: ['项目', entry.index, '类别'] }] };
}

/** A text of the form, or the place where it belongs; the year's goal is the period's where it is not another. */
function statedText({ project: { 绩效目标表: form }, member, index }: ProjectEntry, key: (typeof PROJECT_TEXTS)[number]): Known<string> {
  const text = form?.[key] ?? (key === '年度目标' ? form?.实施期目标 : undefined);
  return statedOr(text, member.file, '项目', index, '绩效目标表', key);
}
