import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BuiltCase, buildGoodCase, ORIGINAL_YAML, ROOT } from './build-case.js';

const FOLDER = join(ROOT, 'tests/cases');
const district = readFileSync(join(FOLDER, '区县.yaml'), 'utf8');

/** What tests/cases/<case>/期望.yaml says, checked by hand. */
export interface CaseExpectation {
  readonly 单元格: readonly { readonly 表: number; readonly 行: string; readonly 栏: string; readonly 印: string }[];
  readonly 空表: readonly number[];
  readonly 说明?: Readonly<Record<string, string>>;
  readonly 行数?: Readonly<Record<string, number>>;
  readonly 句子: readonly string[];
  readonly 不出现: readonly string[];
}

/** Folders of tests/cases: each a whole fictitious department. */
export const caseNames = readdirSync(FOLDER)
  .filter((name) => existsSync(join(FOLDER, name, '期望.yaml')))
  .sort();

export const caseYaml = (name: string): string => readFileSync(join(FOLDER, name, '预算.yaml'), 'utf8');

export const caseExpectation = (name: string): CaseExpectation =>
  parse(readFileSync(join(FOLDER, name, '期望.yaml'), 'utf8')) as CaseExpectation;

/** Files of the case's member units, by name. */
function unitFiles(name: string): Record<string, string> {
  const folder = join(FOLDER, name, '单位');
  return existsSync(folder) ? Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])) : {};
}

const built = new Map<string, BuiltCase>();

/** A case's build, made once a test file; 原件 is the office's own. */
export function builtCase(name: string): BuiltCase {
  const known =
    built.get(name) ??
    (name === '原件' ? buildGoodCase(ORIGINAL_YAML) : buildGoodCase(caseYaml(name), { district, units: unitFiles(name) }));
  built.set(name, known);
  return known;
}

export function yamlOf(name: string): string {
  return name === '原件' ? ORIGINAL_YAML : caseYaml(name);
}
