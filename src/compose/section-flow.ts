import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Section } from '../document/document.js';
import { isSameSheet, type Sheet, textArea } from '../document/sheet.js';
import { defined } from '../plain/objects.js';
import type { Profile } from '../profile/profile.js';
import type { FilledForm } from '../tables/form-grid.js';
import type { PublishedTable } from '../tables/published-table.js';
import { formBlocks } from './form-blocks.js';
import { formTableBlocks, tableBlocks } from './published-table-blocks.js';
import { textBlockHeight } from './table-geometry.js';

/** Running text stands on upright pages. */
const UPRIGHT: Sheet = { orientation: 'portrait' };

/** Where a table stands: among other tables, or where the text names it. */
export type Standing = 'listed' | 'inText';

/**
 * Blocks in their order, gathered into sections: what needs a sheet of another kind begins a new one, and so does
 * each part of the outline. How high the page is filled is known as long as all that stands on it has a known height.
 */
export class SectionFlow {
  readonly diagnostics: Diagnostic[] = [];
  private readonly sections: { readonly sheet: Sheet; readonly blocks: Block[] }[] = [];
  /** Height of what stands on the page; undefined: not known. */
  private used: number | undefined;
  /** The heading of a part that nothing stands under yet. */
  private heading: { readonly block: Block; readonly goesOn: boolean } | undefined;
  /** The last block is that of a table, on this page alone or on several. */
  private after: 'nothing' | 'table' | 'longTable' = 'nothing';

  constructor(private readonly profile: Profile) {}

  /** The next block stands under this heading; a part that goes on stands in the section before, where both are text on upright pages. */
  beginPart(heading: Block, goesOn: boolean): void {
    this.heading = { block: heading, goesOn };
  }

  /** A heading that nothing came under stands by itself. */
  endPart(): void {
    if (this.heading) this.open(UPRIGHT);
  }

  /** Running text, or a block of which only the writers know the height. */
  text(...blocks: readonly Block[]): void {
    const section = this.open(UPRIGHT);
    for (const block of blocks) {
      section.push(block);
      this.grow(block.type === 'pageBreak' ? 'page' : this.heightOf(block, UPRIGHT));
    }
    if (blocks.length > 0) this.after = 'nothing';
  }

  /** Among tables, one starts a new page, unless it fits whole under the one before; in a text it stands where the text is. */
  table(table: PublishedTable, forms: readonly FilledForm[], standing: Standing): void {
    if (table.form) return this.formTable(table, forms);
    const section = this.open(table);
    if (this.isUnderHeading(section)) return this.place(table, section, { above: this.used });
    const flows = table.newPage === false || (table.newPage === undefined && standing === 'inText');
    if (flows && this.flowOn(table, section)) return;
    const made = tableBlocks(table, this.profile, 0);
    const follows = !flows && table.newPage === undefined && this.followWhole(table, section, made);
    if (!follows) this.place(table, section, { above: 0, breaks: true, made });
  }

  /** Forms of the narrative, each on a page of its own. */
  forms(forms: readonly FilledForm[]): void {
    for (const form of forms) {
      this.newPage(form);
      this.form(form, 0);
    }
  }

  /** A form under what stands over it. */
  formHere(form: FilledForm): void {
    const section = this.open(form);
    this.form(form, section.length === 0 ? 0 : this.used);
  }

  finish(): readonly Section[] {
    return this.sections.map(({ sheet: { orientation, paper }, blocks }, index) => ({
      orientation,
      ...defined({ paper }),
      pageNumbers: index === 0 ? 1 : 'continue',
      blocks,
    }));
  }

  private form(form: FilledForm, above: number | undefined): void {
    const { blocks, diagnostics } = formBlocks(form, this.profile, above);
    this.open(form).push(...blocks);
    this.diagnostics.push(...diagnostics);
    this.used = undefined;
    this.after = 'nothing';
  }

