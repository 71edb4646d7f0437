import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BodyMarkup, OwnBlock, treeMarkup } from '../../../src/writers/docx/body-markup.js';
import { partsOf } from '../../../src/writers/docx/package.js';

const BODY = 'word/document.xml';
const cell = (text: string) => new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] });
/** Trees of the library's own, so that it can write them as well as we. */
const blocks = () => [new Paragraph('甲 & “乙” <丙>'), cell("it's"), new Paragraph('')];
const document = (children = blocks()) => new Document({ sections: [{ children }] });

test('docx: its packer gives the parts that it would zip, but for styles and lists', async () => {
  const zipped = unzipSync(await Packer.toBuffer(document()));
  const parts = partsOf(document());
  expect([...parts.keys()].sort()).toEqual(Object.keys(zipped).sort());
  const empty = [...parts].filter(([, markup]) => String(markup).endsWith('<w:unwritten/>')).map(([name]) => name);
  expect(empty).toEqual(['word/styles.xml', 'word/numbering.xml']);
  for (const [name, markup] of parts)
    if (!empty.includes(name)) expect(atAnyTime(String(markup))).toBe(atAnyTime(strFromU8(zipped[name] as Uint8Array)));
});

const atAnyTime = (markup: string) => markup.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');

test('docx: blocks put in as markup make the body that it writes itself', () => {
  const whole = String(partsOf(document()).get(BODY));
  const body = new BodyMarkup();
  const own = blocks().map((block) => new OwnBlock((context) => [treeMarkup(block.prepForXml(context) ?? {})], body.standIn));
  const filled = String(body.fill(String(partsOf(document(own as never)).get(BODY))));
  // We write an empty element as one tag, and leave an apostrophe as it is.
  const alike = whole.replace(/<([\w:]+)([^>]*)><\/\1>/g, '<$1$2/>').replaceAll('&apos;', "'");
  expect(filled).toBe(alike);
  expect(filled).toContain('<w:tbl>');
});
