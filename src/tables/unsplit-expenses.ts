import type { Budget } from '../budget/budget.js';
import type { Cube, Fact } from '../budget/facts.js';
import { matcher, type Query } from '../budget/query.js';
import { locateSource } from '../definition/definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { defined } from '../plain/objects.js';
import { joinMeasures } from '../profile/measure.js';
import type { Profile } from '../profile/profile.js';
import type { HeaderSpec, Measure, TableSpec } from '../profile/table-schema.js';

/** A form that publishes 人员经费 and 公用经费 by 项 needs them apart there, too. */
export function unsplitExpenses(budget: Budget, { tables }: Profile): Diagnostic[] {
  const asked = tables
    .flatMap(cellMeasures)
    .filter(({ 表: cubes = [], 经费: kind }) => kind !== undefined && [cubes].flat().some(isByItem));
  const facts = new Set(asked.flatMap((measure) => withoutKind(measure, budget)));
  const files = [...new Set([...facts].map(fileOf))];
  return files.flatMap((file) =>
    refusal(
      [...facts].filter((fact) => fileOf(fact) === file),
      budget,
    ),
  );
}

const isByItem = (cube: Cube): boolean => cube === '支出' || cube === '上年支出';

function withoutKind({ 表: cubes = [], 经费: _, ...where }: Measure, budget: Budget): Fact[] {
  const conditions = defined({ ...where, 性质: '基本支出' }) as Query['where'];
  const matching = [cubes]
    .flat()
    .filter(isByItem)
    .flatMap((cube) => budget.facts(cube).filter(matcher({ cube, where: conditions })));
  return matching.filter((fact) => fact.dimensions.经费 === undefined && !fact.value.isZero());
}

/** What each row asks for in each column, expansions not entered. */
function cellMeasures(table: TableSpec): Measure[] {
  const columns = [...(table.左 ?? []), ...(table.右 ?? []), ...(table.表头 ?? [])].flatMap(measuresIn);
  const rows = (table.行 ?? []).flatMap((row) => [row, ...(row.左 ?? []), ...(row.右 ?? [])]);
  return rows.flatMap((row) => columns.flatMap((column) => joinMeasures(row.取数 ?? {}, column) ?? []));
}

const measuresIn = (header: HeaderSpec): Measure[] =>
  header.下级 ? header.下级.flatMap(measuresIn) : [header.取数, header.比].flatMap((measure) => measure ?? []);

const fileOf = ({ origin }: Fact): string => (origin.kind === 'stated' ? origin.source.file : '');

/** One cause, one finding: the first place of a file, with its others beside it. */
function refusal(facts: readonly Fact[], budget: Budget): Diagnostic[] {
  const places = facts.flatMap(({ origin, label }) => {
    const at = origin.kind === 'stated' ? locateSource(budget.definition, origin.source) : undefined;
    return at ? [{ at, message: label }] : [];
  });
  const [first, ...others] = places;
  if (!first) return [];
  const also = others.length === 0 ? '' : `，还有 ${others.length} 处也是这样`;
  const message = `这份方案按科目分列人员经费和公用经费，这里的基本支出没有分开${also}。`;
  const hint = '分开写，如 基本支出: {人员经费: {一般公共预算: …}, 公用经费: {一般公共预算: …}}。';
  return [{ code: 'expenses-unsplit', severity: 'error', message, at: first.at, ...(others.length > 0 && { related: others }), hint }];
}
