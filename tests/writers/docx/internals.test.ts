import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BodyMarkup, OwnBlock, treeMarkup } from '../../../src/writers/docx/body-markup.js';
import { partsOf } from '../../../src/writers/docx/package.js';
import { type Faces, OFFICIAL_FACES } from '../../../src/writers/official-faces.js';

const BODY = 'word/document.xml';
const cell = (text: string) => new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] });
/** Trees of the library's own, so that it can write them as well as we. */
const blocks = () => [new Paragraph('甲 & “乙” <丙>'), cell("it's"), new Paragraph('')];
const FACES = { ...OFFICIAL_FACES };
const document = (children = blocks()) => new Document({ sections: [{ children }] });

/** Written by us in every file, but for the lists, which are taken out of it. */
const UNWRITTEN = ['styles', 'numbering', 'settings'].map((name) => `word/${name}.xml`);
const PROPERTIES = ['core', 'custom', 'app'].map((name) => `docProps/${name}.xml`);

test.each(['first', 'second'])(
  'docx: its packer gives the parts that it would zip of the %s document, but for those that we write',
  async () => {
    const zipped = unzipSync(await Packer.toBuffer(document()));
    const parts = partsOf(document(), FACES);
    expect([...parts.keys()].sort()).toEqual(Object.keys(zipped).sort());
    const empty = [...parts].filter(([, markup]) => String(markup).endsWith('<w:unwritten/>')).map(([name]) => name);
    expect(empty.sort()).toEqual([...UNWRITTEN, ...PROPERTIES].sort());
    for (const [name, markup] of parts) if (!empty.includes(name)) expect(String(markup)).toBe(strFromU8(zipped[name] as Uint8Array));
  },
);

test('docx: a theme is written once for the same faces', () => {
  const named = (latin: string) => new Document({ sections: [], theme: { fonts: { headings: { latin }, body: { latin } } } });
  const [one, other] = [{ ...OFFICIAL_FACES }, { ...OFFICIAL_FACES }];
  const themeOf = (latin: string, faces: Faces) => String(partsOf(named(latin), faces).get('word/theme/theme1.xml'));
  expect(themeOf('Arial', one)).toContain('Arial');
  expect(themeOf('Courier', other)).toContain('Courier');
  expect(themeOf('Courier', one)).toBe(themeOf('Arial', one));
});

test('docx: blocks put in as markup make the body that it writes itself', () => {
  const whole = String(partsOf(document(), FACES).get(BODY));
  const body = new BodyMarkup();
  const own = blocks().map((block) => new OwnBlock((context) => [treeMarkup(block.prepForXml(context) ?? {})], body.standIn));
  const filled = String(body.fill(String(partsOf(document(own as never), FACES).get(BODY))));
  // We write an empty element as one tag, and leave an apostrophe as it is.
  const alike = whole.replace(/<([\w:]+)([^>]*)><\/\1>/g, '<$1$2/>').replaceAll('&apos;', "'");
  expect(filled).toBe(alike);
  expect(filled).toContain('<w:tbl>');
});
