import type { Budget } from '../budget/budget.js';
import type { Change } from '../budget/change.js';
import type { Figure } from '../budget/figure.js';
import { agencyFundsChange, agencyFundsComparison } from '../budget/figures/agency-funds.js';
import { type CategoryFigure, hasReduction, isReduction } from '../budget/figures/by-category.js';
import { byItem, type ItemFigure } from '../budget/figures/by-item.js';
import { expenditureFigures } from '../budget/figures/expenditure.js';
import { fiscalAppropriationFigures } from '../budget/figures/fiscal-appropriation.js';
import { generalBudgetFigures } from '../budget/figures/general-budget.js';
import { assetFigures, procurementFigures } from '../budget/figures/other.js';
import { type ProjectGroup, type PublishedProject, projectFigures } from '../budget/figures/projects.js';
import { revenueFigures } from '../budget/figures/revenue.js';
import { threePublicFigures } from '../budget/figures/three-public.js';
import { unitFigures } from '../budget/figures/units.js';
import { FISCAL_FUNDS, FUNDS } from '../definition/schema/funds.js';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { profileFigures } from './profile-figures.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped, textValue } from './shape.js';

/** What a profile adds to the names: its 称谓 and its 数据. */
export type ProfileNames = Pick<ProfileSpec, '称谓' | '数据'>;

/** Everything a narrative template may name, in the field's own words. `text` guards the definition's texts. */
export function templateContext(budget: Budget, text: (raw: string) => string, names: ProfileNames = {}): Shaped {
  const guarded = (raw: string | undefined): Shaped => textValue(text(raw ?? ''));
  return recordValue({
    ...identity(budget, guarded),
    收入: revenue(budget, guarded),
    支出: expenditure(budget, guarded),
    财政拨款: fiscalAppropriation(budget, guarded),
    一般公共预算: generalBudget(budget, guarded),
    基本支出: basicExpenditure(budget, guarded),
    三公经费: threePublic(budget, guarded),
    机关运行经费: agencyFunds(budget, guarded),
    政府采购: procurement(budget),
    绩效: performance(budget, guarded),
    国有资产: assets(budget, guarded),
    ...otherTexts(budget, guarded),
    称谓: recordValue(mapValues(names.称谓 ?? {}, guarded)),
    数据: ownFigures(budget, names, guarded),
  });
}

function mapValues<T>(record: Readonly<Record<string, T>>, value: (one: T) => Shaped): Record<string, Shaped> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, value(one)]));
}

/** 数据 of the profile: a figure with 金额, or one against last year. 有 where there is money, this year or last. */
function ownFigures(budget: Budget, { 数据: specs = {} }: ProfileNames, guarded: Guard): Shaped {
  const one = (name: string, current: Figure, compared: Change | undefined): Shaped => {
    const has = !current.value.isZero() || (compared !== undefined && !compared.previous.value.isZero());
    const base = { 名称: guarded(name), 金额: figureValue(current), 有: flagValue(has) };
    return recordValue(compared ? { ...base, ...changeFields(compared, guarded) } : base);
  };
  return recordValue(
    Object.fromEntries(profileFigures(budget, specs).map((figure) => [figure.name, one(figure.name, figure.current, figure.change)])),
  );
}

type Guard = (raw: string | undefined) => Shaped;

/** Year, names and texts of the department. */
function identity(budget: Budget, guarded: Guard): Record<string, Shaped> {
  const { department, district } = budget.definition;
  const year = district.年度.toNumber(); // ok: a year, not money
  const { 部门: self } = department;
  const units = self.所属单位 ?? [];
  return {
    年度: textValue(String(year)),
    上年度: textValue(String(year - 1)),
    部门: guarded(self.名称),
    地区: guarded(district.地区),
    级次: guarded(district.级次),
    有所属单位: flagValue(units.length > 0),
    ...unitCounts(budget, guarded),
    所属单位: listValue(units, (unit) => recordValue({ 名称: guarded(unit.名称), 单位性质: guarded(unit.单位性质) }), {
      名称: '',
      单位性质: '行政' as const,
    }),
    职责: listValue(department.职责, guarded, ''),
    有内设机构: flagValue((department.机构设置 ?? []).length > 0),
    机构设置: listValue(department.机构设置 ?? [], (one) => recordValue({ 名称: guarded(one.名称), 职责: guarded(one.职责) }), {
      名称: '',
      职责: '',
    }),
  };
}

