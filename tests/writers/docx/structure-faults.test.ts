import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { ALLOWED, directFormatting } from './direct-formatting.js';
import { structureFaults } from './structure-faults.js';
import { labelsOf } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

let sound: Uint8Array;
beforeAll(async () => {
  sound = await documentToDocx(sampleDocument(), labelsOf(sampleDocument()));
}, 60_000);

/** The sample with one text of a part replaced, the first time that it stands there. */
function damaged(from: string | RegExp, to: string, name = 'word/document.xml'): Uint8Array {
  const parts = unzipSync(sound);
  const before = strFromU8(parts[name] as Uint8Array);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${from} is not in ${name}`);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

describe('the checks of the structure', () => {
  it.each([
    ['two bookmarks of one name', /(bookmarkStart [^>]*)_Toc202600002/, '$1_Toc202600001', 'bookmark _Toc202600001 twice'],
    ['a name of forty-one characters', 'w:name="_Toc202600001"', `w:name="_${'a'.repeat(40)}"`, `bookmark name _${'a'.repeat(40)}`],
    ['a name that Word refuses', 'w:name="_Toc202600001"', 'w:name="第 一"', 'bookmark name 第 一'],
    ['a link to nowhere', 'w:anchor="_Toc202600001"', 'w:anchor="_Toc9"', 'no bookmark _Toc9'],
    ['a number from nowhere', 'PAGEREF _Toc202600001 ', 'PAGEREF _Toc8 ', 'no bookmark _Toc8'],
    ['a field without an end', 'w:fldCharType="end"', 'w:fldCharType="separate"', 'a field mark separate out of place'],
    ['a dirty field', 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"', 'a dirty field'],
    ['an entry without its number', /(PAGEREF.*?<w:t>)\d+(<\/w:t>)/, '$1$2', 'no number: 第一部分　概况'],
    ['a cell without a paragraph', /(<\/w:tcPr>)<w:p>.*?<\/w:p>(<\/w:tc>)/, '$1$2', 'a cell that does not end with a paragraph'],
    ['a column of another width', /(<w:gridCol w:w=")\d+/, '$19', 'in a table of'],
    ['a cell of another width', /(<w:tcW w:w=")\d+/, '$19', 'a cell 9 wide'],
    ['a cell too many', '<w:tc>', '<w:tc><w:tcPr><w:tcW w:w="0" w:type="dxa"/></w:tcPr><w:p/></w:tc><w:tc>', 'columns'],
    ['a merged cell without a start', '<w:vMerge w:val="restart"/>', '', 'a merged cell without a start'],
    ['a style that is not there', 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Nowhere"', 'no style Nowhere'],
    ['a drawing without a description', /descr="[^"]*"/, 'descr=""', 'a drawing without a description'],
  ])('see %s', (_, from, to, fault) => {
    expect(structureFaults(damaged(from, to)).join('\n')).toContain(fault);
  });

  it('see settings that ask for an update', () => {
    const bytes = damaged('<w:evenAndOddHeaders/>', '<w:updateFields w:val="true"/><w:evenAndOddHeaders/>', 'word/settings.xml');
    expect(structureFaults(bytes)).toEqual(['settings that ask for an update of fields']);
  });

  it('see formatting beside the styles', () => {
    const bytes = damaged('<w:t>', '<w:rPr><w:sz w:val="30"/></w:rPr><w:t>');
    expect([...directFormatting(bytes).keys()].filter((name) => !(name in ALLOWED))).toEqual(['w:rPr/w:sz']);
  });
});
