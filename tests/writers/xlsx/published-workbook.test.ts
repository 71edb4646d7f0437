import { describe, expect, it } from 'vitest';
import { inlineText } from '../../../src/document/document.js';
import { printedTables, wholeRows } from '../../../src/document/printed-tables.js';
import { documentToXlsx } from '../../../src/writers/xlsx/index.js';
import { EXAMPLES } from '../../support/examples.js';
import { readSheets } from '../../support/read-sheets.js';

const chosen = EXAMPLES.filter(([name]) => !/六十页|四百/.test(name));

describe.each(chosen)('%s', (_, make) => {
  const document = make();
  const beingRead = documentToXlsx(document).then(readSheets);

  it('shows every text of every table in order, and nothing else', async () => {
    const shown = (await beingRead).flatMap(({ cells }) => cells.map((cell) => cell.shown).filter((text) => text !== ''));
    const printed = printedTables(document).flatMap(({ table, title, formTitle, notes }) => [
      ...(title ? [title.label ?? '', inlineText(title.title), title.left, title.middle ?? '', title.right] : [formTitle ?? '']),
      ...[...table.rows.slice(0, table.headerRows), ...wholeRows(table)].flatMap(({ cells }) =>
        cells.map(({ content }) => inlineText(content)),
      ),
      ...notes,
    ]);
    expect(shown).toEqual(printed.filter((text) => text !== ''));
  });

  it('holds every printed figure of a table as a number', async () => {
    const figures = printedTables(document).flatMap(({ table }) =>
      table.rows.flatMap(({ cells }) =>
        cells.filter(({ content }) => content.length === 1 && content[0]?.type === 'figure' && content[0].text !== ''),
      ),
    );
    const numbers = (await beingRead).flatMap(({ cells }) => cells.filter(({ isNumber }) => isNumber));
    expect(numbers).toHaveLength(figures.length);
  });

  it('has a sheet for each table and each form', async () => {
    expect(await beingRead).toHaveLength(printedTables(document).length);
  });

  it('has names that Excel takes, each once', async () => {
    const names = (await beingRead).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });
});

it('is the same in every run', async () => {
  const [, make] = chosen[0] ?? [];
  const [one, two] = await Promise.all([make, make].map((each) => each && documentToXlsx(each())));
  expect(Buffer.from(one ?? [])).toEqual(Buffer.from(two ?? []));
});

it('says on every page that a draft is one', async () => {
  const [, make] = EXAMPLES.find(([name]) => name === '草稿') ?? [];
  const sheets = make ? readSheets(await documentToXlsx(make())) : [];
  expect(sheets.length).toBeGreaterThan(10);
  for (const { xml } of sheets) expect(xml).toContain('<oddHeader>&amp;C草稿</oddHeader>');
});
