import { FUNDS } from '../../definition/schema/funds.js';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/units.js';
import { columnLetters } from '../../spreadsheet/cells.js';
import type { Sheet, SheetRow } from '../../writers/xlsx/workbook.js';
import { formLayout, leafAt, type Pattern } from './form-layout.js';
import { type Path, textsOf } from './form-tree.js';
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

/** Two sides that must be equal, each as the places that are added up. */
interface Balance {
  readonly name: string;
  readonly left: (path: Pattern) => boolean;
  readonly right: (path: Pattern) => boolean;
}

/** What may be seen to agree while a form is filled in; the checks say the same, and more, of the file. */
const BALANCES: readonly Balance[] = [
  ...FUNDS.map(
    (fund): Balance => ({
      name: `${fund}：收入＝支出＋年终结转`,
      left: (path) => path[0] === '收入' && path.includes(fund),
      right: (path) => (path[0] === '支出' || path[0] === '年终结转') && path.includes(fund),
    }),
  ),
  {
    name: '收入总计＝支出总计',
    left: (path) => path[0] === '收入',
    right: (path) => path[0] === '支出' || path[0] === '年终结转',
  },
  {
    name: '支出里的项目支出＝各项目资金',
    left: (path) => path[0] === '支出' && path.includes('项目支出'),
    right: (path) => path[0] === '项目' && path.includes('资金'),
  },
  {
    name: '一般公共预算当年基本支出＝经济分类',
    left: (path) => path[0] === '支出' && path[2] === '基本支出' && !path.includes('上年结转') && path.at(-1) === '一般公共预算',
    right: (path) => path.join('/') === '一般公共预算基本支出/*/金额',
  },
];

/** An amount or number of a file, as it is typed. */
interface TypedNumber {
  readonly path: Pattern;
  readonly name: string;
  readonly value: Decimal;
}

/** The amounts that a file states, where they are numbers. */
export function amountsIn(tree: unknown, unit: AmountUnit): TypedNumber[] {
  const layout = formLayout(unit);
  return textsOf(tree).flatMap(({ path, text }) => {
    if (!/^-?\d+(\.\d+)?$/.test(text) || leafAt(layout, path)?.leaf.kind !== 'number') return [];
    return [{ path: patternOf(path), name: path.join('/'), value: new Decimal(text) }];
  });
}

const patternOf = (path: Path): Pattern => path.map((step) => (typeof step === 'number' ? '*' : step));

/** The sides of a file that do not agree, in its own unit. */
export function unbalanced(amounts: readonly TypedNumber[]): { readonly name: string; readonly left: Decimal; readonly right: Decimal }[] {
  const sum = (side: Balance['left']) =>
    amounts.filter(({ path }) => side(path)).reduce((all, { value }) => all.plus(value), new Decimal(0));
  return BALANCES.map(({ name, left, right }) => ({ name, left: sum(left), right: sum(right) })).filter(
    ({ left, right }) => !left.eq(right),
  );
}
