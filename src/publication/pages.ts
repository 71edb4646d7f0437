import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { locationAt, type SourceText } from '../diagnostics/source-text.js';
import type { Document } from '../document/document.js';
import { listedEntries } from '../document/walk.js';
import type { Environment } from '../environment.js';
import type { LoadedFaces } from '../input/shelf.js';
import type { LayoutDifference } from '../writers/docx/index.js';
import type { LayoutFinding, PdfLayout } from '../writers/pdf/index.js';
import type { Disclosure } from './disclosure.js';

/** The pages of the PDF, whose numbers both files print. */
export async function layOut<T extends Made>(made: T, { fonts, files }: LoadedFaces, environment: Environment) {
  environment.progress(`排版 ${made.input}`);
  const { layoutPdf } = await import('../writers/pdf/index.js');
  const layout = layoutPdf(made.document, fonts);
  return {
    ...made,
    layout,
    inputs: [...made.inputs, ...files],
    diagnostics: [...made.diagnostics, ...layout.findings.map((one) => inSource(one, made.sources))],
  };
}

/** A finding of the pages, with the place where the text was typed: a file of the definition, or else of the profile. */
function inSource({ found, ...finding }: LayoutFinding, sources: readonly SourceText[]): Diagnostic {
  if (!found) return finding;
  for (const wanted of [found.around, found.character]) {
    const source = sources.find(({ text }) => text.includes(wanted));
    if (!source) continue;
    const within = wanted === found.character ? 0 : wanted.indexOf(found.character);
    return { ...finding, at: locationAt(source, source.text.indexOf(wanted) + within) };
  }
  return finding;
}

type Made = Disclosure & Required<Pick<Disclosure, 'document'>>;

interface LaidOut {
  readonly input: string;
  readonly document: Document;
  readonly layout: PdfLayout;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same with a reminder for each entry of the contents that a model of Word puts on another page than the PDF. */
export async function verifiedLayout<T extends LaidOut>(read: T, environment: Environment): Promise<T & { readonly agreed?: string }> {
  environment.progress(`按 Word 的排版方法推算页码 ${read.input}`);
  const { verifyLayout } = await import('../writers/docx/index.js');
  const differences = await verifyLayout(read.document, read.layout.pageLabels);
  if (differences.length > 0) return { ...read, diagnostics: [...read.diagnostics, ...differences.map(finding)] };
  return { ...read, agreed: `目录的页码：按 Word 的排版方法推算，${listedEntries(read.document).length} 项都与 PDF 相同。` };
}

function finding({ tocText, written, modelled }: LayoutDifference): Diagnostic {
  const inWord = modelled === undefined ? '推算不出' : `在第 ${modelled} 页`;
  return {
    code: 'page-number-differs',
    severity: 'warning',
    message: `目录中的“${tocText}”，PDF 在第 ${written} 页，按 Word 的排版方法推算${inWord}。`,
    hint: '推算不等于 Word：请在 Word 中看这一页，确实不同就在目录上按 F9，选“只更新页码”。',
  };
}
