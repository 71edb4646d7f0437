import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FindingCode } from '../../../diagnostics/finding-codes.js';
import type { Document } from '../../../document/document.js';
import type { Layout, StyleName, TextStyle } from '../../../document/layout.js';
import { type LaidPage, type Landing, StructureNode } from './page.js';
import { PageFlow } from './page-flow.js';

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

/** One entry of the outline and, with `tocText`, of the TOC. */
export interface OutlineEntry {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
}

/** What the layout of one document gathers while its blocks are placed. */
export class LayoutContext {
  readonly layout: Layout;
  readonly flow: PageFlow;
  readonly findings = new Findings();
  readonly root = new StructureNode('Document');
  readonly landings = new Map<string, Landing>();
  readonly outline: OutlineEntry[] = [];
  /** Where the contents stand: their numbers are filled in last. */
  readonly tocPages = new Set<LaidPage>();
  /** Level of the heading before, so that none is skipped. */
  private headingLevel = 0;

  constructor(readonly document: Document) {
    this.layout = document.layout;
    this.flow = new PageFlow(document.layout.page);
  }

  style(name: StyleName): TextStyle {
    return this.layout.styles[name];
  }

  /** A heading's element; PDF/UA forbids to go from H1 to H3. */
  headingNode(level: 1 | 2 | 3): StructureNode {
    this.headingLevel = Math.min(level, this.headingLevel + 1);
    return this.root.add(`H${this.headingLevel}` as 'H1' | 'H2' | 'H3');
  }

  /** The place that links, outline and TOC lead to: here. */
  land(entry: OutlineEntry, top: number): void {
    this.landings.set(entry.id, { page: this.flow.pageIndex, top });
    this.outline.push(entry);
  }
}
