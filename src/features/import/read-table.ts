import type { CodeList } from '../../definition/classifications.js';
import { NONE } from '../../definition/fields.js';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/units.js';
import { fill } from '../../profile/fill.js';
import {
  columnsOfRule,
  type ExportMap,
  OWN_COLUMN,
  type TargetStep,
  targetSteps,
  type Word,
  type WriteRule,
} from '../../profile/import-map.js';
import { type Cell, cellName } from '../../spreadsheet/cells.js';
import { textOfCell } from './cell-text.js';
import { bare, CodesByName, cellIn, digitsOfParts, type FoundTable } from './find-table.js';
import { TableSums } from './table-sums.js';

/** A value with the place that it goes to; items of lists are told with the values by which they are found. */
export interface Written {
  readonly steps: readonly ResolvedStep[];
  /** Exact 元, or a text. */
  readonly value: Decimal | string;
  /** Half of the last printed place, in 元: what the file has may be this much finer. */
  readonly within?: Decimal;
  readonly at: SourceLocation;
}
export type ResolvedStep =
  | { readonly key: string }
  | { readonly list: string; readonly by: readonly (readonly [key: string, is: string])[] };

/** Whose file the tables go to, and the code lists of its year. */
export interface Owner {
  /** Names of the department and of its units: a row of theirs adds up the rows below. */
  readonly names: ReadonlySet<string>;
  /** True for what a row says of its owner where that is this department. */
  readonly has: (said: string) => boolean;
  readonly lists: ((name: string) => CodeList | undefined) | undefined;
  /** The budget year that the file stands in: tables name it, and the one before. */
  readonly year: string;
}

