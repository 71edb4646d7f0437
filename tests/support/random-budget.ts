import fc from 'fast-check';

/** A definition file as a tree of texts, as the YAML reader gives it. */
export type Tree = { [key: string]: unknown };

/** A random valid disclosure: the department's file, its district's, and the files of member units by name. */
export interface RandomBudget {
  readonly department: Tree;
  readonly district: Tree;
  readonly units: ReadonlyMap<string, Tree>;
}

type Fund = '一般公共预算' | '政府性基金预算' | '国有资本经营预算' | '财政专户管理资金' | '单位资金';
const FUNDS: readonly Fund[] = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'];

/** Published codes without a counterpart on the other side, so that the soft pairs of T6-3 do not bind them. */
const FUNCTIONAL = [
  '2010301',
  '2010303',
  '2010350',
  '2010399',
  '2010507',
  '2010601',
  '2040607',
  '2050205',
  '2070109',
  '2070199',
  '2089999',
  '2109999',
  '2120101',
  '2120501',
  '2120803',
  '2129999',
  '2130306',
];
/** 行政运行 is for agencies: an institution has the same money under another code. */
const OF_INSTITUTIONS: Readonly<Record<string, string>> = { '2010301': '2010505', '2010601': '2010602', '2120101': '2120102' };
const PERSONNEL = ['30101', '30102', '30103', '30112', '30199', '30302', '30399'];
const OPERATING = ['30201', '30202', '30205', '30206', '30207', '30209', '30211', '30213', '30215', '30216', '30226', '30239', '30299'];
const THREE_PUBLIC = [
  ['公务接待费', '30217'],
  ['公务用车运行维护费', '30231'],
  ['因公出国（境）费', '30212'],
  ['公务用车购置费', '31013'],
] as const;

/** 分: from one to 10¹² 元, small ones, round ones and ones that end in a half of the printed unit. */
const ANY_FEN = fc.oneof(
  fc.bigInt(1n, 99n),
  fc.bigInt(1n, 10_000_000n),
  fc.bigInt(1n, 100_000n).map((value) => value * 10_000n),
  fc.bigInt(1n, 1_000_000n).map((value) => value * 10_000n + 5_000n),
  fc.bigInt(1n, 100_000_000_000_000n),
);
/** What an office has: from 100,000 to 10,000,000 元, round or to the 分. */
const PLAUSIBLE_FEN = fc.oneof(
  fc.bigInt(10_000_000n, 1_000_000_000n),
  fc.bigInt(100n, 10_000n).map((value) => value * 100_000n),
);

interface Year {
  funds: Map<Fund, bigint>;
  carryover: Map<Fund, bigint>;
}

const yearOf = (fen: fc.Arbitrary<bigint>): fc.Arbitrary<Year> => {
  const fundMap = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...FUNDS), fen), { selector: ([fund]) => fund, minLength: 1, maxLength: 3 })
    .map((pairs) => new Map(pairs));
  return fc.record({ funds: fundMap, carryover: fc.option(fundMap, { nil: new Map<Fund, bigint>(), freq: 3 }) });
};

const leafOf = (year: fc.Arbitrary<Year>) =>
  fc.record({
    code: fc.constantFrom(...FUNCTIONAL),
    basic: fc.option(year, { nil: undefined }),
    project: fc.option(year, { nil: undefined }),
  });

/** 冲减: money moved from one leaf to another, so that the first may be negative and no total changes. */
interface Reduction {
  readonly what: 'basic' | 'project' | 'economic' | 'projects' | 'carryover';
  readonly period: 'funds' | 'carryover';
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
}
const reductionOf = (fen: fc.Arbitrary<bigint>): fc.Arbitrary<Reduction> =>
  fc.record({
    what: fc.constantFrom('basic', 'project', 'economic', 'projects', 'carryover'),
    period: fc.constantFrom('funds', 'carryover'),
    from: fc.nat(20),
    to: fc.nat(20),
    amount: fen,
  });

const NOTHING: Year = { funds: new Map(), carryover: new Map() };
const ONE_FEN: Year = { funds: new Map<Fund, bigint>([['一般公共预算', 1n]]), carryover: new Map() };

