import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { buildDocument } from '../../src/pipeline.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { PROFILE_FILES, realFiles } from '../support/build-fixture.js';
import { classifications } from '../support/classifications.js';
import { randomBudget, type Tree } from '../support/random-budget.js';

vi.setConfig({ testTimeout: 120_000 });

// A second way to the printed figures: whole numbers of 分 from the file's text, none of the program's money code.

const profile = loadProfile('templates/shanxi', PROFILE_FILES);
const bytes = (tree: Tree) => new TextEncoder().encode(stringify(tree, { lineWidth: 0 }));

function fenOf(text: string, unit: unknown): bigint {
  const digits = unit === '元' ? 2 : 6;
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const fen = BigInt(whole + fraction.padEnd(digits, '0'));
  return text.startsWith('-') ? -fen : fen;
}

/** Every amount under a node, with the keys on its way. */
function amounts(node: unknown, unit: unknown, keys: readonly string[] = []): { keys: readonly string[]; fen: bigint }[] {
  if (typeof node === 'string') return /^-?\d+(\.\d+)?$/.test(node) ? [{ keys, fen: fenOf(node, unit) }] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    ['科目', '政府科目', '名称', '类别', '绩效目标表'].includes(key) ? [] : amounts(value, unit, [...keys, key]),
  );
}

const total = (list: readonly { fen: bigint }[]) => list.reduce((sum, one) => sum + one.fen, 0n);

/** 万元 with two decimals, half away from zero: 1.005 is 1.01. Nothing for zero, no minus before 0.00. */
function printed(fen: bigint): string {
  if (fen === 0n) return '';
  if (fen < 0n) return `-${printed(-fen)}`.replace('-0.00', '0.00');
  return twoDecimals((fen + 5_000n) / 10_000n);
}

/** The form groups thousands, in amounts and shares alike. */
function twoDecimals(hundredths: bigint): string {
  const whole = (hundredths / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

/** A percentage with two decimals, half up. */
function percent(part: bigint, whole: bigint): string {
  if (part === 0n) return '0%';
  return `${twoDecimals((part * 20_000n + whole) / (whole * 2n))}%`;
}

function recompute(trees: readonly Tree[]) {
  const of = (key: string, test: (keys: readonly string[]) => boolean = () => true) =>
    trees.flatMap((tree) => amounts(tree[key], tree.金额单位).filter((one) => test(one.keys)));
  const spent = trees.flatMap((tree) =>
    (tree.支出 as Tree[]).flatMap((leaf) =>
      amounts(leaf, tree.金额单位).map((one) => ({ ...one, category: String(leaf.科目).slice(0, 3) })),
    ),
  );
  const surplus = total(of('年终结转'));
  const expenditure = total(spent);
  const sums = new Map<string, bigint>();
  for (const one of spent) sums.set(one.category, (sums.get(one.category) ?? 0n) + one.fen);
  return {
    revenue: total(of('收入')),
    current: total(of('收入', (keys) => keys[0] !== '上年结转')),
    grand: expenditure + surplus,
    expenditure,
    basic: total(spent.filter((one) => one.keys[0] === '基本支出')),
    project: total(spent.filter((one) => one.keys[0] === '项目支出')),
    general: total(spent.filter((one) => one.keys.includes('一般公共预算') && !one.keys.includes('上年结转'))),
    previous: total(of('上年预算')),
    categories: sums,
  };
}

function cell(table: PublishedTable | undefined, row: string, column: number): string {
  const found = table?.rows.find((one) => one.cells.some((part) => part.text === row));
  return found?.cells.find((part) => part.column === column)?.text ?? 'missing';
}

function agree(department: Tree, district: Tree, units: ReadonlyMap<string, Tree>): void {
  const files = new Map([...units].map(([name, tree]) => [name, { name, bytes: bytes(tree) }]));
  const definition = loadDefinition({ name: '部门.yaml', bytes: bytes(department) }, { name: '区县.yaml', bytes: bytes(district) }, files);
  const { tables = [], document } = buildDocument({ definition, profile, classifications });
  const own = recompute([department, ...units.values()]);
  const text =
    document?.sections
      .flatMap((section) => section.blocks)
      .map((block) => (block.type === 'paragraph' ? block.content.map((one) => one.text).join('') : ''))
      .join('\n') ?? '';
  const [first, , third, , fifth] = tables;
  expect(cell(first, '收入总计', 1)).toBe(printed(own.revenue));
  expect(cell(first, '本年收入合计', 1)).toBe(printed(own.current));
  expect(cell(first, '支出总计', 3)).toBe(printed(own.grand));
  expect([2, 3, 4].map((column) => cell(third, '合计', column))).toEqual([own.expenditure, own.basic, own.project].map(printed));
  expect(cell(fifth, '合计', 2)).toBe(printed(own.general));
  for (const [code, fen] of own.categories) if (fen !== 0n) expect(cell(third, code, 2)).toBe(printed(fen));
  expect(text).toContain(`占${percent(own.basic, own.expenditure)}`);
  expect(text).toContain(`占${percent(own.project, own.expenditure)}`);
  const change = own.revenue > own.previous ? own.revenue - own.previous : own.previous - own.revenue;
  if (own.previous > 0n && change > 0n)
    expect(text).toContain(`${own.revenue > own.previous ? '增长' : '下降'}${percent(change, own.previous)}`);
}

test('sums, shares and rates of the real data agree with a recomputation in 分', () => {
  const { department, district } = realFiles();
  agree(department, district, new Map());
});

test('and those of random budgets', () => {
  fc.assert(
    fc.property(randomBudget, ({ department, district, units }) => agree(department, district, units)),
    { numRuns: 40 },
  );
});
