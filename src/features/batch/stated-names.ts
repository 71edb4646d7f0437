import { statedDepartment } from '../../definition/stated-department.js';
import { readInputFile } from '../../input/read-files.js';

/** By what a document's folder is named; nothing where its file cannot be read that far, for then it writes nothing. */
export function statedNames(path: string): { readonly code: string; readonly name: string } | undefined {
  const { value: file } = readInputFile(path, path);
  const department = file && statedDepartment(file);
  if (!department) return undefined;
  const { 代码: code, 名称: name } = department;
  return typeof code === 'string' && typeof name === 'string' ? { code, name } : undefined;
}
