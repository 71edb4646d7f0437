import type { Budget } from '../../budget/budget.js';
import { isReduction } from '../../budget/figures/by-category.js';
import { type ProjectGroup, type ProjectMoney, projectFigures } from '../../budget/figures/projects.js';
import type { ProjectEntry } from '../../budget/list-projects.js';
import { chineseDate } from '../../definition/dates.js';
import { PROJECT_TEXTS } from '../../definition/schema/project.js';
import { figureValue, flagValue, from, listValue, type Placed, recordValue, type Shaped, textValue } from '../shape.js';
import { allZero, type Known, not, statedOr } from '../unstated.js';
import type { Values } from './values.js';

const MONEY = ['项目/*/资金/**'];
const CATEGORY = ['项目/*/类别'];
const FORM = '项目/*/绩效目标表';
const TARGETS = ['编报绩效目标', '项目/*/编报绩效目标', FORM];
const AIMED = [...MONEY, ...TARGETS];
const PUBLISHED = [...MONEY, FORM];
const PERIOD = `${FORM}/起止日期`;

export function performance(budget: Budget, values: Values): Placed {
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
  const whole = statedOr(wholeTargets(budget), budget.definition.file, '整体绩效目标');
  const published = listValue<Partial<ProjectMoney>>(figures.publishedProjects, (one) => publishedProject(one, values), {});
  const fields = recordValue({
    有项目: from(TARGETS, values.flag(not(allZero([figures.all.count])))),
    全部: group(figures.all),
    按类别: from([...AIMED, ...CATEGORY], listValue(figures.categories, group, figures.all)),
    有公开: from([FORM], flagValue(!figures.published.count.value.isZero())),
    公开: from(PUBLISHED, group(figures.published)),
    公开占比: from(PUBLISHED, figureValue(figures.publishedShare)),
    有公开占比: from(PUBLISHED, flagValue(figures.publishedShare !== undefined)),
    公开按类别: from([...PUBLISHED, ...CATEGORY], listValue(figures.publishedCategories, group, figures.all)),
    公开项目: from([FORM], published),
    已编报整体绩效目标: from(['整体绩效目标', '整体绩效目标表'], values.flag(whole)),
  });
  return from(AIMED, fields);
}

/** A form that is filled in says that there are targets. */
const wholeTargets = ({ definition: { department } }: Budget): boolean | undefined =>
  department.整体绩效目标 ?? (department.整体绩效目标表 ? true : undefined);

/** A published project with the texts of its form. 表号 names its form to {{本项目绩效目标表 表号}}. */
function publishedProject({ entry, amount, carried }: Partial<ProjectMoney>, values: Values): Shaped {
  const form = entry?.project.绩效目标表;
  return recordValue({
    表号: textValue(entry?.key ?? ''),
    名称: from(['项目/*/名称'], values.text(entry?.project.名称)),
    单位: from(['项目/*/单位'], values.text(entry?.unit)),
    类别: from(CATEGORY, values.statement(categoryOf(entry))),
    金额: from(MONEY, figureValue(amount)),
    上年结转: from(MONEY, figureValue(carried)),
    有上年结转: from(MONEY, flagValue(carried !== undefined && !carried.value.isZero())),
    冲减: from(MONEY, flagValue(amount !== undefined && isReduction(amount))),
    有起止日期: from([`${PERIOD}/**`], flagValue(form?.起止日期 !== undefined)),
    开始日期: from([`${PERIOD}/开始`], textValue(form?.起止日期 ? chineseDate(form.起止日期.开始) : '')),
    结束日期: from([`${PERIOD}/结束`], textValue(form?.起止日期 ? chineseDate(form.起止日期.结束) : '')),
    ...Object.fromEntries(PROJECT_TEXTS.map((key) => [key, formText(key, entry, values)])),
  });
}

function categoryOf(entry: ProjectEntry | undefined): Known<string> {
  if (!entry) return '';
  return entry.project.类别 ?? { unstated: [{ file: entry.member.file, path: ['项目', entry.index, '类别'] }] };
}

type FormText = (typeof PROJECT_TEXTS)[number];

/** A text of the form, or the place where it belongs. */
function formText(key: FormText, entry: ProjectEntry | undefined, values: Values): Placed {
  const keys: readonly FormText[] = key === '年度目标' ? [key, PERIOD_GOAL] : [key];
  const places = keys.map((one) => `${FORM}/${one}`);
  if (!entry) return from(places, values.statement(''));
  const { project, member, index } = entry;
  const text = keys.map((one) => project.绩效目标表?.[one]).find((one) => one !== undefined);
  return from(places, values.statement(statedOr(text, member.file, '项目', index, '绩效目标表', key)));
}

/** Which the year's is, where that is not another. */
const PERIOD_GOAL = '实施期目标';
