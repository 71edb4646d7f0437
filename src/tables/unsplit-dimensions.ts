import type { Budget } from '../budget/budget.js';
import type { Cube } from '../budget/cubes/index.js';
import type { Dimension } from '../budget/dimensions.js';
import type { Fact } from '../budget/facts.js';
import { matcher, type Query } from '../budget/query.js';
import { locateSource } from '../definition/definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import { defined, oncePer } from '../plain/objects.js';
import { joinMeasures } from '../profile/measure.js';
import type { Profile } from '../profile/profile.js';
import type { HeaderSpec, Measure, TableSpec } from '../profile/table-schema.js';

/** A condition that some facts of a table can be asked for only where a department states them apart. */
interface Split {
  readonly code: FindingCode<'units'>;
  readonly dimension: Dimension;
  readonly cubes: readonly Cube[];
  /** Which of their facts. */
  readonly of: Query['where'];
  readonly message: string;
  readonly hint: string;
}

const SPLITS: readonly Split[] = [
  {
    code: 'expenses-unsplit',
    dimension: '经费',
    cubes: ['支出', '上年支出', '上年执行支出'],
    of: { 性质: '基本支出' },
    message: '这份方案按科目分列人员经费和公用经费，这里的基本支出没有分开',
    hint: '分开写，如 基本支出: {人员经费: {一般公共预算: …}, 公用经费: {一般公共预算: …}}。',
  },
  {
    code: 'last-year-unsplit',
    dimension: '资金',
    cubes: ['三公经费'],
    of: { 年份: '上年' },
    message: '这份方案上年的“三公”经费也按资金来源分列，这里只写了一个金额',
    hint: '按资金来源写，如 上年: {一般公共预算: …, 政府性基金预算: …}。',
  },
];

/** What a form prints apart has to be stated apart: else its cells stay blank, though there is money. */
export const unsplitDimensions = (budget: Budget, profile: Profile): Diagnostic[] =>
  askedApart(profile).flatMap(({ split, asked }) => {
    const facts = new Set(asked.flatMap((measure) => factsWithout(split, measure, budget)));
    const files = [...new Set([...facts].map(fileOf))];
    return files.flatMap((file) =>
      refusal(
        split,
        [...facts].filter((fact) => fileOf(fact) === file),
        budget,
      ),
    );
  });

/** Which measures of a form ask for each split: the same of all departments. */
const askedApart = oncePer((profile: Profile) => {
  const measures = [...profile.tables.flatMap(cellMeasures), ...namedMeasures(profile)];
  return SPLITS.map((split) => ({ split, asked: measures.filter((measure) => asksFor(split, measure)) }));
});

const cubesIn = ({ cubes }: Split, { 表: asked = [] }: Measure): readonly Cube[] => [asked].flat().filter((cube) => cubes.includes(cube));
const asksFor = (split: Split, measure: Measure): boolean => measure[split.dimension] !== undefined && cubesIn(split, measure).length > 0;

function factsWithout(split: Split, measure: Measure, budget: Budget): Fact[] {
  const { 表: _, [split.dimension]: __, ...others } = measure;
  const where = defined(others) as Query['where'];
  return cubesIn(split, measure)
    .flatMap((cube) =>
      budget
        .facts(cube)
        .filter(matcher({ cube, where }))
        .filter(matcher({ cube, where: split.of })),
    )
    .filter((fact) => fact.dimensions[split.dimension] === undefined && !fact.value.isZero());
}

/** What each row asks for in each column, expansions not entered. */
function cellMeasures(table: TableSpec): Measure[] {
  const columns = [...(table.左 ?? []), ...(table.右 ?? []), ...(table.表头 ?? [])].flatMap(measuresIn);
  const rows = (table.行 ?? []).flatMap((row) => [row, ...(row.左 ?? []), ...(row.右 ?? [])]);
  return rows.flatMap((row) => columns.flatMap((column) => joinMeasures(row.取数 ?? {}, column) ?? []));
}

const measuresIn = (header: HeaderSpec): Measure[] =>
  header.下级 ? header.下级.flatMap(measuresIn) : [header.取数, header.比].flatMap((measure) => measure ?? []);

/** Those of 数据 and of charts. */
const namedMeasures = ({ spec: { 数据: figures = {}, 图: charts = {} } }: Profile): Measure[] => [
  ...Object.values(figures).flatMap(({ 取数: now, 上年取数: before, 占: whole }) => [now, ...[before, whole].flatMap((one) => one ?? [])]),
  ...Object.values(charts).flatMap(({ 各块: parts }) => parts.flatMap(({ 取数: measure }) => measure ?? [])),
];

const fileOf = ({ origin }: Fact): string => (origin.kind === 'stated' ? origin.source.file : '');

/** One cause, one finding: the first place of a file, with its others beside it. */
function refusal({ code, message, hint }: Split, facts: readonly Fact[], budget: Budget): Diagnostic[] {
  const places = facts.flatMap(({ origin, label }) => {
    const at = origin.kind === 'stated' ? locateSource(budget.definition, origin.source) : undefined;
    return at ? [{ at, message: label }] : [];
  });
  const [first, ...others] = places;
  if (!first) return [];
  const also = others.length === 0 ? '' : `，还有 ${others.length} 处也是这样`;
  return [{ code, severity: 'error', message: `${message}${also}。`, at: first.at, ...(others.length > 0 && { related: others }), hint }];
}
