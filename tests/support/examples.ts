import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/document/document.js';
import { documentToDocx } from '../../src/writers/docx/index.js';
import { layoutPdf, loadFonts, type PdfLayout } from '../../src/writers/pdf/index.js';
import { buildWell, profileNamed, RICH_YAML, SPLIT_YAML } from '../profile/support.js';
import { longDocument } from '../writers/docx/documents.js';
import { buildGoodCase, ORIGINAL_YAML, ROOT } from './build-case.js';
import { builtCase } from './cases.js';

/** A document that every strict check has to accept: its name in the report, and how it is made. */
export type Example = readonly [name: string, make: () => Document];

const foldersWith = (folder: string, file: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => existsSync(join(ROOT, folder, name, file)))
    .sort();

/** The departments of the repository's newest year. */
function departments(): Example[] {
  const folder = join(ROOT, 'data/2026');
  const files = readdirSync(folder).filter((name) => /^[^区].*\.yaml$/.test(name));
  return files.map((name) => [name.replace('.yaml', ''), () => buildGoodCase(readFileSync(join(folder, name), 'utf8')).document]);
}

/** Every document of data/ and tests/cases/, all forms, a draft, and one of sixty pages. */
export const EXAMPLES: readonly Example[] = [
  ...departments(),
  ...foldersWith('tests/cases', '预算.yaml').map((name): Example => [name, () => builtCase(name).document]),
  ['九表', () => buildWell(profileNamed('nine-tables'), ORIGINAL_YAML).document],
  ['九表-五类资金', () => buildWell(profileNamed('nine-tables'), RICH_YAML).document],
  ['九表-单位', () => buildWell(profileNamed('nine-tables-unit'), SPLIT_YAML).document],
  ['草稿', () => ({ ...buildGoodCase(ORIGINAL_YAML).document, watermark: '草稿' })],
  ['六十页', () => longDocument(60)],
];

/** The faces that the program ships, read once. */
const fonts = loadFonts(join(ROOT, 'fonts'));

/** The Word and the PDF file of a document. */
export interface Pair {
  readonly layout: PdfLayout;
  readonly word: Uint8Array;
  readonly pdf: Uint8Array;
}

export async function pairOf(document: Document): Promise<Pair> {
  const layout = layoutPdf(document, fonts);
  return { layout, word: await documentToDocx(document, layout.pageLabels), pdf: await layout.render() };
}

/** Writes both files into a folder, under one name. */
export function writePair(folder: string, name: string, { word, pdf }: Pair): { readonly docx: string; readonly pdf: string } {
  const paths = { docx: join(folder, `${name}.docx`), pdf: join(folder, `${name}.pdf`) };
  writeFileSync(paths.docx, word);
  writeFileSync(paths.pdf, pdf);
  return paths;
}
