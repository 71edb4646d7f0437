import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/diagnostic.js';
import { loadedProfile, messagesOf } from '../support/build-case.js';
import { builtCase, caseExpectation, caseNames } from '../support/cases.js';
import { amountCells, narrativeSentences } from '../support/differences.js';
import { runningText, squeeze, textsOf } from '../support/document-text.js';
import { isRectangular } from '../support/table-grid.js';

describe.each(caseNames)('%s', (name) => {
  const built = builtCase(name);
  const expected = caseExpectation(name);
  const cells = [...amountCells(built.tables)];

  it('is built without errors', () => {
    expect(hasErrors(built.diagnostics), messagesOf(built)).toBe(false);
    expect(built.tables).toHaveLength(loadedProfile().tables.length);
  });

  it.each(expected.单元格.map((cell) => [`表${cell.表} ${cell.行} ${cell.栏}`, cell] as const))('%s', (_, cell) => {
    const label = `“${cell.行}”`;
    const found = cells.filter(([place]) => place.startsWith(`表${cell.表} `) && place.includes(label));
    const [first] = found.filter(
      ([place]) =>
        place
          .slice(place.indexOf(label) + label.length)
          .split('/')
          .at(-1) === cell.栏,
    );
    expect(first?.[1]).toBe(cell.印);
  });

  it('has the empty tables it should, each with its sentence', () => {
    const empty = built.tables.filter((table) => table.empty);
    expect(empty.map((table) => table.number)).toEqual(expected.空表);
    for (const table of empty) {
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.notes).toHaveLength(1);
      expect(table.notes[0]).toMatch(/^注：本部门2026年没有.+，本表无数据。$/);
    }
    for (const [number, note] of Object.entries(expected.说明 ?? {})) expect(built.tables[Number(number) - 1]?.notes).toEqual([note]);
    const full = built.tables.filter((table) => !table.empty);
    expect(full.flatMap((table) => table.notes).filter((note) => note.includes('本表无数据'))).toEqual([]);
    for (const [number, rows] of Object.entries(expected.行数 ?? {})) expect(built.tables[Number(number) - 1]?.rows).toHaveLength(rows);
  });

  it('says its sentences, each once', () => {
    const sentences = narrativeSentences(built);
    expect(expected.句子.filter((sentence) => sentences.filter((one) => one === sentence).length !== 1)).toEqual([]);
  });

  it('says nothing of what it has not', () => {
    const text = runningText(textsOf(built.document));
    expect(expected.不出现.filter((words) => text.includes(squeeze(words)))).toEqual([]);
    expect(text).not.toMatch(/undefined|NaN|\[object|\{\{|主要原因是[。，；]|。。|，，|，。/);
  });

  it('has grids without gap or overlap', () => {
    for (const table of built.tables) expect(isRectangular([...table.header, ...table.rows], table.columns.length), table.title).toBe(true);
    const grids = built.document.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'table');
    for (const grid of grids) expect(isRectangular(grid.rows, grid.columnWidths.length), grid.id).toBe(true);
  });
});
