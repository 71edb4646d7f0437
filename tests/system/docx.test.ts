import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { documentToDocx, verifyLayout } from '../../src/writers/docx/index.js';
import { sampleDocument } from '../support/sample-document.js';
import { longDocument, tablesOnly } from '../writers/docx/documents.js';
import { everywhere, HOSTILE } from '../writers/docx/hostile-documents.js';
import { labelsOf } from '../writers/docx/support.js';
import { layout } from '../writers/pdf/support.js';

const folder = mkdtempSync(join(tmpdir(), 'docx-'));

async function write(name: string, document: Document, labels = labelsOf(document)): Promise<string> {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, await documentToDocx(document, labels));
  return path;
}

const run = (program: string, ...options: readonly string[]): string =>
  execFileSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Errors that Microsoft's Open XML SDK finds. */
function sdkErrors(path: string, officeVersion: string): unknown {
  return JSON.parse(run('node_modules/.bin/ooxml-validator', path, '--officeVersion', officeVersion)).errors;
}

const BOOKMARKS = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}';

/** Where LibreOffice puts each bookmark of the contents, in their order: printed numbers, after `front` pages without. */
function libreOfficePages(path: string, front: number): string[] {
  process.env.FONTCONFIG_FILE = projectFonts();
  run(
    'soffice',
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--norestore',
    '--convert-to',
    BOOKMARKS,
    '--outdir',
    folder,
    path,
  );
  const destinations = run('pdfinfo', '-dests', path.replace(/docx$/, 'pdf')).matchAll(/^\s*(\d+)\s.*Toc(\d+)"/gm);
  const found = [...destinations].map(([, page, bookmark]) => [Number(bookmark), Number(page) - front] as const);
  return found.sort(([one], [other]) => one - other).map(([, page]) => String(page));
}

/** LibreOffice measures by the project's own fonts, whatever the machine has. */
function projectFonts(): string {
  const file = join(folder, 'fonts.conf');
  const fonts = join(process.cwd(), 'fonts');
  const content = `<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir>`;
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${content}</fontconfig>`);
  return file;
}

const DOCUMENTS: ReadonlyArray<readonly [name: string, document: Document]> = [
  ['sample', sampleDocument()],
  ['draft', sampleDocument({ watermark: '草稿' })],
  ['tables', tablesOnly(400)],
  ['sixty-pages', longDocument(60)],
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
    const { pageLabels, pages } = layout(document);
    const labels = [...pageLabels.values()];
    const least = Math.floor(labels.length * LEAST_AGREEMENT);
    const modelled = await verifyLayout(document, pageLabels);
    expect(labels.length - modelled.length, JSON.stringify(modelled)).toBeGreaterThanOrEqual(least);
    const first = Math.min(...[...pageLabels.keys()].map((id) => pages.get(id) ?? 0));
    const landed = libreOfficePages(await write(`${name}-pages`, document, pageLabels), first - 1);
    expect(landed).toHaveLength(labels.length);
    expect(landed.filter((page, index) => page === labels[index]).length, landed.join()).toBeGreaterThanOrEqual(least);
  });
});
