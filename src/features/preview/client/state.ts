/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What the server tells, as `session.ts` has it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly at?: Place;
}

export interface State {
  readonly version: number;
  readonly current: boolean;
  readonly title: string;
  readonly milliseconds: number;
  readonly pages?: number;
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
  readonly places: Readonly<Record<string, readonly (Place & { readonly label: string })[]>>;
}

export interface TypedFile {
  readonly name: string;
  readonly text: string;
  readonly base: string;
}

export const byId = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', as = ''): HTMLElementTagNameMap[K] {
  const one = document.createElement(tag);
  one.textContent = text;
  if (as) one.className = as;
  return one;
}

export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

export async function fetched<T>(path: string): Promise<T | undefined> {
  const response = await fetch(path);
  return response.ok ? ((await response.json()) as T) : undefined;
}
