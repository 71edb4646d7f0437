import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computeBudget } from '../../src/budget/budget.js';
import { comparisonToJson } from '../../src/features/compare/command.js';
import { compareBudgets } from '../../src/features/compare/compare-budgets.js';
import { compareYears } from '../../src/features/compare/compare-years.js';
import { type BudgetComparison, isChanged, rowsWhere } from '../../src/features/compare/comparison.js';
import { comparisonPage } from '../../src/features/compare/page.js';
import { summaryLines } from '../../src/features/compare/summary.js';
import { classifications, definitionOf } from '../roll-over/support.js';
import { ORIGINAL_YAML, patchYaml, ROOT } from '../support/build-case.js';
import { caseYaml } from '../support/cases.js';
import { typedTree } from '../support/department-files.js';
import { STATED_YAML } from '../support/stated-sample.js';

const EXAMPLE = readFileSync(join(ROOT, 'data/示例/207-虚构市示例区文化和旅游局.yaml'), 'utf8').replace(/^ +定义: .*\n/m, '');

type Tree = { [key: string]: unknown };
function leafPaths(at: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof at !== 'object' || at === null) return [[...path]];
  return Object.entries(at).flatMap(([key, child]) => leafPaths(child, [...path, Array.isArray(at) ? Number(key) : key]));
}

const budgetOf = (yaml: string, year: number) => computeBudget(definitionOf(yaml, { year }), classifications);

/** Last year's office: less for 办公费, one item more, two projects other than this year's. */
const LAST_YEAR = patchYaml(
  ORIGINAL_YAML.replaceAll('2026年', '2025年'),
  ['支出/0/基本支出/一般公共预算', '2132000.01'],
  ['支出/4/科目', '2080502'],
  ['一般公共预算基本支出/9/金额', '184300.01'],
  ['项目/0/名称', '旧的培训项目'],
  ['项目/1/资金/一般公共预算', '400000'],
  ['三公经费', { 公务接待费: { 本年: { 一般公共预算: '5000' } } }],
  ['政府采购/工程', '1'],
);
const THIS_YEAR = patchYaml(STATED_YAML, ['三公经费', { 公务接待费: { 上年: '5000' } }], ['增减原因/机关运行经费', undefined]);

const comparison = compareBudgets(budgetOf(THIS_YEAR, 2026), budgetOf(LAST_YEAR, 2025));
const table = (title: string, from: BudgetComparison = comparison) => from.tables.find((one) => one.title.startsWith(title))?.rows ?? [];
const short = (title: string) =>
  table(title)
    .filter(({ direction }) => direction !== 'equal')
    .map((row) => [row.code ?? row.name, row.direction, row.difference.toFixed(2)]);

/** Of the year itself: dates, last year's figures, totals to check against, and what was confirmed. */
const OF_THE_YEAR = /日期|上年(?!结转)|核对数|已确认|增减原因|其余/;

describe('every fact that a department states is compared', () => {
  const typed = typedTree(EXAMPLE) as Tree;
  const paths = leafPaths(typed).filter((path) => !OF_THE_YEAR.test(path.join('/')));
  const same = budgetOf(EXAMPLE, 2026);
  const changed = (path: readonly (string | number)[], text: string) => {
    const yaml = patchYaml(EXAMPLE, [path.join('/'), text]);
    const { tables, statements } = compareBudgets(budgetOf(yaml, 2026), same);
    return tables.some(({ rows }) => rows.some(isChanged)) || statements.length > 0;
  };

  test('nothing is told of a year that is the same', () => {
    const { tables, statements } = compareBudgets(same, budgetOf(EXAMPLE, 2026));
    expect([tables.flatMap(({ rows }) => rows.filter(isChanged)), statements]).toEqual([[], []]);
  });

  test('a change of any leaf of the example is shown', () => {
    expect(paths.length).toBeGreaterThan(100);
    const others = {
      行政: '参公',
      事业: '参公',
      其他运转类: '特定目标类',
      是: '否',
      元: '万元',
      特定目标类: '其他运转类',
      无: undefined,
    } as Record<string, string | undefined>;
    const unseen = paths.filter((path) => {
      const now = String(path.reduce<unknown>((at, step) => (at as Tree)[step], typed));
      const next =
        now in others
          ? others[now]
          : /^\d+$/.test(now) && path.at(-1) !== '科目'
            ? `1${now}`
            : path.at(-1) === '科目'
              ? undefined
              : `${now}甲`;
      return next !== undefined && !changed(path, next);
    });
    expect(unseen.map((path) => path.join('/'))).toEqual([]);
  });
});

