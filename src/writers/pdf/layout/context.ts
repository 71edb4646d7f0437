import type { Document } from '../../../document/document.js';
import type { Layout, StyleName, TextStyle } from '../../../document/layout.js';
import { Findings } from './findings.js';
import type { Landing } from './page.js';
import { PageFlow } from './page-flow.js';
import { StructureNode } from './structure.js';

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
