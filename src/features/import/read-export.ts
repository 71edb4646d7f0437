import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { Decimal } from '../../money/decimal.js';
import type { AmountUnit } from '../../money/parse-amount.js';
import type { Cell, CellSheet } from '../../spreadsheet/cells.js';
import { cellName } from '../../spreadsheet/places.js';
import { textOfCell } from './cell-text.js';
import { type ExportMap, type TargetStep, targetSteps, type WriteRule } from './export-map.js';
import { bare, cellIn, type FoundTable, findTable } from './find-table.js';

/** A value with the place that it goes to; keys of items are told with the value that they have. */
export interface Written {
  readonly steps: readonly ResolvedStep[];
  /** Exact 元, or a text. */
  readonly value: Decimal | string;
  readonly at: SourceLocation;
}
export type ResolvedStep = { readonly key: string } | { readonly list: string; readonly by: string; readonly is: string };

export interface ExportContent {
  /** Sheets on which a table was found. */
  readonly tables: number;
  readonly written: readonly Written[];
  /** Rules that were followed: what stands at their places and did not come again is gone. */
  readonly rules: readonly WriteRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the tables of an export as a map has them; rows with amounts that nothing takes are listed. */
export function readExport(sheets: readonly CellSheet[], map: ExportMap, file: string): ExportContent {
  const written: Written[] = [];
  const diagnostics: Diagnostic[] = [];
  const rules = new Set<WriteRule>();
  const found = map.表.flatMap((table) => findTable(sheets, table));
  for (const table of found) {
    for (const rule of table.map.写入) rules.add(rule);
    const reader = new TableReader(table, map, file, diagnostics);
    written.push(...reader.read());
  }
  const used = new Set(found.map(({ sheet }) => sheet.name));
  const unused = sheets.filter(({ name, isHidden, rows }) => !isHidden && rows.size > 0 && !used.has(name)).map(({ name }) => name);
  if (found.length > 0 && unused.length > 0)
    diagnostics.push({
      code: 'import-not-understood',
      severity: 'warning',
      message: `这些工作表没有用到：${unused.join('、')}。`,
      hint: `要导入它们，在“导入.yaml”的“${map.名称}”里加上。`,
    });
  return { tables: found.length, written: sumUp(written), rules: [...rules], diagnostics };
}

/** Amounts of one place are added up: exports have a line for each combination. */
function sumUp(written: readonly Written[]): Written[] {
  const places = new Map<string, Written>();
  for (const one of written) {
    const key = JSON.stringify(one.steps);
    const known = places.get(key);
    const value = known && known.value instanceof Decimal && one.value instanceof Decimal ? known.value.plus(one.value) : one.value;
    places.set(key, known ? { ...known, value } : one);
  }
  return [...places.values()];
}

const TOTAL = /^(合计|总计|小计|本年.*合计|.*总计)$/;

class TableReader {
  private readonly unit: AmountUnit | undefined;
  private readonly codes: ReadonlySet<string>;

  constructor(
    private readonly table: FoundTable,
    private readonly map: ExportMap,
    private readonly file: string,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.unit = unitOf(table) ?? map.单位;
    const steps = table.map.写入.flatMap(({ 到: target }) => targetSteps(target));
    this.codes = new Set(steps.flatMap((step) => ('list' in step && /科目|编码/.test(step.by) ? [step.column] : [])));
  }

  read(): Written[] {
    const { sheet, firstRow } = this.table;
    if (!this.unit) {
      const hint = '在表头上面写上“单位：元”或“单位：万元”，或在“导入.yaml”里写“单位”。';
      this.refuse('import-unit', `“${sheet.name}”没有写金额单位，不能猜。`, this.at(firstRow - 1, 0), hint);
      return [];
    }
    const rows = [...sheet.rows.keys()].filter((row) => row >= firstRow).sort((a, b) => a - b);
    return rows.flatMap((row) => this.row(row));
  }

  private row(row: number): Written[] {
    const said = new Map([...this.table.columns.keys()].map((name) => [name, this.said(name, row)]));
    if (this.isColumnNumbers(said)) return [];
    const taken = this.table.map.写入.flatMap((rule) => this.follow(rule, row, said) ?? []);
    if (taken.length === 0) this.reportUntaken(row, said);
    return taken;
  }

  /** What a row says in a column of the map, in our words. */
  private said(name: string, row: number): string {
    const columns = this.table.columns.get(name) ?? [];
    const map = this.table.map.栏[name];
    const digits = map && !Array.isArray(map) ? (map as { 位数?: string[] }).位数 : undefined;
    const isAmount = this.table.map.写入.some((rule) => rule.金额 === name);
    const texts = columns.map((column, part) => {
      const text = cellIn(this.table, row, column, !isAmount)?.text.trim() ?? '';
      return digits && /^\d+$/.test(text) ? text.padStart(Number(digits[part] ?? 0), '0') : text; // ok: a length
    });
    const joined = texts.join('');
    const own = this.codes.has(name) ? (/\d{3,9}/.exec(joined)?.[0] ?? '') : joined;
    const words = Object.entries(this.map.换?.[name] ?? {});
    return (
      words.find(([word, theirs]) =>
        [word, ...theirs].some((one) => bare(one) === bare(own.replace(/^[一二三四五六七八九十]+、|^\d+[.、]/, ''))),
      )?.[0] ?? own
    );
  }

