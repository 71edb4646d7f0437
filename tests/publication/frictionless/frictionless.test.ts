import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import draft04 from 'ajv-draft-04';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/money/decimal.js';
import { openData } from '../../../src/publication/open-data.js';
import { buildWell, profileNamed, RICH_YAML } from '../../profile/support.js';
import { ORIGINAL_YAML } from '../../support/build-case.js';
import { builtCase, caseNames } from '../../support/cases.js';

// The open data as a stranger's validator sees them: the description against Frictionless's own schema of a Tabular Data Package
// (tabular-data-package.json, from npm's `datapackage`, MIT), and every file against the schema that the description gives it.

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[]; readonly pattern?: string };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly encoding: string;
  readonly schema: { readonly fields: readonly Field[]; readonly missingValues: readonly string[] };
}

// The module is the class itself, its types say that it holds it.
const Ajv = draft04 as unknown as typeof draft04.default;
const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'tabular-data-package.json'), 'utf8'));
// Its formats are told by words that draft 4 does not name; the bytes are held by its patterns.
const isDescription = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^/,
  number: /^[-+]?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?$/,
  integer: /^[-+]?\d+$/,
  year: /^\d{4}$/,
};

/** What a validator would say of a value. */
function wrongWith(value: string, { type, constraints = {} }: Field, missing: readonly string[]): string | undefined {
  if (missing.includes(value)) return constraints.required ? 'is required' : undefined;
  if (!(TYPES[type] ?? /(?!)/).test(value)) return `is no ${type}`;
  if (constraints.enum && !constraints.enum.includes(value)) return 'is none of the words';
  return constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(value) ? 'has not the pattern' : undefined;
}

type Input = Parameters<typeof openData>[0];
const MADE: readonly (readonly [name: string, make: () => { definition?: Input['definition']; document?: Input['document'] }])[] = [
  ...caseNames.filter((name) => name !== '四百个项目').map((name) => [name, () => builtCase(name)] as const),
  ['the sample in nine tables', () => buildWell(profileNamed('nine-tables'), ORIGINAL_YAML)],
  ['five funds in nine tables', () => buildWell(profileNamed('nine-tables'), RICH_YAML)],
];

describe.each(MADE)('%s', (_, make) => {
  let parts: Readonly<Record<string, Uint8Array>>;
  let described: { readonly resources: readonly Resource[] };
  const rows = (path: string): string[][] =>
    Papa.parse<string[]>(strFromU8(parts[path] ?? new Uint8Array()).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

  beforeAll(async () => {
    const { definition, document } = make();
    if (!definition || !document) throw new Error('no document');
    parts = unzipSync(await openData({ definition, document }));
    described = JSON.parse(strFromU8(parts['datapackage.json'] ?? new Uint8Array()));
  });

  it('is described as Frictionless asks for', () => {
    isDescription(described);
    expect(isDescription.errors ?? []).toEqual([]);
  });

  it('has values of the types that it says, and within their constraints', () => {
    const wrong = described.resources.flatMap(({ path, schema: { fields, missingValues } }) =>
      rows(path)
        .slice(1)
        .flatMap((row, index) =>
          fields.flatMap((field, column) => {
            const said = wrongWith(row[column] ?? '', field, missingValues);
            return said === undefined ? [] : [`${path}:${index + 2} ${field.name} “${row[column]}” ${said}`];
          }),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('has items that add up to the totals of their tables', () => {
    const [head = [], ...body] = rows('全部数据.csv');
    const of = (row: readonly string[], column: string): string => row[head.indexOf(column)] ?? '';
    const sums = new Map<string, Decimal>();
    const totals = new Map<string, Decimal>();
    for (const row of body.filter((one) => of(one, '出处') === '表' && of(one, '类别') === '支出' && of(one, '金额') !== '')) {
      const key = `${of(row, '标题')} ${of(row, '栏')}`;
      const amount = new Decimal(of(row, '金额'));
      if (of(row, '功能科目编码').length === 7) sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(amount));
      if (of(row, '功能科目编码') === '' && /^合计$/.test(of(row, '行'))) totals.set(key, amount);
    }
    const both = [...totals].filter(([key]) => sums.has(key));
    expect(both.length).toBeGreaterThan(1);
    for (const [key, total] of both) expect(sums.get(key)?.toFixed(), key).toBe(total.toFixed());
  });
});

it('refuses a description that is none', () => {
  expect(isDescription({ profile: 'tabular-data-package', resources: [] })).toBe(false);
  expect(wrongWith('1,200', { name: '金额', type: 'number' }, [''])).toBe('is no number');
  expect(wrongWith('', { name: '年度', type: 'year', constraints: { required: true } }, [''])).toBe('is required');
});
