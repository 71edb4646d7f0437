import { type Markup, val } from './xml.js';

const FIRST_ROW = 0x20;
const FIRST_COLUMN = 0x80;
const NO_BANDS = 0x600;

/** Which parts of its style a table uses, as the bits that every version of Word reads. */
export function tableLook(use: { readonly firstRow?: boolean; readonly firstColumn?: boolean } = {}): Markup {
  const bits = NO_BANDS | (use.firstRow ? FIRST_ROW : 0) | (use.firstColumn ? FIRST_COLUMN : 0);
  return val('w:tblLook', bits.toString(16).toUpperCase().padStart(4, '0'));
}
