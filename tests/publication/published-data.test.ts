import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/money/decimal.js';
import { publicationData, publishedData } from '../../src/publication/published-data.js';
import { buildGoodCase } from '../support/build-case.js';
import { builtCase, caseNames } from '../support/cases.js';
import { squeeze, textsOf } from '../support/document-text.js';
import { STATED_DATES, STATED_YAML } from '../support/stated-sample.js';

const made = (name: string) => {
  const { definition, document } = builtCase(name);
  if (!definition) throw new Error(`${name} has no definition`);
  return { definition, document };
};

const dataOf = (name: string) => {
  const { definition, document } = made(name);
  return { definition, document, data: publicationData({ definition, document }) };
};

/** Every string anywhere in a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const EXACT = /^-?\d+(\.\d+)?$/;

describe.each(['原件', ...caseNames])('%s', (name) => {
  const { definition, document, data } = dataOf(name);

  it('has every cell of every table, in order', () => {
    const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));
    expect(data.tables).toHaveLength(tables.length);
    const cells = (rows: (typeof data.tables)[number]['rows']) => rows.flatMap((row) => row.map((cell) => cell.text));
    tables.forEach((table, index) => {
      const texts = table.rows
        .slice(table.headerRows)
        .flatMap((row) => row.cells.map((cell) => cell.content.map((one) => one.text).join('')));
      expect(cells(data.tables[index]?.rows ?? [])).toEqual(texts);
    });
  });

  it('gives each figure exactly, and as the document prints it', () => {
    const figures = [
      ...data.tables.flatMap((table) => table.rows.flatMap((row) => row.flatMap((cell) => cell.figure ?? []))),
      ...data.texts.flatMap((text) => text.figures),
      ...data.charts.flatMap((chart) => chart.slices.flatMap((slice) => [slice.amount, ...(slice.share ? [slice.share] : [])])),
    ];
    expect(figures.length).toBeGreaterThan(20);
    for (const figure of figures) {
      expect(figure.exact).toMatch(EXACT);
      expect(figure.label).not.toBe('');
    }
    const wrong = figures.filter(({ unit, exact, printed }) => {
      const shown = new Decimal(printed.replace(/[,%万元]/g, '') || '0');
      const scales = { yuan: [1, '0.0001'], ratio: [100], count: [1], squareMetre: [1] }[unit];
      return !scales.some((scale) => shown.minus(new Decimal(exact).times(scale)).abs().lte('0.005'));
    });
    expect(wrong).toEqual([]);
  });

  it('says nothing that the pages do not say', () => {
    const printed = squeeze(
      textsOf(document)
        .map(({ text }) => text)
        .join(''),
    );
    const said = [
      ...data.tables.flatMap((table) => [
        ...table.columns.flat(),
        ...table.rows.flatMap((row) => row.map((cell) => cell.text)),
        ...(table.notes ?? []),
      ]),
      ...data.texts.flatMap(({ text, under }) => [text, ...under]),
    ];
    expect(said.filter((text) => !printed.includes(squeeze(text)))).toEqual([]);
  });

  it('names no file, no path and no figure for checking', () => {
    const { file, department } = definition;
    const all = strings(data);
    for (const word of [file, '.yaml', '#/', '核对数', '已确认', '\\', 'out/', 'templates'])
      expect(
        all.filter((text) => text.includes(word)),
        word,
      ).toEqual([]);
    expect(department.核对数 === undefined || !JSON.stringify(data).includes('核对')).toBe(true);
  });
});

describe('the original', () => {
  const { definition, document, data } = dataOf('原件');

  it('says whose budget it is', () => {
    expect(data).toMatchObject({ schemaVersion: 1, department: '朔州市平鲁区人民政府办公室', year: '2026' });
  });

  it('names the day of publication where the office does, and no other day', () => {
    expect(data).not.toHaveProperty('published');
    const { definition: stated, document: printed } = buildGoodCase(STATED_YAML);
    if (!stated) throw new Error('the sample has no definition');
    expect(publicationData({ definition: stated, document: printed }).published).toBe(STATED_DATES.published);
  });

  it('has a total with its exact value under its header', () => {
    const [first] = data.tables;
    expect(first).toMatchObject({ unit: '单位：万元' });
    const total = first?.rows.flat().find((cell) => cell.figure?.exact === '12627960.91');
    expect(total).toMatchObject({ text: '1,262.80', figure: { printed: '1,262.80', unit: 'yuan' } });
    expect(first?.columns[total?.column ?? -1]?.length).toBeGreaterThan(0);
  });

  it('tells how a share comes about where its parts are printed', () => {
    const share = data.texts.flatMap((text) => text.figures).find((figure) => figure.formula === 'share' && figure.inputs !== undefined);
    const [part, whole] = share?.inputs ?? [];
    expect(new Decimal(part?.exact ?? 0).div(whole?.exact ?? 1).toFixed()).toBe(share?.exact);
  });

  it('gives the same bytes again, as JSON in UTF-8', () => {
    const { data: bytes, name, type } = publishedData({ definition, document });
    expect(Buffer.from(bytes).equals(Buffer.from(publishedData({ definition, document }).data))).toBe(true);
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toEqual(JSON.parse(JSON.stringify(data)));
    expect([name, type]).toEqual(['预算公开数据.json', 'application/json']);
  });
});

it('a draft says that it is one', () => {
  const { definition, document } = made('原件');
  expect(publicationData({ definition, document: { ...document, watermark: '草稿' } }).watermark).toBe('草稿');
});
