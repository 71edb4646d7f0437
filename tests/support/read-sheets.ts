import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

interface RawCell {
  readonly '@r': string;
  readonly '@s': string;
  readonly v?: string;
  readonly f?: string;
  readonly is?: { readonly t: string | { readonly '#text'?: string } };
}

/** A cell as a spreadsheet shows it. */
export interface ShownCell {
  readonly name: string;
  readonly shown: string;
  readonly isNumber: boolean;
  readonly formula?: string;
}

export interface ShownSheet {
  readonly name: string;
  readonly cells: readonly ShownCell[];
  readonly merges: readonly string[];
  readonly xml: string;
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, trimValues: false });

/** What our own workbooks show, read without our reader: numbers in the formats that the file gives them. */
export function readSheets(bytes: Uint8Array): ShownSheet[] {
  const parts = unzipSync(bytes);
  const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const styles = parser.parse(xml('xl/styles.xml')).styleSheet;
  const formats = new Map(list(styles.numFmts?.numFmt).map((one: Record<string, string>) => [one['@numFmtId'], one['@formatCode']]));
  const looks = list(styles.cellXfs.xf).map((one: Record<string, string>) => formats.get(one['@numFmtId'] ?? '') ?? '');
  const sheets = list(parser.parse(xml('xl/workbook.xml')).workbook.sheets.sheet) as readonly Record<string, string>[];
  return sheets.map((sheet, index) => {
    const text = xml(`xl/worksheets/sheet${index + 1}.xml`);
    const { worksheet } = parser.parse(text);
    const rows = list(worksheet.sheetData.row) as readonly { c?: RawCell | readonly RawCell[] }[];
    const cells = rows.flatMap((row) => list(row.c).map((cell) => shownCell(cell, looks)));
    const merges = list(worksheet.mergeCells?.mergeCell).map((one) => (one as Record<string, string>)['@ref'] ?? '');
    return { name: sheet['@name'] ?? '', cells, merges, xml: text };
  });
}

function shownCell(cell: RawCell, looks: readonly string[]): ShownCell {
  const { '@r': name, '@s': look, v, f, is } = cell;
  const text = typeof is?.t === 'object' ? (is.t['#text'] ?? '') : (is?.t ?? '');
  const shown = v === undefined ? text : inFormat(v, looks[Number(look)] ?? '');
  return { name, shown, isNumber: v !== undefined, ...(f !== undefined && { formula: f }) };
}

/** What Excel shows of a number in one of our formats. */
function inFormat(value: string, format: string): string {
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const number = format.endsWith('%') ? Number(value) * 100 : Number(value);
  const text = number.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: format.includes(','),
  });
  return format.endsWith('%') ? `${text}%` : text;
}