/** The department's own office and its member units, and how many of each kind. */
function unitCounts(budget: Budget, guarded: Guard): Record<string, Shaped> {
  const { units, all, administrative, institutions, underCivilServiceLaw } = unitFigures(budget);
  const unit = (one: (typeof units)[number]) => recordValue({ 名称: guarded(one.name), 单位性质: guarded(one.kind) });
  return {
    预算单位: listValue(units, unit, { name: '', kind: '行政' }),
    预算单位数: figureValue(all),
    行政单位数: figureValue(administrative),
    事业单位数: figureValue(institutions),
    有参公单位: flagValue(!underCivilServiceLaw.value.isZero()),
    参公单位数: figureValue(underCivilServiceLaw),
  };
}

function change(one: Change, guarded: Guard): Shaped {
  return recordValue(changeFields(one, guarded));
}

function changeFields(one: Change, guarded: Guard): Record<string, Shaped> {
  const moves = one.direction !== 'equal' && one.direction !== 'none' && !one.negligible;
  return {
    本年: figureValue(one.current),
    上年: figureValue(one.previous),
    增减额: figureValue(one.amount),
    增减率: figureValue(one.rate),
    有增减率: flagValue(one.rate !== undefined),
    有变动: flagValue(moves),
    增加: flagValue(moves && one.direction === 'rise'),
    减少: flagValue(moves && (one.direction === 'fall' || one.direction === 'dropped')),
    新增: flagValue(moves && one.direction === 'new'),
    取消: flagValue(moves && one.direction === 'dropped'),
    基本持平: flagValue(one.negligible),
    持平: flagValue(one.direction === 'equal'),
    均无: flagValue(one.direction === 'none'),
    原因: guarded(one.reason),
  };
}

function revenue(budget: Budget, guarded: Guard): Shaped {
  const figures = revenueFigures(budget);
  return recordValue({
    总计: figureValue(figures.grandTotal),
    本年: figureValue(figures.currentYear),
    上年结转: figureValue(figures.carryover),
    上年结转占比: figureValue(figures.carryoverShare),
    变动: change(figures.change, guarded),
    ...Object.fromEntries(FUNDS.map((fund) => [fund, figureValue(figures.byFund[fund].amount)])),
    ...Object.fromEntries(FUNDS.map((fund) => [`${fund}占比`, figureValue(figures.byFund[fund].share)])),
  });
}

function expenditure(budget: Budget, guarded: Guard): Shaped {
  const figures = expenditureFigures(budget);
  return recordValue({
    总计: figureValue(figures.grandTotal),
    合计: figureValue(figures.total),
    当年: figureValue(figures.currentYear),
    上年结转: figureValue(figures.carryover),
    有年终结转: flagValue(!figures.surplus.value.isZero()),
    年终结转: figureValue(figures.surplus),
    基本支出: figureValue(figures.basic),
    基本支出占比: figureValue(figures.basicShare),
    项目支出: figureValue(figures.project),
    项目支出占比: figureValue(figures.projectShare),
    变动: change(figures.change, guarded),
    按项: itemList(byItem(budget, { cube: '支出', where: {} }), guarded),
  });
}

/** One entry a 项: its name and those of its parents, its money, what it is spent on. */
function itemList(list: readonly ItemFigure[], guarded: Guard): Shaped {
  const item = (one: Partial<ItemFigure>) =>
    recordValue({
      名称: guarded(one.name),
      款名称: guarded(one.section),
      类名称: guarded(one.category),
      编码: guarded(one.code),
      金额: figureValue(one.amount),
      冲减: flagValue(one.amount !== undefined && isReduction(one.amount)),
      用途: guarded(one.purpose),
    });
  return listValue<Partial<ItemFigure>>(list, item, {});
}

