/** Word counts lengths in twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Sizes of type are half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Widths of borders are eighths of a point. */
export const eighths = (points: number): number => Math.max(2, Math.round(points * 8));

/** Drawings of `docx` are given in pixels of 1/96 inch. */
export const pixels = (points: number): number => (points * 96) / 72;

/** Sums of decimals miss by a hair. */
const HAIR = 1e-6;

/** Lengths as whole twips whose sums are those of the points: each edge is rounded, not each length. */
function byEdges(points: readonly number[], round: (points: number) => number): number[] {
  let edge = 0;
  return points.map((length) => {
    const start = round(edge);
    edge += length;
    return round(edge) - start;
  });
}

export const twipWidths = (points: readonly number[]): number[] => byEdges(points, twips);

/** Heights of rows; together never more than in points, so that what just fits a page in the PDF fits in Word. */
export const twipHeights = (points: readonly number[]): number[] => byEdges(points, (edge) => Math.floor(edge * 20 + HAIR));

/** Hundredths of a character, the unit of `w:firstLineChars` and its like. */
export const characterUnits = (characters: number): number => Math.round(characters * 100);
