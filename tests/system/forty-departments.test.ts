import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Document, inlineText } from '../../src/document/document.js';
import { type LayoutDifference, verifyLayout } from '../../src/writers/docx/index.js';
import { buildGoodCase } from '../support/build-case.js';
import { type DepartmentFacts, type District, generateDistrict } from '../support/district/generate-district.js';
import { pairOf, writePair } from '../support/examples.js';
import { convertWithLibreOffice, drawnText, landedPages } from '../support/libre-office.js';

/** How many of a hundred entries have to agree. */
const LEAST_AGREEMENT = 0.95;

/** Generous: the machine may be busy. */
const MINUTES = 60_000;

interface Department {
  readonly name: string;
  readonly document: Document;
  readonly labels: ReadonlyMap<string, string>;
  /** The Word file, and LibreOffice's PDF of it. */
  readonly docx: string;
  readonly pdf: string;
}

function documentOf({ files }: District, { path }: DepartmentFacts): Document {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const units = files.filter((file) => file.path.includes('单位/')).map((file) => [file.path.replace(/^.*单位\//, ''), file.text]);
  const district = texts.get('2026/区县.yaml') ?? '';
  return buildGoodCase(texts.get(path) ?? '', { district, units: Object.fromEntries(units) }).document;
}

let departments: readonly Department[] = [];
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forty-'));
  const district = generateDistrict({ seed: 20260210, departments: 40, projects: 60, forms: 20 });
  const made = [];
  for (const facts of district.departments) {
    const document = documentOf(district, facts);
    const pair = await pairOf(document);
    made.push({ name: facts.name, document, labels: pair.layout.pageLabels, docx: writePair(folder, facts.code, pair).docx });
  }
  const paths = made.map(({ docx }) => docx);
  const pdfs = convertWithLibreOffice(paths, join(folder, 'libre-office'));
  departments = made.map((one, index) => ({ ...one, pdf: pdfs[index] ?? '' }));
}, 20 * MINUTES);

/** An entry of the contents: the number written in the file, and where LibreOffice put its heading. */
interface Entry {
  readonly text: string;
  readonly written: string;
  readonly landed: string | undefined;
}

function entriesOf({ document, labels, pdf }: Department): Entry[] {
  const landed = landedPages(pdf);
  const blocks = document.sections.flatMap((section) => section.blocks);
  const targets = blocks.filter((block) => block.type === 'heading' || block.type === 'tableTitle');
  const listed = targets.filter((block) => block.tocText !== undefined);
  return listed.map(({ id, tocText = '' }, index) => ({ text: tocText, written: labels.get(id) ?? '', landed: landed[index] }));
}

const isNamed = (entry: Entry, differences: readonly LayoutDifference[]): boolean =>
  differences.some(({ tocText }) => tocText === entry.text);

it(
  'the numbers in the contents are those of the pages in LibreOffice',
  async () => {
    let count = 0;
    const apart: string[] = [];
    for (const department of departments) {
      const entries = entriesOf(department);
      count += entries.length;
      const different = entries.filter(({ written, landed }) => written !== landed);
      const named = different.length > 0 ? await verifyLayout(department.document, department.labels) : [];
      for (const entry of different) {
        const said = isNamed(entry, named) ? ', named by --verify-layout' : '';
        apart.push(`${department.name} ${entry.text}: written ${entry.written}, landed ${entry.landed}${said}`);
      }
    }
    const agreement = 1 - apart.length / count;
    console.log(
      `${count} entries of ${departments.length} departments, ${(agreement * 100).toFixed(1)} % agree`,
      ...apart.map((one) => `\n${one}`),
    );
    expect(departments).toHaveLength(40);
    expect(agreement).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
  },
  20 * MINUTES,
);

/** Without blanks, and without rare characters: drawn in a face of its own, one comes after the line that it stands in. */
const comparable = (text: string): string => text.replace(/[\s\u{10000}-\u{10FFFF}]/gu, '');

it('rows of exact height cut no text of a cell off', () => {
  for (const { name, document, pdf } of departments) {
    const tables = document.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'table');
    const texts = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => inlineText(cell.content))));
    const drawn = comparable(drawnText(pdf));
    expect(texts.length).toBeGreaterThan(100);
    expect(
      texts.filter((text) => !drawn.includes(comparable(text))),
      name,
    ).toEqual([]);
  }
});
