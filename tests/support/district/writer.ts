import { ECONOMIC, functionalName, isTyped } from './codes.js';
import { type BudgetFile, changesOf } from './department.js';
import type { Form } from './forms.js';
import { type EconomicLeaf, expenditureOf, type FunctionalLeaf, type Member, operatingFunds, revenueOf, THREE_PUBLIC } from './member.js';
import { addYears, amountText, type Money, STATE_FUNDS, sumOf, UNIT_FUND_SOURCES, type Year, yearTotal } from './money.js';
import type { Project } from './projects.js';
import { mapOrNone, NONE, type Node, noted, type Tree } from './to-yaml.js';

/** Writes amounts in the file's unit. */
export class Writer {
  constructor(
    private readonly unit: '元' | '万元',
    private readonly namedByDistrict: ReadonlySet<string>,
  ) {}

  text(fen: bigint): string {
    return amountText(fen, this.unit);
  }

  amounts(map: ReadonlyMap<string, bigint>): Node | undefined {
    return mapOrNone(new Map([...map].map(([key, amount]) => [key, this.text(amount)])));
  }

  /** By fund, 单位资金 by their sources. */
  funds(money: Money): Node | undefined {
    const part = (keys: readonly string[]) => this.amounts(new Map([...money].filter(([key]) => keys.includes(key)).sort(byKey(keys))));
    const units = part(UNIT_FUND_SOURCES);
    const all = { ...part(STATE_FUNDS), ...(units && { 单位资金: units }) };
    return Object.keys(all).length > 0 ? all : undefined;
  }

  year({ now, carried }: Year): Node | undefined {
    const old = this.funds(carried);
    const all = { ...this.funds(now), ...(old && { 上年结转: old }) };
    return Object.keys(all).length > 0 ? all : undefined;
  }

  revenue(member: Member): Node {
    const { now, carried } = revenueOf(member);
    const { 政府性基金预算: _, 国有资本经营预算: __, ...plain } = this.funds(now) ?? {};
    return {
      ...plain,
      政府性基金预算: this.revenueList(now.get('政府性基金预算'), FUND_REVENUE),
      国有资本经营预算: this.revenueList(now.get('国有资本经营预算'), CAPITAL_REVENUE),
      上年结转: this.funds(carried),
    };
  }

  /** The first takes what the others leave. */
  private revenueList(total: bigint | undefined, names: readonly (readonly [string, string])[]): readonly Node[] | undefined {
    if (total === undefined) return undefined;
    const part = total / BigInt(names.length + 1);
    return names
      .map(([code, name], index) => ({ code, name, amount: index === 0 ? total - part * BigInt(names.length - 1) : part }))
      .filter(({ amount }) => amount > 0n)
      .map(({ code, name, amount }) => ({ 科目: code, 名称: name, 金额: this.text(amount) }));
  }

  /** `split`: the form prints 人员经费 and 公用经费 by code. */
  functional({ code, purpose, basic, byKind, project }: FunctionalLeaf, split: boolean): Node {
    const name = functionalName(code);
    const isNamed = isTyped(code) && !this.namedByDistrict.has(code);
    return {
      科目: isNamed ? code : noted(code, name),
      名称: isNamed ? name : undefined,
      用途: purpose,
      基本支出: split ? mapOrNone(new Map([...byKind].flatMap(([kind, money]) => namedNode(kind, this.year(money))))) : this.year(basic),
      项目支出: this.year(project),
    };
  }

  economic({ code, government, amount }: EconomicLeaf): Node {
    return { 科目: noted(code, ECONOMIC.get(code)?.name ?? ''), 政府科目: government, 金额: this.text(amount) };
  }

  project({ name, unit, category, money, form }: Project): Node {
    return { 名称: name, 单位: unit, 类别: category, 资金: this.year(money), 绩效目标表: form && this.form(form) };
  }

  private form({ years, texts, yearSources, periodSources, indicators, people }: Form): Node {
    return {
      项目属性: years === 1 ? '一次性项目（1年结束）' : `延续性项目（${years}年）`,
      项目期: `${years}年`,
      年度资金来源: this.amounts(yearSources),
      实施期资金来源: this.amounts(periodSources),
      ...texts,
      指标: indicators,
      ...people,
    };
  }

  /** An item of neither year stands under 其余. */
  threePublic({ threePublic }: Member): Tree {
    const items = THREE_PUBLIC.flatMap((item): [string, Node][] => {
      const { now, before } = threePublic[item];
      if (now.size === 0 && before === 0n) return [];
      return [[item, { 本年: this.funds(now) ?? NONE, 上年: before === 0n ? NONE : this.text(before) }]];
    });
    if (items.length === 0) return NONE;
    return { ...Object.fromEntries(items), ...(items.length < THREE_PUBLIC.length && { 其余: NONE }) };
  }

  agency({ agencyBefore }: Member, byUnit: BudgetFile['agencyByUnit']): Node | undefined {
    if (agencyBefore === undefined) return undefined;
    const units = byUnit?.map(({ name, amount }) => ({ 名称: name, 本年: { 一般公共预算: this.text(amount) } }));
    return { 单位: units, 上年: this.text(agencyBefore) };
  }

  /** What the approval says, over all members: computed here once more, from the facts. */
  controlTotals(file: BudgetFile): Node {
    const { members } = file;
    const leaves = members.flatMap(expenditureOf);
    const economic = members.flatMap((one) => one.economic);
    const changes = changesOf(file);
    const operating = operatingFunds(economic);
    const now = (key: string) => changes.get(key)?.[0] ?? 0n;
    return {
      收入总计: this.text(now('收入')),
      支出总计: this.text(now('支出')),
      基本支出: this.text(yearTotal(addYears(leaves.map((leaf) => leaf.basic)))),
      项目支出: this.text(yearTotal(addYears(leaves.map((leaf) => leaf.project)))),
      一般公共预算支出: this.text(now('一般公共预算支出')),
      人员经费: this.text(sumOf(economic.map((leaf) => leaf.amount)) - operating),
      公用经费: this.text(operating),
      三公经费合计: this.text(sumOf(THREE_PUBLIC.map(now))),
      机关运行经费合计: this.text(now('机关运行经费')),
      政府采购合计: this.text(sumOf(members.flatMap((one) => [...one.procurement.values()]))),
    };
  }
}

const FUND_REVENUE = [
  ['1030148', '国有土地使用权出让收入'],
  ['1030155', '彩票公益金收入'],
  ['1030156', '城市基础设施配套费收入'],
] as const;
const CAPITAL_REVENUE = [
  ['1030601', '利润收入'],
  ['1030698', '其他国有资本经营预算收入'],
] as const;

const namedNode = (name: string, node: Node | undefined): [string, Node][] => (node ? [[name, node]] : []);

const byKey =
  (order: readonly string[]) =>
  ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    order.indexOf(a) - order.indexOf(b);