interface Amounts {
  readonly fen: fc.Arbitrary<bigint>;
  /** Of the shares of the twelve economic items. */
  readonly smallestWeight: number;
  /** Last year in thousandths of this year, item by item; absent: any amounts. */
  readonly lastYear?: fc.Arbitrary<number>;
}

const memberOf = ({ fen, smallestWeight, lastYear }: Amounts, year = yearOf(fen)) =>
  fc.record({
    kind: fc.constantFrom('行政', '参公', '事业'),
    unit: fc.constantFrom('元', '万元'),
    leaves: fc.uniqueArray(leafOf(year), { selector: (one) => one.code, minLength: 1, maxLength: 8 }),
    surplus: fc.option(year, { nil: undefined, freq: 4 }),
    lastYear: fc.oneof({ weight: 6, arbitrary: year }, fc.constantFrom(NOTHING, ONE_FEN)),
    /** All of last year like this year, but for this: in its stead. */
    thousandths: lastYear ?? fc.constant(undefined),
    reductions: fc.option(fc.array(reductionOf(fen), { minLength: 1, maxLength: 3 }), { nil: [], freq: 2 }),
    weights: fc.array(fc.integer({ min: smallestWeight, max: 1000 }), { minLength: 12, maxLength: 12 }),
    projects: fc.integer({ min: 1, max: 6 }),
    extra: fen,
    lastThreePublic: fc.array(fc.oneof(fc.constant(0n), fen), { minLength: 4, maxLength: 4 }),
    lastAgency: fc.oneof(fc.constant(0n), fen),
    procurement: fc.array(fc.bigInt(0n, 100n), { minLength: 3, maxLength: 3 }),
    form: fc.boolean(),
    /** 机关运行经费 written out by unit instead of taken from 公用经费. */
    agencyStated: fc.boolean(),
  });
type Member = ReturnType<typeof memberOf> extends fc.Arbitrary<infer T> ? T : never;

/** A department with up to two member units that have files of their own. */
const budgetOf = (member: fc.Arbitrary<Member>): fc.Arbitrary<RandomBudget> =>
  fc.tuple(member, fc.array(member, { maxLength: 2 }), fc.boolean()).map(([own, units, controlled]) => assemble(own, units, controlled));

/** Of any amounts: one 分 beside 10¹² 元, and a last year that has nothing to do with this one. */
export const randomBudget = budgetOf(memberOf({ fen: ANY_FEN, smallestWeight: 1 }));
/** A last year that is this one to the 分 is asked about. */
const SAME = 1000;
/** As offices have them: nothing in it looks like another unit of money. */
export const plausibleBudget = budgetOf(
  memberOf({ fen: PLAUSIBLE_FEN, smallestWeight: 100, lastYear: fc.integer({ min: 150, max: 6000 }).filter((one) => one !== SAME) }),
).filter(({ department, units }) => [department, ...units.values()].every(leavesNoRemains));

/** Where 冲减 takes nearly all of an amount, what is left may be some 分: no office has that. */
function leavesNoRemains({ 金额单位: unit, 收入: revenue, 支出: spending, 一般公共预算基本支出: economic, 项目: projects }: Tree): boolean {
  const least = unit === '元' ? 1000 : 0.1;
  const texts = (at: unknown, key = ''): string[] => {
    if (typeof at === 'string') return key === '科目' ? [] : [at];
    return at && typeof at === 'object' ? Object.entries(at).flatMap(([name, value]) => texts(value, name)) : [];
  };
  const amounts = texts([revenue, spending, economic, projects]).filter((text) => /^-?[\d.]+$/.test(text));
  return amounts.every((text) => Math.abs(Number(text)) >= least);
}

