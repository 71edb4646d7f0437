/** The tables of a TrueType or OpenType file, by tag. */
export function readTables(data: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const count = data.readUInt16BE(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const start = data.readUInt32BE(at + 8);
    tables.set(data.toString('latin1', at, at + 4), data.subarray(start, start + data.readUInt32BE(at + 12)));
  }
  return tables;
}

/** Tables as a file, in the order and with the sums that the format asks for. */
export function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(TRUE_TYPE, 0);
  [sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + index * 2),
  );
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  sorted.forEach(([tag, table], index) => {
    const padded = padToWord(table);
    directory.write(tag, 12 + index * 16, 'latin1');
    [checksum(padded), offset, table.length].forEach((value, field) => directory.writeUInt32BE(value, 16 + index * 16 + field * 4));
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** First word of a file with TrueType outlines. */
export const TRUE_TYPE = 0x00010000;

export function padToWord(table: Buffer): Buffer {
  const over = table.length % 4;
  return over === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - over)]);
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
