import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.js';
import { b7, bomb, emptyRows, everyRow, NAMESPACE, withFormat, workbook } from './hostile-workbooks.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const whole = workbook({ cells: b7('', '<v>1</v>') });
const damaged = (at: number): Uint8Array => whole.map((byte, index) => (index === at ? byte ^ 0xff : byte));

/** What cannot be read, and a word of what is said. */
const REFUSED: readonly (readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>, said: RegExp])[] = [
  ['an empty file', () => new Uint8Array(), /空的/],
  ['a text', () => text('科目,金额\n2010301,1'), /不是 Excel 文件/],
  ['a page named .xls', () => text('<html><body><table><tr><td>1</td></tr></table></body></html>'), /网页/],
  [
    'a table of Excel 2003',
    () => text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    /Excel 2003/,
  ],
  ['the first half of a zip', () => whole.slice(0, whole.length / 2), /不完整|损坏/],
  ['a zip without its directory', () => whole.slice(0, -30), /不完整|损坏/],
  ['a directory that points outside', () => damaged(whole.length - 6), /不完整|损坏/],
  ['another kind of document', () => workbook({ without: ['xl/workbook.xml'] }), /不是 Excel 工作簿/],
  ['a workbook without its relations', () => workbook({ without: ['xl/_rels/workbook.xml.rels'] }), /不完整|损坏/],
  ['markup that ends in the middle', () => workbook({ sheet: `<worksheet xmlns="${NAMESPACE}"><sheetData><row` }), /损坏/],
  ['markup that is none', () => workbook({ sheet: '1 < 2 & 3' }), /损坏/],
  [
    'entities that grow',
    () => workbook({ sheet: `<!DOCTYPE a [<!ENTITY b "aaaa"><!ENTITY c "&b;&b;&b;">]><worksheet xmlns="${NAMESPACE}">&c;</worksheet>` }),
    /损坏/,
  ],
  [
    'an outside entity',
    () => workbook({ sheet: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>' }),
    /损坏/,
  ],
  ['a bomb', bomb, /太大/],
  ['a number in each of 1,048,576 rows', everyRow, /太大/],
  ['an old file that is damaged', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'), /旧式的 .xls/],
];

/** What is read although it looks dangerous: the cell B7. */
const READ: readonly (readonly [name: string, bytes: () => Uint8Array, kind: string | undefined, text?: string])[] = [
  ['a number as it is written', () => workbook({ cells: b7('', '<v>12345678901234.5</v>') }), 'number', '12345678901234.5'],
  ['the sum of tenths', () => workbook({ cells: b7('', '<v>0.30000000000000004</v>') }), 'number', '0.3'],
  ['a power of ten', () => workbook({ cells: b7('', '<v>1.2E7</v>') }), 'number', '12000000'],
  ['a number as text', () => workbook({ cells: b7('t="inlineStr"', '<is><t>1,262.80 </t></is>') }), 'text', '1,262.80 '],
  [
    'a shared text with a reading',
    () =>
      workbook({ cells: b7('t="s"', '<v>0</v>'), texts: '<sst><si><r><t>办公</t></r><r><t>费</t></r><rPh><t>かな</t></rPh></si></sst>' }),
    'text',
    '办公费',
  ],
  ['a shared text that is not there', () => workbook({ cells: b7('t="s"', '<v>99999999</v>'), texts: '<sst/>' }), undefined],
  ['a date', () => workbook({ cells: b7('s="2"', '<v>46062</v>'), styles: withFormat('0') }), 'date', '2026-02-09'],
  [
    'a date of 1904',
    () => workbook({ cells: b7('s="2"', '<v>44600</v>'), styles: withFormat('0'), workbook: workbook1904() }),
    'date',
    '2026-02-09',
  ],
  [
    'a date in Chinese',
    () => workbook({ cells: b7('s="1"', '<v>46062</v>'), styles: withFormat('yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;') }),
    'date',
    '2026-02-09',
  ],
  [
    'a number with red brackets',
    () => workbook({ cells: b7('s="1"', '<v>5</v>'), styles: withFormat('#,##0.00_);[Red]\\(#,##0.00\\)') }),
    'number',
    '5',
  ],
  ['a formula that was counted', () => workbook({ cells: b7('', '<f>SUM(A1:A2)</f><v>3</v>') }), 'number', '3'],
  ['a formula that was not', () => workbook({ cells: b7('', '<f>SUM(A1:A2)</f>') }), 'uncounted', '=SUM(A1:A2)'],
  [
    'a link to another file',
    () => workbook({ cells: b7('', '<f>[1]Sheet1!A1</f><v>7</v>'), more: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' } }),
    'number',
    '7',
  ],
  ['an error', () => workbook({ cells: b7('t="e"', '<v>#REF!</v>') }), 'error', '#REF!'],
  ['macros', () => workbook({ cells: b7('', '<v>7</v>'), more: { 'xl/vbaProject.bin': new Uint8Array(1000) } }), 'number', '7'],
  ['a truth', () => workbook({ cells: b7('t="b"', '<v>1</v>') }), 'boolean', 'TRUE'],
  ['a number that is none', () => workbook({ cells: b7('', '<v>NaN</v>') }), 'error', 'NaN'],
  ['rows without numbers', () => workbook({ cells: `${'<row/>'.repeat(6)}<row><c/><c><v>7</v></c></row>` }), 'number', '7'],
  ['a hidden row', () => workbook({ cells: '<row r="7" hidden="1"><c r="B7"><v>7</v></c></row>' }), 'number', '7'],
  ['formats down to the last row', emptyRows, undefined],
  [
    'a prefix on every element',
    () =>
      workbook({
        sheet: `<x:worksheet xmlns:x="${NAMESPACE}"><x:sheetData><x:row r="7"><x:c r="B7"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
    'number',
    '7',
  ],
  ['a part that leads out of the package', () => workbook({ cells: b7('', '<v>7</v>'), more: { '../../evil.txt': 'x' } }), 'number', '7'],
  ['a blank that is a text', () => workbook({ cells: b7('t="inlineStr"', '<is><t>  </t></is>') }), undefined],
  ['a character that markup cannot hold', () => workbook({ cells: b7('t="inlineStr"', '<is><t>甲_x000D_乙</t></is>') }), 'text', '甲\n乙'],
];

function workbook1904(): string {
  return `<workbook xmlns="${NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="支出" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

describe('is refused with a sentence, within two seconds', () => {
  test.each(REFUSED)('%s', async (_, make, said) => {
    const bytes = await make();
    const start = process.cpuUsage();
    const read = await readWorkbook(bytes);
    const { user, system } = process.cpuUsage(start);
    expect('refused' in read && read.refused).toMatch(said);
    expect('refused' in read && read.hint).toMatch(/。$/);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});

test.each(READ.map(([name, make, kind, shown]) => ({ name, make, kind, shown })))('reads $name', async ({ make, kind, shown }) => {
  const read = await readWorkbook(make());
  if ('refused' in read) throw new Error(read.refused);
  const [sheet] = read.sheets;
  expect(sheet?.name).toBe('支出');
  const cell = sheet?.rows.get(6)?.get(1);
  expect(cell?.kind).toBe(kind);
  expect(cell?.text).toBe(shown);
});

/** A number, the format of its cell, and what is seen: nothing where that is the number itself. */
const SHOWN: readonly (readonly [number: string, format: string, shown: string | undefined])[] = [
  ['0.95', '0%', '95%'],
  ['0.955', '0.00%', '95.5%'],
  ['1', '0%', '100%'],
  ['60', '0.00&quot;万元&quot;', '60万元'],
  ['5', '0\\个', '5个'],
  ['12', 'General&quot;场&quot;', '12场'],
  ['3', '&quot;≥&quot;0', '≥3'],
  ['5', '#,##0.00_);[Red]\\(#,##0.00\\)', undefined],
  ['5', '&quot;¥&quot;#,##0.00', undefined],
  ['5', '_ [$¥-804]* #,##0.00_ ', undefined],
  ['600000', '0!.0,&quot;万元&quot;', undefined],
  ['1200', '0.00E+00', undefined],
];

test.each(SHOWN)('%s with the format %s shows %s', async (number, format, shown) => {
  const read = await readWorkbook(workbook({ cells: b7('s="1"', `<v>${number}</v>`), styles: withFormat(format) }));
  if ('refused' in read) throw new Error(read.refused);
  expect(read.sheets[0]?.rows.get(6)?.get(1)).toMatchObject({ kind: 'number', text: number, ...(shown !== undefined && { shown }) });
  expect(read.sheets[0]?.rows.get(6)?.get(1)?.shown).toBe(shown);
});
