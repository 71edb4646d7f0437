import { parseYaml } from '../../definition/parse-yaml.js';
import { isPlainObject } from '../../definition/plain-object.js';
import { readSource } from '../../definition/read-source.js';
import { readInputFile } from '../../read-inputs.js';

/** By what a document's folder is named; nothing where its file cannot be read that far, for then it writes nothing. */
export function statedNames(path: string): { readonly code: string; readonly name: string } | undefined {
  const { value: file } = readInputFile(path, path);
  const source = file && readSource(file.bytes, path).text;
  const content = source && parseYaml(source).tree?.value;
  const department = isPlainObject(content) ? content['部门'] : undefined;
  if (!isPlainObject(department)) return undefined;
  const { 代码: code, 名称: name } = department;
  return typeof code === 'string' && typeof name === 'string' ? { code, name } : undefined;
}
