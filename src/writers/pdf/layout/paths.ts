import type { Box } from './page.js';

/** A length as PDF writes it: thousandths of a point, no exponent, no negative zero. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}

/** A point before an operator: of these a file has thousands. */
export const pointOperands = (x: number, y: number): string => `${pdfNumber(x)} ${pdfNumber(y)}`;

/** Numbers before an operator. */
export function operands(...values: readonly number[]): string {
  let text = '';
  for (const value of values) text += text === '' ? pdfNumber(value) : ` ${pdfNumber(value)}`;
  return text;
}

export function rectangle(box: Box): string {
  return `${operands(box.left, box.top, box.right - box.left, box.bottom - box.top)} re`;
}

/** A circle on the page. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A sector from one angle to another, in turns clockwise from the top. */
interface Sector {
  readonly from: number;
  readonly to: number;
}

/** Shares of a whole as sectors of a circle, the first from the top. What is not positive gets none. */
export function sectors(values: readonly number[]): Array<Sector | undefined> {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  let at = 0;
  return values.map((value) => {
    if (!(value > 0)) return undefined;
    const from = at;
    at += value / total;
    return { from, to: at };
  });
}

/** A sector as path operators; the whole circle has no straight edge. */
export function sectorPath(circle: Circle, sector: Sector): string {
  const turn = sector.to - sector.from;
  const whole = turn > 1 - 1e-9;
  const start = whole ? `${point(circle, sector.from)} m` : `${pointOperands(circle.x, circle.y)} m ${point(circle, sector.from)} l`;
  const pieces = Math.ceil(turn * 4 - 1e-9);
  const arcs = Array.from({ length: pieces }, (_, piece) => arc(circle, sector.from + (turn * piece) / pieces, turn / pieces));
  return [start, ...arcs, 'h'].join(' ');
}

function point(circle: Circle, turns: number, along = 0): string {
  const angle = turns * 2 * Math.PI;
  const x = circle.x + circle.radius * (Math.sin(angle) + along * Math.cos(angle));
  const y = circle.y - circle.radius * (Math.cos(angle) - along * Math.sin(angle));
  return pointOperands(x, y);
}

/** A Bézier curve for at most a quarter of a circle; off by less than 0.03 % of the radius. */
function arc(circle: Circle, from: number, turn: number): string {
  const reach = (4 / 3) * Math.tan((turn * Math.PI) / 2);
  return `${point(circle, from, reach)} ${point(circle, from + turn, -reach)} ${point(circle, from + turn)} c`;
}
