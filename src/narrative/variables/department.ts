import type { Budget } from '../../budget/budget.js';
import { type UnitCounts, unitFigures } from '../../budget/figures/units.js';
import { yearOf } from '../../definition/dates.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped, textValue } from '../shape.js';
import type { Values } from './values.js';

/** Year, names and texts of the department. */
export function identity(budget: Budget, values: Values): Record<string, Shaped> {
  const { department, district } = budget.definition;
  const { 部门: self } = department;
  const units = self.所属单位 ?? [];
  return {
    年度: textValue(yearOf(district)),
    上年度: textValue(yearOf(district, 1)),
    部门: values.text(self.名称),
    地区: values.text(district.地区),
    级次: values.text(district.级次),
    有所属单位: flagValue(units.length > 0),
    ...unitCounts(budget, values),
    所属单位: listValue(units, (unit) => recordValue({ 名称: values.text(unit.名称), 单位性质: values.text(unit.单位性质) }), {
      名称: '',
      单位性质: '行政' as const,
    }),
    职责: listValue(department.职责, values.text, ''),
    有内设机构: flagValue((department.机构设置 ?? []).length > 0),
    机构设置: listValue(department.机构设置 ?? [], (one) => recordValue({ 名称: values.text(one.名称), 职责: values.text(one.职责) }), {
      名称: '',
      职责: '',
    }),
  };
}

/** The department's own office and its member units, and how many of each kind. */
function unitCounts(budget: Budget, values: Values): Record<string, Shaped> {
  const { units, all, members } = unitFigures(budget);
  const unit = (one: (typeof units)[number]) => recordValue({ 名称: values.text(one.name), 单位性质: values.text(one.kind) });
  return {
    预算单位: listValue(units, unit, { name: '', kind: '行政' }),
    预算单位数: figureValue(all.total),
    ...countsByKind(all, ''),
    有参公单位: flagValue(!all.underCivilServiceLaw.value.isZero()),
    所属单位数: figureValue(members.total),
    ...countsByKind(members, '所属'),
  };
}

function countsByKind(counts: UnitCounts, prefix: string): Record<string, Shaped> {
  return {
    [`${prefix}行政单位数`]: figureValue(counts.administrative),
    [`${prefix}参公单位数`]: figureValue(counts.underCivilServiceLaw),
    [`${prefix}事业单位数`]: figureValue(counts.institutions),
    [`${prefix}含参公事业单位数`]: figureValue(counts.allInstitutions),
  };
}

export function otherTexts({ definition: { department, district } }: Budget, values: Values): Record<string, Shaped> {
  const glossary = department.名词解释 ?? district.名词解释 ?? [];
  const services = department.政府购买服务 ?? [];
  return {
    无政府购买服务: flagValue(services.length === 0),
    政府购买服务: listValue(services, values.text, ''),
    其他说明: values.text(department.其他说明),
    名词解释: listValue(glossary, (one) => recordValue({ 名词: values.text(one.名词), 解释: values.text(one.解释) }), {
      名词: '',
      解释: '',
    }),
  };
}
