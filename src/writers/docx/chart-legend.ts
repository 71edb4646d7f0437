import type { Chart, ChartSlice, Document } from '../../document/document.js';
import type { TextStyle } from '../../document/layout.js';
import { blocksOfType } from '../../document/walk.js';
import { total } from '../../plain/objects.js';
import { breakLines } from '../../typesetting/break-lines.js';
import { textWidth } from '../../typesetting/text-width.js';

/** White beside the pie. */
const PIE_GAP = 14;

/** White between two columns of the legend. */
export const LEGEND_GAP = 8;
const LEAST_SIZE = 5;

/** How a chart shares its width: the pie on the left, the legend on the right. Points. */
export interface ChartGeometry {
  readonly titleHeight: number;
  readonly pieWidth: number;
  readonly legendWidth: number;
}

export function chartGeometry(chart: Chart, { layout }: Document): ChartGeometry {
  const style = layout.styles.chartTitle;
  const setting = { width: chart.width, size: style.size, characterSpacing: style.characterSpacing, firstLineIndent: 0 };
  const titleHeight = breakLines(chart.title, setting).length * style.linePitch + style.spaceBefore + style.spaceAfter;
  const pieWidth = Math.min(chart.height - titleHeight, chart.width * 0.42) + PIE_GAP;
  return { titleHeight, pieWidth, legendWidth: chart.width - pieWidth };
}

/** The legend's type and columns, the same for all charts of a document, so that a style can say it. Points. */
export interface LegendSetting {
  readonly style: TextStyle;
  /** Swatch, label, amount, share; with the padding of their cells. */
  readonly columns: readonly [number, number, number, number];
}

const SWATCH = 9;

function settingIn(charts: readonly Chart[], document: Document, style: TextStyle): LegendSetting {
  const slices = charts.flatMap((chart) => chart.slices);
  const widest = (text: (slice: ChartSlice) => string): number => Math.max(0, ...slices.map((slice) => textWidth(text(slice), style.size)));
  const room = Math.min(...charts.map((chart) => chartGeometry(chart, document).legendWidth));
  // Something to spare: other programs measure in other faces, and some set space between digits and 汉字.
  const column = (text: (slice: ChartSlice) => string, spare: number): number => widest(text) + LEGEND_GAP + spare * style.size;
  const amount = column((slice) => slice.amount.text, 0.3);
  const share = column((slice) => slice.share?.text ?? '', 0.15);
  const label = Math.min(
    column((slice) => slice.label, 0.1),
    room - SWATCH - amount - share,
  );
  return { style, columns: [SWATCH, label, amount, share] };
}

/** How many lines each label takes in its column. */
export function legendLines(chart: Chart, { style, columns }: LegendSetting): number[] {
  const setting = { width: columns[1] - LEGEND_GAP, size: style.size, characterSpacing: 0, firstLineIndent: 0 };
  return chart.slices.map((slice) => breakLines(slice.label, setting).length);
}

function fits(charts: readonly Chart[], document: Document, setting: LegendSetting): boolean {
  const { style, columns } = setting;
  const widest = Math.max(0, ...charts.flatMap(({ slices }) => slices.map(({ label }) => textWidth(label, style.size))));
  if (columns[1] - LEGEND_GAP < Math.min(style.size * 4, widest)) return false;
  return charts.every((chart) => {
    const lines = total(legendLines(chart, setting));
    return lines * style.linePitch <= chart.height - chartGeometry(chart, document).titleHeight;
  });
}

/** The largest type, from that of table cells downwards, in which every legend of the document finds room. */
export function legendSetting(document: Document): LegendSetting | undefined {
  const charts = blocksOfType(document, 'chart');
  if (charts.length === 0) return undefined;
  const base: TextStyle = { ...document.layout.styles.tableText, align: 'left', characterSpacing: 0, firstLineIndent: 0, leftIndent: 0 };
  for (let size = base.size; ; size -= 0.5) {
    const setting = settingIn(charts, document, { ...base, size, linePitch: size * 1.7 });
    if (size <= LEAST_SIZE || fits(charts, document, setting)) return setting;
  }
}
