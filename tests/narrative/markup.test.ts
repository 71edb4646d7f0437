import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/document/document.js';
import { Decimal } from '../../src/money/decimal.js';
import { parseMarkup } from '../../src/narrative/markup.js';
import { TokenBook } from '../../src/narrative/tokens.js';

const plain = (content: readonly Inline[]): string => content.map((inline) => inline.text).join('');

/** Blocks of a rendered template in short: headings with their depth, paragraphs, items of a list, placed blocks. */
function read(rendered: string, book = new TokenBook()): string[] {
  return parseMarkup(rendered, book).map((block) => {
    if (block.kind === 'block') return `[${block.block.kind}]`;
    if (block.kind === 'list') return block.items.map((item) => item.label + plain(item.content)).join('|');
    const text = plain(block.content);
    return block.kind === 'heading' ? `${'#'.repeat(block.depth)} ${text}` : text;
  });
}

describe('the markup of templates', () => {
  it('knows headings and paragraphs', () => {
    expect(read('## 一级\n\n第一段。\n\n### 二级\n\n第二段。\n')).toEqual(['## 一级', '第一段。', '### 二级', '第二段。']);
  });

  it('starts a paragraph at each line', () => {
    expect(read('第一行。\n第二行。\n')).toEqual(['第一行。', '第二行。']);
  });

  it('white at the end of a line, which nobody sees, joins nothing', () => {
    expect(read('第一行。  \n第二行。\t\n\n##  标题 ## \n')).toEqual(['第一行。', '第二行。', '## 标题']);
  });

  it.each(['> 引用', '- 项', '1. 项', '---', '    缩进', '`码`', '<b>', '*斜*', '[a](b)', '&amp;', '\\*', '***'])(
    'takes “%s” as it stands',
    (text) => {
      expect(read(`${text}\n`)).toEqual([text.trim()]);
    },
  );

  it('a heading needs a space after its signs', () => {
    expect(read('#标题\n')).toEqual(['#标题']);
  });

  it('keeps figures as figures', () => {
    const book = new TokenBook();
    const figure = {
      id: '合计',
      label: '合计',
      unit: 'yuan',
      value: new Decimal('12627960.91'),
      origin: { kind: 'derived', formula: 'sum', inputs: [] },
    } as const;
    const [block] = parseMarkup(`共${book.figure(figure, '1,262.80')}万元。\n`, book);
    expect(block).toEqual({
      kind: 'paragraph',
      content: [
        { type: 'text', text: '共' },
        { type: 'figure', figure: '合计', unit: 'yuan', value: '12627960.91', text: '1,262.80' },
        { type: 'text', text: '万元。' },
      ],
    });
    expect([...book.figures.keys()]).toEqual(['合计']);
  });

  it.each([
    ['（一）甲\n\n（二）乙\n\n（十一）丙', '（一）甲|（二）乙|（十一）丙'],
    ['1.甲；\n2.乙。', '1.甲；|2.乙。'],
    ['一、甲\n\n二、乙', '一、甲|二、乙'],
    ['（1）甲\n\n（2）乙', '（1）甲|（2）乙'],
    ['● 甲\n\n● 乙', '● 甲|● 乙'],
  ])('joins numbered paragraphs to a list: “%s”', (rendered, items) => {
    expect(read(`${rendered}\n`)).toEqual([items]);
    expect(parseMarkup(rendered, new TokenBook())[0]?.kind).toBe('list');
  });

  it('begins another list at its first number, at another way of numbering and after anything else', () => {
    expect(read('1.甲\n\n2.乙\n\n1.丙\n\n（一）丁\n\n戊\n\n（二）己\n')).toEqual(['1.甲|2.乙', '1.丙', '（一）丁', '戊', '（二）己']);
  });

  it.each(['1.5倍', '2026年', '（略）', '三是', '一一对应'])('“%s” is no label', (text) => {
    expect(parseMarkup(`${text}\n`, new TokenBook())).toMatchObject([{ kind: 'paragraph' }]);
  });

  it('takes no label from a text of the definition, and puts its further lines after the item', () => {
    const book = new TokenBook();
    expect(parseMarkup(book.text('（一）甲'), book)).toMatchObject([{ kind: 'paragraph' }]);
    expect(parseMarkup(`（一）${book.text('甲\n（二）乙')}\n`, book)).toEqual([
      { kind: 'list', items: [{ label: '（一）', content: [{ type: 'text', text: '甲' }] }] },
      { kind: 'paragraph', content: [{ type: 'text', text: '（二）乙' }] },
    ]);
  });

  it('places blocks that stand alone', () => {
    const book = new TokenBook();
    expect(read(`甲\n\n${book.block({ kind: 'chart', name: '图' })}\n\n乙\n`, book)).toEqual(['甲', '[chart]', '乙']);
    // The static check names it at its place; what it cannot foresee, as a text that a block follows, loses nothing.
    expect(read(`甲${book.block({ kind: 'chart', name: '图' })}乙\n`, book)).toEqual(['甲', '[chart]', '乙']);
  });

  it('reads no markup from a text of the definition', () => {
    const book = new TokenBook();
    expect(read(`${book.text('## 不是标题')}\n`, book)).toEqual(['## 不是标题']);
    expect(read(`甲${book.text('**')}乙${book.text('**')}丙\n`, book)).toEqual(['甲**乙**丙']);
  });
});
