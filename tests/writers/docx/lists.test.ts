import { expect, it } from 'vitest';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { docxBody } from '../../support/docx-body.js';
import { list, paragraph, sampleDocument } from '../../support/sample-document.js';
import { partText } from './support.js';

const ITEMS = ['负责会议的准备。', '负责公文的审核。'];
const bytes = await documentToDocx(
  sampleDocument({ sections: [{ orientation: 'portrait', pageNumbers: 1, blocks: [list(ITEMS), paragraph('body', '完。')] }] }),
  new Map(),
);

it('items are paragraphs of their own style, their labels typed', () => {
  const paragraphs = docxBody(bytes).flatMap((block) => (block.kind === 'paragraph' ? [[block.style, block.text]] : []));
  expect(paragraphs.slice(0, 3)).toEqual([
    ['ListItem', '1. 负责会议的准备。'],
    ['ListItem', '2. 负责公文的审核。'],
    ['BodyText', '完。'],
  ]);
});

it('the style is running text under a name of its own, and nothing is numbered by Word', () => {
  const styles = partText(bytes, 'word/styles.xml');
  expect(styles).toMatch(/w:styleId="ListItem"[^>]*><w:name w:val="编号段落"\/><w:basedOn w:val="BodyText"\/>/);
  expect(partText(bytes, 'word/document.xml')).not.toContain('w:numPr');
});
