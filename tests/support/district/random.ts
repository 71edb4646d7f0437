/** Numbers that look random and are the same for the same seed on every machine: mulberry32, a 32-bit generator in the public domain. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A generator of its own for a part, so that one more draw in one part does not change the others. */
  static of(...parts: readonly (number | string)[]): Random {
    let hash = 2166136261;
    for (const character of parts.join('/')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    return new Random(hash);
  }

  /** From 0 to just under 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Some of the items, in their order. */
  some<T>(items: readonly T[], count: number): T[] {
    const wanted = new Set(this.shuffle(items.map((_, index) => index)).slice(0, count));
    return items.filter((_, index) => wanted.has(index));
  }

  shuffle<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last);
      [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
    }
    return mixed;
  }

  /** 分 between two amounts of 元: mostly round sums, some odd to the 分. */
  fen(least: number, most: number): bigint {
    const yuan = least + this.next() * (most - least);
    const step = this.pick([1, 1, 100, 10_000, 100_000, 1_000_000]);
    const rounded = BigInt(Math.max(1, Math.round((yuan * 100) / step))) * BigInt(step);
    return rounded;
  }
}
