import { barRectangles, sliceColour } from '../../../document/chart.js';
import type { Chart, ChartSlice } from '../../../document/document.js';
import type { TextStyle } from '../../../document/layout.js';
import { breakLines } from '../../../typesetting/break-lines.js';
import { textWidth } from '../../../typesetting/text-width.js';
import type { LayoutContext } from './context.js';
import type { Box, StructureNode } from './page.js';
import { TOLERANCE } from './page-flow.js';
import { type Circle, rectangle, sectorPath, sectors } from './paths.js';
import { placeLine } from './place-paragraph.js';

const SWATCH = 9;
const GAP = 10;

/** A drawing with its legend on the right: label, amount and share in columns, so that thin slices cannot collide. */
export function placeChart(context: LayoutContext, chart: Chart): void {
  const { flow, root } = context;
  if (!flow.has(chart.height) && !flow.fresh) flow.overflow();
  checkSize(context, chart);
  const left = flow.left + (flow.width - chart.width) / 2;
  const box = { left, top: flow.y, right: left + chart.width, bottom: flow.y + chart.height };
  const figure = root.add('Figure', { alternativeText: chart.alternativeText });
  figure.box = box;
  const top = placeChartTitle(context, chart, box, figure);
  const circle = circleIn({ ...box, top });
  if (chart.shape === 'pie') placeSlices(context, chart, circle, figure);
  else placeBars(context, chart, circle, figure);
  placeLegend(context, chart, { ...box, top, left: circle.x + circle.radius + 2 * GAP }, figure);
  flow.y = box.bottom;
}

function checkSize({ flow, findings }: LayoutContext, chart: Chart): void {
  if (chart.width <= flow.width + TOLERANCE && chart.height <= flow.pageHeight + TOLERANCE) return;
  const room = `版心宽${Math.floor(flow.width)}磅、高${Math.floor(flow.pageHeight)}磅`;
  const message = `图“${chart.title}”宽${chart.width}磅、高${chart.height}磅，${room}，放不下。`;
  findings.add('chart-too-large', message, '缩小“版式.yaml”里“图”的宽或高，或减小“页边距”。');
}

function placeChartTitle(context: LayoutContext, chart: Chart, box: Box, figure: StructureNode): number {
  const style = context.style('chartTitle');
  const width = box.right - box.left;
  const caption = figure.add('Caption');
  const source = { text: chart.title };
  let top = box.top;
  for (const line of breakLines(chart.title, { width, size: style.size, characterSpacing: style.characterSpacing, firstLineIndent: 0 })) {
    context.flow.put(
      placeLine(
        chart.title,
        line,
        { ...style, firstLineIndent: 0, align: 'centre' },
        { left: box.left, width, mark: caption, source },
        top,
      ),
    );
    top += style.linePitch;
  }
  return top;
}

function circleIn(box: Box): Circle {
  const room = Math.min(box.bottom - box.top, (box.right - box.left) * 0.42);
  const radius = room / 2 - 4;
  return { x: box.left + radius + GAP, y: (box.top + box.bottom) / 2, radius };
}

function placeSlices(context: LayoutContext, chart: Chart, circle: Circle, mark: StructureNode): void {
  // Only the drawing is made from numbers: the printed figures are the slices' own texts.
  const parts = sectors(chart.slices.map((slice) => Number(slice.amount.value)));
  parts.forEach((sector, index) => {
    if (sector === undefined) return;
    context.flow.put({
      kind: 'shape',
      path: sectorPath(circle, sector),
      fill: sliceColour(index, chart.slices.length),
      outline: 'FFFFFF',
      mark,
    });
  });
}

/** Columns stand, bars lie, in the square around the circle that a pie would take. */
function placeBars(context: LayoutContext, chart: Chart, { x, y, radius }: Circle, mark: StructureNode): void {
  const [left, top, side] = [x - radius, y - radius, 2 * radius];
  barRectangles(chart.slices.map((slice) => Number(slice.amount.value))).forEach(({ at, breadth, from, length }, index) => {
    const [across, along] = [
      [at, at + breadth],
      [from, from + length],
    ] as const;
    const [across0, across1] = across.map((one) => one * side) as [number, number];
    const [along0, along1] = along.map((one) => one * side) as [number, number];
    const box =
      chart.shape === 'column'
        ? { left: left + across0, right: left + across1, top: top + side - along1, bottom: top + side - along0 }
        : { left: left + along0, right: left + along1, top: top + across0, bottom: top + across1 };
    context.flow.put({ kind: 'shape', path: rectangle(box), fill: sliceColour(index, chart.slices.length), mark });
  });
}

