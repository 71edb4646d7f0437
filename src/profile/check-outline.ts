import type { Located } from '../definition/load-definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ProfileSpec } from './profile-schema.js';
import type { TableSpec } from './table-schema.js';

/** The tables stand in one part of the outline, and each has a name of its own. */
export function checkOutline({ value, locate }: Located<ProfileSpec>, tables: readonly Located<TableSpec>[]): Diagnostic[] {
  const places = value.大纲.flatMap((part, index) => (part.报表 === undefined ? [] : [index]));
  const found: Diagnostic[] = [];
  if (places.length === 0 && value.报表.length > 0) {
    const message = '大纲里没有放报表的部分，报表不会公开。';
    found.push({
      code: 'profile-tables-unplaced',
      severity: 'error',
      message,
      at: locate(['大纲'], 'key'),
      hint: '在某个部分写“报表: 全部”。',
    });
  }
  for (const index of places.slice(1)) {
    const message = '大纲里有两个部分放报表，每张表会印两遍。';
    found.push({
      code: 'profile-tables-repeated',
      severity: 'error',
      message,
      at: locate(['大纲', index, '报表']),
      hint: '只在一个部分写“报表: 全部”。',
    });
  }
  return [...found, ...repeatedNames(tables)];
}

function repeatedNames(tables: readonly Located<TableSpec>[]): Diagnostic[] {
  const first = new Map<string, Located<TableSpec>>();
  return tables.flatMap((table): Diagnostic[] => {
    const { 名称: name } = table.value;
    const before = first.get(name);
    first.set(name, before ?? table);
    if (!before) return [];
    const related = [{ message: '另一张表', at: before.locate(['名称']) }];
    return [
      {
        code: 'profile-table-name-repeated',
        severity: 'error',
        message: `两张报表都叫“${name}”。`,
        at: table.locate(['名称']),
        related,
        hint: '报表名称用来指明一张表，不能重复。',
      },
    ];
  });
}
