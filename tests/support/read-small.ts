import { parseYaml } from '../../src/definition/parse-yaml.js';
import { readSource } from '../../src/definition/read-source.js';
import { validate } from '../../src/definition/validate.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { printDiagnostics } from '../../src/diagnostics/print.js';
import type { SourceText } from '../../src/diagnostics/source-text.js';
import { smallSchema } from './small-schema.js';

/** What the three steps of reading make of a file in the small schema. */
export interface ReadSmall {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly source?: SourceText | undefined;
}

export function readSmall(input: string | Uint8Array, file = '输入.yaml'): ReadSmall {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const read = readSource(bytes, file);
  if (!read.text) return { diagnostics: read.diagnostics };
  const parsed = parseYaml(read.text);
  if (!parsed.tree) return { diagnostics: parsed.diagnostics, source: read.text };
  const { value, diagnostics } = validate(smallSchema, parsed.tree);
  return { value, diagnostics: [...parsed.diagnostics, ...diagnostics], source: read.text };
}

export function printRead({ diagnostics, source }: ReadSmall): string {
  return printDiagnostics(diagnostics, source ? [source] : [], { color: false });
}

/** The codes found, in order. */
export function codesOf(input: string | Uint8Array): string[] {
  return readSmall(input).diagnostics.map((diagnostic) => diagnostic.code);
}
