import type { Located } from '../definition/load-definition.js';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import { FORM_NAMES, type FormName } from './form-schema.js';
import { outlineItems, placedInChapters } from './outline.js';
import type { ProfileSpec } from './profile-schema.js';
import type { TableSpec } from './table-schema.js';

/** What tables and forms are placed by, besides the outline. */
interface Ground {
  readonly templates: ReadonlyMap<string, string>;
  readonly hasWholeForm: boolean;
  readonly display: (path: string) => string;
}

/** Every table stands in one place, by name or among the others; each has a name of its own; so does each form. */
export function checkOutline(spec: Located<ProfileSpec>, tables: readonly Located<TableSpec>[], ground: Ground): Diagnostic[] {
  const places = placesOf(spec, tables, ground);
  return [
    ...unplaced(spec, tables, places),
    ...repeated(places.others, () => '大纲里有两处放其余报表，每张表会印两遍。', '只在一个部分写“报表: 全部”，或只在一处写“其余报表”。'),
    ...[...places.tables].flatMap(([name, at]) => repeated(at, () => `报表“${name}”放了两处，会印两遍。`, '一张表只放一处。')),
    ...[...places.forms].flatMap(([name, at]) => repeated(at, () => `“${name}”放了两处，会印两遍。`, '只放一处。')),
    ...chapterSlips(spec),
    ...repeatedNumbers(tables),
    ...tables.flatMap((table) => shapeOf(table, ground)),
    ...repeatedNames(tables),
  ];
}

interface Places {
  readonly others: readonly SourceLocation[];
  readonly tables: ReadonlyMap<string, readonly SourceLocation[]>;
  readonly forms: ReadonlyMap<FormName, readonly SourceLocation[]>;
}

function placesOf({ value, locate }: Located<ProfileSpec>, tables: readonly Located<TableSpec>[], { templates, display }: Ground): Places {
  const others: SourceLocation[] = [];
  const named = new Map<string, SourceLocation[]>();
  const forms = new Map<FormName, SourceLocation[]>();
  const put = <K>(map: Map<K, SourceLocation[]>, key: K, at: SourceLocation) => void map.set(key, [...(map.get(key) ?? []), at]);
  value.大纲.forEach((part, index) => {
    const first = part.报表 === undefined ? 0 : 1;
    outlineItems(part, value.报表).forEach((item, at) => {
      const place = at < first ? locate(['大纲', index, '报表']) : locate(['大纲', index, '章节', at - first]);
      if (item.kind === 'others') others.push(place);
      if (item.kind === 'table') put(named, tables[item.number - 1]?.value.名称 ?? '', place);
    });
  });
  for (const { table, form, path, line, column } of placedInChapters({ spec: value, templates })) {
    const at = { file: display(path), line, column };
    if (table !== undefined) put(named, table, at);
    // Each of several templates, or branches of one, may print the forms of other projects.
    if (form !== undefined && !forms.has(form)) put(forms, form, at);
  }
  for (const { value: table, locate: at } of tables) if (table.表格) put(forms, table.表格, at(['表格']));
  return { others, tables: named, forms };
}

function unplaced({ locate }: Located<ProfileSpec>, tables: readonly Located<TableSpec>[], places: Places): Diagnostic[] {
  if (places.others.length > 0) return [];
  const [first, ...more] = tables.filter(({ value: { 名称: name } }) => !places.tables.has(name));
  if (!first) return [];
  const isNone = places.tables.size === 0;
  const count = more.length === 0 ? '' : `等 ${more.length + 1} 张`;
  const message = isNone ? '大纲里没有放报表的部分，报表不会公开。' : `报表“${first.value.名称}”${count}没有放在哪里，不会公开。`;
  const at = locate(['大纲'], 'key');
  return [
    { code: 'profile-tables-unplaced', severity: 'error', message, at, hint: '在某个部分写“报表: 全部”，或在“章节”里写“其余报表”。' },
  ];
}

function repeated(places: readonly SourceLocation[], message: () => string, hint: string): Diagnostic[] {
  const [first, ...rest] = places;
  if (!first) return [];
  const related = [{ message: '另一处', at: first }];
  return rest.map((at) => ({ code: 'profile-tables-repeated', severity: 'error', message: message(), at, related, hint }));
}

/** Phrases are called by chapters, with what they speak of. */
const chapterSlips = ({ value, locate }: Located<ProfileSpec>): Diagnostic[] =>
  value.大纲.flatMap(({ 章节: chapters = [] }, part) =>
    chapters.flatMap((path, index): Diagnostic[] => {
      if (!path.startsWith('词句/')) return [];
      const hint = '把文件放到别的文件夹，如“说明/”；词句在模板里用 {{> 名称 变量}} 调用。';
      const at = locate(['大纲', part, '章节', index]);
      return [{ code: 'value-invalid', severity: 'error', message: `“${path}”是词句，不能当一节。`, at, hint }];
    }),
  );

/** Two tables of one number: a reader finds the first. */
function repeatedNumbers(tables: readonly Located<TableSpec>[]): Diagnostic[] {
  const numbers = tables.map(({ value }, index) => value.表号 ?? String(index + 1));
  return tables.flatMap(({ value, locate }, index): Diagnostic[] => {
    const other = numbers.findIndex((number, at) => at !== index && number === numbers[index]);
    if (value.表号 === undefined || other < 0) return [];
    const message = `表号“${value.表号}”和报表“${tables[other]?.value.名称 ?? ''}”的相同。`;
    return [
      {
        code: 'profile-table-name-repeated',
        severity: 'error',
        message,
        at: locate(['表号']),
        hint: '没有写“表号”的，按“报表”清单的次序数；两张表不能是一个号。',
      },
    ];
  });
}

/** A table has columns and rows, or is filled in as a form. */
function shapeOf({ value, locate }: Located<TableSpec>, { hasWholeForm }: Ground): Diagnostic[] {
  const refuse = (
    code: 'missing-key' | 'profile-key-idle' | 'profile-file-missing',
    key: string,
    message: string,
    hint: string,
  ): Diagnostic[] => [{ code, severity: 'error', message, at: locate([key], 'key'), hint }];
  const idle = (['表头', '左', '右', '行', '栏次', '方向', '纸张', '字号'] as const).find((key) => value[key] !== undefined);
  if (value.表格 === undefined)
    return value.行
      ? []
      : refuse(
          'missing-key',
          '名称',
          `报表“${value.名称}”没有写“行”。`,
          `写“表头”和“行”；整张是绩效目标表的，写“表格: ${FORM_NAMES[0]}”。`,
        );
  if (idle !== undefined)
    return refuse(
      'profile-key-idle',
      idle,
      `写了“表格”的报表不用“${idle}”，写了没有作用。`,
      `删去“${idle}”；格子、方向、纸张和字号写在“${value.表格}.yaml”里。`,
    );
  if (value.表格 === '整体绩效目标表' && !hasWholeForm)
    return refuse(
      'profile-file-missing',
      '表格',
      '方案缺少文件“整体绩效目标表.yaml”。',
      '建立这个文件，写法同“绩效目标表.yaml”，各键见“键的说明.md”。',
    );
  return [];
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
