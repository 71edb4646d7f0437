import { expect, test } from 'vitest';
import { type Document, inlineText, type Table } from '../../src/document/document.js';
import { blocksOfType } from '../../src/document/walk.js';
import { textWidth } from '../../src/typesetting/text-width.js';
import { layoutDocument } from '../../src/writers/pdf/layout/layout-document.js';
import { buildOffice } from '../office/support.js';
import { buildWell, profileNamed, RICH_YAML } from '../profile/support.js';
import { ORIGINAL_YAML } from '../support/build-case.js';
import { fonts } from '../writers/pdf/support.js';

// Cases of the page on whole documents: what column-widths.test.ts and row-heights.test.ts show of single tables.

const wide = ORIGINAL_YAML.replace(/(一般公共预算: )\d{6,}/g, '$1278076101');
const DOCUMENTS = [
  ['the sample', buildWell(profileNamed('shanxi'), ORIGINAL_YAML)],
  ['the sample with amounts of hundreds of millions', buildWell(profileNamed('shanxi'), wide)],
  ['nine tables with all funds', buildWell(profileNamed('nine-tables'), RICH_YAML)],
] as const;

/** DejaVu Serif's digits are 0.636 em wide, its comma and full stop 0.318. */
const inDejaVu = (text: string, size: number): number => [...text].reduce((sum, one) => sum + (/\d/.test(one) ? 0.636 : 0.318), 0) * size;

const widthOf = ({ columnWidths }: Table, { column, columnSpan = 1 }: Table['rows'][number]['cells'][number]) =>
  columnWidths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0);

test.each(DOCUMENTS)('G5: a wider face clips no amount: %s', (_, { document }) => {
  const { styles, table: look } = document.layout;
  let amounts = 0;
  const clipped = blocksOfType(document, 'table').flatMap((table) =>
    table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        const text = inlineText(cell.content);
        if (!cell.style.startsWith('tableAmount') || !/^[\d,.]+$/.test(text)) return [];
        amounts += 1;
        const needed = inDejaVu(text, styles[cell.style].size) + 2 * (table.cellPadding ?? look.cellPadding);
        return needed > widthOf(table, cell) + 1e-6 ? [`${table.title}: ${text}`] : [];
      }),
    ),
  );
  expect(amounts).toBeGreaterThan(30);
  expect(clipped).toEqual([]);
});

test.each(DOCUMENTS)('G6: no head of a column runs down the page in single characters: %s', (_, { document }) => {
  const { styles, table: look } = document.layout;
  const heads = blocksOfType(document, 'table').flatMap((table) =>
    table.rows.slice(0, table.headerRows).flatMap(({ cells }) => cells.map((cell) => ({ table, cell, text: inlineText(cell.content) }))),
  );
  const narrow = heads.filter(({ table, cell, text }) => {
    const room = widthOf(table, cell) - 2 * (table.cellPadding ?? look.cellPadding);
    return [...text].length > 2 && room < Math.min(2 * styles[cell.style].size, textWidth(text, styles[cell.style].size));
  });
  expect(heads.length).toBeGreaterThan(30);
  expect(narrow.map(({ table, text }) => `${table.title}: ${text}`)).toEqual([]);
});

const ITEMS = ['2070102', '2070103', '2070104', '2070105', '2070106', '2070107', '2070108', '2070109', '2070110', '2070111', '2070112'];
const MORE = ['2070113', '2070114', '2070199', '2070201', '2070204', '2070205', '2070206', '2070299', '2070304', '2070305'];

/** 东河 with some more 项, each of 100 元. */
function office(items: readonly string[]): Document {
  const edits = items.map((code, index) => [`支出/${index + 2}`, { 科目: code, 项目支出: { 一般公共预算: '100' } }] as const);
  const built = buildOffice({ edits: [['收入/一般公共预算', String(20000000 + 100 * items.length)], ...edits] });
  if (!built.document) throw new Error(JSON.stringify(built.diagnostics));
  return built.document;
}

/** The printed rows on the last page of each table of more than one page. */
function lastPages(document: Document): number[] {
  return blocksOfType(document, 'table').flatMap(({ rows, headerRows }) => {
    const starts = rows.flatMap(({ beginsPage }, index) => (beginsPage === true && index > headerRows ? [index] : []));
    const last = starts.at(-1);
    return last === undefined ? [] : [rows.length - last];
  });
}

test.each([20, 19, 21])('G10: 东河 with %i more 项: no table spills a few rows onto a page of their own', (count) => {
  const document = office([...ITEMS, ...MORE].slice(0, count));
  expect(layoutDocument(document, fonts).flow.pages.length).toBeLessThanOrEqual(22);
  for (const rows of lastPages(document)) expect(rows).toBeGreaterThan(3);
});
