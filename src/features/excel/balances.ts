import { FUNDS } from '../../definition/schema/funds.js';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/parse-amount.js';
import { formLayout, leafAt, type Pattern } from './form-layout.js';
import { type Path, textsOf } from './form-tree.js';

/** Two sides that must be equal, each as the places that are added up. */
export interface Balance {
  readonly name: string;
  readonly left: (path: Pattern) => boolean;
  readonly right: (path: Pattern) => boolean;
}

/** What may be seen to agree while a form is filled in; the checks say the same, and more, of the file. */
export const BALANCES: readonly Balance[] = [
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
export interface TypedNumber {
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
