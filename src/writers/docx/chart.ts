import type { IContext, IXmlableObject } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Document, PieChart } from '../../document/document.js';
import { type ChartGeometry, chartGeometry, legendSetting, sliceColour } from './chart-legend.js';
import { runToDocx } from './inline.js';
import { legendToDocx } from './legend-table.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { tableLook } from './table-look.js';
import { pixels, twipHeights, twips, twipWidths } from './units.js';
import { cleanText, on, paragraphXml, val, XmlBlock, xml } from './xml.js';

/** The number in a printed figure: the workbook holds the figures as published. */
const printedNumber = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));

/** White left between the drawing and the edges of its cell. */
const INSET = 2;

function chartRun(chart: PieChart, { pieWidth, titleHeight }: ChartGeometry, id: number): ChartRun {
  const values = chart.slices.map((slice) => printedNumber(slice.amount.text));
  const colors = chart.slices.map((_, index) => sliceColour(index, chart.slices.length));
  const side = Math.min(pieWidth, chart.height - titleHeight) - INSET;
  return new ChartRun({
    type: 'pie',
    categories: chart.slices.map((slice) => cleanText(slice.label)),
    series: [{ name: cleanText(chart.title), values, colors }],
    legend: false,
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width: pixels(side), height: pixels(side) },
    altText: { id: String(id), name: `${HELPER_STYLES.chart.name}${id}`, title: cleanText(chart.title), description: cleanText(chart.alternativeText) },
  });
}

function frameProperties(chart: PieChart): IXmlableObject {
  return xml(
    'w:tblPr',
    undefined,
    val('w:tblStyle', HELPER_STYLES.chartFrame.id),
    xml('w:tblW', { 'w:w': twips(chart.width), 'w:type': 'dxa' }),
    val('w:jc', 'center'),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    tableLook(),
    val('w:tblDescription', cleanText(chart.alternativeText)),
  );
}

function cell(width: number, span: number, ...paragraphs: readonly IXmlableObject[]): IXmlableObject {
  const properties = xml('w:tcPr', undefined, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), span > 1 ? val('w:gridSpan', span) : undefined);
  return xml('w:tc', undefined, properties, ...paragraphs);
}

function row(height: number, header: boolean, ...cells: readonly IXmlableObject[]): IXmlableObject {
  const fixed = xml('w:trHeight', { 'w:val': height, 'w:hRule': 'exact' });
  return xml('w:tr', undefined, xml('w:trPr', undefined, on('w:cantSplit'), fixed, header ? on('w:tblHeader') : undefined), ...cells);
}

/** As the table's header, the title is never left behind on the page before. */
function titleRow(chart: PieChart, height: number): IXmlableObject {
  const content = [runToDocx(chart.title)];
  const title = paragraphXml({ properties: properties(styleId('chartTitle'), { keepWithNext: true }), content });
  return row(height, true, cell(twips(chart.width), 2, title));
}

/**
 * A chart of Word's own with its workbook, its title over it and its legend beside it: a table without borders,
 * exactly as high as the PDF draws them. (With the title as a paragraph kept with the table, LibreOffice moves text
 * below to the next page that has room on this one.) `id` is its number among the drawings of the document.
 */
export function chartToDocx(chart: PieChart, document: Document, id: number): XmlBlock {
  const geometry = chartGeometry(chart, document);
  const run = chartRun(chart, geometry, id);
  const [left = 0, right = 0] = twipWidths([geometry.pieWidth, geometry.legendWidth]);
  const [titleHeight = 0, height = 0] = twipHeights([geometry.titleHeight, chart.height - geometry.titleHeight]);
  const grid = xml('w:tblGrid', undefined, xml('w:gridCol', { 'w:w': left }), xml('w:gridCol', { 'w:w': right }));
  const setting = legendSetting(document);
  // A cell ends with a paragraph, also after a table in it.
  const end = paragraphXml({ properties: properties(HELPER_STYLES.spacer.id), content: [] });
  const legend = setting === undefined ? [end] : [legendToDocx(chart, setting), end];
  return new XmlBlock((context: IContext) => {
    const drawing = paragraphXml({ properties: properties(HELPER_STYLES.chart.id), content: [run.prepForXml(context)] });
    const rows = [titleRow(chart, titleHeight), row(height, false, cell(left, 1, drawing), cell(right, 1, ...legend))];
    return xml('w:tbl', undefined, frameProperties(chart), grid, ...rows);
  });
}
