import { zip } from '../zip.js';
import { printTitles, safeText, sheetXml } from './sheet-xml.js';
import { StyleTable } from './styles.js';
import type { Sheet, Workbook } from './workbook.js';

/**
 * The file of a workbook, the same in every run. Written as markup: for what we need of SpreadsheetML a library takes fifty
 * milliseconds of every cold build, and this takes five.
 */
export async function workbookToXlsx(workbook: Workbook): Promise<Uint8Array> {
  const styles = new StyleTable();
  const first = workbook.sheets.findIndex(({ isHidden = false }) => !isHidden);
  const sheets = workbook.sheets.map(
    (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, part(sheetXml(sheet, styles, index === first))] as const,
  );
  return zip(
    new Map([
      ['[Content_Types].xml', part(contentTypes(sheets.map(([name]) => name)))],
      ['_rels/.rels', part(PACKAGE_RELATIONSHIPS)],
      ['docProps/core.xml', part(coreXml(workbook))],
      ['xl/workbook.xml', part(workbookXml(workbook.sheets))],
      ['xl/_rels/workbook.xml.rels', part(workbookRelationships(sheets.length))],
      ['xl/styles.xml', part(styles.toXml())],
      ...sheets,
    ]),
  );
}

/** Bytes at once: the pieces of hundreds of sheets would be carried about until the last one is written. */
const part = (xml: string): Uint8Array => Buffer.from(`${XML}${xml}`);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const PACKAGE_RELATIONSHIPS = relationships([
  [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

function contentTypes(sheets: readonly string[]): string {
  const overrides = [
    ['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
    ['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...sheets.map((name) => [`/${name}`, `${SPREADSHEET}.worksheet+xml`]),
  ];
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const workbookRelationships = (sheets: number): string =>
  relationships([
    ...Array.from({ length: sheets }, (_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
  ]);

function workbookXml(sheets: readonly Sheet[]): string {
  const each = sheets.map(({ name, isHidden = false }, index) => {
    const hidden = isHidden ? ' state="hidden"' : '';
    return `<sheet name="${safeText(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const names = sheets.flatMap((sheet, index) => {
    const titles = printTitles(sheet);
    return titles === undefined ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${safeText(titles)}</definedName>`];
  });
  return [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets>${each.join('')}</sheets>`,
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
    // Formulas are written without values: who opens the file counts them.
    '<calcPr calcId="0" fullCalcOnLoad="1"/>',
    '</workbook>',
  ].join('');
}

function coreXml({ title, author, date }: Workbook): string {
  const at = `${date}T00:00:00Z`;
  return [
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${safeText(title)}</dc:title><dc:creator>${safeText(author)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
