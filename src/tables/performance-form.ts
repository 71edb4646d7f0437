import type { Budget } from '../budget/budget.js';
import { type Figure, sumFigure } from '../budget/figure.js';
import { listProjects, type ProjectEntry } from '../budget/list-projects.js';
import { type FormMoney, periodMoney, yearMoney } from '../budget/project-money.js';
import { chineseDate } from '../definition/dates.js';
import { FUNDING_LEVELS, type PerformanceForm } from '../definition/schema/project.js';
import type { WholeForm } from '../definition/schema/whole-form.js';
import type { NumberStyle } from '../money/format.js';
import type { FillValues } from '../profile/fill.js';
import type { FormSpec } from '../profile/form-schema.js';
import {
  type FieldContents,
  type FilledForm,
  type FormLine,
  filledWords,
  fillGrid,
  formMoney,
  formText,
  type StyledForm,
  WHOLE_FORM_ID,
} from './form-grid.js';
import { indicatorLines } from './indicator-rows.js';

/** The forms of all projects whose targets are published, in the order of the definition. */
export function performanceForms(budget: Budget, form: FormSpec, values: FillValues, numbers: NumberStyle): FilledForm[] {
  const spec = { ...filledWords(form, values), numbers };
  return listProjects(budget.definition).flatMap((entry) =>
    entry.project.绩效目标表 ? [fillForm(budget, spec, entry, entry.project.绩效目标表)] : [],
  );
}

function fillForm(budget: Budget, spec: StyledForm, entry: ProjectEntry, form: PerformanceForm): FilledForm {
  const money = { period: periodMoney(budget, entry, form), year: yearMoney(budget, entry, form) };
  const lines = {
    资金来源: fundingLines(spec, money),
    指标: indicatorLines(spec, form.指标, { period: money.period.total, year: money.year.total }),
  };
  const fields = projectFields(budget, spec, entry, form, money);
  return {
    id: `form-${entry.key.replace('项目', '')}`,
    name: '绩效目标表',
    key: entry.key,
    about: entry.name,
    ...fillGrid(spec, { fields, lines }),
  };
}

interface Money {
  readonly period: FormMoney;
  readonly year: FormMoney;
}

const fundingLines = (spec: StyledForm, { period, year }: Money): FormLine[] =>
  FUNDING_LEVELS.map((level, line) => ({
    fields: {
      资金来源: formText(`${line === 0 ? '其中：' : ''}${spec.资金来源?.[level] ?? level}`),
      实施期金额: formMoney(period.levels[level], spec),
      年度金额: formMoney(year.levels[level], spec),
    },
  }));

function projectFields(
  budget: Budget,
  spec: StyledForm,
  { key, project, unit }: ProjectEntry,
  form: PerformanceForm,
  { period, year }: Money,
): FieldContents {
  const department = budget.definition.superior ?? budget.definition.department.部门;
  const byFund = (funds: readonly string[]) =>
    formMoney(budget.total({ cube: '项目支出', where: { 项目: key, 时段: '当年', 资金: funds } }), spec);
  return {
    项目名称: formText(project.名称),
    主管部门及代码: formText(`${department.代码}-${department.名称}`),
    实施单位: formText(unit),
    项目属性: formText(form.项目属性),
    项目期: formText(form.项目期),
    ...periodTexts(form.起止日期),
    实施期资金总额: formMoney(period.total, spec),
    年度资金总额: formMoney(year.total, spec),
    年度财政拨款: byFund(['财政拨款']),
    上年结转资金: formMoney(budget.total({ cube: '项目支出', where: { 项目: key, 时段: '上年结转' } }), spec),
    含结转资金总额: formMoney(budget.total({ cube: '项目支出', where: { 项目: key } }), spec),
    年度其他资金: byFund(['财政专户管理资金', '单位资金']),
    项目概况: formText(form.项目概况),
    立项依据: formText(form.立项依据),
    项目设立必要性: formText(form.项目设立必要性),
    保证措施: formText(form.保证措施),
    实施计划: formText(form.实施计划),
    实施期目标: formText(form.实施期目标),
    年度目标: formText(form.年度目标 ?? form.实施期目标),
    负责人: formText(form.负责人),
    经办人: formText(form.经办人),
    联系电话: formText(form.联系电话),
    填报日期: formText(form.填报日期 ? chineseDate(form.填报日期) : ''),
  };
}

