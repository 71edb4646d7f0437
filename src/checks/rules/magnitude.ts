import type { LEVELS } from '../../definition/schema/district.js';
import { Decimal } from '../../money/decimal.js';
import type { CheckRulesSpec } from '../../profile/check-rules-schema.js';

type Level = (typeof LEVELS)[number];

/** Beyond what an amount is taken for one in the wrong unit. Amounts in 元. */
export interface Magnitude {
  /** This year more than so many times last year, or last year than this year. */
  readonly times: Decimal;
  /** Less than this is little for an amount of its own, while as 万元 it would fit into the file. */
  readonly little: Decimal;
  /** A whole file below or above: hardly the budget of an office. */
  readonly least: Decimal;
  readonly most: (level: Level) => Decimal;
}

/**
 * The defaults: a profile sets its own in 核对.yaml under 金额大小. A wrong unit is a factor of 10,000, so they are far
 * from both sides of it: «公务接待费 0.21万元» (2,100元) is honest, 0.21元 is not; small offices have some ten thousand
 * 元 a year, and the consolidated education budget of a large county some two billion.
 */
const TIMES = 10;
const LITTLE = 1_000;
const LEAST = 50_000;
const MOST: Readonly<Record<Level, number>> = {
  省级: 1_000_000_000_000,
  市级: 50_000_000_000,
  区级: 5_000_000_000,
  县级: 5_000_000_000,
  乡镇级: 2_000_000_000,
};

export function resolveMagnitude(spec: CheckRulesSpec['金额大小']): Magnitude {
  return {
    times: new Decimal(spec?.变动倍数 ?? TIMES),
    little: new Decimal(spec?.可疑小额 ?? LITTLE),
    least: new Decimal(spec?.总额下限 ?? LEAST),
    most: (level) => new Decimal(spec?.总额上限 ?? MOST[level]),
  };
}
