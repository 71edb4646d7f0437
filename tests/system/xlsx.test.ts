import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formLayout } from '../../src/features/excel/form-layout.js';
import { type Difference, differences } from '../../src/features/import/differences.js';
import { readXlsx } from '../../src/spreadsheet/read-xlsx.js';
import { documentToXlsx } from '../../src/writers/xlsx/index.js';
import { ROOT } from '../support/build-case.js';
import { DEPARTMENT_FILES, declaredFor, formOf, readBack, typedTree } from '../support/department-files.js';
import { EXAMPLES } from '../support/examples.js';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));

async function write(name: string, bytes: Promise<Uint8Array>): Promise<string> {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, await bytes);
  return path;
}

const formPath = (index: number): Promise<string> => {
  const [, path = ''] = DEPARTMENT_FILES[index] ?? [];
  return write(`form-${index}`, formOf(readFileSync(path, 'utf8'), declaredFor(path)));
};

describe('the Open XML SDK finds nothing wrong', () => {
  const made = [
    ...EXAMPLES.map(([name, make], index) => [`the tables of ${name}`, () => write(`tables-${index}`, documentToXlsx(make()))] as const),
    ...DEPARTMENT_FILES.map(([name], index) => [`the form of ${name}`, () => formPath(index)] as const),
  ];
  it.each(made)('%s', async (_, make) => {
    const said = execFileSync('node_modules/.bin/ooxml-validator', [await make(), '--officeVersion', 'Microsoft365'], {
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect(JSON.parse(said).errors).toEqual([]);
  });
});

/** Numbers that come again in every run. */
function* numbers(): Generator<number, never> {
  for (let state = 20_261_128; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state >>> 8;
  }
}

/** Keys by which other rows or files are found: a change of them is another matter. */
const KEYS = new Set(['名称', '代码', '科目', '金额单位', '定义', '编码', '名词', '检查']);

interface Edit {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number;
  readonly before: string;
  readonly after: string;
}

/** Leaves of a form that a number picks, with what is put into their cells. */
function edits(content: ReturnType<typeof readBack>, typed: unknown, count: number): Edit[] {
  const leaves = leavesOf(typed).filter(({ path, text }) => !KEYS.has(String(path.at(-1))) && !/^(是|否|无|\d{4}-.*)$/.test(text));
  const kinds = new Set(
    formLayout(content.unit, content.declared).flatMap(({ blocks }) =>
      blocks.flatMap((block) => block.leaves.filter(({ kind }) => kind === 'number').map(({ path }) => [...block.path, ...path].join('/'))),
    ),
  );
  const random = numbers();
  const picked = new Map<string, Edit>();
  while (picked.size < Math.min(count, leaves.length)) {
    const { path, text: before } = leaves[random.next().value % leaves.length] as (typeof leaves)[number];
    const [sheet = '', cell = ''] = content.locate(path).cell?.split('!') ?? [];
    const isNumber = kinds.has(path.map((step) => (typeof step === 'number' ? '*' : step)).join('/'));
    const amount = (random.next().value % 100_000_000) / 100;
    const after = isNumber ? String(amount) : `改写${picked.size}，“${amount}”`;
    const value = !isNumber ? after : picked.size % 3 === 0 ? after : amount;
    picked.set(path.join('/'), { sheet, cell, value, before, after });
  }
  return [...picked.values()];
}

function leavesOf(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  return value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key])) : [];
}

const sides = (all: readonly Pick<Difference, 'before' | 'after'>[]): string[] =>
  all.map(({ before, after }) => `${before} → ${after}`).sort();

it('three hundred cells changed with openpyxl come back as exactly these changes', async () => {
  let changed = 0;
  for (const [index, [name, path]] of DEPARTMENT_FILES.entries()) {
    if (changed >= 300) break;
    const form = await formPath(index);
    const content = readBack(readFileSync(form), declaredFor(path));
    const typed = typedTree(readFileSync(path, 'utf8'));
    const wanted = edits(content, typed, 60);
    writeFileSync(join(folder, 'edits.json'), JSON.stringify(wanted.map(({ sheet, cell, value }) => [sheet, cell, value])));
    execFileSync('/usr/bin/python3', [join(import.meta.dirname, 'edit-workbook.py'), form, join(folder, 'edits.json')]);
    const back = readBack(readFileSync(form), declaredFor(path));
    expect(back.diagnostics, name).toEqual([]);
    expect(sides(differences(typed, back.tree)), name).toEqual(sides(wanted));
    changed += wanted.length;
  }
  expect(changed).toBeGreaterThanOrEqual(300);
});

describe('LibreOffice', () => {
  let saved: Promise<Buffer[]> | undefined;
  /** All forms, opened and saved by one start of the program. */
  const savedForms = async (): Promise<Buffer[]> => {
    const forms = await Promise.all(DEPARTMENT_FILES.map((_, index) => formPath(index)));
    const scratch = join(folder, 'saved');
    const options = [
      `-env:UserInstallation=file://${scratch}/profile`,
      '--headless',
      '--norestore',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      scratch,
      ...forms,
    ];
    execFileSync('soffice', options, { stdio: 'ignore' });
    return forms.map((form) => readFileSync(form.replace(folder, scratch)));
  };
  const savedForm = async (index: number): Promise<Buffer> => {
    saved ??= savedForms();
    return (await saved)[index] ?? Buffer.alloc(0);
  };

  it.each(DEPARTMENT_FILES.map(([name, path], index) => ({ name, path, index })))(
    'saves the form of $name, and nothing changes',
    async ({ path, index }) => {
      const back = readBack(await savedForm(index), declaredFor(path));
      expect(back.diagnostics).toEqual([]);
      expect(differences(typedTree(readFileSync(path, 'utf8')), back.tree)).toEqual([]);
    },
  );

  it('counts that the sample’s sides are equal', async () => {
    const index = DEPARTMENT_FILES.findIndex(([name]) => name.startsWith('data/2026/'));
    const read = readXlsx(await savedForm(index));
    const rows = 'sheets' in read ? (read.sheets.find(({ name }) => name === '收支平衡')?.rows ?? new Map()) : new Map();
    // The last row counts the amounts that are texts.
    const balances = [...rows.values()].slice(2, -1).map((row) => [1, 2, 3].map((column) => row.get(column)?.text));
    expect([...rows.values()].at(-1)?.get(3)?.text).toBe('0');
    expect(balances).toHaveLength(8);
    expect(balances[0]).toEqual(['12627960.91', '12627960.91', '0']);
    for (const [left, right, difference] of balances) expect([left, difference]).toEqual([right, '0']);
  });
});
