import type { FindingCode } from '../diagnostics/finding-codes.js';
import type { YamlPath } from './parse-yaml.js';
import type { YamlCode } from './yaml/finding.js';

/** A colon slip makes a text of what should be a section, so that only the schema notices it. */
export type ValidationCode = FindingCode<'value' | 'place'> | Extract<YamlCode, 'yaml-full-width-colon' | 'yaml-missing-space'>;

/** A refused value: a diagnostic whose place is still a path. */
export interface Problem {
  readonly code: ValidationCode;
  readonly path: YamlPath;
  readonly part?: 'key' | 'value';
  readonly message: string;
  readonly hint?: string | undefined;
  /** For an unknown key: the path that it was probably meant for. */
  readonly meant?: YamlPath;
}

/** How a message calls a value: “金额”, “职责”第 3 项; nothing for the whole file. */
export function subjectOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  return typeof last === 'number' ? `${subjectOf(path.slice(0, -1))}第 ${last + 1} 项` : quoted(last);
}

/** A typed value in quotes, cut short, on one line. */
export function quoted(value: string): string {
  const characters = [...value.replace(/\s+/g, ' ')];
  return `“${characters.length > 30 ? `${characters.slice(0, 28).join('')}…` : characters.join('')}”`;
}

/** The value at a path of plain data; nothing where the path leaves it. */
export function valueAt(root: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[step] : undefined),
    root,
  );
}
