import type { Budget } from '../budget/budget.js';
import type { CheckReport } from '../checks/check-report.js';
import type { Definition } from '../definition/definition.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { locationAt, type SourceText } from '../diagnostics/source-text.js';
import type { Document } from '../document/document.js';
import { listedEntries } from '../document/walk.js';
import type { Environment } from '../environment.js';
import type { FileFingerprint } from '../input/read-files.js';
import type { LoadedFaces } from '../input/shelf.js';
import type { UnstatedUse } from '../narrative/tokens.js';
import type { OutputNames } from '../output/file-names.js';
import type { PreviousYear } from '../previous-year/previous-year.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedTable } from '../tables/published-table.js';
import type { LayoutDifference } from '../writers/docx/index.js';
import type { LayoutFinding, PdfLayout } from '../writers/pdf/index.js';

/** What the stages gave; a stage that found errors ends the line, and what came before it is still here. */
export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  readonly definition?: Definition;
  /** Last year's definition, where there is one. */
  readonly previous?: PreviousYear;
  readonly budget?: Budget;
  readonly tables?: readonly PublishedTable[];
  /** What the templates asked for and the definition does not state. */
  readonly unstated?: readonly UnstatedUse[];
  /** The figures that templates wrote, by id; what of them is not in the document stood in a sentence that was left out. */
  readonly written?: ReadonlySet<string>;
  readonly document?: Document;
  readonly profile?: Profile;
  /** Every relation and rule that was looked at, with its outcome. */
  readonly checks?: CheckReport;
}

/** One department taken as far as its findings let it, with nothing written yet. */
export interface Disclosure extends BuildResult {
  /** The department's file as messages show it. */
  readonly input: string;
  /** Fingerprints of everything that it was made from. */
  readonly inputs: readonly FileFingerprint[];
  readonly names?: OutputNames;
  readonly layout?: PdfLayout;
  /** That Word's model and the PDF agree on every page number, in one line; where it was asked for and is so. */
  readonly agreed?: string;
}

/** True where the files may be written: a draft may have errors, if there is something to print at all. */
export function mayWrite(disclosure: Disclosure, draft: boolean): boolean {
  return disclosure.layout !== undefined && (draft || !hasErrors(disclosure.diagnostics));
}

/** The second file of one department: both would take turns in the same folder. */
export function refuseTwin(disclosure: Disclosure, first: string): Disclosure {
  const { definition } = disclosure;
  if (!definition) return disclosure;
  const finding: Diagnostic = {
    code: 'department-twice',
    severity: 'error',
    message: `与“${first}”是同一个部门、同一年度，会写到同一个文件夹。`,
    at: definition.locate(['部门', '代码']),
    hint: '核对部门代码和名称；多余的文件请移出年度文件夹。',
  };
  // Without a name it has no folder, and writes nothing.
  const { layout: _, names: __, ...rest } = disclosure;
  return { ...rest, diagnostics: [...disclosure.diagnostics, finding] };
}

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