describe('what is new, gone, changed and by how much', () => {
  test('totals', () => {
    expect(table('收支总额').map((row) => [row.name, row.current.toFixed(2), row.difference.toFixed(2), row.rate?.toFixed(6)])).toEqual([
      ['收入总计', '12627960.91', '0.00', '0.000000'],
      ['本年收入', '12627960.91', '0.00', '0.000000'],
      ['支出总计', '12627960.91', '99999.99', '0.007982'],
      ['基本支出', '4414880.00', '99999.99', '0.023176'],
      ['项目支出', '8213080.91', '0.00', '0.000000'],
    ]);
  });

  test('by fund, 项 and 款', () => {
    expect(short('支出，按资金来源')).toEqual([['一般公共预算', 'rise', '99999.99']]);
    expect(short('支出，按功能分类')).toEqual([
      ['2010301', 'rise', '99999.99'],
      ['2080501', 'new', '73440.00'],
      ['2080502', 'dropped', '-73440.00'],
    ]);
    expect(short('一般公共预算基本支出')).toEqual([['30201', 'rise', '99999.99']]);
    expect(table('支出，按功能分类').find(({ code }) => code === '2080502')?.name).toBe('事业单位离退休');
  });

  test('projects by name; the year in a name makes no other project', () => {
    expect(short('项目')).toEqual([
      ['培训费（政府办）', 'new', '200000.00'],
      ['编外人员工资（政府办）', 'rise', '100000.00'],
      ['旧的培训项目', 'dropped', '-200000.00'],
    ]);
    expect(table('项目').map(({ name }) => name)).toContain('2026年政府网站运维费（政府办）');
    expect(table('项目').map(({ name }) => name)).not.toContain('2025年政府网站运维费（政府办）');
  });

  test('三公, 机关运行经费, 政府采购', () => {
    expect(short('“三公”')).toEqual([
      ['合计', 'dropped', '-5000.00'],
      ['公务接待费', 'dropped', '-5000.00'],
    ]);
    expect(short('机关运行经费')).toEqual([['机关运行经费', 'rise', '99999.99']]);
    expect(short('政府采购')).toEqual([
      ['合计', 'fall', '-1.00'],
      ['工程', 'dropped', '-1.00'],
    ]);
  });

  test('a new row has no rate', () => {
    expect(table('项目')[0]).not.toHaveProperty('rate');
  });
});

test('which changes lack a reason', () => {
  expect(rowsWhere(comparison, (row) => row.lacksReason).map(({ row }) => row.name)).toEqual(['公务接待费', '机关运行经费']);
  expect(table('收支总额').find(({ name }) => name === '支出总计')?.reason).toMatch(/^本年度本着/);
});

test('the same budget twice: nothing changed', () => {
  const same = compareBudgets(budgetOf(ORIGINAL_YAML, 2026), budgetOf(ORIGINAL_YAML, 2025));
  expect(rowsWhere(same, ({ direction }) => direction !== 'equal')).toEqual([]);
});

describe('two years', () => {
  const other = caseYaml('最小');
  const years = compareYears(
    { current: '2026', previous: '2025' },
    [budgetOf(THIS_YEAR, 2026), budgetOf(other, 2026)],
    [budgetOf(LAST_YEAR, 2025), budgetOf(caseYaml('五类资金'), 2025)],
  );

  test('departments by code', () => {
    expect(years.departments.map(({ code }) => code)).toEqual(['003']);
    expect(years.newDepartments).toEqual([{ code: '999', name: '虚构市示例区培训服务站' }]);
    expect(years.goneDepartments).toHaveLength(1);
  });

  test('summary', () => {
    expect(summaryLines(years).join('\n')).toMatchSnapshot();
  });

  test('JSON: amounts as exact texts', () => {
    const json = JSON.parse(JSON.stringify(comparisonToJson(years))) as { departments: { tables: { rows: unknown[] }[] }[] };
    expect(json).toMatchObject({ schemaVersion: 1, unit: '元', currentYear: '2026', previousYear: '2025' });
    expect(json.departments[0]?.tables[0]?.rows[2]).toMatchObject({
      name: '支出总计',
      current: '12627960.91',
      previous: '12527960.92',
      difference: '99999.99',
      direction: 'rise',
      lacksReason: false,
    });
  });

  test('the page asks nobody for anything, and its tables are rectangular', () => {
    const page = comparisonPage(years);
    expect(page).not.toMatch(/https?:|src=|<script|@import|url\(/);
    const widths = [...page.matchAll(/<table class="cards">(.*?)<\/table>/gs)].map(
      ([, body = '']) => new Set([...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => row.match(/<t[hd][ >]/g)?.length)),
    );
    expect(widths.length).toBeGreaterThan(5);
    expect(widths.every((set) => set.size === 1)).toBe(true);
    expect(page).toContain('没有写明原因的变动');
    expect(page).toMatch(/有 \d+ 处变动没有写明原因/);
  });

  test('what lacks a reason comes before the tables, what stayed is folded away within its own', () => {
    const page = comparisonPage(years);
    const [first = '', ...tables] = page.split('<h3').slice(1);
    expect(first).toContain('没有写明原因的变动');
    expect(first.match(/<span class="tag 缺原因">/g)?.length).toBe(first.match(/<th scope="row"/g)?.length);
    const still = tables.filter((text) => />持平<|>无</.test(text));
    expect(still.length).toBeGreaterThan(0);
    for (const text of still) {
      const [open = '', closed = ''] = text.split('<details');
      expect(open).not.toMatch(/>持平</);
      expect(closed).toMatch(/持平的 \d+ 行/);
    }
  });

  test('names stay text', () => {
    const hostile = '<img src=x onerror=alert(1)>"&';
    const page = comparisonPage(
      compareYears(
        { current: '2026', previous: '2025' },
        [budgetOf(patchYaml(ORIGINAL_YAML, ['项目/0/名称', hostile]), 2026)],
        [budgetOf(ORIGINAL_YAML, 2025)],
      ),
    );
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;');
  });
});
