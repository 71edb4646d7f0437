import type { IXmlableObject } from 'docx';
import type { ChartSlice, PieChart } from '../../document/document.js';
import { legendLines, type LegendSetting, sliceColour } from './chart-legend.js';
import { runToDocx } from './inline.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES } from './style-names.js';
import { tableLook } from './table-look.js';
import { twips, twipWidths } from './units.js';
import { on, paragraphXml, val, type XmlChild, xml } from './xml.js';

function cell(width: number, paragraph: IXmlableObject, ...more: readonly XmlChild[]): IXmlableObject {
  return xml('w:tc', undefined, xml('w:tcPr', undefined, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), ...more), paragraph);
}

const text = (style: string, content: string): IXmlableObject => paragraphXml({ properties: properties(style), content: [runToDocx(content)] });

/** The slice's colour, with white over and under it, so that the swatches stand apart. */
function swatch(width: number, colour: string): IXmlableObject {
  const white = { 'w:val': 'single', 'w:sz': 24, 'w:space': 0, 'w:color': 'FFFFFF' };
  const borders = xml('w:tcBorders', undefined, xml('w:top', white), xml('w:bottom', white));
  const shade = xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour });
  return cell(width, paragraphXml({ properties: properties(HELPER_STYLES.legend.id), content: [] }), borders, shade);
}

function row(slice: ChartSlice, colour: string, height: number, widths: readonly number[]): IXmlableObject {
  const { legend, legendFigure } = HELPER_STYLES;
  const [first = 0, second = 0, third = 0, fourth = 0] = widths;
  const fixed = xml('w:trHeight', { 'w:val': twips(height), 'w:hRule': 'exact' });
  const texts = [cell(second, text(legend.id, slice.label)), cell(third, text(legendFigure.id, slice.amount.text)), cell(fourth, text(legendFigure.id, slice.share.text))];
  return xml('w:tr', undefined, xml('w:trPr', undefined, on('w:cantSplit'), fixed), swatch(first, colour), ...texts);
}

/**
 * The legend as a small table beside the chart: amounts and shares stand there as text, exactly as published, in
 * every program, also in those that do not draw the chart.
 */
export function legendToDocx(chart: PieChart, setting: LegendSetting): IXmlableObject {
  const widths = twipWidths(setting.columns);
  const lines = legendLines(chart, setting);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const table = [
    val('w:tblStyle', HELPER_STYLES.legendTable.id),
    xml('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    tableLook(),
  ];
  const rows = chart.slices.map((slice, index) =>
    row(slice, sliceColour(index, chart.slices.length), (lines[index] ?? 1) * setting.style.linePitch, widths),
  );
  return xml('w:tbl', undefined, xml('w:tblPr', undefined, ...table), xml('w:tblGrid', undefined, ...widths.map((width) => xml('w:gridCol', { 'w:w': width }))), ...rows);
}
