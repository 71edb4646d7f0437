import { expect } from 'vitest';
import { computeBudget } from '../../src/budget/budget.js';
import { parseClassifications } from '../../src/definition/classifications.js';
import { profileFindings } from '../../src/features/check-templates/command.js';
import { blankDefinition } from '../../src/features/guide/blank-budget.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { CLASSIFICATIONS } from '../support/build-case.js';
import { filesOf, profileNamed, repositoryProfile } from './support.js';

/** A department of which nothing but its name is known, as the command has it. */
const { value: classifications } = parseClassifications(CLASSIFICATIONS);
if (!classifications) throw new Error('no classifications');
const budget = computeBudget(blankDefinition('2026'), classifications);
const NAMES = ['my', 'shanxi', 'nine-tables', 'shanxi-unit', 'nine-tables-unit', 'beijing', 'yunnan'];

/** Files of a profile by path; bytes where they are no text. */
export type Texts = Readonly<Record<string, string | Uint8Array>>;

/** Findings of a profile that departs from another by these files: «file:line:column code message 提示：hint». */
export function findings(files: Texts, { parent = 'shanxi', unit = 'my' } = {}): string[] {
  const head = `继承: ${parent}\n名称: 我区\n${unit === '' ? '' : `单位方案: ${unit}\n`}`;
  const given = Object.entries({ '方案.yaml': '', ...files });
  const texts = given.flatMap(([path, text]) =>
    typeof text === 'string' ? [[path, (path === '方案.yaml' ? head : '') + text] as const] : [],
  );
  const bytes = given.flatMap(([path, content]) => (typeof content === 'string' ? [] : [[path, content] as const]));
  const own = filesOf(Object.fromEntries(texts.map(([path, text]) => [path, text.replace('¦', '')])));
  const layer = { folder: 'templates/my', files: new Map([...own, ...bytes]) };
  const find = (name: string) => (name === 'my' ? layer : repositoryProfile(name));
  const marked = new Map<string, string>(
    texts.flatMap(([path, text]) => (text.includes('¦') ? [[`templates/my/${path}`, placeOf(text)] as const] : [])),
  );
  return profileFindings(loadProfile(layer.folder, layer.files, { find, names: NAMES }), budget).map(({ code, message, at, hint }) => {
    const place = at && marked.get(at.file) === `${at.line}:${at.column}` ? '¦' : `${at?.file}:${at?.line}:${at?.column}`;
    return `${place} ${code} ${message}${hint ? ` 提示：${hint}` : ''}`;
  });
}

function placeOf(text: string): string {
  const before = text.slice(0, text.indexOf('¦')).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** A file of the parent with one passage changed. */
export function changed(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = new TextDecoder().decode(profileNamed('shanxi').files.get(path));
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  return { [path]: text.replace(from, to) };
}

export const TABLE = '报表/13-项目支出表-上年结转.yaml';

/** A table with one row, in place of the last one of the form. */
export const table = (row: string, column = '{标题: 金额, 内容: 金额}', more = ''): Readonly<Record<typeof TABLE, string>> => ({
  [TABLE]: `名称: 上年结转安排的项目支出\n标题: 表\n${more}表头:\n  - {标题: 项目, 内容: 名称}\n  - ${column}\n行:\n  - ${row}\n`,
});
export const spec = (text: string): Readonly<Record<string, string>> => ({ '方案.yaml': text });
export const chapter = (text: string): Texts => ({ '说明/03-支出预算.hbs': text });

/** A slip, the files that have it, and how the first finding begins. */
export type Slip = readonly [name: string, files: Texts, first: string];

export const expectFirst = (files: Texts, first: string) =>
  expect((findings(files)[0] ?? '').replace('templates/', '').slice(0, first.length)).toBe(first);
