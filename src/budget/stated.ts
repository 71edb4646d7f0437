import type { Member } from '../definition/definition.js';
import { FACT_TABLES } from './cubes/index.js';
import type { Dimension } from './dimensions.js';
import type { Fact } from './facts.js';
import type { SourcePath } from './figure.js';
import { expandGroup, type Query } from './query.js';

/** What the definition does not say of a query: then its zero is nobody's statement, and no sentence may print it. */
export function unstatedBy({ cube, where }: Query, matched: readonly Fact[], members: readonly Member[]): SourcePath[] {
  const { unstated } = FACT_TABLES[cube];
  if (!unstated) return [];
  const asked = (dimension: Dimension) => {
    const value = where[dimension];
    return value === undefined ? undefined : [value].flat().flatMap(expandGroup);
  };
  return members.flatMap(({ file, content }) => {
    const own = matched.filter(({ origin }) => origin.kind !== 'stated' || origin.source.file === file);
    return unstated(content, asked, own).map((path) => ({ file, path }));
  });
}