  /** The line under a header that numbers its columns. */
  private isColumnNumbers(said: ReadonlyMap<string, string>): boolean {
    const texts = [...said.values()].filter((text) => text !== '');
    return texts.length > 1 && texts.every((text) => /^\d{1,2}$/.test(text));
  }

  private follow(rule: WriteRule, row: number, said: ReadonlyMap<string, string>): Written | undefined {
    const name = rule.金额 ?? rule.文字 ?? '';
    const column = this.table.columns.get(name)?.[0];
    if (column === undefined) return undefined;
    for (const [other, words] of Object.entries(rule.当 ?? {}))
      if (!words.some((word) => bare(word) === bare(plainLabel(said.get(other) ?? '')))) return undefined;
    const steps = targetSteps(rule.到).map((step) => this.resolve(step, said));
    if (steps.includes(undefined)) return undefined;
    const cell = cellIn(this.table, row, column, rule.金额 === undefined);
    const value = rule.金额 === undefined ? said.get(name) || undefined : cell && this.amount(cell);
    if (value === undefined || (value instanceof Decimal && value.isZero())) return undefined;
    return { steps: steps as ResolvedStep[], value, at: this.at(row, column) };
  }

  private resolve(step: TargetStep, said: ReadonlyMap<string, string>): ResolvedStep | undefined {
    if ('key' in step) return step;
    const value = said.get(step.column) ?? '';
    const digits = this.table.map.位数?.[step.column];
    if (value === '' || (digits !== undefined && String(value.length) !== digits)) return undefined;
    return 'list' in step ? { list: step.list, by: step.by, is: value } : { key: value };
  }

  private amount(cell: Cell): Decimal | undefined {
    const { text, problem, hint } = textOfCell(cell, 'number');
    const at = this.at(cell.row, cell.column);
    if (problem !== undefined) this.refuse('cell-unreadable', problem, at, hint);
    if (text === undefined || /^[-—－]+$/.test(text)) return undefined;
    if (!/^-?\d+(\.\d+)?$/.test(text)) {
      if (problem === undefined) this.refuse('cell-unreadable', `“${text}”不是金额。`, at, '改成数；金额的单位写在表头上面。');
      return undefined;
    }
    const yuan = new Decimal(text).times(this.unit === '万元' ? 10_000 : 1);
    if (yuan.decimalPlaces() > 2)
      this.refuse('cell-unreadable', `金额“${text}”${this.unit}不到一分的部分不知道怎样舍去。`, at, '改成精确到分的数。');
    return yuan;
  }

  /** Sums are known by their name or their shorter code; anything else with an amount is said. */
  private reportUntaken(row: number, said: ReadonlyMap<string, string>): void {
    const amounts = [...new Set(this.table.map.写入.flatMap((rule) => rule.金额 ?? []))].map((name) => said.get(name) ?? '');
    if (amounts.every((text) => text === '' || /^0*(\.0*)?$/.test(text))) return;
    const texts = [...said].filter(([name]) => !this.table.map.写入.some((rule) => rule.金额 === name)).map(([, text]) => plainLabel(text));
    if (texts.some((text) => TOTAL.test(bare(text)))) return;
    const isParent = Object.entries(this.table.map.位数 ?? {}).some(([name, digits]) => {
      const code = said.get(name) ?? '';
      return code !== '' && code.length < Number(digits); // ok: a length
    });
    if (isParent) return;
    const shown = texts.filter((text) => text !== '').join(' ');
    this.diagnostics.push({
      code: 'import-not-understood',
      severity: 'warning',
      message: `这一行没有导入：${shown || '没有名称'}，金额 ${amounts.filter((text) => text !== '').join('、')}。`,
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

/** A row's label without its number and the words that tell parts: 一、财政拨款, 其中：人员经费. */
const plainLabel = (text: string): string =>
  text.trim().replace(/^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]|其中[:：])/, '');

/** As the sheet says it over or in its header; both at once is no answer. */
function unitOf({ over, header }: FoundTable): AmountUnit | undefined {
  const stated = [...`${over} ${header}`.matchAll(/单位[:：]?(?:人民币)?(万元|元)|[(（](万元|元)[)）]/g)].map(
    ([, one, other]) => one ?? other,
  );
  const units = new Set(stated);
  return units.size === 1 ? ([...units][0] as AmountUnit) : undefined;
}
