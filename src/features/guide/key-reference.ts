import type { z } from 'zod';
import { checkRulesSchema } from '../../profile/check-rules-schema.js';
import { formSchema, wholeFormSchema } from '../../profile/form-schema.js';
import { exportMapsSchema } from '../../profile/import-map.js';
import { layoutSchema, profileSchema } from '../../profile/profile-schema.js';
import { measure, tableSpec } from '../../profile/table-schema.js';
import { KEY_NOTES } from './key-notes.js';

/** The schema of each file of a profile, and of 取数, which stands in most of them. */
export const PROFILE_SCHEMAS = {
  '方案.yaml': profileSchema,
  '报表/*.yaml': tableSpec,
  '绩效目标表.yaml': formSchema,
  '整体绩效目标表.yaml': wholeFormSchema,
  '版式.yaml': layoutSchema,
  '核对.yaml': checkRulesSchema,
  '导入.yaml': exportMapsSchema,
  取数: measure,
} as const;
export type ProfileFile = keyof typeof PROFILE_SCHEMAS;

/** The keys of a file, each once: a row within a row has the keys of one. */
export function keysOf(file: ProfileFile): SchemaKey[] {
  const keys = schemaKeys(PROFILE_SCHEMAS[file]);
  return [...new Map(keys.map((key) => [key.path, key])).values()];
}

/** templates/键的说明.md: every key that a profile's files may have, straight from the schemas. */
export function keyReference(): string {
  const parts = (Object.keys(PROFILE_SCHEMAS) as ProfileFile[]).map((file) => {
    const rows = keysOf(file).map(({ path, kind }) => {
      const [effect = '', absent = '', example = ''] = KEY_NOTES[file][path] ?? [];
      return [code(path), kind.replaceAll('|', '\\|'), absent, code(example), effect];
    });
    return [`## ${file}`, table(['键', '可以写', '不写', '例', '作用'], rows)];
  });
  return `${[INTRODUCTION, ...parts.flat()].join('\n\n')}\n`;
}

const INTRODUCTION = `# 方案各文件的键

由程序按代码生成，不要手改。\`[]\` 是清单的每一项，\`<名称>\` 是自己取的名称。

继承别的方案时：方案.yaml、版式.yaml、核对.yaml 逐键代替，任意一层都可以只写不同的键，清单（如 大纲、报表、表间关系）整个代替，核对.yaml 的词表则相加；报表、模板、绩效目标表等别的文件，同一路径的整个代替上级的。
变量、用法、展开、栏目的内容见 模板说明.md；怎样做一套本地的表式，要什么样的表看哪一张，见 README.md。`;

/** One key that a file may have: its path (`[]` a list's item, `<名称>` a name of the author's own), what it takes, and whether it has to be there. */
interface SchemaKey {
  readonly path: string;
  readonly kind: string;
  readonly needed: boolean;
}

/** What of a schema's inside is read here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

/** Every key of a schema, from the outside in. A key that holds itself (下级) is entered once. */
function schemaKeys(schema: z.ZodType, path = '', seen: readonly z.ZodType[] = []): SchemaKey[] {
  // What has a section of its own is not told again wherever it stands.
  if (path !== '' && toldKind(schema) !== undefined) return [];
  const { type, shape, element, valueType, innerType, options, getter, ...more } = definitionOf(schema);
  switch (type) {
    case 'object':
      return seen.includes(schema)
        ? []
        : Object.entries(shape ?? {}).flatMap(([key, field]) => keyOf(join(path, key), field, [...seen, schema]));
    case 'array':
      return element ? schemaKeys(element, `${path}[]`, seen) : [];
    case 'record':
      return valueType ? keyOf(join(path, '<名称>'), valueType, seen).slice(isPlain(valueType) ? 1 : 0) : [];
    case 'optional':
      return innerType ? schemaKeys(innerType, path, seen) : [];
    case 'union':
      return (options ?? []).flatMap((option) => schemaKeys(option, path, seen));
    // What is put off is made anew each time: it is known by what puts it off.
    case 'lazy':
      return getter && !seen.includes(schema) ? schemaKeys(getter(), path, [...seen, schema]) : [];
    case 'pipe':
      return more.in ? schemaKeys(more.in, path, seen) : [];
    default:
      return [];
  }
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function keyOf(path: string, field: z.ZodType, seen: readonly z.ZodType[]): SchemaKey[] {
  return [{ path, kind: kindOf(field), needed: definitionOf(field).type !== 'optional' }, ...schemaKeys(field, path, seen)];
}

/** A record of texts: the names have no keys of their own to explain. */
const isPlain = (schema: z.ZodType): boolean => schemaKeys(schema).length === 0;

const toldKind = (schema: z.ZodType): string | undefined => (schema.meta?.() as { kind?: string } | undefined)?.kind;

/** What a value may be, in words. */
function kindOf(schema: z.ZodType): string {
  const told = toldKind(schema);
  if (told !== undefined) return told;
  const { type, element, valueType, innerType, options, entries, in: input, getter } = definitionOf(schema);
  switch (type) {
    case 'optional':
      return innerType ? kindOf(innerType) : '';
    case 'pipe':
      return input ? kindOf(input) : '';
    case 'lazy':
      return getter ? '一组键' : '';
    case 'enum':
      return Object.keys(entries ?? {}).join('、');
    case 'array':
      return element ? `清单：${kindOf(element)}` : '';
    case 'record':
      return valueType ? `名称: ${kindOf(valueType)}` : '';
    case 'union':
      return (options ?? []).map(kindOf).join('，或');
    case 'object':
      return '一组键';
    default:
      return '文字';
  }
}

export const code = (text: string): string => `\`${text}\``;

/** A table of Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