export interface ReadTable {
  readonly written: readonly Written[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the rows of a table say, in the order of the sheet; what was not understood is listed. */
export function readTable(table: FoundTable, map: ExportMap, file: string, owner: Owner): ReadTable {
  const reader = new TableReader(table, map, file, owner);
  const written = reader.read();
  return { written, diagnostics: reader.diagnostics };
}

const TOTAL = /^(合计|总计|小计|.*合计|.*总计)$/;

type Said = ReadonlyMap<string, string>;

class TableReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly unit: AmountUnit | undefined;
  /** Columns with codes, and those with amounts. */
  private readonly codes: ReadonlySet<string>;
  private readonly amounts: ReadonlySet<string>;
  /** Amounts that a row for each item has: only these are added up by the table itself. */
  private readonly summed: ReadonlySet<string>;
  private readonly byName: CodesByName;
  private readonly sums = new TableSums();
  private readonly above = new Map<string, string>();
  private readonly ofOthers = new Map<string, SourceLocation>();

  constructor(
    private readonly table: FoundTable,
    private readonly map: ExportMap,
    private readonly file: string,
    private readonly owner: Owner,
  ) {
    this.unit = unitOf(table) ?? map.单位;
    this.codes = new Set(Object.keys(table.map.位数 ?? {}));
    this.amounts = new Set(table.map.写入.flatMap(({ 金额, 减 }) => [...columnsOfRule(金额), ...columnsOfRule(减)]));
    const ofItems = table.map.写入.filter(({ 到: target }) => targetSteps(target).some((step) => 'list' in step));
    this.summed = new Set(ofItems.flatMap(({ 金额, 减 }) => [...columnsOfRule(金额), ...columnsOfRule(减)]));
    this.byName = new CodesByName(table.map, owner.lists);
  }

  read(): Written[] {
    const { sheet, firstRow } = this.table;
    if (!this.unit && this.amounts.size > 0) {
      const hint = '在表头上面写上“单位：元”或“单位：万元”，或在“导入.yaml”里写“单位”。';
      this.refuse('import-unit', `“${sheet.name}”没有写金额单位，不能猜。`, this.at(firstRow - 1, 0), hint);
      return [];
    }
    const rows = [...sheet.rows.keys()].filter((row) => row >= firstRow).sort((a, b) => a - b);
    const written = rows.flatMap((row) => this.row(row));
    if (written.length === 0) written.push(...this.none(firstRow - 1));
    this.diagnostics.push(...this.sums.differences(this.unit ?? '元', this.at(firstRow - 1, 0)), ...this.othersFinding());
    return written;
  }

  /** What an empty table says that there is none of. */
  private none(header: number): Written[] {
    const steps = (target: string) => target.split('/').map((key) => ({ key }));
    return (this.table.map.空表 ?? []).map((target) => ({ steps: steps(target), value: NONE, at: this.at(header, 0) }));
  }

  private row(row: number): Written[] {
    if (this.isColumnNumbers(row)) return [];
    const typed = new Map([...this.table.columns.keys()].map((name) => [name, this.said(name, row)]));
    const said = this.byName.codes(this.continued(typed));
    if (this.isOfOthers(said, row)) return [];
    const taken = this.table.map.写入.flatMap((rule) => this.follow(rule, row, said));
    if (taken.length > 0) this.sums.add(said, this.codes, (name) => this.quietAmount(name, row));
    else this.reportUntaken(row, said);
    return taken;
  }

  /** A row with blanks where it goes on with what stands above. */
  private continued(said: Map<string, string>): Map<string, string> {
    const names = this.table.map.承上 ?? [];
    const first = names.findIndex((name) => said.get(name) !== '');
    for (const name of first < 0 ? names : names.slice(0, first)) said.set(name, this.above.get(name) ?? '');
    for (const name of names) this.above.set(name, said.get(name) ?? '');
    return said;
  }

  private isOfOthers(said: Said, row: number): boolean {
    const { 属于: column } = this.table.map;
    const whose = column === undefined ? '' : (said.get(column) ?? '');
    if (whose === '' || TOTAL.test(bare(whose)) || this.owner.has(whose)) return false;
    if (!this.ofOthers.has(whose)) this.ofOthers.set(whose, this.at(row, 0));
    return true;
  }

  private othersFinding(): Diagnostic[] {
    const [[, at] = []] = this.ofOthers;
    if (!at) return [];
    const names = [...this.ofOthers.keys()];
    const message = `别的单位的行没有导入：${names.slice(0, 6).join('、')}${names.length > 6 ? `等 ${names.length} 个单位` : ''}。`;
    const hint = '是本部门的，核对部门文件里的代码和所属单位；有自己文件的单位，用 --department 另外导入。';
    return [{ code: 'import-not-understood', severity: 'warning', message, at, hint }];
  }

  /** What a row says in a column of the map, in our words. */
  private said(name: string, row: number): string {
    const columns = this.table.columns.get(name) ?? [];
    const digits = digitsOfParts(this.table.map.栏[name], columns);
    const texts = columns.map((column, part) => {
      const text = cellIn(this.table, row, column, !this.amounts.has(name))?.text.trim() ?? '';
      return /^\d+$/.test(text) ? text.padStart(Number(digits[part] ?? 0), '0') : text; // ok: a length
    });
    const joined = texts.join('');
    const own = this.codes.has(name) && !this.byName.has(name) ? (/\d{3,9}/.exec(joined)?.[0] ?? joined) : joined;
    const words = Object.entries(this.map.换?.[name] ?? {});
    return words.find(([word, theirs]) => [word, ...theirs].some((one) => bare(one) === bare(plainLabel(own))))?.[0] ?? own;
  }

  /** The line under a header that numbers its columns: nothing but 1, 2, 3 … */
  private isColumnNumbers(row: number): boolean {
    const cells = [...(this.table.sheet.rows.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
    const texts = cells.map(({ text }) => bare(text)).filter((text) => !/^栏[次目]?$/.test(text));
    return texts.length > 1 && texts.every((text, index) => text === String(index + 1) || new RegExp(`^${index + 1}=`).test(text));
  }

  private follow(rule: WriteRule, row: number, said: Said): Written[] {
    if (!Object.entries(rule.当 ?? {}).every(([column, words]) => isOneOf(said.get(column) ?? '', this.dated(words)))) return [];
    return [rule.金额, rule.减, rule.零, rule.文字].flatMap(columnsOfRule).flatMap((name) => {
      const column = this.table.columns.get(name)?.[0];
      if (column === undefined) return [];
      const steps = targetSteps(rule.到).map((step) => this.resolve(step, said, name));
      if (steps.includes(undefined)) return [];
      const value = this.value(rule, name, row, column, said);
      const within = this.inYuan('0.005');
      return value === undefined ? [] : [{ steps: steps as ResolvedStep[], value, within, at: this.at(row, column) }];
    });
  }

  private dated = (words: readonly string[]): string[] =>
    words.map((word) => fill(word, { 年度: this.owner.year, 上年度: String(Number(this.owner.year) - 1) })); // ok: a year

  private value(rule: WriteRule, name: string, row: number, column: number, said: Said): Decimal | string | undefined {
    if (rule.文字 !== undefined) return said.get(name) || undefined;
    const cell = cellIn(this.table, row, column, false);
    if (rule.零 !== undefined) return /^0(\.0+)?$/.test(cell?.text.trim() ?? '') ? NONE : undefined;
    const amount = cell && this.amount(cell);
    if (!amount || amount.isZero()) return undefined;
    return rule.减 === undefined ? amount : amount.negated();
  }

  private resolve(step: TargetStep, said: Said, own: string): ResolvedStep | undefined {
    const word = (one: Word) => this.resolveWord(one, said, own);
    if ('key' in step) {
      const key = word(step.key);
      return key === undefined ? undefined : { key };
    }
    const list = word(step.list);
    const by = step.by.map(([key, is]) => [key, word(is)] as const);
    return list === undefined || by.some(([, is]) => is === undefined)
      ? undefined
      : { list, by: by as readonly (readonly [string, string])[] };
  }

  /** A code with fewer digits is a sum's; the department itself is no item. */
  private resolveWord(word: Word, said: Said, own: string): string | undefined {
    if ('text' in word) return word.text;
    if (word.column === OWN_COLUMN) return own;
    const value = said.get(word.column) ?? '';
    const digits = this.table.map.位数?.[word.column];
    if (value === '' || this.isSum(value) || (digits !== undefined && String(value.length) !== digits)) return undefined;
    return value;
  }

  private isSum = (text: string): boolean => TOTAL.test(bare(text)) || this.owner.names.has(bare(plainLabel(text)));

  private amount(cell: Cell): Decimal | undefined {
    const { text, problem, hint } = textOfCell(cell, 'number');
    const at = this.at(cell.row, cell.column);
    if (problem !== undefined) this.refuse('cell-unreadable', problem, at, hint);
    if (text === undefined || NOTHING.test(text)) return undefined;
    if (!AMOUNT.test(text)) {
      if (problem === undefined) this.refuse('cell-unreadable', `“${text}”不是金额。`, at, '改成数；金额的单位写在表头上面。');
      return undefined;
    }
    const yuan = this.inYuan(text);
    if (yuan.decimalPlaces() > 2)
      this.refuse('cell-unreadable', `金额“${text}”${this.unit}不到一分的部分不知道怎样舍去。`, at, '改成精确到分的数。');
    return yuan;
  }

  /** An amount of a row that only adds up, or is added up. */
  private quietAmount(name: string, row: number): Decimal | undefined {
    const [column = -1] = this.table.columns.get(name) ?? [];
    const cell = this.summed.has(name) ? cellIn(this.table, row, column, false) : undefined;
    const text = cell && textOfCell(cell, 'number').text;
    return text !== undefined && AMOUNT.test(text) ? this.inYuan(text) : undefined;
  }

  private inYuan = (text: string): Decimal => new Decimal(text).times(this.unit === '万元' ? 10_000 : 1);

  /** Sums are known by their name or their shorter code, and are held against what was taken; anything else with an amount is said. */
  private reportUntaken(row: number, said: Said): void {
    const amounts = [...this.amounts].map((name) => said.get(name) ?? '').filter((text) => text !== '' && !/^0*(\.0*)?$/.test(text));
    if (amounts.length === 0) return;
    const texts = [...said].filter(([name, text]) => !this.amounts.has(name) && text !== '').map(([, text]) => plainLabel(text));
    const parents = [...this.codes].map((name) => said.get(name) ?? '').filter((code) => code !== '');
    const isParent = [...this.codes].some((name) => isShorter(said.get(name) ?? '', this.table.map.位数?.[name]));
    if (isParent || texts.some(this.isSum)) {
      const label = texts.filter((text) => !parents.includes(text))[0] ?? parents[0] ?? '';
      this.sums.expect(label, isParent ? said : undefined, this.codes, (name) => this.quietAmount(name, row), this.at(row, 0));
      return;
    }
    if (this.summed.size === 0) return;
    this.diagnostics.push({
      code: 'import-not-understood',
      severity: 'warning',
      message: `这一行没有导入：${texts.join(' ') || '没有名称'}，金额 ${amounts.join('、')}。`,
      at: this.at(row, 0),
      hint: '核对科目、资金、项目类别的写法；要导入的，在“导入.yaml”的“换”或“写入”里补上。',
    });
  }

  private at(row: number, column: number): SourceLocation {
    return { file: this.file, line: row + 1, column: column + 1, cell: `${this.table.sheet.name}!${cellName(row, column)}` };
  }

  private refuse(code: Diagnostic['code'], message: string, at: SourceLocation, hint?: string): void {
    this.diagnostics.push({ code, severity: 'error', message, at, ...(hint !== undefined && { hint }) });
  }
}

const NOTHING = /^[-—－]+$/;
const AMOUNT = /^-?\d+(\.\d+)?$/;

const isShorter = (code: string, digits: string | undefined): boolean => /^\d+$/.test(code) && code.length < Number(digits); // ok: a length

const isOneOf = (said: string, words: readonly string[]): boolean => {
  const text = bare(plainLabel(said));
  return words.some((word) => (word.endsWith('*') ? text.startsWith(bare(word.slice(0, -1))) : text === bare(word)));
};

/** A row's label without its number and the words that tell parts: 一、财政拨款, ①公务用车购置费, 其中：人员经费. */
const plainLabel = (text: string): string =>
  text.trim().replace(/^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[①-⑳]|\d+[.、]|其中[:：])\s*/, '');

/** As the sheet says it over or in its header; both at once is no answer. */
function unitOf({ over, header }: FoundTable): AmountUnit | undefined {
  const stated = [...`${over} ${header}`.matchAll(/单位[:：]?(?:人民币)?(万元|元)|[(（](万元|元)[)）]/g)].map(
    ([, one, other]) => one ?? other,
  );
  const units = new Set(stated);
  return units.size === 1 ? ([...units][0] as AmountUnit) : undefined;
}
