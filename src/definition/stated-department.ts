import { sourceText } from '../diagnostics/source-text.js';
import { isPlainObject } from '../plain/objects.js';
import { parseYaml } from './parse-yaml.js';
import { type InputFile, readSource } from './read-source.js';

const KEY = '部门';

/** What a file says of its 部门, as typed; nothing is said of mistakes in it. Hundreds of projects after it are not read. */
export function statedDepartment({ name, bytes }: InputFile): Readonly<Record<string, unknown>> | undefined {
  const { text } = readSource(bytes, name);
  return text && (departmentIn(blockOf(text.lines), name) ?? departmentIn(text.lines, name));
}

/** The lines of the key at the top of the file; none where the file is written in another way. */
function blockOf(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith(`${KEY}:`));
  if (start === -1) return [];
  const length = lines.slice(start + 1).findIndex((line) => /^[^\s#]/.test(line));
  return length === -1 ? lines.slice(start) : lines.slice(start, start + 1 + length);
}

function departmentIn(lines: readonly string[], file: string): Readonly<Record<string, unknown>> | undefined {
  const content = parseYaml(sourceText(file, lines.join('\n'))).tree?.value;
  const department = isPlainObject(content) ? content[KEY] : undefined;
  return isPlainObject(department) ? department : undefined;
}

const UNIT_FILE = Buffer.from('定义');

/** The names of the files under which a department lists its units; nothing is said of mistakes in it. */
export function listedUnits(file: InputFile): string[] {
  // Most departments list none.
  if (!Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).includes(UNIT_FILE)) return [];
  const units = statedDepartment(file)?.['所属单位'];
  if (!Array.isArray(units)) return [];
  return units.flatMap((unit: unknown) => (isPlainObject(unit) && typeof unit['定义'] === 'string' ? [unit['定义']] : []));
}
