import type { Budget } from '../../budget/budget.js';
import { countFigure, type Figure } from '../../budget/figure.js';
import { type UnitCounts, unitFigures } from '../../budget/figures/units.js';
import { chineseDate, yearOf } from '../../definition/dates.js';
import { NONE } from '../../definition/fields.js';
import type { UnitKind } from '../../definition/schema/kinds.js';
import { Decimal } from '../../money/decimal.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped, textValue } from '../shape.js';
import { isUnstated, type Known, statedOr } from '../unstated.js';
import type { Values } from './values.js';

/** Year, names and texts of the department. */
export function identity(budget: Budget, values: Values): Record<string, Shaped> {
  const { file, department, district } = budget.definition;
  const { 部门: self } = department;
  const units = memberUnits(budget);
  const offices = statedOr(department.机构设置, file, '机构设置');
  return {
    年度: textValue(yearOf(district)),
    上年度: textValue(yearOf(district, 1)),
    部门: values.text(self.名称),
    地区: values.text(district.地区),
    级次: values.text(district.级次),
    批复日期: values.statement(statedOr(department.批复日期 && chineseDate(department.批复日期), file, '批复日期')),
    公开日期: values.statement(statedOr(department.公开日期 && chineseDate(department.公开日期), file, '公开日期')),
    有所属单位: values.flag(isUnstated(units) ? units : units.length > 0),
    ...unitCounts(budget, values),
    所属单位: values.list(units, (unit) => recordValue({ 名称: values.text(unit.名称), ...kindOf(unit.单位性质, values) }), {
      名称: '',
      单位性质: '行政' as const,
    }),
    职责: listValue(department.职责, values.text, ''),
    有内设机构: values.flag(isUnstated(offices) ? offices : offices.length > 0),
    内设机构数: figureValue(officeCount(offices)),
    机构有职责: values.flag(isUnstated(offices) ? offices : offices.some((one) => one.职责 !== undefined)),
    机构设置: values.list(offices, (one) => recordValue({ 名称: values.text(one.名称), 职责: values.text(one.职责) }), {
      名称: '',
      职责: '',
    }),
  };
}

const officeCount = (offices: Known<readonly unknown[]>): Figure =>
  countFigure(
    { id: '内设机构数', label: '内设机构数', ...(isUnstated(offices) && offices) },
    [],
    new Decimal(isUnstated(offices) ? 0 : offices.length),
  );

/** A unit's kind as offices say it, and in full as a citizen reads it. */
const kindOf = (kind: UnitKind, values: Values) => ({ 单位性质: values.text(kind), 性质全称: values.text(FULL_KINDS[kind]) });

const FULL_KINDS: Readonly<Record<UnitKind, string>> = {
  行政: '行政单位',
  参公: '参照公务员法管理的事业单位',
  事业: '事业单位',
};

/** A unit that its department lists has none but those it states: the department's list is whole. */
function memberUnits({ definition: { file, department, superior } }: Budget) {
  const stated = department.部门.所属单位;
  return statedOr(superior ? (stated ?? []) : stated, file, '部门', '所属单位');
}

/** The department's own office and its member units, and how many of each kind. */
function unitCounts(budget: Budget, values: Values): Record<string, Shaped> {
  const { units, all, members } = unitFigures(budget);
  const unit = (one: (typeof units)[number]) => recordValue({ 名称: values.text(one.name), ...kindOf(one.kind, values) });
  return {
    预算单位: listValue(units, unit, { name: '', kind: '行政' }),
    预算单位数: figureValue(all.total),
    ...countsByKind(all, ''),
    有参公单位: flagValue(!all.underCivilServiceLaw.value.isZero()),
    预算单位按性质: listValue<Partial<KindCount>>(
      kindsPresent(all),
      ({ name = '', count }) => recordValue({ 名称: values.text(name), 个数: figureValue(count) }),
      {},
    ),
    所属单位数: figureValue(members.total),
    ...countsByKind(members, '所属'),
  };
}

interface KindCount {
  readonly name: string;
  readonly count: Figure;
}

/** The kinds that there are; institutions are «others» beside those under the civil service law, which are institutions too. */
function kindsPresent({ administrative, underCivilServiceLaw, institutions }: UnitCounts): KindCount[] {
  const others = underCivilServiceLaw.value.isZero() ? FULL_KINDS.事业 : `其他${FULL_KINDS.事业}`;
  return [
    { name: FULL_KINDS.行政, count: administrative },
    { name: FULL_KINDS.参公, count: underCivilServiceLaw },
    { name: others, count: institutions },
  ].filter(({ count }) => !count.value.isZero());
}

function countsByKind(counts: UnitCounts, prefix: string): Record<string, Shaped> {
  return {
    [`${prefix}行政单位数`]: figureValue(counts.administrative),
    [`${prefix}参公单位数`]: figureValue(counts.underCivilServiceLaw),
    [`${prefix}事业单位数`]: figureValue(counts.institutions),
    [`${prefix}含参公事业单位数`]: figureValue(counts.allInstitutions),
  };
}

export function otherTexts({ definition: { file, department, district } }: Budget, values: Values): Record<string, Shaped> {
  const glossary = department.名词解释 ?? district.名词解释 ?? [];
  const services = statedOr(department.政府购买服务, file, '政府购买服务');
  const more = statedOr(department.其他说明, file, '其他说明');
  return {
    无政府购买服务: values.flag(isUnstated(services) ? services : services.length === 0),
    政府购买服务: values.list(services, values.text, ''),
    其他说明: values.statement(more === NONE ? '' : more),
    名词解释: listValue(glossary, (one) => recordValue({ 名词: values.text(one.名词), 解释: values.text(one.解释) }), {
      名词: '',
      解释: '',
    }),
  };
}
