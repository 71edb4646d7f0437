import { describe, expect, test } from 'vitest';
import { unitDefinition } from '../../src/definition/definition.js';
import { readDepartment } from '../../src/input/read-department.js';
import { makeShelf } from '../../src/input/shelf.js';
import { buildDocument } from '../../src/pipeline.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import type { PublishedCell, PublishedTable } from '../../src/tables/published-table.js';
import { testEnvironment } from '../cli/command-line.js';
import { profileNamed, profileOf } from '../profile/support.js';
import { classifications } from '../support/classifications.js';
import { DEPARTMENT_YAML, UNIT_FILES, unitsProject, unitYaml } from './support.js';

type Tables = readonly PublishedTable[];

/** The department's tables, and those of all its parts: its own office by itself, and each unit as it is published. */
function published(profile: string, overlay: Readonly<Record<string, string>> = {}): { whole: Tables; parts: Tables[] } {
  const project = unitsProject(profile, overlay);
  const environment = testEnvironment(project);
  const shelf = makeShelf(environment);
  const load = (file: string) => buildDocument(readDepartment(project.path(file), shelf, environment));
  const [whole, ...units] = [DEPARTMENT_YAML, ...UNIT_FILES.map(unitYaml)].map(load);
  if (!whole || !units[0]) throw new Error('nothing was loaded');
  return { whole: tablesOf(whole), parts: [tablesOf(officeAlone(whole, units[0])), ...units.map(tablesOf)] };
}

const tablesOf = ({ tables, diagnostics }: Pick<BuildResult, 'tables' | 'diagnostics'>): Tables => {
  if (!tables) throw new Error(JSON.stringify(diagnostics));
  return tables;
};

function tableOf(tables: Tables, number: number): PublishedTable {
  const found = tables.find((table) => table.number === number);
  if (!found) throw new Error(`there is no table ${number}`);
  return found;
}

/** The department's own office in the form of a unit. */
function officeAlone({ definition }: BuildResult, { profile }: BuildResult) {
  const [office] = definition?.members ?? [];
  if (!definition || !office || !profile) throw new Error('the department was not read');
  const read = { diagnostics: [], sources: [] };
  const alone = { ...read, value: unitDefinition(definition, office) };
  return buildDocument({
    definition: alone,
    profile: { ...read, value: profile },
    classifications,
  });
}

/** Exact 元 as whole 分, without the program's own arithmetic. */
function fen(yuan: string): bigint {
  const [, sign = '', whole = '0', cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(',', '')) ?? [];
  return BigInt(`${sign}${whole}${cents.padEnd(2, '0')}`);
}

/** Amounts of a table by what stands left of them and by column; rows with the same label are added up. */
function amounts(table: PublishedTable, read: (cell: PublishedCell) => bigint | undefined): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { cells } of table.rows) {
    let label = '';
    for (const cell of cells) {
      const value = read(cell);
      if (cell.role !== 'amount') label = labelOf(cell, table) || label;
      else if (value !== undefined && value !== 0n) {
        const key = `${label}｜${cell.column}`;
        sums.set(key, (sums.get(key) ?? 0n) + value);
      }
    }
  }
  return sums;
}

/** A unit’s form may tell more apart than its department’s: columns behind the last. */
const withoutMore = (sums: Map<string, bigint>, { columns }: PublishedTable): Map<string, bigint> =>
  new Map([...sums].filter(([key]) => Number(key.split('｜').at(-1)) < columns.length));

/** Numbers before names depend on how many there are; a total is called by the name of the department or unit. */
function labelOf({ text, strong }: PublishedCell, table: PublishedTable): string {
  const isTotal = strong && (table.left.endsWith(`：${text}`) || /^(部门|单位)合计$/.test(text));
  return isTotal ? '合计' : text.replace(/^[一二三四五六七八九十]+、/, '');
}

const exact = ({ figure }: PublishedCell) =>
  figure?.unit === 'yuan' || figure?.unit === 'count' ? fen(figure.value.toFixed()) : undefined;
const printed = ({ figure, text }: PublishedCell) => (figure?.unit === 'yuan' && text !== '' ? fen(text) : undefined);

function added(all: readonly Map<string, bigint>[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [key, value] of all.flatMap((one) => [...one])) sums.set(key, (sums.get(key) ?? 0n) + value);
  return sums;
}

const sorted = (sums: Map<string, bigint>) => [...sums].sort(([one], [other]) => (one < other ? -1 : 1));

describe.each(['shanxi', 'nine-tables'])('%s', (profile) => {
  const count = profileOf(profileNamed(profile)).tables.length;
  // Made in the first test: its files are gone when that ends, what was read stays.
  let made: ReturnType<typeof published> | undefined;
  const all = () => {
    made ??= published(profile);
    return made;
  };

  test.each(Array.from({ length: count }, (_, index) => index + 1))('table %i is the sum of the office’s and the units’', (number) => {
    const { whole, parts } = all();
    const [total, ...each] = [whole, ...parts].map((tables) => tableOf(tables, number));
    if (!total) throw new Error('there is no such table');
    const sum = added(each.map((table) => amounts(table, exact)));
    expect(sorted(amounts(total, exact)), total.name).toEqual(sorted(withoutMore(sum, total)));
    expect(sum.size).toBeGreaterThan(0);
  });

  test('there are no more tables', () => {
    expect(all().whole).toHaveLength(count);
  });
});

/** In 元 nothing is lost to rounding: what is printed adds up to what is printed. */
const YUAN = { '方案.yaml': '表内金额: {单位: 元, 小数: 2}\n' };

test.each(['shanxi', 'nine-tables'])('%s: the printed texts add up as well', (profile) => {
  const { whole, parts } = published(profile, YUAN);
  const inYuan = whole.filter(({ right }) => right.endsWith('元') && !right.endsWith('万元'));
  expect(inYuan.length).toBeGreaterThanOrEqual(8);
  for (const { number, name } of inYuan) {
    const [total, ...each] = [whole, ...parts].map((tables) => amounts(tableOf(tables, number), printed));
    expect(sorted(total ?? new Map()), name).toEqual(sorted(withoutMore(added(each), tableOf(whole, number))));
  }
});

test('the unit’s own table 1 tells 人员经费, 公用经费 and 项目支出 apart', () => {
  const [, library] = published('nine-tables').parts.slice(1);
  const table = tableOf(library ?? [], 1);
  expect(table.columns.map(({ spec }) => spec.标题)).toEqual(['项目', '预算数', '项目', '合计', '人员经费', '公用经费', '项目支出']);
  const right = table.rows
    .map(({ cells }) => cells.filter(({ column }) => column > 1).map(({ text }) => text))
    .filter(([name]) => name !== '');
  expect(right).toEqual([
    ['一、文化旅游体育与传媒支出', '1,847,550.06', '1,125,000.05', '112,500.50', '610,049.51'],
    ['二、卫生健康支出', '51,000.00', '51,000.00', '', ''],
    ['支出总计', '1,898,550.06', '1,176,000.05', '112,500.50', '610,049.51'],
  ]);
});
