import type { Budget } from '../../budget/budget.js';
import { countFigure, type Figure } from '../../budget/figure.js';
import { type UnitCounts, unitFigures } from '../../budget/figures/units.js';
import { chineseDate, yearOf } from '../../definition/dates.js';
import { NONE } from '../../definition/fields.js';
import type { DepartmentDefinition } from '../../definition/schema/department.js';
import type { UnitKind } from '../../definition/schema/kinds.js';
import { Decimal } from '../../money/decimal.js';
import { figureValue, flagValue, from, listValue, type Placed, recordValue, textValue } from '../shape.js';
import { isUnstated, type Known, statedOr } from '../unstated.js';
import type { Values } from './values.js';

type UnitName = NonNullable<DepartmentDefinition['部门']['所属单位']>[number];
type Office = NonNullable<DepartmentDefinition['机构设置']>[number];
type Term = NonNullable<DepartmentDefinition['名词解释']>[number];

export const UNIT_PLACES = ['部门/所属单位/**', '部门/所属单位'];
const KINDS = ['部门/单位性质', ...UNIT_PLACES];
const ALL_UNITS = ['部门/名称', ...KINDS];
const OFFICES = ['机构设置/*/名称'];
const OFFICE_DUTIES = ['机构设置/*/职责'];

/** Year, names and texts of the department. */
export function identity(budget: Budget, values: Values): Record<string, Placed> {
  const { file, department, district } = budget.definition;
  const { 部门: self } = department;
  const units = memberUnits(budget);
  const unit = (one: UnitName) => recordValue({ 名称: values.text(one.名称), ...kindOf(one.单位性质, values) });
  const office = (one: Office) =>
    recordValue({ 名称: from(OFFICES, values.text(one.名称)), 职责: from(OFFICE_DUTIES, values.text(one.职责)) });
  const offices = statedOr(department.机构设置, file, '机构设置');
  return {
    年度: from([], textValue(yearOf(district))),
    上年度: from([], textValue(yearOf(district, 1))),
    部门: from(['部门/名称'], values.text(self.名称)),
    地区: from([], values.text(district.地区)),
    级次: from([], values.text(district.级次)),
    批复日期: stated('批复日期', budget, values, chineseDate),
    公开日期: stated('公开日期', budget, values, chineseDate),
    有所属单位: from(UNIT_PLACES, values.flag(isUnstated(units) ? units : units.length > 0)),
    ...unitCounts(budget, values),
    所属单位: from(UNIT_PLACES, values.list(units, unit, { 名称: '', 单位性质: '行政' })),
    职责: from(['职责/*'], listValue(department.职责, values.text, '')),
    有内设机构: from(['机构设置', ...OFFICES], values.flag(isUnstated(offices) ? offices : offices.length > 0)),
    内设机构数: from(['机构设置', ...OFFICES], figureValue(officeCount(offices))),
    机构有职责: from(OFFICE_DUTIES, values.flag(isUnstated(offices) ? offices : offices.some((one) => one.职责 !== undefined))),
    机构设置: from(OFFICES, values.list(offices, office, { 名称: '', 职责: '' })),
  };
}

type TextKey = {
  [K in keyof DepartmentDefinition]-?: DepartmentDefinition[K] extends string | undefined ? K : never;
}[keyof DepartmentDefinition];

/** A text that has a key of its own, as it is printed. */
function stated(key: TextKey, { definition }: Budget, values: Values, print = (typed: string) => typed): Placed {
  const typed = definition.department[key];
  return from([key], values.statement(statedOr(typed === undefined ? undefined : print(typed), definition.file, key)));
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
function unitCounts(budget: Budget, values: Values): Record<string, Placed> {
  const { units, all, members } = unitFigures(budget);
  const unit = (one: (typeof units)[number]) => recordValue({ 名称: values.text(one.name), ...kindOf(one.kind, values) });
  const kind = ({ name = '', count }: Partial<KindCount>) => recordValue({ 名称: values.text(name), 个数: figureValue(count) });
  return {
    预算单位: from(ALL_UNITS, listValue(units, unit, { name: '', kind: '行政' })),
    预算单位数: countOf(all.total),
    ...countsByKind(all, ''),
    有参公单位: from(KINDS, flagValue(!all.underCivilServiceLaw.value.isZero())),
    预算单位按性质: from(KINDS, listValue<Partial<KindCount>>(kindsPresent(all), kind, {})),
    所属单位数: countOf(members.total),
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

const countOf = (count: Figure): Placed => from(ALL_UNITS, figureValue(count));

function countsByKind(counts: UnitCounts, prefix: string): Record<string, Placed> {
  return {
    [`${prefix}行政单位数`]: countOf(counts.administrative),
    [`${prefix}参公单位数`]: countOf(counts.underCivilServiceLaw),
    [`${prefix}事业单位数`]: countOf(counts.institutions),
    [`${prefix}含参公事业单位数`]: countOf(counts.allInstitutions),
  };
}

const SERVICES = ['政府购买服务', '政府购买服务/*'];

export function otherTexts(budget: Budget, values: Values): Record<string, Placed> {
  const { file, department, district } = budget.definition;
  const services = statedOr(department.政府购买服务, file, '政府购买服务');
  const term = (one: Term) => recordValue({ 名词: values.text(one.名词), 解释: values.text(one.解释) });
  return {
    无政府购买服务: from(SERVICES, values.flag(isUnstated(services) ? services : services.length === 0)),
    政府购买服务: from(SERVICES, values.list(services, values.text, '')),
    其他说明: stated('其他说明', budget, values, (typed) => (typed === NONE ? '' : typed)),
    名词解释: from(['名词解释/**'], listValue(department.名词解释 ?? district.名词解释 ?? [], term, { 名词: '', 解释: '' })),
  };
}
