/** Word counts lengths in twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Sizes of type are half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Widths of borders are eighths of a point. */
export const eighths = (points: number): number => Math.max(2, Math.round(points * 8));

/** Drawings of `docx` are given in pixels of 1/96 inch. */
export const pixels = (points: number): number => (points * 96) / 72;

/** Widths as whole twips whose sums are those of the points: each edge is rounded, not each width. */
export function twipWidths(points: readonly number[]): number[] {
  let edge = 0;
  return points.map((width) => {
    const start = twips(edge);
    edge += width;
    return twips(edge) - start;
  });
}

/** Hundredths of a character, the unit of `w:firstLineChars` and its like. */
export const characterUnits = (characters: number): number => Math.round(characters * 100);
