import type { Budget } from '../budget/budget.js';
import { type Figure, sumFigure } from '../budget/figure.js';
import { listProjects } from '../budget/list-projects.js';
import { chineseDate } from '../definition/dates.js';
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
import { indicatorLines } from './indicator-lines.js';

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
