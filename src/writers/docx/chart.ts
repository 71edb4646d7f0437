import type { IContext } from 'docx';
import { ChartRun } from 'docx/charts';
import { sliceColour } from '../../document/chart.js';
import type { Chart, ChartSlice, Document } from '../../document/document.js';
import { total } from '../../plain/objects.js';
import { type BlockMarkup, treeMarkup } from './body-markup.js';
import { type ChartGeometry, chartGeometry, type LegendSetting, legendLines, legendSetting } from './chart-legend.js';
import { pixels, twipHeights, twips, twipWidths } from './geometry.js';
import { chartRelationship } from './package.js';
import { properties, runToDocx } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { cleanText, type Markup, off, on, paragraphXml, tableLook, val, type XmlChild, xml } from './xml.js';

/** The number in a printed figure: the workbook holds the figures as published. */
const printedNumber = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));

/** White left between the drawing and the edges of its cell. */
const INSET = 2;

function chartRun(chart: Chart, { pieWidth, titleHeight }: ChartGeometry, id: number): ChartRun {
  const values = chart.slices.map((slice) => printedNumber(slice.amount.text));
  const colors = chart.slices.map((_, index) => sliceColour(index, chart.slices.length));
  const side = Math.min(pieWidth, chart.height - titleHeight) - INSET;
  const labels = chart.slices.map((slice) => cleanText(slice.label));
  return new ChartRun({
    ...drawing(chart.shape, labels, { name: cleanText(chart.title), values, colors }),
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

/** The legend names what is drawn: axes name nothing. Bars are read from the top, and Word counts them from below. */
function drawing(shape: Chart['shape'], categories: readonly string[], series: { name: string; values: number[]; colors: string[] }) {
  if (shape === 'pie') return { type: shape, categories, series: [series] };
  const axes = {
    categoryAxis: { visible: false },
    valueAxis: { visible: false, gridlines: false, minimum: Math.min(0, ...series.values) },
  };
  if (shape === 'column') return { type: shape, categories, series: [series], gapWidth: 67, ...axes };
  const turned = { ...series, values: series.values.toReversed(), colors: series.colors.toReversed() };
  return { type: shape, categories: categories.toReversed(), series: [turned], gapWidth: 67, ...axes };
}

/** Above the pie, over the whole width. Its cell keeps it with the chart, so it need not say so. */
function titleParagraph(chart: Chart): Markup {
  const [style, ...rest] = properties(styleId('chartTitle'));
  return paragraphXml({ properties: [style, off('w:keepNext'), ...rest], content: [runToDocx(chart.title)] });
}

/**
 * A chart of Word's own with its workbook, its title over it and its legend beside it, all in one cell that is never
 * split and exactly as high as the PDF draws them. (With the title kept with a table, or as the table's header,
 * LibreOffice moves text below to the next page that has room on this one.) `id` is its number among the drawings.
 */
export function chartToDocx(chart: Chart, document: Document, id: number): BlockMarkup {
  const geometry = chartGeometry(chart, document);
  const run = chartRun(chart, geometry, id);
  const setting = legendSetting(document);
  const width = twips(chart.width);
  // A cell ends with a paragraph, also after a table in it.
  const end = paragraphXml({ properties: properties(HELPER_STYLES.spacer.id), content: [] });
  return (context: IContext) => {
    const pie = paragraphXml({
      properties: properties(HELPER_STYLES.chart.id),
      content: [withRelationship(treeMarkup(run.prepForXml(context) ?? {}), id)],
    });
    const inner = setting === undefined ? pie : pieAndLegend(chart, pie, geometry, setting);
    const row = exactRow(Math.floor(chart.height * 20), cell(width, [titleParagraph(chart), inner, end], val('w:vAlign', 'top')));
    return [frame(HELPER_STYLES.chartFrame.id, [width], { centred: true, description: cleanText(chart.alternativeText) }, row)];
  };
}

/** The library names a chart's relationship at random: by the chart's number it is the same in every run. */
const withRelationship = (markup: Markup, id: number): Markup =>
  markup.replace(/ r:id="[^"]*"/, ` r:id="${chartRelationship(id)}"`) as Markup;

function cell(width: number, content: readonly XmlChild[], ...more: readonly XmlChild[]): Markup {
  return xml('w:tc', undefined, xml('w:tcPr', undefined, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), ...more), ...content);
}

function exactRow(height: number, ...cells: readonly Markup[]): Markup {
  const fixed = xml('w:trHeight', { 'w:val': height, 'w:hRule': 'exact' });
  return xml('w:tr', undefined, xml('w:trPr', undefined, on('w:cantSplit'), fixed), ...cells);
}

/** A table that only arranges: no borders, no header. */
function frame(
  style: string,
  widths: readonly number[],
  more: { readonly centred?: boolean; readonly description?: string },
  ...rows: readonly Markup[]
): Markup {
  const table = [
    val('w:tblStyle', style),
    xml('w:tblW', { 'w:w': total(widths), 'w:type': 'dxa' }),
    more.centred ? val('w:jc', 'center') : undefined,
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    tableLook(),
    more.description === undefined ? undefined : val('w:tblDescription', more.description),
  ];
  const grid = widths.map((width) => xml('w:gridCol', { 'w:w': width }));
  return xml('w:tbl', undefined, xml('w:tblPr', undefined, ...table), xml('w:tblGrid', undefined, ...grid), ...rows);
}

const text = (style: string, content: string): Markup =>
  paragraphXml({ properties: properties(style), content: content === '' ? [] : [runToDocx(content)] });

/** The slice's colour, with white over and under it, so that the swatches stand apart. */
function swatch(width: number, colour: string): Markup {
  const white = { 'w:val': 'single', 'w:sz': 24, 'w:space': 0, 'w:color': 'FFFFFF' };
  const borders = xml('w:tcBorders', undefined, xml('w:top', white), xml('w:bottom', white));
  return cell(width, [text(HELPER_STYLES.legend.id, '')], borders, xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour }));
}

