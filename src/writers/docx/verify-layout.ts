import { ImportedXmlComponent, type IXmlableObject, Packer, type PageNumberEstimator } from 'docx';
import type { Document } from '../../document/document.js';
import { defined } from '../../plain/objects.js';
import { textWidth } from '../../typesetting/text-width.js';
import { type Faces, OFFICIAL_FACES } from '../official-faces.js';
import type { ToTree } from './body-markup.js';
import { buildDocx } from './build.js';
import { contextOf } from './context.js';

/** An entry of the contents that the model of Word's layout puts on another page than the file says. */
export interface LayoutDifference {
  readonly id: string;
  readonly tocText: string;
  /** The number in the file; the one by the model, absent where it could not tell. */
  readonly written: string;
  readonly modelled?: string;
}

/** Faces of the same widths that the model knows; full-width characters are one em in all of them. */
const MODEL_FACES: Faces = {
  ...OFFICIAL_FACES,
  小标宋: { ...OFFICIAL_FACES.小标宋, name: '宋体' },
  仿宋: { ...OFFICIAL_FACES.仿宋, name: '仿宋' },
  楷: { ...OFFICIAL_FACES.楷, name: '楷体' },
};

/** Markup read back by the library: its model has to see the paragraphs. */
const toTree: ToTree = (markup, context) => ImportedXmlComponent.fromXmlString([...markup].join('')).prepForXml(context) as IXmlableObject;

/**
 * Lays the Word file out by the library's model of Word and names each entry of the contents whose page differs.
 * Takes seconds: for tests, and behind an option. The model sets no space between 汉字 and digits and lets no mark hang,
 * so full lines may break one character apart from Word's: a difference is a hint to look, not a fault.
 */
export async function verifyLayout(document: Document, pageLabels: ReadonlyMap<string, string>): Promise<LayoutDifference[]> {
  const context = contextOf(document, pageLabels, MODEL_FACES);
  // Large and seldom wanted: loaded only here.
  const { estimatePageNumbersWith } = await import('docx/layout');
  const estimate = estimatePageNumbersWith({ measureWidth: (text, { size }) => textWidth(text, size) });
  let modelled: ReadonlyMap<string, string> = new Map();
  const pageNumbers: PageNumberEstimator = (body, docxContext) => {
    const numbers = estimate(body, docxContext);
    modelled = numbers.bookmarks;
    return numbers;
  };
  await Packer.toBuffer(buildDocx(context, { toTree, pageNumbers }));
  return [...context.anchors.values()].flatMap(({ block, bookmark }): LayoutDifference[] => {
    const [written, page] = [pageLabels.get(block.id) ?? '', modelled.get(bookmark)];
    return written === page ? [] : [{ id: block.id, tocText: block.tocText ?? '', written, ...defined({ modelled: page }) }];
  });
}
