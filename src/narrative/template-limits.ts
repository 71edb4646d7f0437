import type { TemplatePlace } from './tokens.js';

/** Levels of blocks and phrases within one another. Profiles use five. */
export const MAX_TEMPLATE_DEPTH = 30;

/** Characters of one template. The longest that ships has two thousand. */
export const MAX_TEMPLATE_LENGTH = 100_000;

/** How often items and phrases are written out in one disclosure. Two thousand projects in forty lists take a fifth of it. */
export const MAX_TEMPLATE_STEPS = 500_000;

/** Characters that templates write in one disclosure, those within one another counted again. */
export const MAX_TEMPLATE_CHARACTERS = 10_000_000;

/** What only shows when a template is run: a mistake of its author, not of ours. */
export class TemplateFailure extends Error {
  constructor(
    readonly reason: string,
    readonly hint: string,
    /** Where it showed; else somewhere in the chapter. */
    readonly place?: TemplatePlace,
    readonly code: 'template-no-value' | 'template-too-long' | 'template-wrong-kind' = 'template-no-value',
  ) {
    super(reason);
  }
}

/** Counts what templates write, and stops them: two phrases that each call the next one twice never end. */
export class WritingLimit {
  private steps = 0;
  private characters = 0;

  count(text: string): string {
    this.steps += 1;
    this.characters += text.length;
    if (this.steps <= MAX_TEMPLATE_STEPS && this.characters <= MAX_TEMPLATE_CHARACTERS) return text;
    const hint = `一份文件里，“逐项”和“词句”一共最多写出 ${MAX_TEMPLATE_STEPS} 次、${MAX_TEMPLATE_CHARACTERS} 个字：核对是否一层层地重复调用。`;
    throw new TemplateFailure('模板写出的内容太多，没有写完。', hint, undefined, 'template-too-long');
  }
}
