import type { Figure, SourcePath } from '../../budget/figure.js';
import { rowTitle } from '../../checks/shared/cells.js';
import { FROM_PREVIOUS } from '../../definition/carried-over-words.js';
import { type Definition, locateSource } from '../../definition/definition.js';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { Document } from '../../document/document.js';
import { type FigureRecord, placeOfStated } from '../../document/figure.js';
import { formatNumber } from '../../money/format.js';
import { defined, isPlainObject } from '../../plain/objects.js';
import { type PreviousYear, previousFigure } from '../../previous-year/previous-year.js';
import type { PublishedTable } from '../../tables/published-table.js';
import { cellAt, tails } from '../../tables/tails.js';
import { type PrintedPlace, printedPlaces } from './printed-places.js';

/** What a figure is looked up in. */
export interface ExplainInput {
  readonly definition: Definition;
  readonly document: Document;
  readonly tables: readonly PublishedTable[];
  /** Last year's file, where figures of this year's were taken from it. */
  readonly previous?: PreviousYear | undefined;
  /** Printed page numbers by the id of a heading or table title, where pages are known. */
  readonly pages?: ReadonlyMap<string, string>;
}

/** A figure of the derivation: its exact value, how it comes about, and where it is stated. */
export interface Derivation {
  readonly label: string;
  readonly unit: FigureRecord['unit'];
  readonly value: string;
  readonly formula?: string;
  readonly basis?: string;
  readonly inputs: readonly Derivation[];
  readonly at?: SourceLocation;
}

export interface ExplainedPlace extends PrintedPlace {
  readonly page?: string;
  /** Where the cell is a total whose printed parts do not add up to it. */
  readonly tail?: string;
}

/** One figure with each place where it stands, and how it came about. */
export interface ExplainedFigure {
  readonly printed: readonly string[];
  readonly places: readonly ExplainedPlace[];
  readonly derivation: Derivation;
}

/** Raised when a field is renamed, removed or changes its meaning. */
const EXPLANATION_SCHEMA_VERSION = 1;

export interface Explanation {
  readonly schemaVersion: typeof EXPLANATION_SCHEMA_VERSION;
  readonly query: string;
  readonly figures: readonly ExplainedFigure[];
}

