import type { CodeList } from '../../definition/classifications.js';
import type { TableMap } from '../../profile/import-map.js';
import { bare } from './find-table.js';

/** Finds the codes of a table that prints names only: by the code list, and under the 类 whose row came before. */
export class CodesByName {
  private readonly parents = new Map<string, string>();

  constructor(
    private readonly map: TableMap,
    private readonly lists: ((name: string) => CodeList | undefined) | undefined,
  ) {}

  has(column: string): boolean {
    return this.map.按名称?.[column] !== undefined;
  }

  /** What a row says, with codes in the place of names; a name that no list has, or two codes have, stays as it is. */
  codes(said: ReadonlyMap<string, string>): Map<string, string> {
    return new Map([...said].map(([column, name]) => [column, this.code(column, name) ?? name]));
  }

  private code(column: string, name: string): string | undefined {
    const list = this.lists?.(this.map.按名称?.[column] ?? '');
    if (!list || !this.has(column) || name === '') return undefined;
    const digits = Number(this.map.位数?.[column] ?? 0); // ok: a length
    const named = [...list.values()].filter((entry) => bare(entry.name) === bare(name)).map(({ code }) => code);
    const parent = this.parents.get(column);
    const above = named.find((code) => code.length < digits);
    if (above !== undefined && above !== parent) {
      this.parents.set(column, above);
      return above;
    }
    const own = named.filter((code) => code.length === digits);
    const under = own.filter((code) => parent !== undefined && code.startsWith(parent));
    const [one, ...others] = under.length > 0 ? under : own;
    return others.length === 0 ? one : undefined;
  }
}
