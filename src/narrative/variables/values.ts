import type { Change, SourcePath } from '../../budget/figure.js';
import { type AmountFormat, printsAsZero } from '../../money/format.js';
import { figureValue, flagValue, from, listValue, recordValue, type Shaped, textValue } from '../shape.js';
import { isUnstated, type Known } from '../unstated.js';

/** How texts, and what nobody stated, are marked in the values: a token book keeps both apart from a template's words. */
export interface Guards {
  readonly text: (raw: string) => string;
  readonly gap: (sources: readonly SourcePath[]) => unknown;
}

/** Values as they are, for those who read them without a template. */
export const PLAIN: Guards = { text: (raw) => raw, gap: () => undefined };

/** How facts of the budget become values that a template names. */
export interface Values {
  /** A text of the definition that may be absent: then «». */
  readonly text: (raw: string | undefined) => Shaped;
  /** A text that the office has to state. */
  readonly statement: (raw: Known<string>) => Shaped;
  readonly flag: (fact: Known<boolean>) => Shaped;
  readonly list: <T>(items: Known<readonly T[]>, item: (one: T) => Shaped, sample: T) => Shaped;
  /** `reasons`: under which keys of 增减原因 an office says why; one that has none rests on its figures alone. */
  readonly change: (one: Change, reasons?: readonly string[]) => Shaped;
  readonly changeFields: (one: Change, reasons?: readonly string[]) => Record<string, Shaped>;
}

/**
 * `format` is that of amounts in sentences: a change that prints as zero in it is 基本持平; without one, none is.
 * `lastYear` is the year that changes are counted from.
 */
export function makeValues(guards: Guards, format: AmountFormat | undefined, lastYear: string): Values {
  const text = (raw: string | undefined): Shaped => textValue(guards.text(raw ?? ''));
  const orGap = <T>(value: Known<T>, shaped: (known: T) => Shaped, sample: T): Shaped =>
    isUnstated(value) ? { shape: shaped(sample).shape, value: guards.gap(value.unstated) } : shaped(value);
  const flag = (fact: Known<boolean>) => orGap(fact, flagValue, true);
  const reasonOf = ({ reason }: Change, keys?: readonly string[]) =>
    keys
      ? from(
          keys.map((key) => `增减原因/${key}`),
          text(reason),
        )
      : text(reason);
  const changeFields: Values['changeFields'] = (one, reasons) => ({
    ...moveOf(one, format, flag),
    上年度: textValue(lastYear),
    原因: reasonOf(one, reasons),
  });
  return {
    text,
    flag,
    statement: (raw) => orGap(raw, text, ''),
    list: (items, item, sample) => orGap(items, (known) => listValue(known, item, sample), []),
    changeFields,
    change: (one, reasons) => recordValue(changeFields(one, reasons)),
  };
}

/** Nothing is said of a change where last year's figure is not stated. */
function moveOf(one: Change, format: AmountFormat | undefined, flag: Values['flag']) {
  const { unstated } = one.amount;
  const negligible = format !== undefined && printsAsZero(one.amount.value, format);
  const moves = one.direction !== 'equal' && one.direction !== 'none' && !negligible;
  const known = (fact: boolean) => flag(unstated ? { unstated } : fact);
  return {
    本年: figureValue(one.current),
    上年: figureValue(one.previous),
    增减额: figureValue(one.amount),
    增减率: figureValue(one.rate),
    有增减率: known(one.rate !== undefined),
    有变动: known(moves),
    增加: known(moves && one.direction === 'rise'),
    减少: known(moves && (one.direction === 'fall' || one.direction === 'dropped')),
    新增: known(moves && one.direction === 'new'),
    取消: known(moves && one.direction === 'dropped'),
    基本持平: known(negligible),
    持平: known(one.direction === 'equal'),
    均无: known(one.direction === 'none'),
  };
}

export function mapValues<T, S extends Shaped>(record: Readonly<Record<string, T>>, value: (one: T) => S): Record<string, S> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, value(one)]));
}
