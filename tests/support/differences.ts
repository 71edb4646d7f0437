import { structureChart } from '../../src/compose/chapter-blocks.js';
import { FigureRegister } from '../../src/compose/figure-records.js';
import { inlineText, itemContent } from '../../src/document/document.js';
import { writeNarrative } from '../../src/narrative/write-narrative.js';
import { numberStyle } from '../../src/profile/amount-format.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import { performanceForms } from '../../src/tables/performance-form.js';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { loadedProfile } from './build-case.js';

/** Every amount cell of the tables by its place in words: table, row, column. */
export function amountCells(tables: readonly PublishedTable[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const table of tables) {
    const columns = columnNames(table);
    table.rows.forEach((row, index) => {
      let label: string | undefined;
      row.cells.forEach((cell, place) => {
        if (cell.role === 'amount') cells.set(`表${table.number} 第${index + 1}行“${label}”${columns[cell.column]}`, cell.text);
        else if (cell.role === 'text' && (label === undefined || row.cells[place - 1]?.role === 'amount')) label = cell.text || label || '';
      });
    });
  }
  return cells;
}

/** Header of each column, with those over it: 2026年财政拨款/一般公共预算. */
function columnNames({ columns, header }: PublishedTable): string[] {
  return columns.map((_, column) =>
    header
      .flatMap((row) =>
        row.cells.filter((cell) => cell.role === 'header' && cell.column <= column && column < cell.column + cell.columnSpan),
      )
      .map((cell) => cell.text)
      .join('/'),
  );
}

/** Titles, labels and notes of the tables, and the texts of their rows. */
function labels(tables: readonly PublishedTable[]): string[] {
  return tables.flatMap((table) => [
    ...[table.label, table.title, table.left, table.right, ...table.notes].map((text) => `表${table.number} ${text}`),
    ...table.rows.flatMap((row) => row.cells.filter((cell) => cell.role !== 'amount').map((cell) => `表${table.number} ${cell.text}`)),
  ]);
}

/** The sentences of the narrative by chapter; also where a build was stopped by what the checks found. */
export function narrativeSentences({ budget }: BuildResult): string[] {
  if (!budget) throw new Error('no budget');
  const { narrative } = writeNarrative(budget, loadedProfile(), {});
  const paragraphs = [...(narrative?.chapters.values() ?? [])].flat();
  const texts = paragraphs.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => inlineText(itemContent(item)));
    return block.kind === 'block' ? [] : [inlineText(block.content)];
  });
  return texts.flatMap((text) => text.split(/(?<=[。；])/));
}

/** Cells of the published performance forms, and the slices of the chart. */
function formsAndChart({ budget }: BuildResult): Map<string, string> {
  if (!budget) throw new Error('no budget');
  const cells = new Map<string, string>();
  for (const form of performanceForms(budget, loadedProfile().form, {}, numberStyle(loadedProfile().spec))) {
    form.rows.forEach((row, line) => {
      for (const cell of row)
        cells.set(`绩效表“${form.about}”第${line + 1}行第${cell.column + 1}列`, cell.content.map((part) => part.text).join(''));
    });
  }
  for (const slice of structureChart('一般公共预算支出结构', budget, loadedProfile(), { register: new FigureRegister(), values: {} })
    ?.slices ?? [])
    cells.set(`结构图“${slice.label}”`, `${slice.amount.text} ${slice.share?.text}`);
  return cells;
}

/** What differs between two builds: cells as «place：before → after», and sentences of either side only. */
export interface Differences {
  readonly cells: readonly string[];
  readonly labels: readonly string[];
  readonly sentencesBefore: readonly string[];
  readonly sentencesAfter: readonly string[];
}

export function differences(before: BuildResult, after: BuildResult): Differences {
  const cells = (result: BuildResult) => new Map([...amountCells(result.tables ?? []), ...formsAndChart(result)]);
  const [left, right] = [cells(before), cells(after)];
  const places = [...new Set([...left.keys(), ...right.keys()])];
  const changed = places.filter((place) => left.get(place) !== right.get(place));
  const sentences = [narrativeSentences(before), narrativeSentences(after)] as const;
  return {
    cells: changed.map((place) => `${place}：${shown(left.get(place))} → ${shown(right.get(place))}`),
    labels: [
      ...without(labels(before.tables ?? []), labels(after.tables ?? [])),
      ...without(labels(after.tables ?? []), labels(before.tables ?? [])),
    ],
    sentencesBefore: without(sentences[0], sentences[1]),
    sentencesAfter: without(sentences[1], sentences[0]),
  };
}

const shown = (text: string | undefined) => (text === undefined ? '（无此格）' : text === '' ? '空' : text);

const without = (from: readonly string[], others: readonly string[]) => from.filter((one) => !others.includes(one));