/** Finds every figure that is printed as the query says, or that a path of the definition states or feeds. */
export function explain(input: ExplainInput, query: string): Explanation {
  const places = printedPlaces(input.document, input.tables);
  const test = isNumber(query) ? printedAs(query) : fedBy(query, input);
  const found = places.filter(({ figure }) => test(figure.figure, figure.text));
  const groups = new Map<string, PrintedPlace[]>();
  for (const place of found) {
    const key = sameness(place.figure.figure, input.document);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const figures = [...groups.values()].map((group) => explained(group, input));
  return { schemaVersion: EXPLANATION_SCHEMA_VERSION, query, figures };
}

const isNumber = (query: string) => /^[-\d.,\s]+(?:%|万元|元)?$/.test(query.trim()) && /\d/.test(query);

function printedAs(query: string): (id: string, text: string) => boolean {
  const wanted = bare(query);
  const percent = query.trim().endsWith('%');
  return (_, text) => bare(text) === wanted && (!percent || text.endsWith('%'));
}

/** Without separators, unit and the zeros at the end of a fraction: 113,649 is printed as 113,649.00. */
const bare = (text: string) =>
  text
    .replace(/[,\s]|万元$|元$|%$/g, '')
    .replace(/(?:万元|元|%)$/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** 支出[0].基本支出 or 支出/0/基本支出 or 支出.第1项.基本支出: every figure that rests on what is stated there. */
function fedBy(query: string, { document }: ExplainInput): (id: string) => boolean {
  const path = query
    .trim()
    .replace(/\[(\d+)\]/g, '/$1')
    .replace(/[.›]/g, '/')
    .replace(/第(\d+)项/g, (_, number: string) => String(Number(number) - 1))
    .replace(/\s|^\//g, ''); // ok: an index
  const known = new Map<string, boolean>();
  const rests = (id: string): boolean => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const origin = document.figures[id]?.origin;
    const stated = origin?.kind === 'stated' ? origin.path.replace(/^.*?#\//, '') : '';
    const result = origin?.kind === 'stated' ? stated === path || stated.startsWith(`${path}/`) : (origin?.inputs ?? []).some(rests);
    known.set(id, result);
    return result;
  };
  return rests;
}

/** Figures with the same leaves and the same formula are one figure, however their tables asked for it. */
function sameness(id: string, document: Document): string {
  const record = document.figures[id];
  if (record?.origin.kind !== 'derived') return id;
  if (record.origin.formula !== 'sum') return id;
  return `${record.value} ${leaves(id, document).sort().join(' ')}`;
}

function leaves(id: string, document: Document): string[] {
  const record = document.figures[id];
  if (!record || record.value === '0') return [];
  return record.origin.kind === 'stated' ? [id] : record.origin.inputs.flatMap((input) => leaves(input, document));
}

function explained(group: readonly PrintedPlace[], input: ExplainInput): ExplainedFigure {
  const [first] = group;
  const tailText = tailTexts(input.tables);
  const places = group.map((place): ExplainedPlace => {
    const page = place.anchor === undefined ? undefined : input.pages?.get(place.anchor);
    const tail = place.cell && tailText.get(`${place.cell.table} ${place.cell.row} ${place.cell.column}`);
    return { ...place, ...defined({ page, tail }) };
  });
  return { printed: [...new Set(group.map((place) => place.figure.text))], places, derivation: derive(first?.figure.figure ?? '', input) };
}

function derive(id: string, input: ExplainInput): Derivation {
  const { document, definition } = input;
  const record = document.figures[id];
  if (!record) throw new Error(`figure ${id} has no record`);
  const { label, unit, value, origin } = record;
  if (origin.kind === 'stated') {
    const place = placeOfStated(origin.path);
    const at = locateSource(definition, place);
    return takenOver(record, place, input) ?? { label, unit, value, inputs: [], ...(at && { at }) };
  }
  const { formula, basis, inputs } = origin;
  const parts = inputs.filter((part) => formula !== 'sum' || document.figures[part]?.value !== '0');
  const derived = parts.map((part) => derive(part, input));
  const [only] = derived;
  // A sum of one part is that part under another name.
  if (formula === 'sum' && derived.length === 1 && only) return { ...only, label };
  return { label, unit, value, formula, inputs: derived, ...defined({ basis }) };
}

/** A figure that this year's file leaves to last year's: the lines of last year's file that come to it. */
function takenOver(
  { label, value }: FigureRecord,
  { file, path }: SourcePath,
  { definition, previous }: ExplainInput,
): Derivation | undefined {
  const member = definition.members.find((one) => one.file === file);
  if (!previous || !member || isTyped(member.typed, path)) return undefined;
  const figure = previousFigure(previous, member.content.部门, path.map(String));
  return figure?.value.eq(value) ? { ...ofFigure(figure, previous.definition), label: `${label}（${FROM_PREVIOUS}）` } : undefined;
}

/** Said by a word for all of it, or not at all, it comes from elsewhere. */
function isTyped(typed: unknown, path: SourcePath['path']): boolean {
  const value = path.reduce<unknown>((at, step) => (isPlainObject(at) ? at[String(step)] : undefined), typed);
  return value !== undefined && value !== FROM_PREVIOUS;
}

function ofFigure({ label, unit, value, origin }: Figure, definition: Definition): Derivation {
  const own = { label, unit, value: value.toFixed() };
  if (origin.kind === 'stated') {
    const at = locateSource(definition, origin.source);
    return { ...own, inputs: [], ...(at && { at }) };
  }
  const inputs = origin.inputs.filter((one) => !one.value.isZero()).map((one) => ofFigure(one, definition));
  const [only] = inputs;
  return inputs.length === 1 && only ? only : { ...own, formula: origin.formula, inputs };
}

/** «7.34 + 40.46 = 47.80»: the printed parts of each total with a tail. */
function tailTexts(tables: readonly PublishedTable[]): Map<string, string> {
  return new Map(
    tables.flatMap((table) =>
      tails(table).map(({ sum, printedParts }): [string, string] => {
        const shown = sum.parts.flatMap((part) => {
          const text = cellAt(table.rows, part)?.text;
          return text ? [`${rowTitle(table, part)} ${text}`] : [];
        });
        return [
          `${table.id} ${sum.total.row} ${sum.total.column}`,
          `印出的分项 ${shown.join(' + ')} = ${formatNumber(printedParts, 2, false)}`,
        ];
      }),
    ),
  );
}