interface LegendColumns {
  readonly label: number;
  readonly labelWidth: number;
  readonly amountRight: number;
  readonly shareRight: number;
}

/** Rows of the legend share its height; where they are many, the text gets smaller. */
function placeLegend(context: LayoutContext, chart: Chart, box: Box, mark: StructureNode): void {
  const style = legendStyle(context, chart, box);
  const columns = legendColumns(chart.slices, style, box);
  const rows = chart.slices.map((slice) => breakLines(slice.label, lineSetting(columns.labelWidth, style)));
  const height = rows.reduce((sum, lines) => sum + lines.length * style.linePitch, 0);
  let top = box.top + Math.max(0, (box.bottom - box.top - height) / 2);
  chart.slices.forEach((slice, index) => {
    const lines = rows[index] ?? [];
    placeSwatch(context, chart, index, box.left, top + (style.linePitch - SWATCH) / 2, mark);
    const source = { text: slice.label };
    lines.forEach((line, at) => {
      context.flow.put(
        placeLine(slice.label, line, style, { left: columns.label, width: columns.labelWidth, mark, source }, top + at * style.linePitch),
      );
    });
    placeFigure(context, slice.amount.text, columns.amountRight, style, top, mark);
    if (slice.share) placeFigure(context, slice.share.text, columns.shareRight, style, top, mark);
    top += lines.length * style.linePitch;
  });
}

const lineSetting = (width: number, style: TextStyle) => ({ width, size: style.size, characterSpacing: 0, firstLineIndent: 0 });

/** Sizes and line pitches that are tried, from comfortable to barely legible. */
const SHRINKING: ReadonlyArray<readonly [size: number, pitch: number]> = [
  [1, 1.7],
  [1, 1.4],
  [0.9, 1.4],
  [0.8, 1.4],
  [0.8, 1.25],
  [0.7, 1.25],
  [0.6, 1.25],
  [0.5, 1.2],
];
const LEAST_LABEL = 4;

function legendStyle(context: LayoutContext, chart: Chart, box: Box): TextStyle {
  const base: TextStyle = { ...context.style('tableText'), align: 'left', characterSpacing: 0, firstLineIndent: 0, leftIndent: 0 };
  const styles = SHRINKING.map(([size, pitch]): TextStyle => ({ ...base, size: base.size * size, linePitch: base.size * size * pitch }));
  const fitting = styles.find((style) => {
    const { labelWidth } = legendColumns(chart.slices, style, box);
    const lines = chart.slices.reduce((sum, slice) => sum + breakLines(slice.label, lineSetting(labelWidth, style)).length, 0);
    const widest = Math.max(0, ...chart.slices.map((slice) => textWidth(slice.label, style.size)));
    const wide = labelWidth >= Math.min(style.size * LEAST_LABEL, widest);
    return wide && lines * style.linePitch <= box.bottom - box.top + TOLERANCE;
  });
  if (fitting === undefined)
    context.findings.add(
      'chart-too-small',
      `图“${chart.title}”放不下${chart.slices.length}项的图例。`,
      '加大版式中图的宽或高，或者合并小项。',
    );
  return fitting ?? (styles.at(-1) as TextStyle);
}

function legendColumns(slices: readonly ChartSlice[], style: TextStyle, box: Box): LegendColumns {
  const widest = (text: (slice: ChartSlice) => string): number => Math.max(0, ...slices.map((slice) => textWidth(text(slice), style.size)));
  const label = box.left + SWATCH + 6;
  const amount = widest((slice) => slice.amount.text);
  const share = widest((slice) => slice.share?.text ?? '');
  const labelWidth = Math.max(
    style.size,
    Math.min(
      widest((slice) => slice.label),
      box.right - label - amount - share - 2 * GAP,
    ),
  );
  const amountRight = label + labelWidth + GAP + amount;
  return { label, labelWidth, amountRight, shareRight: amountRight + GAP + share };
}

function placeSwatch(context: LayoutContext, chart: Chart, index: number, left: number, top: number, mark: StructureNode): void {
  const path = rectangle({ left, top, right: left + SWATCH, bottom: top + SWATCH });
  context.flow.put({ kind: 'shape', path, fill: sliceColour(index, chart.slices.length), mark });
}

function placeFigure(context: LayoutContext, text: string, right: number, style: TextStyle, top: number, mark: StructureNode): void {
  const width = textWidth(text, style.size);
  const line = { start: 0, end: text.length, width, last: true };
  context.flow.put(placeLine(text, line, style, { left: right - width, width, mark, source: { text } }, top));
}
