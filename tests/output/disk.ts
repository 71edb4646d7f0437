import * as fs from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FileOperations, OutputContext, OutputFile } from '../../src/output/context.js';

/** A folder of this test only. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'budget-output-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let runs = 0;

/** A run of its own on the real file system: sleeping only moves the clock, nothing waits for the disk, and all earlier runs have ended. */
export function context(folder: string, changes: Partial<OutputContext> = {}): OutputContext & { waits: string[] } {
  const waits: string[] = [];
  runs += 1;
  const id = runs;
  let time = 0;
  return {
    files: { ...fs, fsyncSync: () => undefined },
    now: () => Date.now() + time,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
    run: { id, host: '本机', isAlive: (other) => other === id },
    show: (path) => path.replace(folder, 'F'),
    onWait: (what) => waits.push(what),
    waits,
    ...changes,
  };
}

export function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** The real file system, of which one operation does something else. */
export function withOperation<K extends keyof FileOperations>(name: K, operation: (...args: never[]) => unknown): FileOperations {
  return { ...fs, fsyncSync: () => undefined, [name]: operation } as FileOperations;
}

/** Calls `before` before each operation, counted from 1; what it throws is what the operation throws. Nothing waits for the disk. */
export function watched(before: (count: number, name: string, path: string) => void): FileOperations {
  let count = 0;
  const entries = Object.entries(fs).map(([name, operation]) => {
    if (typeof operation !== 'function' || !name.endsWith('Sync')) return [name, operation];
    const call = (...args: unknown[]): unknown => {
      count += 1;
      before(count, name, typeof args[0] === 'string' ? args[0] : '');
      if (name === 'fsyncSync') return undefined;
      return (operation as (...all: unknown[]) => unknown)(...args);
    };
    return [name, call];
  });
  return Object.fromEntries(entries) as FileOperations;
}

export const pair = (version: string): OutputFile[] => [
  { name: 'a.docx', bytes: Buffer.from(`Word ${version}`) },
  { name: 'a.pdf', bytes: Buffer.from(`PDF ${version}`) },
];

/** What a folder holds, temporaries included. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

export const OLD = { 'a.docx': 'Word 旧', 'a.pdf': 'PDF 旧' };
export const NEW = { 'a.docx': 'Word 新', 'a.pdf': 'PDF 新' };
