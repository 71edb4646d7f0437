import type { IXmlableObject } from 'docx';
import type { ChartSlice, PieChart } from '../../document/document.js';
import { sliceColour } from '../../document/slice-colours.js';
import { type ChartGeometry, type LegendSetting, legendLines } from './chart-legend.js';
import { runToDocx } from './inline.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES } from './style-names.js';
import { tableLook } from './table-look.js';
import { twipHeights, twipWidths } from './units.js';
import { on, paragraphXml, val, type XmlChild, xml } from './xml.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function cell(width: number, content: readonly XmlChild[], ...more: readonly XmlChild[]): IXmlableObject {
  return xml('w:tc', undefined, xml('w:tcPr', undefined, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), ...more), ...content);
}

export function exactRow(height: number, ...cells: readonly IXmlableObject[]): IXmlableObject {
  const fixed = xml('w:trHeight', { 'w:val': height, 'w:hRule': 'exact' });
  return xml('w:tr', undefined, xml('w:trPr', undefined, on('w:cantSplit'), fixed), ...cells);
}

/** A table that only arranges: no borders, no header. */
export function frame(
  style: string,
  widths: readonly number[],
  more: { readonly centred?: boolean; readonly description?: string },
  ...rows: readonly IXmlableObject[]
): IXmlableObject {
  const table = [
    val('w:tblStyle', style),
    xml('w:tblW', { 'w:w': sum(widths), 'w:type': 'dxa' }),
    more.centred ? val('w:jc', 'center') : undefined,
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    tableLook(),
    more.description === undefined ? undefined : val('w:tblDescription', more.description),
  ];
  const grid = widths.map((width) => xml('w:gridCol', { 'w:w': width }));
  return xml('w:tbl', undefined, xml('w:tblPr', undefined, ...table), xml('w:tblGrid', undefined, ...grid), ...rows);
}

const text = (style: string, content: string): IXmlableObject =>
  paragraphXml({ properties: properties(style), content: content === '' ? [] : [runToDocx(content)] });

/** The slice's colour, with white over and under it, so that the swatches stand apart. */
function swatch(width: number, colour: string): IXmlableObject {
  const white = { 'w:val': 'single', 'w:sz': 24, 'w:space': 0, 'w:color': 'FFFFFF' };
  const borders = xml('w:tcBorders', undefined, xml('w:top', white), xml('w:bottom', white));
  return cell(width, [text(HELPER_STYLES.legend.id, '')], borders, xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour }));
}

function legendCells(slice: ChartSlice, colour: string, widths: readonly number[]): IXmlableObject[] {
  const { legend, legendFigure } = HELPER_STYLES;
  const [, first = 0, second = 0, third = 0, fourth = 0] = widths;
  return [
    swatch(first, colour),
    cell(second, [text(legend.id, slice.label)]),
    cell(third, [text(legendFigure.id, slice.amount.text)]),
    cell(fourth, [text(legendFigure.id, slice.share.text)]),
  ];
}

/**
 * Pie and legend side by side: the pie's cell goes through all rows, the legend stands between two empty ones.
 * Amounts and shares stand there as text, exactly as published, also in programs that do not draw the chart.
 */
export function pieAndLegend(chart: PieChart, pie: IXmlableObject, geometry: ChartGeometry, setting: LegendSetting): IXmlableObject {
  const widths = twipWidths([geometry.pieWidth, ...setting.columns]);
  const lines = legendLines(chart, setting).map((count) => count * setting.style.linePitch);
  const margin = Math.max(1, (chart.height - geometry.titleHeight - sum(lines)) / 2);
  const heights = twipHeights([margin, ...lines, margin]);
  const pieCell = (merge: string, content: IXmlableObject): IXmlableObject => cell(widths[0] ?? 0, [content], val('w:vMerge', merge));
  const goOn = (): IXmlableObject => pieCell('continue', text(HELPER_STYLES.chart.id, ''));
  const empty = (): IXmlableObject => cell(sum(widths.slice(1)), [text(HELPER_STYLES.legend.id, '')], val('w:gridSpan', 4));
  const rows = chart.slices.map((slice, index) =>
    exactRow(heights[index + 1] ?? 0, goOn(), ...legendCells(slice, sliceColour(index, chart.slices.length), widths)),
  );
  const first = exactRow(heights[0] ?? 0, pieCell('restart', pie), empty());
  return frame(HELPER_STYLES.legendTable.id, widths, {}, first, ...rows, exactRow(heights.at(-1) ?? 0, goOn(), empty()));
}
