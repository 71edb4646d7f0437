import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { Decimal } from '../../money/decimal.js';
import { type AmountUnit, inUnit } from '../../money/units.js';

type Said = ReadonlyMap<string, string>;
type AmountOf = (column: string) => Decimal | undefined;

interface Item {
  readonly codes: readonly string[];
  readonly said: Said;
  readonly amountOf: AmountOf;
}

interface Sum extends Item {
  readonly label: string;
  readonly at: SourceLocation;
}

const MOST_SHOWN = 6;

/** Holds the sums that a table prints against the rows that were taken: a row too few shows here, and so does rounding. */
export class TableSums {
  private readonly items: Item[] = [];
  private readonly sums: Sum[] = [];

  /** A row that was taken. */
  add(said: Said, codes: ReadonlySet<string>, amountOf: AmountOf): void {
    this.items.push({ codes: codesIn(said, codes), said, amountOf });
  }

  /** A row that adds up others: those whose codes begin with its own, or all. */
  expect(label: string, said: Said | undefined, codes: ReadonlySet<string>, amountOf: AmountOf, at: SourceLocation): void {
    this.sums.push({ label, codes: said ? codesIn(said, codes) : [], said: said ?? new Map(), amountOf, at });
  }

  differences(unit: AmountUnit, header: SourceLocation): Diagnostic[] {
    const columns = new Set(this.items.flatMap(({ said }) => [...said.keys()]));
    const differing = this.sums.flatMap((sum) => [...columns].flatMap((column) => this.difference(sum, column, unit) ?? []));
    if (differing.length === 0) return [];
    const shown = differing.slice(0, MOST_SHOWN).map(({ text }) => text);
    const message = `表里印的合计与读入的各项相加不同：${shown.join('；')}${differing.length > MOST_SHOWN ? `……共 ${differing.length} 处` : ''}。`;
    const hint = `相差很小的是四舍五入的尾差：读入的数只有印出的这样细，生成的合计会差一点；差得多的，核对有没有漏读的行。`;
    return [{ code: 'import-sum-differs', severity: 'warning', message, at: differing[0]?.at ?? header, hint }];
  }

  private difference(
    { label, codes, amountOf, at }: Sum,
    column: string,
    unit: AmountUnit,
  ): { text: string; at: SourceLocation } | undefined {
    const printed = amountOf(column);
    if (!printed) return undefined;
    const below = this.items.filter((item) => codes.every((code) => item.codes.some((one) => one.startsWith(code))));
    const sum = below.reduce((total, item) => total.plus(item.amountOf(column) ?? 0), new Decimal(0));
    if (sum.eq(printed)) return undefined;
    const shown = (amount: Decimal) => `${inUnit(amount, unit).toFixed()}`;
    return { text: `${label}“${column}”印 ${shown(printed)}，相加 ${shown(sum)}${unit}`, at };
  }
}

const codesIn = (said: Said, codes: ReadonlySet<string>): string[] =>
  [...codes].map((name) => said.get(name) ?? '').filter((code) => /^\d+$/.test(code));
