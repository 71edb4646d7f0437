import type { InputFile } from './load-definition.js';
import { isPlainObject } from './plain-object.js';
import { statedDepartment } from './stated-department.js';

const KEY = Buffer.from('定义');

/** The names of the files under which a department lists its units; nothing is said of mistakes in it. */
export function listedUnits(file: InputFile): string[] {
  // Most departments list none.
  if (!Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).includes(KEY)) return [];
  const units = statedDepartment(file)?.['所属单位'];
  if (!Array.isArray(units)) return [];
  return units.flatMap((unit: unknown) => (isPlainObject(unit) && typeof unit['定义'] === 'string' ? [unit['定义']] : []));
}
