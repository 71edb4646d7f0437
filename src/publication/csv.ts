/** A row of texts; numbers are given as their decimal text. */
export type CsvRow = readonly string[];

/** UTF-8 with its mark, by which Excel knows that it is Chinese; lines end as RFC 4180 has it. */
export const csvText = (rows: readonly CsvRow[]): string => `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