/** The first and the last day of a project; a form may print them in one cell or in two. */
function periodTexts(period: PerformanceForm['起止日期']) {
  const [start, end] = period ? [chineseDate(period.开始), chineseDate(period.结束)] : ['', ''];
  return { 开始日期: formText(start), 结束日期: formText(end), 起止日期: formText(period ? `${start}至${end}` : '') };
}

const OTHER_FUNDS = ['财政专户管理资金', '单位资金'];

/** 整体支出绩效目标表: the department's own targets over all that it spends in the year; none where the office stated none. */
export function wholeForms(budget: Budget, form: FormSpec | undefined, values: FillValues, numbers: NumberStyle): FilledForm[] {
  const { 整体绩效目标表: stated, 部门: department } = budget.definition.department;
  if (!form || !stated) return [];
  const spec = { ...filledWords(form, values), numbers };
  const spent = budget.total({ cube: '支出', where: {} });
  const lines = {
    主要任务: (stated.主要任务 ?? []).map((task, index) => taskLine(task, index, budget, spec)),
    指标: indicatorLines(spec, stated.指标, { period: spent, year: spent }),
  };
  const fields = departmentFields(stated, budget, spec, values);
  return [{ id: WHOLE_FORM_ID, name: '整体绩效目标表', key: '', about: department.名称, ...fillGrid(spec, { fields, lines }) }];
}

function departmentFields(stated: WholeForm, budget: Budget, spec: StyledForm, values: FillValues): FieldContents {
  const { 部门: department } = budget.definition.department;
  const spent = (where: Parameters<Budget['total']>[0]['where']) => formMoney(budget.total({ cube: '支出', where }), spec);
  return {
    部门名称: formText(department.名称),
    部门代码: formText(department.代码),
    年度: formText(values.年度),
    年度总体目标: formText(stated.年度总体目标),
    支出总额: spent({}),
    基本支出: spent({ 性质: '基本支出' }),
    项目支出: spent({ 性质: '项目支出' }),
    财政拨款: spent({ 资金: '财政拨款' }),
    其他资金: spent({ 资金: OTHER_FUNDS }),
    负责人: formText(stated.负责人),
    经办人: formText(stated.经办人),
    联系电话: formText(stated.联系电话),
    填报日期: formText(stated.填报日期 ? chineseDate(stated.填报日期) : ''),
  };
}

/** A task's money is that of the projects that it names: it is never typed a second time. */
function taskLine(task: NonNullable<WholeForm['主要任务']>[number], index: number, budget: Budget, spec: StyledForm): FormLine {
  const keys = listProjects(budget.definition).flatMap(({ key, name }) => (task.项目?.includes(name) ? [key] : []));
  const money = (what: string, funds?: readonly string[]) => {
    if (!task.项目) return [];
    const parts = keys.map((key): Figure => budget.total({ cube: '项目支出', where: { 项目: key, ...(funds && { 资金: funds }) } }));
    return formMoney(sumFigure({ id: `任务${index + 1}${what}`, label: `任务“${task.名称}”${what}` }, parts, 'yuan'), spec);
  };
  return {
    fields: {
      任务序号: formText(String(index + 1)),
      任务名称: formText(task.名称),
      任务内容: formText(task.内容),
      任务金额: money('金额'),
      任务财政拨款: money('财政拨款', ['财政拨款']),
      任务其他资金: money('其他资金', OTHER_FUNDS),
    },
  };
}
