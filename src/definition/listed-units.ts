import type { InputFile } from './load-definition.js';
import { parseYaml } from './parse-yaml.js';
import { isPlainObject } from './plain-object.js';
import { readSource } from './read-source.js';

const KEY = Buffer.from('定义');

/** The names of the files under which a department lists its units; nothing is said of mistakes in it. */
export function listedUnits({ name, bytes }: InputFile): string[] {
  // Most departments list none: those are not parsed twice.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(KEY)) return [];
  const { text } = readSource(bytes, name);
  const content = text && parseYaml(text).tree?.value;
  const department = isPlainObject(content) ? content['部门'] : undefined;
  const units = isPlainObject(department) ? department['所属单位'] : undefined;
  if (!Array.isArray(units)) return [];
  return units.flatMap((unit: unknown) => (isPlainObject(unit) && typeof unit['定义'] === 'string' ? [unit['定义']] : []));
}
