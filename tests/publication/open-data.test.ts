import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { figuresIn, placedTexts } from '../../src/document/walk.js';
import { Decimal } from '../../src/money/decimal.js';
import { openData } from '../../src/publication/open-data.js';
import { builtCase, caseNames } from '../support/cases.js';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
}

async function made(name: string) {
  const { definition, document } = builtCase(name);
  if (!definition || !document) throw new Error(`${name} has no document`);
  const parts = unzipSync(await openData({ definition, document }));
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const described = JSON.parse(text('datapackage.json'));
  const rows = (path: string): string[][] => Papa.parse<string[]>(text(path).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  return { document, parts, described, resources: described.resources as readonly Resource[], rows };
}

describe.each(caseNames.filter((name) => name !== '四百个项目'))('%s', (name) => {
  const data = made(name);

  it('describes each file, and each column of it', async () => {
    const { parts, resources, rows } = await data;
    expect(resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(parts)
        .filter((path) => path !== 'datapackage.json')
        .sort(),
    );
    for (const { name: resource, path, schema } of resources) {
      expect(resource).toMatch(/^[-a-z0-9._/]+$/);
      const [head = [], ...body] = rows(path);
      expect(head).toEqual(schema.fields.map((field) => field.name));
      expect(new Set(head).size).toBe(head.length);
      for (const row of body) expect(row).toHaveLength(head.length);
      const numbers = schema.fields.flatMap((field, index) => (field.type === 'number' ? [index] : []));
      for (const row of body) for (const column of numbers) expect(row[column]).toMatch(/^(-?\d+(\.\d+)?)?$/);
    }
  });

  it('has every printed figure once a place, and no other', async () => {
    const { document, rows } = await data;
    const [head = [], ...body] = rows('全部数据.csv');
    const of = (row: readonly string[], column: string): string => row[head.indexOf(column)] ?? '';
    const printed = placedTexts(document).flatMap(({ content }) => figuresIn(content).map(({ figure }) => figure));
    expect(body.map((row) => of(row, '印出'))).toEqual(printed.map(({ text }) => text));
    expect(body.map((row) => of(row, '金额') || of(row, '数值'))).toEqual(printed.map(({ value }) => value));
  });

  it('tells the amounts apart by what they are of', async () => {
    const { document, rows } = await data;
    const [head = [], ...body] = rows('全部数据.csv');
    const of = (row: readonly string[], column: string): string => row[head.indexOf(column)] ?? '';
    const leaves = body.filter((row) => of(row, '出处') === '表' && of(row, '类别') === '支出' && of(row, '功能科目编码').length === 7);
    const known = new Map(
      leaves.map((row) => [['功能科目编码', '性质', '资金', '时段'].map((column) => of(row, column)).join(), of(row, '金额')]),
    );
    const records = Object.values(document.figures).filter(({ about }) => about?.['表'] === '支出' && about['科目']?.length === 7);
    const expected = new Map(
      records.map(({ about, value }) => [
        ['科目', '性质', '资金', '时段'].map((key) => about?.[key] ?? '').join(),
        new Decimal(value).toFixed(),
      ]),
    );
    expect(known.size).toBeGreaterThan(0);
    for (const [key, amount] of known) expect(amount).toBe(expected.get(key));
  });
});

it('gives the fiscal roles of columns that are there', async () => {
  const { described, resources } = await made('五类资金');
  const columns = resources[0]?.schema.fields.map(({ name }) => name) ?? [];
  const { measures, dimensions } = described.model;
  const used = [
    ...Object.values(measures),
    ...Object.values(dimensions).flatMap((one) => Object.values((one as { attributes: object }).attributes)),
  ];
  expect(used.length).toBeGreaterThan(8);
  for (const { source } of used as { source: string }[]) expect(columns).toContain(source);
});
