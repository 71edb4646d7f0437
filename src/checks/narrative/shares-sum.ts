import type { Document } from '../../document/document.js';
import { Decimal, sum, ZERO } from '../../money/decimal.js';
import { type Check, type Comparison, type Outcome, unchecked } from '../check.js';
import { type ProseFigure, printedNumber, proseFigures } from '../shared/printed.js';

/**
 * 符合：
 *     支出[2].基本支出.一般公共预算: 80040
 *     支出[0].基本支出.一般公共预算: 599960
 *     一般公共预算基本支出[1].金额: 80040
 *     一般公共预算基本支出[0].金额: 399960
 * 不符：
 *     方案改动: {说明/03-支出预算.hbs: {"项目支出{{万元 支出.项目支出}}，占{{百分比 支出.项目支出占比}}": "项目支出{{万元 支出.项目支出}}，占{{百分比 支出.基本支出占比}}"}}
 */
export const sharesSum: Check = {
  code: 'shares-sum',
  group: '文字说明',
  severity: '错误',
  rule: '一段话里各部分占同一个总数的比重，相加应为百分之百；相差在四舍五入之内的是尾差。',
  relations: ['N-4'],
  basis: '财预〔2016〕143号：内容准确；尾差的界限同 XBRL Calculations 1.1',
  consequenceOf: ['nature-not-in-form'],
  run: ({ document }) => (document ? shareGroups(document).map(total) : [unchecked('没有生成文件，不能核对比重。')]),
};

interface ShareGroup {
  readonly shares: readonly ProseFigure[];
  readonly whole: string;
  /** Nothing to share: then every share is zero. */
  readonly wholeIsZero: boolean;
  /** What of the whole is a published total's own, and in no part. */
  readonly beyond: Decimal;
}

/** Shares of one whole in one paragraph; a single share is a share of something that is not listed. */
function shareGroups(document: Document): ShareGroup[] {
  const groups = new Map<string, ProseFigure[]>();
  for (const one of proseFigures(document)) {
    const origin = document.figures[one.inline.figure]?.origin;
    if (origin?.kind !== 'derived' || origin.formula !== 'share') continue;
    const key = `${one.paragraph} ${origin.inputs[1] ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .filter(([, shares]) => shares.length > 1)
    .map(([key, shares]) => {
      const whole = document.figures[key.replace(/^\d+ /, '')];
      const parts = shares.map(({ inline }) => partOf(inline.figure, document));
      return {
        shares,
        whole: whole?.label ?? '总数',
        wholeIsZero: whole?.value === '0',
        beyond: beyondParts(whole?.id ?? '', parts, document),
      };
    });
}

const partOf = (share: string, { figures }: Document): string => {
  const origin = figures[share]?.origin;
  return origin?.kind === 'derived' ? (origin.inputs[0] ?? '') : '';
};

function beyondParts(whole: string, parts: readonly string[], { figures }: Document): Decimal {
  const tails = (id: string): string[] => {
    const { origin, isTail } = figures[id] ?? {};
    if (isTail) return [id];
    return origin?.kind === 'derived' ? origin.inputs.flatMap(tails) : [];
  };
  const within = new Set(parts.flatMap(tails));
  const own = tails(whole).filter((id) => !within.has(id));
  const value = figures[whole]?.value ?? '0';
  return value === '0' ? ZERO : sum(own.map((id) => new Decimal(figures[id]?.value ?? 0))).div(value);
}

function total({ shares, whole, wholeIsZero, beyond }: ShareGroup): Outcome {
  const printed = sum(shares.map((share) => printedNumber(share.inline.text) ?? new Decimal(0)));
  const exact = sum(shares.map((share) => new Decimal(share.inline.value)));
  const shown = shares.filter((share) => share.inline.value !== '0');
  const difference = printed.minus(100).div(100);
  const bound = new Decimal('0.00005').times(shown.length + 1);
  const isWhole = exact.plus(beyond).minus(1).abs().lt('1e-40');
  const verdict: Comparison['verdict'] =
    difference.isZero() || wholeIsZero ? '符合' : isWhole && difference.abs().lte(bound) ? '尾差' : '不符';
  const place = shares[0]?.place;
  return {
    kind: 'comparison',
    verdict,
    left: {
      label: `${shares.map((share) => share.inline.text).join('、')}之和`,
      value: printed.div(100),
      unit: 'ratio',
      printed: `${printed.toFixed()}%`,
      places: place ? [place] : [],
    },
    operator: '＝',
    right: { label: '全部', value: new Decimal(1), unit: 'ratio', printed: '100.00%', places: [] },
    difference,
    bound,
    cause: `各部分占${whole}的比重精确相加是百分之百，各自四舍五入到两位小数后相加是 ${printed.toFixed()}%。`,
    hint: '核对这一段的各个比重是不是取了同一个总数，有没有漏掉一部分。',
  };
}
