import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text as it stands on a page: points from the page's left and bottom edges. */
export interface PdfText {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Every text of a PDF in the order of its content, read by a library that did not write it. Page numbers are left out. */
export async function pdfTexts(bytes: Uint8Array): Promise<PdfText[]> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(PDFJS, 'cmaps/'),
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    verbosity: 0,
  });
  const file = await loading.promise;
  const texts: PdfText[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '' || isPageNumber(item.str)) continue;
      const [, , , , left = 0, baseline = 0] = item.transform as number[];
      texts.push({ page: number, text: item.str.replace(/\s/g, ''), left, right: left + item.width, baseline });
    }
  }
  await loading.destroy();
  return texts;
}

const isPageNumber = (text: string) => /^—\s?\d+\s?—$/.test(text.trim());
