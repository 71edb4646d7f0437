import type { z } from 'zod';

/** One key that a file may have: its path (`[]` a list's item, `<名称>` a name of the author's own), what it takes, and whether it has to be there. */
export interface SchemaKey {
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
export function schemaKeys(schema: z.ZodType, path = '', seen: readonly z.ZodType[] = []): SchemaKey[] {
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
export function kindOf(schema: z.ZodType): string {
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