  /** A table that is filled in as a form: its title over the first of its forms. */
  private formTable(table: PublishedTable, forms: readonly FilledForm[]): void {
    const section = this.open(table);
    const breaks = !this.isUnderHeading(section) && section.length > 0;
    const above = breaks ? 0 : (this.used ?? 0);
    const { title, notes, height } = formTableBlocks(table, this.profile);
    section.push({ ...title, pageBreakBefore: breaks });
    const [first, ...others] = forms;
    if (first) this.form(first, above + height);
    this.forms(others);
    this.open(table).push(...notes);
    this.used = undefined;
    this.after = 'longTable';
  }

  /** Whether all of the table stands under the one before; then it is put there. */
  private followWhole(table: PublishedTable, section: Block[], made: MadeTable): boolean {
    if (this.after !== 'table' || this.used === undefined) return false;
    const { tableNote } = this.profile.layout.styles;
    const room = this.pageHeight(table) - this.used;
    if (!made.blocks || made.blocks.height + tableNote.linePitch > room) return false;
    this.place(table, section, { above: this.used + tableNote.linePitch, parted: true, made });
    return true;
  }

  /** Puts a table where the page stands; false where not even its first row has room there. */
  private flowOn(table: PublishedTable, section: Block[]): boolean {
    const parted = this.after !== 'nothing';
    const gap = parted ? this.profile.layout.styles.tableNote.linePitch : 0;
    const above = this.used === undefined ? undefined : this.used + gap;
    const made = tableBlocks(table, this.profile, above);
    if (made.blocks && above !== undefined && above + made.blocks.least > this.pageHeight(table)) return false;
    this.place(table, section, { above, parted, made });
    return true;
  }

  private place(table: PublishedTable, section: Block[], how: Placing): void {
    const { above, parted = false, breaks = false, made = tableBlocks(table, this.profile, above) } = how;
    this.diagnostics.push(...made.diagnostics);
    if (!made.blocks) return;
    const { title, rest, height, last } = made.blocks;
    if (parted) section.push({ type: 'paragraph', style: 'tableNote', content: [] });
    section.push({ ...title, pageBreakBefore: breaks }, ...rest);
    this.after = last === undefined ? 'table' : 'longTable';
    this.used = above === undefined ? undefined : (last ?? above + height);
  }

  private newPage(sheet: Sheet): void {
    const section = this.open(sheet);
    if (section.length === 0) return;
    section.push({ type: 'pageBreak' });
    this.used = 0;
  }

  /** The section that a block on such a sheet stands in, with the heading that waits for one. */
  private open(sheet: Sheet): Block[] {
    const last = this.sections.at(-1);
    const { heading } = this;
    const isSame = last !== undefined && isSameSheet(this.profile.layout.page, last.sheet, sheet);
    const joins = heading?.goesOn === true && isSame && last.blocks.at(-1)?.type !== 'table';
    const stays = isSame && (heading === undefined || joins);
    const blocks = stays ? last.blocks : [];
    if (!stays) {
      this.sections.push({ sheet, blocks });
      this.used = 0;
      this.after = 'nothing';
    }
    this.heading = undefined;
    if (!heading) return blocks;
    blocks.push(heading.block);
    if (stays) this.after = 'nothing';
    this.grow(this.heightOf(heading.block, sheet));
    return blocks;
  }

  /** Nothing but its part's heading stands on the section's page, or nothing at all. */
  private isUnderHeading(section: readonly Block[]): boolean {
    return section.every((block) => block.type === 'heading' && block.level === 1);
  }

  private grow(by: number | 'page' | undefined): void {
    if (by === 'page') this.used = 0;
    else if (this.used !== undefined) this.used = by === undefined ? undefined : this.used + by;
  }

  private heightOf(block: Block, sheet: Sheet): number | undefined {
    const { layout } = this.profile;
    const height = textBlockHeight(block, layout, textArea(layout.page, sheet).width);
    return height !== undefined && (this.used ?? 0) + height < this.pageHeight(sheet) ? height : undefined;
  }

  private pageHeight(sheet: Sheet): number {
    return textArea(this.profile.layout.page, sheet).height;
  }
}

/** How a table is put on its page. */
interface Placing {
  /** What stands over it there; undefined: not known. */
  readonly above: number | undefined;
  /** An empty line parts it from what is above. */
  readonly parted?: boolean;
  readonly breaks?: boolean;
  readonly made?: MadeTable;
}

type MadeTable = ReturnType<typeof tableBlocks>;