function legendCells(slice: ChartSlice, colour: string, widths: readonly number[]): Markup[] {
  const { legend, legendFigure } = HELPER_STYLES;
  const [, first = 0, second = 0, third = 0, fourth = 0] = widths;
  return [
    swatch(first, colour),
    cell(second, [text(legend.id, slice.label)]),
    cell(third, [text(legendFigure.id, slice.amount.text)]),
    cell(fourth, [text(legendFigure.id, slice.share?.text ?? '')]),
  ];
}

/**
 * Pie and legend side by side: the pie's cell goes through all rows, the legend stands between two empty ones.
 * Amounts and shares stand there as text, exactly as published, also in programs that do not draw the chart.
 */
function pieAndLegend(chart: Chart, pie: Markup, geometry: ChartGeometry, setting: LegendSetting): Markup {
  const widths = twipWidths([geometry.pieWidth, ...setting.columns]);
  const lines = legendLines(chart, setting).map((count) => count * setting.style.linePitch);
  const margin = Math.max(1, (chart.height - geometry.titleHeight - total(lines)) / 2);
  const heights = twipHeights([margin, ...lines, margin]);
  const pieCell = (merge: string, content: Markup): Markup => cell(widths[0] ?? 0, [content], val('w:vMerge', merge));
  const goOn = (): Markup => pieCell('continue', text(HELPER_STYLES.chart.id, ''));
  const empty = (): Markup => cell(total(widths, 1), [text(HELPER_STYLES.legend.id, '')], val('w:gridSpan', 4));
  const rows = chart.slices.map((slice, index) =>
    exactRow(heights[index + 1] ?? 0, goOn(), ...legendCells(slice, sliceColour(index, chart.slices.length), widths)),
  );
  const first = exactRow(heights[0] ?? 0, pieCell('restart', pie), empty());
  return frame(HELPER_STYLES.legendTable.id, widths, {}, first, ...rows, exactRow(heights.at(-1) ?? 0, goOn(), empty()));
}
