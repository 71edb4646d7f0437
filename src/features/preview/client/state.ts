/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { Diagnostic, SourceLocation } from '../../../diagnostics/diagnostic.js';
import type { TypedFile } from '../edited-file.js';
import type { Shown } from '../session.js';

// What the server tells is what `session.ts` and `edited-file.ts` make: types alone, nothing of them runs here.
export type Place = SourceLocation;
export type Finding = Diagnostic;
export type State = Shown;
export type { TypedFile };

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
