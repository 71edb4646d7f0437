import type { IContext, IXmlableObject } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Document, PieChart } from '../../document/document.js';
import { sliceColour } from '../../document/slice-colours.js';
import { cell, exactRow, frame, pieAndLegend } from './chart-frame.js';
import { type ChartGeometry, chartGeometry, legendSetting } from './chart-legend.js';
import { runToDocx } from './inline.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { pixels, twips } from './units.js';
import { cleanText, off, paragraphXml, val, XmlBlock } from './xml.js';

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
    altText: {
      id: String(id),
      name: `${HELPER_STYLES.chart.name}${id}`,
      title: cleanText(chart.title),
      description: cleanText(chart.alternativeText),
    },
  });
}

/** Above the pie, over the whole width. Its cell keeps it with the chart, so it need not say so. */
function titleParagraph(chart: PieChart): IXmlableObject {
  const [style, ...rest] = properties(styleId('chartTitle'));
  return paragraphXml({ properties: [style, off('w:keepNext'), ...rest], content: [runToDocx(chart.title)] });
}

/**
 * A chart of Word's own with its workbook, its title over it and its legend beside it, all in one cell that is never
 * split and exactly as high as the PDF draws them. (With the title kept with a table, or as the table's header,
 * LibreOffice moves text below to the next page that has room on this one.) `id` is its number among the drawings.
 */
export function chartToDocx(chart: PieChart, document: Document, id: number): XmlBlock {
  const geometry = chartGeometry(chart, document);
  const run = chartRun(chart, geometry, id);
  const setting = legendSetting(document);
  const width = twips(chart.width);
  // A cell ends with a paragraph, also after a table in it.
  const end = paragraphXml({ properties: properties(HELPER_STYLES.spacer.id), content: [] });
  return new XmlBlock((context: IContext) => {
    const pie = paragraphXml({ properties: properties(HELPER_STYLES.chart.id), content: [run.prepForXml(context)] });
    const inner = setting === undefined ? pie : pieAndLegend(chart, pie, geometry, setting);
    const row = exactRow(Math.floor(chart.height * 20), cell(width, [titleParagraph(chart), inner, end], val('w:vAlign', 'top')));
    return frame(HELPER_STYLES.chartFrame.id, [width], { centred: true, description: cleanText(chart.alternativeText) }, row);
  });
}
