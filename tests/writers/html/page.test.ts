import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.js';
import { blocksOfType, figuresIn, placedTexts } from '../../../src/document/walk.js';
import { documentToHtml } from '../../../src/writers/html/index.js';
import { builtCase } from '../../support/cases.js';
import { classesOf, descendants, findAll, type HtmlNode, parseHtml, textOf } from '../../support/html-body.js';
import { sampleDocument } from '../../support/sample-document.js';
import { everywhere, HOSTILE } from '../docx/hostile-documents.js';

const { document } = builtCase('五类资金');
const downloads = [{ called: 'Word', name: '001-某局（本级）.docx' }];
const markup = documentToHtml(document, { downloads });
const page = parseHtml(markup);
const tags = (name: string, root: HtmlNode = page): HtmlNode[] => descendants(root, ({ tag }) => tag === name);
const byId = new Map(descendants(page, ({ attributes }) => attributes.id !== undefined).map((node) => [node.attributes.id, node]));
const links = tags('a').flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href.slice(1)] : []));

describe('the page', () => {
  it('has the same bytes for the same document', () => {
    expect(documentToHtml(builtCase('五类资金').document, { downloads })).toBe(markup);
  });

  it('has ids that stand once, and no link without its target', () => {
    expect(new Set(byId.keys()).size).toBe(descendants(page, ({ attributes }) => attributes.id !== undefined).length);
    expect(links.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('allows its own style and script and nothing else', () => {
    const [policy] = tags('meta').filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const [style = '', script = ''] = ['style', 'script'].map((name) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(markup)?.[1]);
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(
      descendants(page, ({ attributes }) => Object.keys(attributes).some((name) => name === 'style' || name.startsWith('on'))),
    ).toEqual([]);
  });

  it('has a script that can be read', () => {
    expect(() => new Function(/<script>([^]*?)<\/script>/.exec(markup)?.[1] ?? 'x y')).not.toThrow();
  });

  it('offers the other files by their names', () => {
    const [files] = descendants(page, (node) => classesOf(node).includes('files'));
    expect(
      files &&
        tags('a', files).map(({ attributes, ...node }) => [textOf({ attributes, ...node }), decodeURIComponent(attributes.href ?? '')]),
    ).toEqual(downloads.map(({ called, name }) => [called, name]));
  });
});

describe('a figure', () => {
  const [main] = tags('main');
  const figures = main ? tags('a', main).filter(({ attributes: { href } }) => href?.startsWith('#y')) : [];
  const printed = placedTexts(document).flatMap(({ content }) => figuresIn(content).map(({ figure }) => figure));

  it('is a link to its entry, every one, in the order of the document', () => {
    expect(figures.map(textOf)).toEqual(printed.filter(({ text }) => text !== '').map(({ text }) => text));
  });

  it('has an entry with its exact value', () => {
    const exact = (value: string) => value.replace(/[^\d.-]/g, '');
    for (const [index, link] of figures.entries()) {
      const figure = printed[index];
      if (figure?.unit !== 'yuan') continue;
      const [value] = tags('span', byId.get(link.attributes.href?.slice(1)) as HtmlNode);
      expect(Number(exact(value ? textOf(value) : ''))).toBe(Number(figure.value));
    }
  });

  it('is led back to from its entry, at each place the very figure', () => {
    const entries = tags('li').filter(({ attributes: { id } }) => /^y\d+$/.test(id ?? ''));
    const back = entries.flatMap((entry) =>
      tags('a', entry).flatMap(({ attributes: { href = '' } }) => (href.startsWith('#p') ? [[entry, href.slice(1)] as const] : [])),
    );
    expect(back.length).toBeGreaterThan(entries.length);
    for (const [entry, place] of back) expect(byId.get(place)?.attributes.href).toBe(`#${entry.attributes.id}`);
  });

  it('names no part that is nowhere printed, and no place in a file', () => {
    const [origins] = descendants(page, (node) => classesOf(node).includes('origins'));
    expect(origins && textOf(origins)).not.toMatch(/\.yaml|#\/|\[\w*=/);
  });
});

describe('a table', () => {
  it('has a caption, heads with a scope, and a region that the keyboard reaches', () => {
    const tables = findAll(page, (node) => classesOf(node).includes('scroll'));
    expect(tables).toHaveLength(blocksOfType(document, 'table').length);
    for (const region of tables) {
      expect(region.attributes).toMatchObject({ tabindex: '0', role: 'group' });
      expect(tags('caption', region).map(textOf).join()).not.toBe('');
      for (const head of tags('th', region)) {
        expect(['col', 'row']).toContain(head.attributes.scope);
        expect(textOf(head).trim()).not.toBe('');
      }
    }
  });

  it('names its rows', () => {
    const [row] = tags('tr').filter((one) => textOf(one).includes('2070101'));
    expect(row && tags('th', row).map((head) => [head.attributes.scope, textOf(head)])).toEqual([['row', '行政运行']]);
  });

  it('is whole again where the printed pages divide a row', () => {
    const cells = (texts: readonly string[]) =>
      texts.map((text, column) => ({ column, style: 'tableText' as const, content: [{ type: 'text' as const, text }] }));
    const divided = [
      { height: 9, piece: 'first' as const, cells: cells(['甲', '一二三，']) },
      { height: 9, piece: 'next' as const, cells: cells(['', '四五六。']) },
    ];
    const [table] = blocksOfType(sampleDocument(), 'table');
    const sections: Document['sections'] = [
      {
        orientation: 'portrait',
        pageNumbers: 1,
        blocks: [{ ...(table as NonNullable<typeof table>), columnWidths: [50, 50], headerRows: 0, rows: divided }],
      },
    ];
    const rows = tags('tr', parseHtml(documentToHtml(sampleDocument({ sections }))));
    expect(rows.map((one) => tags('td', one).map(textOf))).toEqual([['甲', '一二三，四五六。']]);
  });
});

describe('a term of the glossary', () => {
  it('leads to its explanation where it is first used under a heading, and never from the glossary itself', () => {
    const [main] = tags('main');
    const paragraphs = main ? tags('p', main) : [];
    const terms = paragraphs.flatMap((one) => tags('a', one)).filter(({ attributes: { href } }) => href?.startsWith('#g'));
    expect(terms.length).toBeGreaterThan(3);
    for (const term of terms) expect(textOf(byId.get(term.attributes.href?.slice(1)) as HtmlNode)).toContain(`${textOf(term)}：`);
    const explained = [...byId].filter(([id]) => /^g\d/.test(id ?? '')).flatMap(([, node]) => tags('a', node));
    expect(explained.filter(({ attributes: { href } }) => href?.startsWith('#g'))).toEqual([]);
  });
});

describe('texts that have broken files', () => {
  it.each(HOSTILE)('%s stay text', (_, text) => {
    const hostile = documentToHtml(everywhere(text), { downloads: [{ called: text, name: text.replace(/[\ud800-\udfff]/g, '') }] });
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile).not.toMatch(
      /<(?!\/?(?:html|head|meta|title|style|body|a|header|div|p|h[1-4]|ul|ol|li|nav|details|summary|span|label|input|main|table|caption|colgroup|col|thead|tbody|tr|th|td|figure|figcaption|svg|circle|rect|section|b|footer|script)\b|!doctype)[a-z!/]/i,
    );
  });
});
