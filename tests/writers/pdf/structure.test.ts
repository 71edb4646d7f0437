import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.js';
import { type Element, flatten, isRectangular, PdfStructure } from '../../support/pdf-structure.js';
import { sampleDocument } from '../../support/sample-document.js';
import { spoken } from './spoken.js';
import { layout } from './support.js';

const document = sampleDocument();
const structure = new PdfStructure(await layout(document).render());
const elements = flatten(structure.root);
const ofType = (type: string): Element[] => elements.filter((element) => element.type === type);

describe('the structure tree', () => {
  it('holds everything that is painted, once', () => {
    expect(structure.faults).toEqual([]);
  });

  it('is read in the order of the document', () => {
    const read = structure.root.children.filter((element) => element.type !== 'TOC').map((element) => element.reading);
    const told = document.sections.flatMap((section) => section.blocks.map(spoken));
    expect(read.join('').match(/.{1,80}/gu)).toEqual(told.join('').match(/.{1,80}/gu));
  });

  it('skips no heading level', () => {
    const levels = elements.flatMap((element) => (/^H[123]$/.test(element.type) ? [Number(element.type[1])] : []));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('has rectangular tables, one for each of the document', () => {
    expect(ofType('Table')).toHaveLength(4);
    for (const table of ofType('Table')) expect(isRectangular(table)).toBe(true);
  });

  it('has header cells with their scope and every span', () => {
    for (const header of ofType('TH')) expect(header.attributes['Scope']).toBeDefined();
    const [, income] = ofType('Table');
    const head = flatten(income as Element).filter((element) => element.type === 'TH');
    expect(head.slice(0, 3).map((cell) => [cell.text, cell.attributes['ColSpan'], cell.attributes['RowSpan']])).toEqual([
      ['功能分类科目', 2, undefined],
      ['合计', undefined, 2],
      ['其中', 2, undefined],
    ]);
  });

  it('says what a table and a figure show', () => {
    for (const table of ofType('Table')) expect(table.attributes['Summary']).toContain('表格');
    const [figure] = ofType('Figure');
    expect(figure?.alternativeText).toContain('饼图');
    expect(figure?.attributes['BBox']).toHaveLength(4);
    expect(figure?.children[0]).toMatchObject({ type: 'Caption', text: '2026年支出预算构成图' });
  });

  it('has lists whose items have label and text apart', () => {
    const [duties, terms] = ofType('L');
    expect(ofType('L')).toHaveLength(2);
    expect(duties?.attributes['ListNumbering']).toMatchObject({ value: 'Decimal' });
    for (const item of [...(duties?.children ?? []), ...(terms?.children ?? [])]) {
      expect(item.type).toBe('LI');
      expect(item.children.map((child) => child.type)).toEqual(['Lbl', 'LBody']);
    }
    expect(duties?.children.map((item) => item.children[0]?.text)).toEqual(['1.', '2.', '3.', '4.']);
    expect(duties?.children[1]?.children[1]?.text).toMatch(/^ 协助市人民政府领导同志审核.*审批。$/);
  });

  it('has contents whose entries are links with their text and number', () => {
    expect(ofType('TOCI').length).toBe(15);
    for (const link of ofType('Link')) expect(link.annotations.length).toBeGreaterThan(0);
    expect(ofType('Link')[0]?.text).toBe('第一部分　概况1');
  });

  it('leaves furniture out: page numbers, leaders, repeated headers and labels', () => {
    const footer = structure.artifacts[2]?.join('');
    expect(footer).toContain('— 1 —');
    expect(structure.artifacts[6]?.join('')).toContain('功能分类科目');
    expect(structure.artifacts[10]?.join('')).toContain('绩效指标');
  });
});

describe('headings of a document that begins at a lower level', () => {
  it('are lifted so that none is skipped', async () => {
    const blocks: Block[] = [3, 3, 1, 3].map((level, index) => ({
      type: 'heading',
      id: `h${index}`,
      level: level as 1 | 3,
      style: 'heading2',
      content: [{ type: 'text', text: `标题${index}` }],
    }));
    const pdf = await layout(sampleDocument({ sections: [{ orientation: 'portrait', pageNumbers: 1, blocks }] })).render();
    const levels = flatten(new PdfStructure(pdf).root).filter((element) => /^H/.test(element.type));
    expect(levels.map((element) => element.type)).toEqual(['H1', 'H2', 'H1', 'H2']);
  });
});
