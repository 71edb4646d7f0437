import { expect, test } from 'vitest';
import { inlineText } from '../../src/document/document.js';
import { buildGoodCase, ORIGINAL_YAML, profileFile } from '../support/build-case.js';

const SECTION = '说明/05-一般公共预算支出.hbs';

test('a chart that a template writes within a paragraph stands by itself, and no word is lost', () => {
  const text = profileFile(SECTION).replace('{{图 "一般公共预算支出结构"}}', '图前的话{{图 "一般公共预算支出结构"}}图后的话。');
  const { document } = buildGoodCase(ORIGINAL_YAML, { profile: { [SECTION]: text } });
  const blocks = document.sections.flatMap((section) => section.blocks);
  const at = blocks.findIndex((block) => block.type === 'pieChart');
  const paragraph = (index: number) => {
    const block = blocks[index];
    return block?.type === 'paragraph' ? inlineText(block.content) : '';
  };
  expect([paragraph(at - 1), paragraph(at + 1)]).toEqual(['图前的话', '图后的话。']);
});
