import { strToU8, unzipSync, zipSync } from 'fflate';
import { zip } from '../../src/writers/zip.js';

/** Markup of a workbook's parts; a part that is given stands for the usual one. */
export interface Parts {
  readonly sheet?: string;
  readonly cells?: string;
  readonly workbook?: string;
  readonly styles?: string;
  readonly texts?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  readonly without?: readonly string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook with one sheet, as another program might write it. */
export function workbook({ sheet, cells = '', workbook: book, styles, texts, more = {}, without = [] }: Parts = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      book ?? `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="支出 " sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet ?? `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`,
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    ...(texts !== undefined && { 'xl/sharedStrings.xml': texts }),
    ...more,
  };
  for (const name of without) delete parts[name];
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])), {
    level: 1,
  });
}

/** One row with one cell, in B7. */
export const b7 = (attributes: string, content: string): string => `<row r="7"><c r="B7" ${attributes}>${content}</c></row>`;

/** A style sheet whose second look has a format. */
export const withFormat = (code: string): string =>
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

const packed = (sheet: string | Uint8Array): Promise<Uint8Array> =>
  zip(new Map(Object.entries({ ...unzipSync(workbook()), 'xl/worksheets/sheet1.xml': sheet })));

/** Some hundred kilobytes that inflate to more than two hundred megabytes. */
export const bomb = (): Promise<Uint8Array> => packed(Buffer.alloc(220 * 1024 * 1024, ' '));

/** As many rows as Excel has, each with a number. */
export function everyRow(): Promise<Uint8Array> {
  const rows = Array.from({ length: 1_048_576 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('');
  return packed(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`);
}

/** Formatted to the last row, and nothing in them. */
export function emptyRows(): Uint8Array {
  const rows = Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 1}" s="1" customFormat="1"/>`).join('');
  return workbook({ cells: `${rows}<row r="1048576"><c r="A1048576" s="1"/></row>${''}` });
}

export const NAMESPACE = MAIN;
