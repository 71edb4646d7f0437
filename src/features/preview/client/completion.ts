import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';

/** As much of a JSON Schema as completion looks at. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Keys and words that may stand where the cursor is, from the schema and the indentation above it. */
export function completionOf(root: Schema): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const value = /^(\s*(?:- )*)([^\s:#]+):\s+(\S*)$/.exec(before);
    const above = context.state.doc.sliceString(0, line.from).split('\n');
    if (value)
      return words(schemasAt(root, [...pathAbove(above, value[1] ?? ''), value[2] ?? ''], root), context.pos - (value[3] ?? '').length);
    const key = /^(\s*(?:- )*)([^\s:#]*)$/.exec(before);
    if (!key || (!context.explicit && key[2] === '')) return null;
    return keys(schemasAt(root, pathAbove(above, key[1] ?? ''), root), context.pos - (key[2] ?? '').length);
  };
}

/** The keys over a line, from the outermost in; `-` for an item of a list. */
export function pathAbove(lines: readonly string[], indent: string): string[] {
  let column = indent.length;
  const path = indent.includes('-') ? ['-'] : [];
  if (indent.includes('-')) column = indent.indexOf('-') + 0.5;
  for (const line of [...lines].reverse()) {
    const found = /^(\s*)((?:- )*)([^\s:#]+):(?:\s|$)/.exec(line);
    if (!found) continue;
    const [, blank = '', dashes = '', key = ''] = found;
    const start = blank.length + dashes.length;
    if (start < column) {
      path.unshift(key);
      column = start;
    }
    if (dashes !== '' && blank.length < column && start <= column) {
      path.unshift('-');
      column = blank.length + 0.5;
    }
    if (column === 0) break;
  }
  return path;
}

function schemasAt(schema: Schema, path: readonly string[], root: Schema): Schema[] {
  const here = expanded(schema, root);
  const [step, ...rest] = path;
  if (step === undefined) return here;
  return here.flatMap((one) => {
    const other = typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined;
    const next = step === '-' ? one.items : (one.properties?.[step] ?? other);
    return next ? schemasAt(next, rest, root) : [];
  });
}

function expanded(schema: Schema, root: Schema): Schema[] {
  const name = schema.$ref?.replace('#/definitions/', '');
  const referred = name === undefined ? undefined : root.definitions?.[name];
  const parts = [...(referred ? [referred] : []), ...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...parts.flatMap((part) => expanded(part, root))];
}

function keys(schemas: readonly Schema[], from: number): CompletionResult | null {
  const all = schemas.flatMap(({ properties = {} }) => Object.entries(properties));
  const options = all.map(([label, { description, title }]) => ({
    label,
    apply: `${label}: `,
    type: 'property',
    info: description ?? title ?? '',
  }));
  return options.length === 0 ? null : { from, options, validFor: /^[^\s:]*$/ };
}

function words(schemas: readonly Schema[], from: number): CompletionResult | null {
  const all = schemas.flatMap(({ enum: list = [], const: only }) => [...list, ...(only === undefined ? [] : [only])]);
  const options = [...new Set(all.map(String))].map((label) => ({ label, type: 'enum' }));
  return options.length === 0 ? null : { from, options, validFor: /^\S*$/ };
}
