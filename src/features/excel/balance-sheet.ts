import { columnLetters } from '../../spreadsheet/places.js';
import type { Sheet, SheetRow } from '../../writers/xlsx/workbook.js';
import { BALANCES, type Balance } from './balances.js';
import type { Pattern } from './form-layout.js';
import { LOOK } from './looks.js';

export const BALANCE_SHEET = '收支平衡';

/** Where the values of a place stand in the form; rows and columns count from 0. */
export interface AmountPlace {
  readonly path: Pattern;
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  readonly column: number;
}
export type Amounts = AmountPlace[];

/** Shows, while the form is filled in, whether its sides agree; Excel counts. */
export function balanceSheet(amounts: Amounts, unit: string, unitPlace: string | undefined): Sheet {
  const head = ['核对', '左边', '右边', '差额'].map((text, column) => ({ column, value: { text }, style: LOOK.head }));
  const rows = BALANCES.map(({ name, left, right }, index): SheetRow => {
    const row = index + 3;
    const sum = (side: Balance['left']) =>
      `SUM(${amounts
        .filter(({ path }) => side(path))
        .map(rangeOf)
        .join(',')})`;
    const cells = [sum(left), sum(right), `ROUND(B${row}-C${row},6)`].map((formula, at) => ({
      column: at + 1,
      value: { formula },
      style: LOOK.sum,
    }));
    return { height: 22, cells: [{ column: 0, value: { text: name }, style: LOOK.label }, ...cells] };
  });
  const stated = unitPlace === undefined ? unit : undefined;
  const heading =
    stated === undefined
      ? { formula: `"收支平衡（单位："&${unitPlace}&"）：差额变红的，还不相等"` }
      : { text: `收支平衡（单位：${stated}）：差额变红的，还不相等` };
  const title = { column: 0, columnSpan: 4, value: heading, style: LOOK.mark };
  const texts = textsRow(amounts);
  return {
    name: BALANCE_SHEET,
    columns: [{ width: 260 }, { width: 120 }, { width: 120 }, { width: 120 }],
    rows: [{ height: 26, cells: [title] }, { height: 22, cells: head }, ...rows, texts],
    isProtected: true,
    alarms: [
      { range: `D3:D${rows.length + 2}`, formula: 'D3<>0' },
      { range: `D${rows.length + 3}`, formula: `D${rows.length + 3}<>0` },
    ],
    print: { orientation: 'portrait' },
  };
}

/** Amounts that were pasted as text look like numbers, and no sum has them in it: that is why a side is too small. */
function textsRow(amounts: Amounts): SheetRow {
  const counted = amounts.filter(({ path }) => BALANCES.some(({ left, right }) => left(path) || right(path))).map(rangeOf);
  const formula = counted.map((range) => `SUMPRODUCT(ISTEXT(${range})*(${range}<>"无"))`).join('+') || '0';
  const name = {
    column: 0,
    columnSpan: 3,
    value: { text: '写成了文字、上面没有计入的金额有几格（左上角有绿三角的：选中，点旁边的叹号，选“转换为数字”）' },
    style: { ...LOOK.label, wraps: true },
  };
  return { height: 36, cells: [name, { column: 3, value: { formula }, style: LOOK.countOfTexts }] };
}

function rangeOf({ sheet, first, last, column }: AmountPlace): string {
  const letters = columnLetters(column);
  return `${sheet}!${letters}${first + 1}:${letters}${last + 1}`;
}