/** `controlled`: every file has its 核对数, the department's those of the whole. */
function assemble(own: Member, units: readonly Member[], controlled: boolean): RandomBudget {
  const names = units.map((_, index) => `乙县第${'一二'[index] ?? ''}所`);
  const built = [own, ...units].map((one, index) => memberTree(one, index === 0 ? '乙县某事务局' : (names[index - 1] ?? '')));
  const [department = built[0]] = built;
  if (!department) throw new Error('no department');
  const trees = built.map((one) => one.tree);
  const changes = sumChanges(built.map((one) => one.changes));
  const reasons = Object.fromEntries(
    [...changes].flatMap(([key, [now, before]]) =>
      now === before ? [] : [[key, now > before ? `新增${key}方面的专项工作任务` : `按规定压减${key}方面的支出`]],
    ),
  );
  if (controlled) {
    const whole = addControls(built.map((one) => one.controls));
    built.forEach(({ tree, controls }, index) => {
      tree.核对数 = controlTree(index === 0 ? whole : controls, String(tree.金额单位));
    });
  }
  (department.tree.部门 as Tree).名称 = '乙县某事务局';
  if (units.length > 0)
    (department.tree.部门 as Tree).所属单位 = units.map((unit, index) => ({
      名称: names[index],
      单位性质: unit.kind,
      定义: `单位${index}`,
    }));
  if (Object.keys(reasons).length > 0) department.tree.增减原因 = reasons;
  return { department: department.tree, district: DISTRICT, units: new Map(trees.slice(1).map((tree, index) => [`单位${index}`, tree])) };
}

type Changes = Map<string, [bigint, bigint]>;
type Controls = Map<string, bigint>;

function addControls(list: readonly Controls[]): Controls {
  const total: Controls = new Map();
  for (const one of list) for (const [key, value] of one) total.set(key, (total.get(key) ?? 0n) + value);
  return total;
}

/** 核对数 to the last 分, for they are held against the budget as precisely as typed; one of more than fourteen digits could not be typed. */
function controlTree(controls: Controls, unit: string): Tree {
  const texts = [...controls].map(([key, value]) => [key, exactText(value, unit)] as const);
  return Object.fromEntries(texts.filter(([, text]) => (text.split('.')[0] ?? '').length <= 14));
}

