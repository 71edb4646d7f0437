import { beforeAll, describe, expect, it } from 'vitest';
import { builtCase, caseNames } from '../support/cases.js';
import { tableAfter } from '../support/docx-body.js';
import { columnEdges, missingRows } from '../support/pdf-rows.js';
import { bodyGrid, expandRows } from '../support/table-grid.js';
import { type WrittenFiles, writeFiles } from '../support/written-files.js';

describe.each(caseNames)('%s', (name) => {
  const { document, tables } = builtCase(name);
  let files: WrittenFiles;
  beforeAll(async () => {
    files = await writeFiles(document);
  }, 60_000);

  it('both files are written without findings', () => {
    expect(files.findings).toEqual([]);
  });

  it.each(tables.map((table) => [table.label, table] as const))('%s is the same in Word', (label, table) => {
    const { rows, columns } = tableAfter(files.word, label);
    const grid = expandRows(
      rows.map((row) => row.cells),
      columns,
    );
    const body = bodyGrid(table);
    expect(grid.slice(-body.length)).toEqual(body);
    expect(rows.filter((row) => row.header)).toHaveLength(table.header.length);
  });

  it.each(tables.map((table) => [table.label, table] as const))('%s is the same in PDF', (label, table) => {
    const from = files.pdf.findIndex(({ text }) => text === label);
    expect(from).toBeGreaterThan(-1);
    expect(missingRows(bodyGrid(table), columnEdges(document, `${table.id}-grid`), files.pdf, from)).toEqual([]);
  });
});
