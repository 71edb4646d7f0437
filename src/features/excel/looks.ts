import type { CellStyle } from '../../writers/xlsx/workbook.js';

const BASE = { font: '宋体', size: 11, align: 'left', hasBorder: true } as const;
/** Two decimals at least: a format whose decimals may all be left out shows the point without them. */
const AMOUNT = '#,##0.00####';
const INPUT = { ...BASE, isUnlocked: true, fill: 'FFFFF2' } as const;

/** The looks of the form: what is to be filled in is light yellow and unlocked. */
export const LOOK = {
  title: { ...BASE, hasBorder: false, size: 16, isBold: true },
  plain: { ...BASE, hasBorder: false, wraps: true },
  mark: { ...BASE, hasBorder: false, isBold: true, size: 13, color: '1F4E79' },
  head: { ...BASE, isBold: true, align: 'center', wraps: true, fill: 'DDEBF7' },
  label: { ...BASE, fill: 'F2F2F2' },
  openLabel: { ...INPUT, fill: 'F2F2F2' },
  note: { ...BASE, hasBorder: false, size: 9, color: '666666', wraps: true },
  text: { ...INPUT, wraps: true },
  /** Excel would change what looks like a number or a date: these cells hold it as typed. */
  exact: { ...INPUT, format: '@' },
  number: { ...INPUT, align: 'right', format: AMOUNT },
  count: { ...INPUT, align: 'right', format: '#,##0' },
  /** Cells that the form does not use: a row with a locked one among them could not be deleted. */
  beyond: { font: '宋体', size: 11, align: 'left', isUnlocked: true },
  countOfTexts: { ...BASE, align: 'right', isBold: true, fill: 'F2F2F2', format: '0' },
  sum: { ...BASE, align: 'right', isBold: true, fill: 'F2F2F2', format: AMOUNT },
} as const satisfies Readonly<Record<string, CellStyle>>;
