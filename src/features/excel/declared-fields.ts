import { join } from 'node:path';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import type { OwnDeclarations } from '../../definition/schema/own-data.js';
import { DISTRICT_FILE } from '../../input/places.js';
import { readInputFile } from '../../input/read-files.js';
import type { Shelf } from '../../input/shelf.js';
import { districtFolder } from '../../input/unit-documents.js';
import { valueAt } from './form-tree.js';

/** The name of the profile that a department's file or its district's has; the file itself need not be there yet. */
export function statedProfile(department: string): string | undefined {
  for (const path of [department, join(districtFolder(department), DISTRICT_FILE)]) {
    const { value } = readInputFile(path, path);
    const { text } = value ? readSource(value.bytes, value.name) : { text: undefined };
    const name = text && valueAt(parseYaml(text).tree?.value, ['方案']);
    if (typeof name === 'string') return name;
  }
  return undefined;
}

/** The lists (明细) and fields (自有数据) that the profile of a department's file asks for; none where it cannot be read. */
export function declaredFields(department: string, shelf: Shelf): OwnDeclarations {
  const spec = shelf.profile(statedProfile(department) ?? '', districtFolder(department)).value?.spec;
  return { 明细: spec?.明细 ?? {}, 自有数据: spec?.自有数据 ?? {} };
}
