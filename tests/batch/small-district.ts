import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TestProject } from '../cli/command-line.js';
import { ROOT } from '../support/build-case.js';

const SMALLEST = readFileSync(join(ROOT, 'tests/cases/最小/预算.yaml'), 'utf8');
const DISTRICT = readFileSync(join(ROOT, 'tests/cases/区县.yaml'), 'utf8');

/** The smallest budget there is, under another code and name. */
export function smallDepartment(code: string, change: (text: string) => string = (text) => text): string {
  return change(SMALLEST.replace('虚构市示例区培训服务站', nameOf(code)).replace('"999"', `"${code}"`));
}

export const nameOf = (code: string): string => `虚构市示例区第${code}服务站`;
export const folderOf = (code: string): string => `${code}-${nameOf(code)}`;
export const fileOf = (code: string): string => `data/2026/${folderOf(code)}.yaml`;

/** A project with departments of some twenty pages; gone when the test has ended. */
export function smallDistrict(codes: readonly string[], links: readonly string[] = ['templates', 'fonts']): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'budget-batch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (...parts: string[]) => join(folder, ...parts);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  write('data/2026/区县.yaml', DISTRICT);
  for (const code of codes) write(fileOf(code), smallDepartment(code));
  for (const name of [...links, 'data/classifications']) symlinkSync(join(ROOT, name), path(name));
  return { folder, path, write, edit: (file, change) => write(file, change(readFileSync(path(file), 'utf8'))) };
}

/** Every file under a folder of the project, by its way from there; records are looked at by name only. */
export function filesUnder(project: TestProject, folder: string): string[] {
  const entries = readdirSync(project.path(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(project.path(folder).length + 1)).sort();
}