function categories(list: readonly CategoryFigure[], guarded: Guard): Shaped {
  const item = (name: string, amount?: Figure, share?: Figure) =>
    recordValue({
      名称: guarded(name),
      金额: figureValue(amount),
      占比: figureValue(share),
      有占比: flagValue(share !== undefined),
      冲减: flagValue(amount !== undefined && isReduction(amount)),
    });
  return listValue<Partial<CategoryFigure>>(list, (one) => item(one.name ?? '', one.amount, one.share), {});
}

function fiscalAppropriation(budget: Budget, guarded: Guard): Shaped {
  const figures = fiscalAppropriationFigures(budget);
  return recordValue({
    总计: figureValue(figures.grandTotal),
    当年: figureValue(figures.currentYear),
    上年结转: figureValue(figures.carryover),
    ...Object.fromEntries(FISCAL_FUNDS.map((fund) => [fund, figureValue(figures.byFund[fund])])),
    有支出: flagValue(figures.categories.length > 0),
    支出按类: categories(figures.categories, guarded),
    支出按项: itemList(byItem(budget, { cube: '支出', where: { 资金: '财政拨款' } }), guarded),
  });
}

function generalBudget(budget: Budget, guarded: Guard): Shaped {
  const figures = generalBudgetFigures(budget);
  return recordValue({
    支出: figureValue(figures.total),
    变动: change(figures.change, guarded),
    有支出: flagValue(figures.categories.length > 0),
    有冲减: flagValue(hasReduction(figures.categories)),
    支出按类: categories(figures.categories, guarded),
  });
}

function basicExpenditure(budget: Budget, guarded: Guard): Shaped {
  const { basic, personnel, operating } = generalBudgetFigures(budget);
  const names = (items: readonly string[]) => listValue(items, guarded, '');
  return recordValue({
    合计: figureValue(basic),
    有: flagValue(!basic.value.isZero()),
    人员经费: figureValue(personnel.total),
    有人员经费: flagValue(personnel.items.length > 0),
    人员经费科目: names(personnel.items),
    公用经费: figureValue(operating.total),
    有公用经费: flagValue(operating.items.length > 0),
    公用经费科目: names(operating.items),
  });
}

function threePublic(budget: Budget, guarded: Guard): Shaped {
  const { total, items } = threePublicFigures(budget);
  const item = (name: string, one: Change) => recordValue({ 名称: guarded(name), 变动: change(one, guarded) });
  return recordValue({
    无: flagValue(total.direction === 'none'),
    合计: change(total, guarded),
    项目: listValue(items, (one) => item(one.name, one.change), { name: '', change: total }),
  });
}

function agencyFunds(budget: Budget, guarded: Guard): Shaped {
  const isThere = agencyFundsChange(budget) !== undefined;
  return recordValue({ 有: flagValue(isThere), 变动: change(agencyFundsComparison(budget), guarded) });
}

function procurement(budget: Budget): Shaped {
  const { total, kinds, reserves } = procurementFigures(budget);
  return recordValue({
    无: flagValue(total.value.isZero()),
    合计: figureValue(total),
    ...mapValues(kinds, figureValue),
    有预留: flagValue(Object.values(reserves).some((figure) => !figure.value.isZero())),
    ...Object.fromEntries(Object.entries(reserves).map(([kind, figure]) => [`${kind}预留`, figureValue(figure)])),
  });
}

