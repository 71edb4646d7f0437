import { stringify } from 'yaml';
import { valueAt } from '../excel/form-tree.js';
import { isSection } from './differences.js';

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A text as it is typed in YAML, within brackets or not. */
export function scalarText(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  return stringify([text], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim().slice(1, -1);
}

/** All in one line, in brackets. */
export function flowText(value: unknown): string {
  if (typeof value === 'string') return scalarText(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  return `{${Object.entries(isSection(value) ? value : {})
    .map(([key, item]) => `${scalarText(key)}: ${flowText(item)}`)
    .join(', ')}}`;
}

/** What has nothing in it is written with brackets; anything else has a line for each key, where an editor completes it. */
const fitsLine = (value: unknown): boolean =>
  !(Array.isArray(value) ? value.length > 0 : isSection(value) && Object.keys(value).length > 0);

/** A key with its value, the first line without its indent. */
export function pairText(key: string, value: unknown, indent: string): string {
  const name = scalarText(key);
  if (fitsLine(value)) return `${name}: ${flowText(value)}`;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) return `${name}:\n${value.map((item) => `${deeper}${itemText(item, deeper)}`).join('\n')}`;
  return `${name}:\n${deeper}${sectionText(isSection(value) ? value : {}, deeper)}`;
}

/** An item of a list with its dash. */
export function itemText(item: unknown, indent: string): string {
  if (!isSection(item)) return `- ${flowText(item)}`;
  return `- ${sectionText(item, `${indent}  `)}`;
}

/** The keys of a section, the first line without its indent. */
export function sectionText(section: Readonly<Record<string, unknown>>, indent: string): string {
  return Object.entries(section)
    .map(([key, value]) => pairText(key, value, indent))
    .join(`\n${indent}`);
}

/** A department's new file, in the order of the schema. */
export function newFileText(tree: unknown): string {
  const name = String(valueAt(tree, ['部门', '名称']) ?? '');
  const head = `# yaml-language-server: $schema=../部门预算.schema.json\n# ${name}的部门预算，由 Excel 导入。年度、地区、级次、名词解释在同一文件夹的“区县.yaml”里。\n`;
  const pairs = Object.entries(isSection(tree) ? tree : {}).map(([key, value]) => `${pairText(key, value, '')}\n`);
  return head + pairs.join('\n');
}
