import type { Document, TableTitle } from '../../document/document.js';
import type { StyleName } from '../../document/layout.js';
import { atSize, type Sheet } from '../../document/sheet.js';
import { blocksOfType } from '../../document/walk.js';
import { LEGEND_GAP, type LegendSetting, legendSetting } from './chart-legend.js';
import { eighths, halfPoints, rightTab, textWidthOf, twips } from './geometry.js';
import { HELPER_STYLES, styleId, WORD_STYLES } from './style-names.js';
import { type Markup, on, val, type XmlChild, xml } from './xml.js';

/** A style by its id and the name that Word shows. */
export interface Helper {
  readonly id: string;
  readonly name: string;
}

/** Height of a paragraph that only has to be there: a tenth of a point. */
const SPACER_LINE = 2;

function paragraphStyle({ id, name }: Helper, base: string, properties: readonly XmlChild[], run: readonly XmlChild[] = []): Markup {
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': name === 'header' ? undefined : 1 },
    val('w:name', name),
    val('w:basedOn', base),
    val('w:uiPriority', 90),
    xml('w:pPr', undefined, ...properties),
    run.length > 0 ? xml('w:rPr', undefined, ...run) : undefined,
  );
}

/** The cover's first line, with the empty space over it. */
function coverFirst(document: Document): Markup[] {
  const cover = blocksOfType(document, 'cover')[0];
  const first = cover?.type === 'cover' ? cover.lines[0] : undefined;
  if (cover?.type !== 'cover' || first === undefined) return [];
  const before = twips(cover.offset + document.layout.styles[first.style].spaceBefore);
  return [paragraphStyle(HELPER_STYLES.coverFirst, styleId(first.style), [xml('w:spacing', { 'w:before': before })])];
}

function borders(document: Document): Markup {
  const border = { 'w:val': 'single', 'w:sz': eighths(document.layout.table.border), 'w:space': 0, 'w:color': '000000' };
  return xml(
    'w:tblBorders',
    undefined,
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => xml(`w:${side}`, border)),
  );
}

export function headerShade(document: Document): XmlChild {
  const { headerFill } = document.layout.table;
  return headerFill === undefined ? undefined : xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': headerFill });
}

const characterStyle = (id: string, name: string, builtIn: boolean, ...run: readonly XmlChild[]): Markup =>
  xml(
    'w:style',
    { 'w:type': 'character', 'w:default': run.length === 0 ? 1 : undefined, 'w:customStyle': builtIn ? undefined : 1, 'w:styleId': id },
    val('w:name', name),
    val('w:uiPriority', 99),
    run.length === 0 ? on('w:semiHidden') : undefined,
    run.length > 0 ? xml('w:rPr', undefined, ...run) : undefined,
  );

/** The texts of the legend: as table cells, in a size in which all of them find room. */
function legendStyles({ style }: LegendSetting): Markup[] {
  const { legend, legendFigure } = HELPER_STYLES;
  const line = xml('w:spacing', { 'w:line': twips(style.linePitch), 'w:lineRule': 'exact' });
  const size = [val('w:sz', halfPoints(style.size)), val('w:szCs', halfPoints(style.size))];
  return [
    paragraphStyle(legend, styleId('tableText'), [line, val('w:jc', 'left')], size),
    paragraphStyle(legendFigure, legend.id, [val('w:jc', 'right')]),
  ];
}

/** Widths of padding at the four sides of a cell, in the order of the schema. */
function cellMargins(side: number): Markup {
  const sides = Object.entries({ top: 0, left: side, bottom: 0, right: side });
  return xml('w:tblCellMar', undefined, ...sides.map(([name, width]) => xml(`w:${name}`, { 'w:w': width, 'w:type': 'dxa' })));
}

function tableStyle({ id, name }: Helper, table: readonly XmlChild[], ...more: readonly XmlChild[]): Markup {
  return xml(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    val('w:name', name),
    val('w:basedOn', 'TableNormal'),
    val('w:uiPriority', 80),
    table.length > 0 ? xml('w:tblPr', undefined, ...table) : undefined,
    xml('w:tcPr', undefined, val('w:vAlign', 'center')),
    ...more,
  );
}

/** What Word wants to be there as the style of tables that name none. */
const TABLE_NORMAL = xml(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  val('w:name', 'Normal Table'),
  val('w:uiPriority', 99),
  on('w:semiHidden'),
  on('w:unhideWhenUsed'),
  xml('w:tblPr', undefined, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0)),
);

function tableStyles(document: Document): Markup[] {
  const { table, form, chartFrame, legendTable } = HELPER_STYLES;
  const shade = headerShade(document);
  const header = shade ? xml('w:tblStylePr', { 'w:type': 'firstRow' }, xml('w:tcPr', undefined, shade)) : undefined;
  return [
    TABLE_NORMAL,
    tableStyle(table, [borders(document), cellMargins(twips(document.layout.table.cellPadding))], header),
    tableStyle(form, [borders(document), cellMargins(twips(document.layout.table.formPadding))], header),
    tableStyle(chartFrame, []),
    tableStyle(legendTable, [cellMargins(twips(LEGEND_GAP / 2))]),
  ];
}

