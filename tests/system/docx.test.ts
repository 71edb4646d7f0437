import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { documentToDocx, verifyLayout } from '../../src/writers/docx/index.js';
import { convertWithLibreOffice, landedPages } from '../support/libre-office.js';
import { sampleDocument } from '../support/sample-document.js';
import { fiftyThousandCharacters, longDocument, tablesOnly } from '../writers/docx/documents.js';
import { everywhere, HOSTILE } from '../writers/docx/hostile-documents.js';
import { labelsOf } from '../writers/docx/support.js';
import { layout } from '../writers/pdf/support.js';

const folder = mkdtempSync(join(tmpdir(), 'docx-'));

async function write(name: string, document: Document, labels = labelsOf(document)): Promise<string> {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, await documentToDocx(document, labels));
  return path;
}

/** Errors that Microsoft's Open XML SDK finds. */
function sdkErrors(path: string, officeVersion: string): unknown {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  return JSON.parse(execFileSync('node_modules/.bin/ooxml-validator', [path, '--officeVersion', officeVersion], options)).errors;
}

const DOCUMENTS: ReadonlyArray<readonly [name: string, document: Document]> = [
  ['sample', sampleDocument()],
  ['draft', sampleDocument({ watermark: '草稿' })],
  ['tables', tablesOnly(400)],
  ['fifty-thousand', fiftyThousandCharacters()],
  ...HOSTILE.map(([, text], index) => [`hostile-${index}`, everywhere(text)] as const),
];

describe('the Open XML SDK', () => {
  it.each(DOCUMENTS)('finds nothing wrong in %s', async (name, document) => {
    const path = await write(name, document);
    for (const version of ['Office2019', 'Microsoft365']) expect(sdkErrors(path, version)).toEqual([]);
  });
});

/** How many of a hundred entries have to agree: the judges differ from Word in a line here and there. */
const LEAST_AGREEMENT = 0.95;

describe('page numbers of the PDF', () => {
  it.each([
    ['sample', sampleDocument()],
    ['sixty-pages', longDocument(60)],
  ] as const)('are those of the model of Word and of LibreOffice in %s', async (name, document) => {
    const { pageLabels } = layout(document);
    const labels = [...pageLabels.values()];
    const least = Math.floor(labels.length * LEAST_AGREEMENT);
    const modelled = await verifyLayout(document, pageLabels);
    expect(labels.length - modelled.length, JSON.stringify(modelled)).toBeGreaterThanOrEqual(least);
    const [pdf = ''] = convertWithLibreOffice([await write(`${name}-pages`, document, pageLabels)], join(folder, `${name}-libre-office`));
    const landed = landedPages(pdf);
    expect(landed).toHaveLength(labels.length);
    expect(landed.filter((page, index) => page === labels[index]).length, landed.join()).toBeGreaterThanOrEqual(least);
  });
});
