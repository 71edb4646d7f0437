import type { Budget } from '../budget/budget.js';
import { yearOf } from '../definition/dates.js';
import { oncePer } from '../plain/objects.js';
import { textAmounts } from '../profile/amount-format.js';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { from, type Placed, recordValue, type Shaped } from './shape.js';
import { assets } from './variables/assets.js';
import { identity, otherTexts } from './variables/department.js';
import { basicExpenditure, expenditure, fiscalAppropriation, generalBudget } from './variables/expenditure.js';
import { agencyFunds, procurement, threePublic } from './variables/operating.js';
import { ownData } from './variables/own-data.js';
import { ownFigures } from './variables/own-figures.js';
import { performance } from './variables/projects.js';
import { revenue } from './variables/revenue.js';
import { type Guards, makeValues, mapValues, PLAIN } from './variables/values.js';

/** What a profile adds to the names, and how it prints amounts in sentences. */
export interface ProfileNames extends Partial<Pick<ProfileSpec, '称谓' | '数据' | '数字写法' | '文中金额' | '资产' | '明细' | '自有数据'>> {
  /** The number of each table by its name. */
  readonly 报表号?: Readonly<Record<string, string>>;
}

/** What templates may name, without guards: several checks look figures up by these names. Budgets and names are never changed. */
export const plainContext = (budget: Budget, names: ProfileNames): Shaped => contextsOf(budget)(names);

const contextsOf = oncePer((budget: Budget) => oncePer((names: ProfileNames) => templateContext(budget, undefined, names)));

/** Everything a narrative template may name, in the field's own words. */
export function templateContext(budget: Budget, guards: Guards = PLAIN, names: ProfileNames = {}): Shaped {
  const { 数字写法, 文中金额 } = names;
  const format = 数字写法 && 文中金额 && textAmounts({ 数字写法, 文中金额 });
  const values = makeValues(guards, format, yearOf(budget.definition.district, 1));
  const variables: Record<string, Placed> = {
    ...identity(budget, values),
    收入: revenue(budget, values),
    支出: expenditure(budget, values),
    财政拨款: fiscalAppropriation(budget, values),
    一般公共预算: generalBudget(budget, values),
    基本支出: basicExpenditure(budget, values),
    三公经费: threePublic(budget, values),
    机关运行经费: agencyFunds(budget, values),
    政府采购: procurement(budget, values),
    绩效: performance(budget, values),
    国有资产: assets(budget, names.资产, values),
    ...otherTexts(budget, values),
    ...ownData(budget, names, values),
    称谓: from([], recordValue(mapValues(names.称谓 ?? {}, values.text))),
    数据: ownFigures(budget, names.数据, values),
    报表号: from([], recordValue(mapValues(names.报表号 ?? {}, values.text))),
  };
  return recordValue(variables);
}