/** Styles that only the Word file needs: tables, the the paragraph around a chart. */
export function helperStyles(document: Document): Markup[] {
  const { chart, spacer, listedTitle, listItem, landscapeInfo, header, tocMark } = HELPER_STYLES;
  const legend = legendSetting(document);
  const exact = (line: number): Markup => xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': line, 'w:lineRule': 'exact' });
  const tiny = [val('w:sz', halfPoints(1)), val('w:szCs', halfPoints(1))];
  return [
    ...coverFirst(document),
    // An exact line would clip the drawing; type of one point keeps the line as high as the chart.
    paragraphStyle(chart, 'Normal', [xml('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' }), val('w:jc', 'center')], tiny),
    ...(legend ? legendStyles(legend) : []),
    paragraphStyle(spacer, 'Normal', [exact(SPACER_LINE)], tiny),
    // A title of a form looks the same, but is no entry of the navigation pane.
    paragraphStyle(listedTitle, styleId('tableTitle'), [val('w:outlineLvl', 1)]),
    // The same as running text, until an office wants its items otherwise.
    paragraphStyle(listItem, styleId('body'), []),
    paragraphStyle(landscapeInfo, styleId('tableInfo'), [landscapeTabs(document)]),
    paragraphStyle(header, 'Normal', [exact(SPACER_LINE)], tiny),
    characterStyle('DefaultParagraphFont', 'Default Paragraph Font', true),
    characterStyle(tocMark.id, tocMark.name, false, on('w:vanish')),
    ...tableStyles(document),
  ];
}

/** Takes the portrait stop away and sets that of the wider page. */
function landscapeTabs(document: Document): Markup {
  const clear = xml('w:tab', { 'w:val': 'clear', 'w:pos': twips(textWidthOf(document, { orientation: 'portrait' })) });
  return rightTab(textWidthOf(document, { orientation: 'landscape' }), 'none', clear);
}

/** A style of cells at the size that one table has for itself. */
export const sizedStyle = (name: StyleName, size: number): Helper => ({
  id: `${styleId(name)}Size${twips(size)}`,
  name: `${WORD_STYLES[name].name}（${size}磅）`,
});

/** The style of the line under a table's title: where its stops stand depends on the sheet, and on whether a text is in its middle. */
export function infoStyle({ middle }: TableTitle, { orientation, paper }: Sheet): Helper {
  const plain: Helper =
    orientation === 'landscape' ? HELPER_STYLES.landscapeInfo : { id: styleId('tableInfo'), name: WORD_STYLES.tableInfo.name };
  if (middle === undefined && paper === undefined) return plain;
  const [id, name] = middle === undefined ? ['', ''] : ['Middle', '，中间有字'];
  return {
    id: `${plain.id}${paper ?? ''}${id}`,
    name: `${plain.name}（${paper ?? ''}${orientation === 'landscape' ? '横' : '纵'}页${name}）`,
  };
}

/** What single tables of the document ask for beyond the styles of all of them. */
export const singleTableStyles = (document: Document): Markup[] =>
  once([...document.sections.flatMap((section) => section.blocks.flatMap((block) => ownStyles(block, section, document)))]);

type Made = readonly [id: string, style: Markup];
const once = (made: readonly Made[]): Markup[] => [...new Map(made).values()];

function ownStyles(block: Document['sections'][number]['blocks'][number], sheet: Sheet, document: Document): Made[] {
  if (block.type === 'tableTitle') {
    const { id, name } = infoStyle(block, sheet);
    const isKnown = id === styleId('tableInfo') || id === HELPER_STYLES.landscapeInfo.id;
    return isKnown ? [] : [[id, paragraphStyle({ id, name }, styleId('tableInfo'), [infoStops(block, sheet, document)])]];
  }
  if (block.type !== 'table' || block.textSize === undefined) return [];
  const { textSize: size, rows } = block;
  const names = [...new Set(rows.flatMap(({ cells }) => cells.map(({ style }) => style)))];
  return names.map((style) => [sizedStyle(style, size).id, sizedXml(style, size, document)]);
}

function sizedXml(name: StyleName, size: number, { layout }: Document): Markup {
  const { linePitch } = atSize(layout.styles[name], size);
  const line = xml('w:spacing', { 'w:line': twips(linePitch), 'w:lineRule': 'exact' });
  return paragraphStyle(sizedStyle(name, size), styleId(name), [line], [val('w:sz', halfPoints(size)), val('w:szCs', halfPoints(size))]);
}

/** Takes the stop of the document's own upright pages away and sets those of this sheet. */
function infoStops({ middle }: TableTitle, sheet: Sheet, document: Document): Markup {
  const [width, usual] = [textWidthOf(document, sheet), textWidthOf(document, { orientation: 'portrait' })];
  const stop = (kind: string, points: number) => xml('w:tab', { 'w:val': kind, 'w:pos': twips(points) });
  const clear = width === usual ? [] : [stop('clear', usual)];
  return rightTab(width, 'none', ...clear, ...(middle === undefined ? [] : [stop('center', width / 2)]));
}