function memberTree(one: Member, name: string): { tree: Tree; changes: Changes; controls: Controls } {
  const money = (value: bigint) => amountText(value, one.unit);
  const fundTree = (map: ReadonlyMap<Fund, bigint>) =>
    Object.fromEntries([...map].filter(([, value]) => value !== 0n).map(([fund, value]) => [fund, money(value)]));
  const yearTree = ({ funds, carryover }: Year): Tree => ({
    ...fundTree(funds),
    ...(carryover.size > 0 && { 上年结转: fundTree(carryover) }),
  });
  const leaves = reduceLeaves(
    one.leaves.map(
      ({ code, basic, project }): Leaf =>
        basic || project
          ? { code, basic: copyOf(basic), project: copyOf(project) }
          : { code, basic: { funds: new Map<Fund, bigint>([['一般公共预算', one.extra]]), carryover: new Map() } },
    ),
    one.reductions,
  );
  const spent = [...leaves.flatMap((item) => [item.basic, item.project]), one.surplus].filter((item) => item !== undefined);
  const revenue = addYears(spent);
  const basic = sumOf(leaves.map((item) => item.basic?.funds.get('一般公共预算') ?? 0n));
  const economic = reduceEconomic(splitEconomic(basic, one.weights), one.reductions);
  const project = addYears(leaves.flatMap((item) => item.project ?? []));
  const last = (now: bigint, otherwise: bigint) => (one.thousandths === undefined ? otherwise : (now * BigInt(one.thousandths)) / 1000n);
  const three = THREE_PUBLIC.map(([item, code], index) => {
    const now = (economic.get(code) ?? 0n) + (index % 2 === 0 ? one.extra : 0n);
    return { item, now, before: last(now, one.lastThreePublic[index] ?? 0n) };
  });
  const vehicles = (three[1]?.now ?? 0n) > 0n ? 1 : 0;
  const operating = sumOf([...economic].filter(([code]) => !PERSONNEL.includes(code)).map(([, value]) => value));
  const total = sumOf([...revenue.funds.values(), ...revenue.carryover.values()]);
  const paid = total - (one.surplus ? sumOf([...one.surplus.funds.values(), ...one.surplus.carryover.values()]) : 0n);
  const procurement = one.procurement.map((percent) => (paid * percent) / 300n);
  const lastAgency = last(operating, one.lastAgency);
  const scaled = (map: ReadonlyMap<Fund, bigint>) => new Map([...map].map(([fund, value]) => [fund, last(value, 0n)] as const));
  const lastYear = one.thousandths === undefined ? one.lastYear : { funds: scaled(revenue.funds), carryover: scaled(revenue.carryover) };
  const before = sumOf([...lastYear.funds.values(), ...lastYear.carryover.values()]);
  const projects = reduceProjects(splitProjects(project, one.projects), one.reductions);
  const isAgency = one.kind !== '事业';
  const tree: Tree = {
    金额单位: one.unit,
    部门: { 名称: name, 代码: '101', 单位性质: one.kind, 所属单位: '无' },
    批复日期: '2026-02-06',
    公开日期: '2026-02-20',
    职责: [`负责${name}的日常工作。`],
    机构设置: '无',
    收入: {
      ...pick(fundTree(revenue.funds), ['一般公共预算', '财政专户管理资金', '单位资金']),
      ...listed(revenue, '政府性基金预算', '1030148', money),
      ...listed(revenue, '国有资本经营预算', '1030601', money),
      ...(revenue.carryover.size > 0 && { 上年结转: fundTree(revenue.carryover) }),
    },
    支出: leaves.map((item) => ({
      科目: one.kind === '事业' ? (OF_INSTITUTIONS[item.code] ?? item.code) : item.code,
      ...(item.basic && { 基本支出: yearTree(item.basic) }),
      ...(item.project && { 项目支出: yearTree(item.project) }),
    })),
    ...(one.surplus && { 年终结转: yearTree(one.surplus) }),
    ...(economic.size > 0 && { 一般公共预算基本支出: [...economic].sort().map(([code, value]) => ({ 科目: code, 金额: money(value) })) }),
    ...(projects.length > 0 && {
      项目: projects.map((funds, index) => projectTree(name, index, funds, { form: one.form, yearTree, money })),
    }),
    三公经费: Object.fromEntries(
      three.map(({ item, now, before: last }) => [item, { 本年: now > 0n ? { 一般公共预算: money(now) } : '无', 上年: money(last) }]),
    ),
    ...(isAgency && {
      机关运行经费: {
        ...(one.agencyStated && operating > 0n && { 单位: [{ 名称: name, 本年: { 一般公共预算: money(operating) } }] }),
        上年: money(lastAgency),
      },
    }),
    上年预算: { ...yearTree(lastYear), 其余: '无' },
    政府采购: Object.fromEntries(['货物', '工程', '服务'].map((kind, index) => [kind, money(procurement[index] ?? 0n)])),
    国有资产: {
      截至日期: '2025-12-31',
      车辆编制: '1',
      车辆: vehicles > 0 ? { 其他公务用车: '1' } : '无',
      办公用房面积: '100',
      五十万元以上通用设备: '0',
      一百万元以上通用设备: '0',
    },
    整体绩效目标: '是',
    编报绩效目标: '是',
    政府购买服务: '无',
    其他说明: '无',
  };
  const changes: Changes = new Map([
    ['收入', [total, before]],
    ['支出', [total, before]],
  ]);
  changes.set('一般公共预算支出', [basic + (project.funds.get('一般公共预算') ?? 0n), lastYear.funds.get('一般公共预算') ?? 0n]);
  for (const { item, now, before: last } of three) changes.set(item, [now, last]);
  if (isAgency) changes.set('机关运行经费', [operating, lastAgency]);
  const natureTotal = (nature: 'basic' | 'project') => {
    const { funds, carryover } = addYears(leaves.flatMap((item) => item[nature] ?? []));
    return sumOf([...funds.values(), ...carryover.values()]);
  };
  const controls: Controls = new Map([
    ['收入总计', total],
    ['支出总计', total],
    ['基本支出', natureTotal('basic')],
    ['项目支出', natureTotal('project')],
    ['一般公共预算支出', basic + (project.funds.get('一般公共预算') ?? 0n)],
    ['人员经费', sumOf([...economic].filter(([code]) => PERSONNEL.includes(code)).map(([, value]) => value))],
    ['公用经费', operating],
    ['三公经费合计', sumOf(three.map(({ now }) => now))],
    ['机关运行经费合计', isAgency ? operating : 0n],
    ['政府采购合计', sumOf(procurement)],
  ]);
  return { tree, changes, controls };
}

