import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../src/definition/parse-yaml.js';
import { readSource } from '../../src/definition/read-source.js';
import type { OwnDeclarations } from '../../src/definition/schema/own-data.js';
import type { Environment } from '../../src/environment.js';
import { formWorkbook } from '../../src/features/excel/form-workbook.js';
import { declaredFields } from '../../src/features/excel/profile-asks.js';
import { readForm } from '../../src/features/import/read-form.js';
import { makeShelf } from '../../src/input/shelf.js';
import { readXlsx } from '../../src/spreadsheet/read-xlsx.js';
import { workbookToXlsx } from '../../src/writers/xlsx/write-workbook.js';
import { ROOT } from './build-case.js';
import { classifications } from './classifications.js';

/** Department files of the repository, by a short name: the sample, every case with its units, and what offices typed. */
export const DEPARTMENT_FILES: readonly (readonly [name: string, path: string])[] = [
  'data/2026',
  'data/示例',
  'tests/cases',
  'tests/office',
  'tests/profile/fixtures',
  'tests/units',
].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !/区县|期望|四百/.test(name))
    .map((name) => [`${folder}/${name}`, join(ROOT, folder, name)] as const)
    .filter(([, path]) => /^金额单位:/m.test(readFileSync(path, 'utf8'))),
);

/** What a file's text says, as typed. */
export function typedTree(text: string): unknown {
  const source = readSource(new TextEncoder().encode(text), '输入.yaml').text;
  const tree = source && parseYaml(source).tree;
  if (!tree) throw new Error('not YAML');
  return tree.value;
}

export const shelf = makeShelf({ home: ROOT, project: ROOT, folder: ROOT } as Environment);

/** What the profile of one of these files asks for besides. */
export const declaredFor = (path: string): OwnDeclarations => declaredFields(path, shelf);

/** The form of a file's text. */
export function formOf(text: string, declared: OwnDeclarations = {}): Promise<Uint8Array> {
  const tree = typedTree(text);
  const unit = /^金额单位: 万元/m.test(text) ? '万元' : '元';
  return workbookToXlsx(formWorkbook({ tree, unit, year: '2026', code: '003', name: '示例局', classifications, declared }));
}

/** What a filled form says. */
export function readBack(bytes: Uint8Array, declared: OwnDeclarations = {}) {
  const read = readXlsx(bytes);
  if ('refused' in read) throw new Error(read.refused);
  return readForm(read.sheets, '填报.xlsx', declared);
}
