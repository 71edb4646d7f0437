import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The thirteen tables computed a second time, straight from the YAML and in integers of 分: nothing of src is used,
 * so that both would have to be wrong in the same way.
 */
const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'] as const;
const FISCAL = FUNDS.slice(0, 3);
const CATEGORIES_OF_EXPENSE: Readonly<Record<string, string>> = { '301': '人员经费', '303': '人员经费' };

type Node = Record<string, unknown>;
type Row = string[];

interface Leaf {
  readonly code: string;
  readonly nature: string;
  readonly fund: string;
  readonly carried: boolean;
  readonly fen: bigint;
}

const CATALOGUE = join(import.meta.dirname, '../../data/classifications/2026');
const rows = (file: string): string[][] =>
  readFileSync(join(CATALOGUE, `${file}.csv`), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
const functional = new Map(rows('functional-classification').map(([code = '', name = '']) => [code, name]));
const departmentNames = new Map(rows('economic-classification-department').map(([code = '', name = '']) => [code, name]));
const governmentNames = new Map(rows('economic-classification-government').map(([code = '', name = '']) => [code, name]));
const counterparts = rows('economic-department-to-government');
const ALL_CATEGORIES = [...functional.keys()].filter((code) => code.length === 3).sort();

/** Exact 分 of a typed amount. */
export function fenOf(typed: string, unit: string): bigint {
  const [whole = '0', decimals = ''] = typed.split('.');
  const places = unit === '万元' ? 6 : 2;
  return BigInt(whole + decimals.padEnd(places, '0'));
}

/** 分 as 万元 with two decimals, a half up, and separators; zero is blank. */
export function printed(fen: bigint): string {
  if (fen === 0n) return '';
  const size = fen < 0n ? -fen : fen;
  const hundredths = (size * 2n + 10_000n) / 20_000n;
  const digits = hundredths.toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0n && hundredths > 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const node = (value: unknown): Node => (value ?? {}) as Node;
const word = (value: unknown): string => (value ?? '') as string;
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const NUMERALS = '一二三四五六七八九';

function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = NUMERALS[(value % 10) - 1] ?? '';
  return `${tens > 1 ? NUMERALS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones}`;
}

class Computation {
  private readonly unit: string;
  private readonly department: Node;
  private readonly own = new Map<string, string>();
  private readonly spent: readonly Leaf[];
  private readonly kept: readonly Leaf[];
  private readonly earned: readonly Leaf[];

  constructor(private readonly content: Node) {
    this.unit = word(content.金额单位);
    this.department = node(content.部门);
    this.spent = list(content.支出).flatMap((leaf) =>
      ['基本支出', '项目支出'].flatMap((nature) => this.yearAmounts(word(leaf.科目), nature, leaf[nature])),
    );
    this.kept = this.yearAmounts('', '', content.年终结转);
    this.earned = this.revenue();
    for (const leaf of [...list(content.支出), ...list(content.一般公共预算基本支出)])
      if (leaf.名称 !== undefined) this.own.set(word(leaf.科目), word(leaf.名称));
  }

  private fen(typed: unknown): bigint {
    return typed === undefined ? 0n : fenOf(word(typed), this.unit);
  }

  private yearAmounts(code: string, nature: string, amounts: unknown): Leaf[] {
    const of = (from: unknown, carried: boolean) =>
      FUNDS.map((fund) => ({ code, nature, fund, carried, fen: this.fen(node(from)[fund]) })).filter((leaf) => leaf.fen !== 0n);
    return [...of(amounts, false), ...of(node(amounts).上年结转, true)];
  }

  private revenue(): Leaf[] {
    const stated = node(this.content.收入);
    const lines = FUNDS.flatMap((fund) =>
      Array.isArray(stated[fund])
        ? list(stated[fund]).map((line) => ({ code: word(line.科目), nature: '', fund, carried: false, fen: this.fen(line.金额) }))
        : [{ code: '', nature: '', fund, carried: false, fen: this.fen(stated[fund]) }],
    );
    const carried = FUNDS.map((fund) => ({ code: '', nature: '', fund, carried: true, fen: this.fen(node(stated.上年结转)[fund]) }));
    return [...lines, ...carried].filter((leaf) => leaf.fen !== 0n);
  }

  private name(code: string): string {
    return functional.get(code) ?? this.own.get(code) ?? code;
  }

  /** Codes with their parents, in order, each with the leaves under it. */
  private tree(leaves: readonly Leaf[]): [string, readonly Leaf[]][] {
    const codes = unique(leaves.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code])).sort();
    return codes.map((code) => [code, leaves.filter((leaf) => leaf.code.startsWith(code))]);
  }

  all(): Row[][] {
    return [
      this.table1(),
      this.table2(),
      this.byNature(this.spent),
      this.table4(),
      this.byNature(this.general()),
      this.table6(),
      this.fundRevenue('政府性基金预算'),
      this.byNature(this.yearOf('政府性基金预算')),
      this.table9(),
      this.table10(),
      this.table11(),
      this.projects(false, FUNDS),
      this.projects(true, FISCAL),
    ];
  }

  private general(): Leaf[] {
    return this.yearOf('一般公共预算');
  }

  private yearOf(fund: string): Leaf[] {
    return this.spent.filter((leaf) => leaf.fund === fund && !leaf.carried);
  }

  private table1(): Row[] {
    const right = (leaves: readonly Leaf[]) =>
      [leaves, leaves.filter((leaf) => !leaf.carried), leaves.filter((leaf) => leaf.carried)].map(amount);
    const left = (leaves: readonly Leaf[]) => amount(leaves);
    const now = this.earned.filter((leaf) => !leaf.carried);
    const categories = this.categoriesOf(this.spent, right);
    const funds = FUNDS.map((fund, index) => [`${numeral(index + 1)}、${fund}`, left(now.filter((leaf) => leaf.fund === fund))]);
    return [
      ...categories.map((cells, index) => [...(funds[index] ?? ['', '']), ...cells]),
      ['本年收入合计', left(now), '本年支出合计', ...right(this.spent)],
      ['上年结转', left(this.earned.filter((leaf) => leaf.carried)), '年终结转', ...right(this.kept)],
      ['收入总计', left(this.earned), '支出总计', ...right([...this.spent, ...this.kept])],
    ];
  }

  private categoriesOf(leaves: readonly Leaf[], amounts: (leaves: readonly Leaf[]) => Row): Row[] {
    return ALL_CATEGORIES.map((code, index) => [
      `${numeral(index + 1)}、${this.name(code)}`,
      ...amounts(leaves.filter((leaf) => leaf.code.startsWith(code))),
    ]);
  }

  private table2(): Row[] {
    const columns = (leaves: readonly Leaf[]) => {
      const now = leaves.filter((leaf) => !leaf.carried);
      return [
        amount(now),
        ...FUNDS.map((fund) => amount(now.filter((leaf) => leaf.fund === fund))),
        amount(leaves.filter((leaf) => leaf.carried)),
      ];
    };
    const next = this.kept.length > 0 ? [['', '结转下年', ...columns(this.kept)]] : [];
    const codes = this.tree(this.spent).map(([code, leaves]) => [code, this.name(code), ...columns(leaves)]);
    return [['合计', '', ...columns([...this.spent, ...this.kept])], ...codes, ...next];
  }

  private byNature(leaves: readonly Leaf[]): Row[] {
    const columns = (some: readonly Leaf[]) => [
      amount(some),
      ...['基本支出', '项目支出'].map((nature) => amount(some.filter((leaf) => leaf.nature === nature))),
    ];
    return [['合计', '', ...columns(leaves)], ...this.tree(leaves).map(([code, some]) => [code, this.name(code), ...columns(some)])];
  }

  private table4(): Row[] {
    const fiscal = (leaves: readonly Leaf[]) => leaves.filter((leaf) => FISCAL.includes(leaf.fund as never));
    const right = (leaves: readonly Leaf[]) => [
      amount(fiscal(leaves)),
      ...FISCAL.map((fund) => amount(leaves.filter((leaf) => leaf.fund === fund))),
    ];
    const earned = fiscal(this.earned);
    const byFund = (carried: boolean): Row[] =>
      FISCAL.map((fund, index) => [
        `${numeral(index + 1)}、${fund}`,
        amount(earned.filter((leaf) => leaf.fund === fund && leaf.carried === carried)),
      ]);
    const funds = byFund(false);
    const categories = this.categoriesOf(this.spent, right);
    const blank = ['', '', '', '', ''];
    return [
      ...categories.map((cells, index) => [...(funds[index] ?? ['', '']), ...cells]),
      ['本年收入合计', amount(earned.filter((leaf) => !leaf.carried)), '本年支出合计', ...right(this.spent)],
      ['上年财政拨款结转', amount(earned.filter((leaf) => leaf.carried)), '年终结转', ...right(this.kept)],
      ...byFund(true).map((cells) => [...cells, ...blank]),
      ['收入总计', amount(earned), '支出总计', ...right([...this.spent, ...this.kept])],
    ];
  }

  private table6(): Row[] {
    const items = list(this.content.一般公共预算基本支出)
      .map((leaf) => ({
        code: word(leaf.科目),
        government: word(leaf.政府科目) || counterpart(word(leaf.科目), word(this.department.单位性质)),
        kind: word(leaf.经费) || (CATEGORIES_OF_EXPENSE[word(leaf.科目).slice(0, 3)] ?? '公用经费'),
        fen: this.fen(leaf.金额),
      }))
      .filter((item) => item.fen !== 0n);
    const columns = (some: typeof items) =>
      [some, some.filter(({ kind }) => kind === '人员经费'), some.filter(({ kind }) => kind === '公用经费')].map((part) =>
        printed(sum(part.map(({ fen }) => fen))),
      );
    const result: Row[] = [['合计', '', ...columns(items)]];
    for (const category of unique(items.map(({ code }) => code.slice(0, 3))).sort()) {
      result.push([departmentNames.get(category) ?? category, '', ...columns(items.filter(({ code }) => code.startsWith(category)))]);
      const keys = unique(
        items.filter(({ code }) => code.startsWith(category)).map(({ code, government }) => `${code}/${government}`),
      ).sort();
      for (const key of keys) {
        const [code = '', government = ''] = key.split('/');
        const some = items.filter((item) => item.code === code && item.government === government);
        result.push([departmentNames.get(code) ?? this.own.get(code) ?? code, governmentNames.get(government) ?? '', ...columns(some)]);
      }
    }
    return result;
  }

  private fundRevenue(fund: string): Row[] {
    const lines = this.earned.filter((leaf) => leaf.fund === fund && !leaf.carried);
    const names = new Map(list(node(this.content.收入)[fund]).map((line) => [word(line.科目), word(line.名称)]));
    const codes = unique(lines.map(({ code }) => code)).sort();
    return [
      ['合计', '', amount(lines)],
      ...codes.map((code) => [code, names.get(code) ?? '', amount(lines.filter((leaf) => leaf.code === code))]),
    ];
  }

  /** Both sides beside each other; the label of the first row stands once. */
  private table9(): Row[] {
    const left = this.fundRevenue('国有资本经营预算');
    const right = this.byNature(this.yearOf('国有资本经营预算'));
    right[0]?.splice(0, 1, '');
    return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
      ...(left[index] ?? ['', '', '']),
      ...(right[index] ?? ['', '', '', '', '']),
    ]);
  }

  private table10(): Row[] {
    const stated = node(this.content.三公经费);
    const line = (name: string, items: readonly string[]) => {
      const funds = FISCAL.map((fund) => sum(items.map((item) => this.fen(node(node(stated[item]).本年)[fund]))));
      return [name, printed(sum(funds)), ...funds.map(printed)];
    };
    const [abroad, hospitality, buying, running] = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'] as const;
    return [
      line(abroad, [abroad]),
      line(hospitality, [hospitality]),
      line('公务用车购置及运行费', [buying, running]),
      line(`①${buying}`, [buying]),
      line(`②${running}`, [running]),
      line('合计', [abroad, hospitality, buying, running]),
    ];
  }

  private table11(): Row[] {
    const stated = node(this.content.机关运行经费);
    const operating = sum(
      list(this.content.一般公共预算基本支出)
        .filter((leaf) => (word(leaf.经费) || (CATEGORIES_OF_EXPENSE[word(leaf.科目).slice(0, 3)] ?? '公用经费')) === '公用经费')
        .map((leaf) => this.fen(leaf.金额)),
    );
    const agency = word(this.department.单位性质) !== '事业';
    const units = Array.isArray(stated.单位)
      ? list(stated.单位).map((unit) => ({ name: word(unit.名称), funds: FISCAL.map((fund) => this.fen(node(unit.本年)[fund])) }))
      : agency && operating !== 0n
        ? [{ name: word(this.department.名称), funds: [operating, 0n, 0n] }]
        : [];
    const line = (name: string, some: typeof units) => {
      const funds = FISCAL.map((_, index) => sum(some.map((unit) => unit.funds[index] ?? 0n)));
      return [name, printed(sum(funds)), ...funds.map(printed)];
    };
    return [line('部门合计', units), ...units.map((unit) => line(unit.name, [unit]))];
  }

  private projects(carried: boolean, funds: readonly string[]): Row[] {
    const name = word(this.department.名称);
    const all = list(this.content.项目)
      .map((project) => ({
        name: word(project.名称),
        unit: word(project.单位) || name,
        leaves: this.yearAmounts('', '', project.资金).filter((leaf) => leaf.carried === carried && funds.includes(leaf.fund)),
      }))
      .filter(({ leaves }) => leaves.length > 0);
    const line = (label: string, some: typeof all) => {
      const leaves = some.flatMap((project) => project.leaves);
      return [label, amount(leaves), ...funds.map((fund) => amount(leaves.filter((leaf) => leaf.fund === fund)))];
    };
    const numbers = Array.from({ length: funds.length + 2 }, (_, index) => String(index + 1));
    if (all.length === 0) return [numbers, line('合计', [])];
    const units = unique(all.map(({ unit }) => unit));
    const byUnit = units.flatMap((unit) => {
      const some = all.filter((project) => project.unit === unit);
      return [line(unit, some), ...some.map((project) => line(project.name, [project]))];
    });
    return [numbers, line(name, all), ...byUnit];
  }
}

const amount = (leaves: readonly Leaf[]): string => printed(sum(leaves.map(({ fen }) => fen)));

function counterpart(code: string, unitKind: string): string {
  const wanted = unitKind === '事业' ? '事业' : '机关';
  const lines = counterparts.filter(([department]) => department === code);
  return (lines.find(([, , kind]) => kind?.includes(wanted)) ?? lines[0])?.[1] ?? '';
}

/** The body of each of the thirteen tables, as it should print. */
export function independentTables(yaml: string): Row[][] {
  return new Computation(parse(yaml, { schema: 'failsafe' }) as Node).all();
}