function sumChanges(list: readonly Changes[]): Changes {
  const total: Changes = new Map();
  for (const one of list) {
    for (const [key, [now, before]] of one) {
      const [a, b] = total.get(key) ?? [0n, 0n];
      total.set(key, [a + now, b + before]);
    }
  }
  return total;
}

/** 元 or 万元 as a person types it: no trailing zeros. */
export function amountText(value: bigint, unit: string): string {
  return exactText(value, unit).replace(/\.?0+$/, '');
}

/** With every decimal that the unit has. */
function exactText(value: bigint, unit: string): string {
  const digits = unit === '元' ? 2 : 6;
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const sumOf = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

function addYears(years: readonly Year[]): Year {
  const total: Year = { funds: new Map(), carryover: new Map() };
  for (const one of years) {
    for (const key of ['funds', 'carryover'] as const)
      for (const [fund, value] of one[key]) total[key].set(fund, (total[key].get(fund) ?? 0n) + value);
  }
  return total;
}

/** Splits an amount over codes by weights, to the 分; the last takes the rest. */
function splitEconomic(amount: bigint, weights: readonly number[]): Map<string, bigint> {
  if (amount === 0n) return new Map();
  const codes = [...PERSONNEL.slice(0, 4), ...OPERATING.slice(0, 4), ...THREE_PUBLIC.map(([, code]) => code)];
  const whole = BigInt(weights.reduce((a, b) => a + b, 0));
  const parts = codes.map((code, index): [string, bigint] => [code, (amount * BigInt(weights[index] ?? 1)) / whole]);
  const rest = amount - sumOf(parts.map(([, value]) => value));
  return new Map(
    parts.map(([code, value], index): [string, bigint] => [code, index === 0 ? value + rest : value]).filter(([, value]) => value > 0n),
  );
}

/** The project money of each fund, over projects: each gets a share, the first the rest. */
function splitProjects(total: Year, count: number): Year[] {
  if (total.funds.size + total.carryover.size === 0) return [];
  const projects = Array.from({ length: count }, (): Year => ({ funds: new Map(), carryover: new Map() }));
  for (const key of ['funds', 'carryover'] as const) {
    for (const [fund, value] of total[key]) {
      const part = value / BigInt(count);
      projects.forEach((project, index) => {
        const share = index === 0 ? value - part * BigInt(count - 1) : part;
        if (share !== 0n) project[key].set(fund, share);
      });
    }
  }
  return projects;
}

interface Leaf {
  readonly code: string;
  readonly basic?: Year | undefined;
  readonly project?: Year | undefined;
}

const copyOf = (one: Year | undefined): Year | undefined => one && { funds: new Map(one.funds), carryover: new Map(one.carryover) };

function move<K>(from: Map<K, bigint>, to: Map<K, bigint>, key: K, amount: bigint): void {
  from.set(key, (from.get(key) ?? 0n) - amount);
  to.set(key, (to.get(key) ?? 0n) + amount);
}

function reduceLeaves(leaves: readonly Leaf[], reductions: readonly Reduction[]): Leaf[] {
  const reduced = leaves.map((one) => ({ ...one }));
  for (const { what, period, from, to, amount } of reductions) {
    const giver = reduced[from % reduced.length];
    const taker = reduced[to % reduced.length];
    if (!giver || !taker) continue;
    if (what === 'carryover') {
      // Corrected between funds: one fund's 上年结转 may be negative as a whole.
      const { carryover = new Map<Fund, bigint>() } = taker.project ?? taker.basic ?? {};
      carryover.set('单位资金', (carryover.get('单位资金') ?? 0n) - amount);
      carryover.set('财政专户管理资金', (carryover.get('财政专户管理资金') ?? 0n) + amount);
    }
    if ((what !== 'basic' && what !== 'project') || giver === taker) continue;
    const [fund] = [...(taker[what]?.[period].keys() ?? [])];
    if (fund === undefined || !taker[what]) continue;
    giver[what] ??= { funds: new Map(), carryover: new Map() };
    move(giver[what][period], taker[what][period], fund, amount);
  }
  return reduced;
}

/** Between two 款 of 人员经费: 公用经费 and “三公” stay as they are. */
function reduceEconomic(economic: Map<string, bigint>, reductions: readonly Reduction[]): Map<string, bigint> {
  const [first = '', second = ''] = PERSONNEL;
  for (const { what, amount } of reductions) {
    if (what !== 'economic' || economic.size === 0) continue;
    economic.set(first, (economic.get(first) ?? 0n) + amount);
    economic.set(second, (economic.get(second) ?? 0n) - amount);
  }
  return new Map([...economic].filter(([, value]) => value !== 0n));
}

function reduceProjects(projects: readonly Year[], reductions: readonly Reduction[]): Year[] {
  for (const { what, period, from, to, amount } of reductions) {
    const giver = projects[from % projects.length];
    const taker = projects[to % projects.length];
    const [fund] = [...(taker?.[period].keys() ?? [])];
    if (what === 'projects' && giver && taker && giver !== taker && fund !== undefined) move(giver[period], taker[period], fund, amount);
  }
  return [...projects];
}

interface Writing {
  readonly form: boolean;
  readonly yearTree: (year: Year) => Tree;
  readonly money: (value: bigint) => string;
}

function projectTree(name: string, index: number, funds: Year, { form, yearTree, money }: Writing): Tree {
  const tree: Tree = { 名称: `${name}第${index + 1}号专项`, 类别: index % 2 === 0 ? '特定目标类' : '其他运转类', 资金: yearTree(funds) };
  if (!form || index > 1) return tree;
  const value = [{ 名称: '财政资金', 值: '资金总额（万元）' }];
  const year = sumOf([...funds.funds.values()]);
  const part = year / 3n;
  const sources = year > 2n && {
    年度资金来源: { 省级财政资金: money(part), '市县（区）财政资金': money(year - part) },
    实施期资金来源: { 中央财政资金: money(part), '市县（区）财政资金': money(year - part) },
  };
  const text = '按计划完成专项工作';
  return {
    ...tree,
    绩效目标表: {
      ...sources,
      项目属性: '一次性项目',
      项目期: '1年',
      项目概况: text,
      立项依据: text,
      项目设立必要性: text,
      保证措施: text,
      实施计划: text,
      实施期目标: text,
      指标: {
        产出指标: { 数量指标: [{ 名称: '专项工作', 值: '1项' }], 成本指标: value },
        效益指标: { 社会效益: [{ 名称: '工作成效', 值: '明显' }] },
        满意度指标: { 服务对象满意度: [{ 名称: '群众满意度', 值: '≥95%' }] },
      },
    },
  };
}

function pick(tree: Tree, keys: readonly string[]): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([key]) => keys.includes(key)));
}

function listed(revenue: Year, fund: Fund, code: string, money: (value: bigint) => string): Tree {
  const value = revenue.funds.get(fund);
  return value === undefined ? {} : { [fund]: [{ 科目: code, 名称: `${fund}收入`, 金额: money(value) }] };
}

const TERMS = [
  '基本支出',
  '项目支出',
  '“三公”经费',
  '机关运行经费',
  '政府购买服务',
  '财政专户管理资金',
  '单位资金',
  '上年结转',
  '一般公共预算',
  '政府性基金预算',
  '国有资本经营预算',
  '财政拨款',
];
const DISTRICT: Tree = {
  年度: '2026',
  地区: '甲市乙县',
  级次: '县级',
  名词解释: TERMS.map((term) => ({ 名词: term, 解释: `按照预算管理规定所称的${term}。` })),
};
