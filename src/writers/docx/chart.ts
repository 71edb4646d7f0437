import type { IContext, IXmlableObject } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Document, PieChart } from '../../document/document.js';
import { type ChartGeometry, chartGeometry, legendSetting, sliceColour } from './chart-legend.js';
import { legendToDocx } from './legend-table.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES } from './style-names.js';
import { tableLook } from './table-look.js';
import { pixels, twips, twipWidths } from './units.js';
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

function cell(width: number, ...paragraphs: readonly IXmlableObject[]): IXmlableObject {
  return xml('w:tc', undefined, xml('w:tcPr', undefined, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' })), ...paragraphs);
}

/**
 * A chart of Word's own with its workbook, and its legend beside it: one row without borders that is never split,
 * exactly as high as the PDF draws them. `id` is its number among the drawings of the document.
 */
export function chartToDocx(chart: PieChart, document: Document, id: number): XmlBlock {
  const geometry = chartGeometry(chart, document);
  const run = chartRun(chart, geometry, id);
  const [left = 0, right = 0] = twipWidths([geometry.pieWidth, geometry.legendWidth]);
  const grid = xml('w:tblGrid', undefined, xml('w:gridCol', { 'w:w': left }), xml('w:gridCol', { 'w:w': right }));
  const height = xml('w:trHeight', { 'w:val': twips(chart.height - geometry.titleHeight), 'w:hRule': 'exact' });
  const setting = legendSetting(document);
  // A cell ends with a paragraph, also after a table in it.
  const end = paragraphXml({ properties: properties(HELPER_STYLES.spacer.id), content: [] });
  const legend = setting === undefined ? [end] : [legendToDocx(chart, setting), end];
  return new XmlBlock((context: IContext) => {
    const drawing = paragraphXml({ properties: properties(HELPER_STYLES.chart.id), content: [run.prepForXml(context)] });
    const row = xml('w:tr', undefined, xml('w:trPr', undefined, on('w:cantSplit'), height), cell(left, drawing), cell(right, ...legend));
    return xml('w:tbl', undefined, frameProperties(chart), grid, row);
  });
}
