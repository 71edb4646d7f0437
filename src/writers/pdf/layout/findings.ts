import type { Diagnostic } from '../../../diagnostics/diagnostic.js';

/** What the layout finds wrong: all of it blocks the official file. */
export class Findings {
  readonly list: Diagnostic[] = [];
  private readonly said = new Set<string>();

  add(code: string, message: string, hint: string, severity: Diagnostic['severity'] = 'error'): void {
    if (this.said.has(code + message)) return;
    this.said.add(code + message);
    this.list.push({ code, severity, message, hint });
  }
}