function performance(budget: Budget, guarded: Guard): Shaped {
  const figures = projectFigures(budget);
  const group = (one: ProjectGroup) =>
    recordValue({
      名称: guarded(one.name),
      个数: figureValue(one.count),
      金额: figureValue(one.amount),
      冲减: flagValue(isReduction(one.amount)),
    });
  return recordValue({
    有项目: flagValue(!figures.all.count.value.isZero()),
    全部: group(figures.all),
    按类别: listValue(figures.categories, group, figures.all),
    有公开: flagValue(!figures.published.count.value.isZero()),
    公开: group(figures.published),
    公开占比: figureValue(figures.publishedShare),
    有公开占比: flagValue(figures.publishedShare !== undefined),
    公开按类别: listValue(figures.publishedCategories, group, figures.all),
    公开项目: listValue<Partial<PublishedProject>>(figures.publishedProjects, (one) => publishedProject(one, guarded), {}),
    已编报整体绩效目标: flagValue(budget.definition.department.整体绩效目标 !== false),
  });
}

/** A published project with the texts of its form. 表号 names its form to {{本项目绩效目标表 表号}}. */
function publishedProject({ entry, amount }: Partial<PublishedProject>, guarded: Guard): Shaped {
  const form = entry?.project.绩效目标表;
  return recordValue({
    表号: textValue(entry?.key ?? ''),
    名称: guarded(entry?.project.名称),
    单位: guarded(entry?.unit),
    类别: guarded(entry?.project.类别),
    金额: figureValue(amount),
    冲减: flagValue(amount !== undefined && isReduction(amount)),
    ...Object.fromEntries(PROJECT_TEXTS.map((key) => [key, guarded(form?.[key] ?? (key === '年度目标' ? form?.实施期目标 : undefined))])),
  });
}

const PROJECT_TEXTS = [
  '项目属性',
  '项目期',
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证措施',
  '实施计划',
  '实施期目标',
  '年度目标',
] as const;

function assets(budget: Budget, guarded: Guard): Shaped {
  const figures = assetFigures(budget);
  const { 国有资产: stated } = budget.definition.department;
  const kind = (name: string, count: Figure) => recordValue({ 名称: guarded(name), 数量: figureValue(count) });
  return recordValue({
    截至日期: textValue(asOfDate(budget)),
    车辆编制: figureValue(figures.vehicleQuota),
    实有车辆: figureValue(figures.vehicles),
    无车辆: flagValue(figures.vehicles.value.isZero()),
    车辆按种类: listValue(figures.vehicleKinds, (one) => kind(one.name, one.count), { name: '', count: figures.vehicles }),
    办公用房面积: figureValue(figures.officeArea),
    无办公用房: flagValue(figures.officeArea.value.isZero()),
    办公用房用途: guarded(stated.办公用房用途),
    五十万元以上通用设备: figureValue(figures.equipmentOver500k),
    一百万元以上通用设备: figureValue(figures.equipmentOver1m),
    有计划购置: flagValue(Object.values(figures.planned).some((figure) => !figure.value.isZero())),
    ...Object.fromEntries(Object.entries(figures.planned).map(([kind, figure]) => [`计划购置${kind}`, figureValue(figure)])),
    无大型设备: flagValue(figures.equipmentOver500k.value.isZero() && figures.equipmentOver1m.value.isZero()),
  });
}

/** 2025年12月31日: the stated date, or the last day of the year before the budget's. */
function asOfDate({ definition: { department, district } }: Budget): string {
  const stated = department.国有资产.截至日期 ?? `${district.年度.minus(1).toFixed(0)}-12-31`;
  const [year = '', month = '', day = ''] = stated.split('-');
  return `${year}年${month.replace(/^0/, '')}月${day.replace(/^0/, '')}日`;
}

function otherTexts({ definition: { department, district } }: Budget, guarded: Guard): Record<string, Shaped> {
  const glossary = department.名词解释 ?? district.名词解释 ?? [];
  const services = department.政府购买服务 ?? [];
  return {
    无政府购买服务: flagValue(services.length === 0),
    政府购买服务: listValue(services, guarded, ''),
    其他说明: guarded(department.其他说明),
    名词解释: listValue(glossary, (one) => recordValue({ 名词: guarded(one.名词), 解释: guarded(one.解释) }), { 名词: '', 解释: '' }),
  };
}
