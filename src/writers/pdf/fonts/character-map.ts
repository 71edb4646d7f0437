/** Finds the glyph of a code point in one subtable of `cmap`; 0 where there is none. */
export type GlyphLookup = (codePoint: number) => number;

/** The widest Unicode subtable of a `cmap` table: format 12, or format 4 for characters of the BMP. */
export function readCharacterMap(cmap: Buffer): GlyphLookup {
  const offsets: number[] = [];
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const platform = cmap.readUInt16BE(at);
    if (platform === 0 || platform === 3) offsets.push(cmap.readUInt32BE(at + 4));
  }
  const subtable = (format: number): Buffer | undefined => {
    const offset = offsets.find((each) => cmap.readUInt16BE(each) === format);
    return offset === undefined ? undefined : cmap.subarray(offset);
  };
  const [full, basic] = [subtable(12), subtable(4)];
  if (full !== undefined) return (codePoint) => lookInGroups(full, codePoint);
  if (basic !== undefined) return (codePoint) => (codePoint > 0xffff ? 0 : lookInSegments(basic, codePoint));
  throw new Error('font without a Unicode character map');
}

/** Format 12: groups of following characters with following glyphs, in order. */
function lookInGroups(table: Buffer, codePoint: number): number {
  let [low, high] = [0, table.readUInt32BE(12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = 16 + middle * 12;
    const first = table.readUInt32BE(at);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > table.readUInt32BE(at + 4)) low = middle + 1;
    else return table.readUInt32BE(at + 8) + codePoint - first;
  }
  return 0;
}

/** Format 4: segments by their last character, with a difference or a list of glyphs. */
function lookInSegments(table: Buffer, codePoint: number): number {
  const doubled = table.readUInt16BE(6);
  let [low, high] = [0, doubled / 2 - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codePoint > table.readUInt16BE(14 + middle * 2)) low = middle + 1;
    else high = middle;
  }
  const start = 16 + doubled + low * 2;
  const first = table.readUInt16BE(start);
  if (codePoint < first || codePoint > table.readUInt16BE(14 + low * 2)) return 0;
  const delta = table.readUInt16BE(start + doubled);
  const rangeAt = start + doubled * 2;
  const range = table.readUInt16BE(rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = table.readUInt16BE(rangeAt + range + (codePoint - first) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
