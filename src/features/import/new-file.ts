import { valueAt } from '../excel/form-tree.js';
import { isSection } from './same-value.js';
import { pairText } from './yaml-text.js';

/** A department's new file, in the order of the schema. */
export function newFileText(tree: unknown): string {
  const name = String(valueAt(tree, ['部门', '名称']) ?? '');
  const head = `# yaml-language-server: $schema=../部门预算.schema.json\n# ${name}的部门预算，由 Excel 导入。年度、地区、级次、名词解释在同一文件夹的“区县.yaml”里。\n`;
  const pairs = Object.entries(isSection(tree) ? tree : {}).map(([key, value]) => `${pairText(key, value, '')}\n`);
  return head + pairs.join('\n');
}
