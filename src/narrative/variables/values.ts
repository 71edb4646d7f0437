import type { Change } from '../../budget/change.js';
import { type AmountFormat, printsAsZero } from '../../money/format.js';
import { figureValue, flagValue, recordValue, type Shaped, textValue } from '../shape.js';

/** How facts of the budget become values that a template names. */
export interface Values {
  /** A text of the definition, guarded against its own markup; absent as «». */
  readonly text: (raw: string | undefined) => Shaped;
  readonly change: (one: Change) => Shaped;
  readonly changeFields: (one: Change) => Record<string, Shaped>;
}

/** `format` is that of amounts in sentences: a change that prints as zero in it is 基本持平; without one, none is. */
export function makeValues(guard: (raw: string) => string, format: AmountFormat | undefined): Values {
  const text = (raw: string | undefined): Shaped => textValue(guard(raw ?? ''));
  const changeFields = (one: Change) => ({ ...moveOf(one, format), 原因: text(one.reason) });
  return { text, changeFields, change: (one) => recordValue(changeFields(one)) };
}

function moveOf(one: Change, format: AmountFormat | undefined): Record<string, Shaped> {
  const negligible = format !== undefined && printsAsZero(one.amount.value, format);
  const moves = one.direction !== 'equal' && one.direction !== 'none' && !negligible;
  return {
    本年: figureValue(one.current),
    上年: figureValue(one.previous),
    增减额: figureValue(one.amount),
    增减率: figureValue(one.rate),
    有增减率: flagValue(one.rate !== undefined),
    有变动: flagValue(moves),
    增加: flagValue(moves && one.direction === 'rise'),
    减少: flagValue(moves && (one.direction === 'fall' || one.direction === 'dropped')),
    新增: flagValue(moves && one.direction === 'new'),
    取消: flagValue(moves && one.direction === 'dropped'),
    基本持平: flagValue(negligible),
    持平: flagValue(one.direction === 'equal'),
    均无: flagValue(one.direction === 'none'),
  };
}

export function mapValues<T>(record: Readonly<Record<string, T>>, value: (one: T) => Shaped): Record<string, Shaped> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, value(one)]));
}
