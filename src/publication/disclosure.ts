import type { Budget } from '../budget/budget.js';
import type { CheckReport } from '../checks/check-report.js';
import type { Definition } from '../definition/definition.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import type { Document } from '../document/document.js';
import type { FileFingerprint } from '../input/read-files.js';
import type { UnstatedUse } from '../narrative/tokens.js';
import type { OutputNames } from '../output/file-names.js';
import type { PreviousYear } from '../previous-year/previous-year.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedTable } from '../tables/published-table.js';
import type { PdfLayout } from '../writers/pdf/index.js';

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
