import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FindingCode } from '../../../diagnostics/finding-codes.js';

/** What cannot be printed, with the text around it: where that was typed, the pages do not know. */
export interface LayoutFinding extends Diagnostic {
  readonly found?: { readonly character: string; readonly around: string };
}

/** What the layout finds wrong: all of it blocks the official file. */
export class Findings {
  readonly list: LayoutFinding[] = [];
  private readonly said = new Set<string>();

  add(
    code: FindingCode<'page'>,
    message: string,
    hint: string,
    severity: Diagnostic['severity'] = 'error',
    found?: LayoutFinding['found'],
  ): void {
    if (this.said.has(code + message)) return;
    this.said.add(code + message);
    this.list.push({ code, severity, message, hint, ...(found && { found }) });
  }
}
